using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;
using ReplayLint.Policy;
using ReplayLint.Readers;
using ReplayLint.Readers.ContentSecurity;
using ReplayLint.Readers.Interop;

namespace ReplayLint;

/// <summary>
/// Tells whether a project may have to do with a recorder of the built-in catalogue or with a policy, by one look at the text of
/// each file. Where it has not, nothing else is done.
/// </summary>
internal static class ProjectSigns
{
    private static readonly ConditionalWeakTable<SyntaxTree, object> Trees = new();

    private static readonly Lazy<AnchorSearch> CodeSearch = new(static () => new AnchorSearch(
        CatalogSigns.BuiltIn.Addresses
            .AddRange(EmbeddedScripts.Signs)
            .AddRange(ScriptTrees.Marks)
            .Add(AttributePolicies.SimpleName)
            .AddRange(CatalogSigns.BuiltIn.Types.Select(static type => type.Substring(type.LastIndexOf('.') + 1)))
            .Select(static sign => sign.ToLowerInvariant())
            .ToImmutableArray()));

    /// <summary>Whether there is any sign; where a project extends the catalogue, everything may be one.</summary>
    /// <param name="mayConcern">Whether a file beside the code has a sign.</param>
    public static bool Any(Compilation compilation, AnalyzerOptions options, Func<SourceText, bool> mayConcern, CancellationToken cancellation)
    {
        foreach (var file in options.AdditionalFiles)
        {
            if (RecorderCatalog.IsCatalogFile(file.Path))
                return true;
        }

        return HasPolicies(options) || HasTypes(compilation) || HasFiles(options, mayConcern, cancellation) || HasCode(compilation, cancellation);
    }

    /// <summary>Whether a source file has a sign.</summary>
    public static bool AreIn(SyntaxTree tree) => (bool)Trees.GetValue(tree, static t => CodeSearch.Value.IsIn(t.GetText()));

    private static bool HasPolicies(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(ProjectPolicies.Key, out var policies) && policies.Length > 0;

    /// <summary>Whether a type of a recorder is referenced; one that the project declares itself is found by its name, as any other sign in code.</summary>
    private static bool HasTypes(Compilation compilation)
    {
        // To ask for a type is to read every reference, long before the compiler would.
        if (!HasOtherReferences(compilation))
            return false;

        var references = ReferencedTypes.Of(compilation);
        foreach (var type in CatalogSigns.BuiltIn.Types)
        {
            if (references.Declare(type, compilation))
                return true;
        }

        return false;
    }

    /// <summary>Whether anything is referenced that is not a part of .NET, by the names of files.</summary>
    private static bool HasOtherReferences(Compilation compilation)
    {
        // Not all of them: those that scripts name in code are known only once the others have been read.
        foreach (var reference in compilation.ExternalReferences)
        {
            if (reference is not PortableExecutableReference { FilePath: { } path } || !FrameworkAssembly.Is(path))
                return true;
        }

        return false;
    }

    private static bool HasFiles(AnalyzerOptions options, Func<SourceText, bool> mayConcern, CancellationToken cancellation)
    {
        foreach (var file in options.AdditionalFiles)
        {
            if ((WebFile.KindOf(file.Path) != WebFileKind.None || ContentSecurityReader.MayHoldPolicy(file.Path))
                && file.GetText(cancellation) is { } text
                && mayConcern(text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasCode(Compilation compilation, CancellationToken cancellation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            if (AreIn(tree))
                return true;
        }

        return false;
    }
}
