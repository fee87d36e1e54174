using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Readers.Interop;

/// <summary>In which ways the C# code of a project may reach the scripts of a page.</summary>
/// <param name="Calls">Whether it can call functions of the page.</param>
/// <param name="Imports">Whether methods of it may stand for functions of the page.</param>
/// <param name="Texts">Whether it may hold the text of scripts.</param>
internal sealed record EmbeddedScripts(bool Calls, bool Imports, bool Texts)
{
    /// <summary>Names without which code that calls the page is hardly written; most projects that could have none of them.</summary>
    private static readonly string[] Names = ["InvokeVoidAsync", "IJSRuntime", "IJSInProcessRuntime", "IJSObjectReference"];

    public static EmbeddedScripts None { get; } = new(false, false, false);

    private const string Import = "JSImport";

    /// <summary>Names without which no code reaches the scripts of a page, but for what holds their text.</summary>
    public static IEnumerable<string> Signs => [.. Names, Import];

    /// <summary>Looks for them in the words of the code; the scripts of a test stand in for those of a page.</summary>
    public static EmbeddedScripts Find(SemanticModels models, ScriptCatalog catalog, bool isTest)
    {
        var calls = models.Compilation.ReferencedAssemblyNames.Any(static reference => reference.Name == InteropReader.Namespace)
            && Array.Exists(Names, models.Names.Mention);
        var imports = models.Names.Mention(Import);
        var texts = !isTest && models.Compilation.SyntaxTrees.Any(tree => ScriptTrees.MayHoldScript(tree, catalog));
        return calls || imports || texts ? new EmbeddedScripts(calls, imports, texts) : None;
    }

    /// <summary>Whether a file may call functions of the page.</summary>
    public static bool MayCall(SyntaxTree tree) => Array.Exists(Names, name => TreeNames.Mentions(tree, name));

    /// <summary>Where a file says that a method stands for a function of the page.</summary>
    public static ImmutableArray<int> ImportsIn(SyntaxTree tree) => TreeNames.PlacesOf(tree, Import);
}
