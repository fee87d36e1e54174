using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Catalog;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Catalog.Effects;

/// <summary>Analyses small projects with one catalogue or another. Compilations share what they are compiled against.</summary>
internal static class EffectRunner
{
    private const string Root = RazorCompiler.Root;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);
    private static readonly SyntaxTree Annotations = CSharpSyntaxTree.ParseText(TestReferences.Annotations, Options, Root + "Annotations.cs");
    private static readonly ConditionalWeakTable<MetadataReference[], CSharpCompilation> Compilations = [];

    /// <summary>Enough for C# that only declares things.</summary>
    public static ImmutableArray<MetadataReference> ForPages { get; } =
        [.. TestReferences.Framework.Where(static reference => Path.GetFileName(reference.Display) is "System.Runtime.dll" or "netstandard.dll")];

    /// <summary>The APIs of all recorders.</summary>
    public static ImmutableArray<MetadataReference> ForApis { get; } = TestReferences.Of(RecorderApi.All).Single();

    /// <summary>The APIs of packages that have a new name by now.</summary>
    public static ImmutableArray<MetadataReference> ForFormerApis { get; } = TestReferences.Of(RecorderApi.DatadogFormerName).Single();

    /// <summary>The API of each package alone.</summary>
    public static ImmutableArray<ImmutableArray<MetadataReference>> ForEachApi { get; } =
        [.. Enum.GetValues<RecorderApi>().Where(static api => api is not (RecorderApi.None or RecorderApi.All)).Select(static api => TestReferences.Of(api).First())];

    /// <summary>A compilation without code of its own, to look up members in.</summary>
    public static CSharpCompilation Compile(ImmutableArray<MetadataReference> references) =>
        Compilations.GetValue(ImmutableCollectionsMarshal.AsArray(references)!, static array =>
        {
            // Once it is bound, what is made of it shares what it knows of the references.
            var compilation = CSharpCompilation.Create("Test", [Annotations], array, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
            _ = compilation.GlobalNamespace;
            return compilation;
        });

    /// <summary>What is found in a project.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindAsync(RecorderCatalog catalog, EffectCase project)
    {
        var code = project.Files.Where(static file => file.Path.EndsWith(".cs", StringComparison.Ordinal)).ToArray();
        var views = project.Files.Where(static file => file.Path.EndsWith(".cshtml", StringComparison.Ordinal)).ToArray();
        Compilation compilation = project.HasViews
            ? RazorCompiler.Compile([.. code, ("Annotations.cs", TestReferences.Annotations)], [("_ViewImports.cshtml", "@addTagHelper *, Microsoft.AspNetCore.Mvc.TagHelpers"), .. views], TestReferences.Framework)
            : Compile(project.References).AddSyntaxTrees(code.Select(static file => CSharpSyntaxTree.ParseText(file.Text, Options, Root + file.Path)));
        if (code.Length > 0)
            Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => $"{diagnostic}\n{project}"));

        var beside = project.Files.Where(static file => !file.Path.EndsWith(".cs", StringComparison.Ordinal)).Select(static file => new TestFile(Root + file.Path, file.Text));
        return await RuleRunner.GetFindingsAsync(compilation, new AnalyzerOptions([.. beside], new TestConfiguration(project.Configuration)), new ReplayLintAnalyzer(catalog));
    }

    /// <summary>Everything that tells findings apart, what a fix is told included.</summary>
    public static string Show(ImmutableArray<Diagnostic> findings) => string.Join("\n", findings.Select(Show).Order(StringComparer.Ordinal));

    private static string Show(Diagnostic finding) =>
        $"{finding.Id} {finding.Severity} {finding.Location.GetLineSpan()} {finding.GetMessage()} {string.Join(" ", finding.Properties.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => $"{pair.Key}={pair.Value}"))}";
}
