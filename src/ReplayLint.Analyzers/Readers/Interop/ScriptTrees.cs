using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Readers.Interop;

/// <summary>Tells whether a source file may hold the text of a script that concerns a recorder; the text is searched once.</summary>
internal static class ScriptTrees
{
    private const int ChunkLength = 16 * 1024;

    /// <summary>Longer than any address or word that is looked for.</summary>
    private const int Overlap = 256;

    /// <summary>What only the text of a script or of a page has.</summary>
    public static readonly string[] Marks = ["<script", ".createElement("];

    private static readonly ConditionalWeakTable<ScriptCatalog, ConditionalWeakTable<SyntaxTree, object>> Known = new();

    public static bool MayHoldScript(SyntaxTree tree, ScriptCatalog catalog) =>
        (bool)Known.GetOrCreateValue(catalog).GetValue(tree, t => Search(t.GetText(), catalog));

    private static bool Search(SourceText text, ScriptCatalog catalog)
    {
        var buffer = new char[Math.Min(ChunkLength, text.Length)];
        for (var position = 0; position < text.Length; position += ChunkLength - Overlap)
        {
            var length = Math.Min(buffer.Length, text.Length - position);
            text.CopyTo(position, buffer, 0, length);
            var chunk = new string(buffer, 0, length);
            if (Array.Exists(Marks, mark => chunk.IndexOf(mark, StringComparison.OrdinalIgnoreCase) >= 0) || catalog.HasHost(chunk))
                return true;
        }

        return false;
    }
}
