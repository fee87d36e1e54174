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

    /// <summary>More than any address that is looked for is long.</summary>
    private const int LongestAddress = 256;

    private static readonly ConditionalWeakTable<ScriptCatalog, ConditionalWeakTable<SyntaxTree, object>> Known = new();

    public static bool MayHoldScript(SyntaxTree tree, ScriptCatalog catalog) =>
        (catalog != RecorderCatalog.BuiltIn.Scripts || ProjectSigns.AreIn(tree))
        && (bool)Known.GetOrCreateValue(catalog).GetValue(tree, t => TextChunks.Any(t.GetText(), LongestAddress, (piece, _) => HoldsScript(piece.ToString(), catalog)));

    private static bool HoldsScript(string text, ScriptCatalog catalog) =>
        Array.Exists(Marks, mark => text.IndexOf(mark, StringComparison.OrdinalIgnoreCase) >= 0) || catalog.HasHost(text);
}
