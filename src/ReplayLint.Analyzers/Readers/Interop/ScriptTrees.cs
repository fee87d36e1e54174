using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Readers.Interop;

/// <summary>Tells whether a source file may hold the text of a script that concerns a recorder; the text is searched once.</summary>
internal static class ScriptTrees
{
    /// <summary>What only the text of a script or of a page has.</summary>
    public static readonly string[] Marks = ["<script", ".createElement("];

    private static readonly ConditionalWeakTable<ScriptCatalog, ConditionalWeakTable<SyntaxTree, object>> Known = new();

    public static bool MayHoldScript(SyntaxTree tree, ScriptCatalog catalog) =>
        (catalog != RecorderCatalog.BuiltIn.Scripts || ProjectSigns.AreIn(tree))
        && (bool)Known.GetOrCreateValue(catalog).GetValue(tree, t => TextChunks.Any(t.GetText(), text => Array.Exists(Marks, mark => text.IndexOf(mark, StringComparison.OrdinalIgnoreCase) >= 0) || catalog.HasHost(text)));
}
