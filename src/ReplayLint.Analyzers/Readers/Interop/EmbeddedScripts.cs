using Microsoft.CodeAnalysis;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Readers.Interop;

/// <summary>In which ways the C# code of a project may reach the scripts of a page.</summary>
/// <param name="Calls">Whether it can call functions of the page.</param>
/// <param name="Texts">Whether it may hold the text of scripts.</param>
internal sealed record EmbeddedScripts(bool Calls, bool Texts)
{
    /// <summary>Names without which code that calls the page is hardly written; most projects that could have none of them.</summary>
    private static readonly string[] Names = ["InvokeVoidAsync", "IJSRuntime", "IJSInProcessRuntime", "IJSObjectReference"];

    public static EmbeddedScripts None { get; } = new(false, false);

    public static EmbeddedScripts Find(Compilation compilation, ScriptCatalog catalog)
    {
        // The scripts of tests stand in for those of the page.
        var calls = compilation.ReferencedAssemblyNames.Any(static reference => reference.Name == InteropReader.Namespace)
            && compilation.SyntaxTrees.Any(static tree => Array.Exists(Names, name => TreeNames.Mentions(tree, name)));
        var texts = !TestProject.Is(compilation) && compilation.SyntaxTrees.Any(tree => ScriptTrees.MayHoldScript(tree, catalog));
        return calls || texts ? new EmbeddedScripts(calls, texts) : None;
    }
}
