using System.Collections.Immutable;

namespace ReplayLint.Fuzz;

/// <summary>What is given to the code under test in one go.</summary>
/// <param name="Files">The texts, with paths by whose endings they are read.</param>
internal sealed record FuzzInput(ImmutableArray<(string Path, string Text)> Files)
{
    public FuzzInput(string path, string text)
        : this([(path, text)])
    {
    }

    /// <summary>The first text, of an input that has one.</summary>
    public string Text => Files[0].Text;

    public override string ToString() => string.Join("\n", Files.Select(static file => $"--- {file.Path} ({file.Text.Length} characters)\n{Escape(file.Text)}"));

    /// <summary>The text with what no terminal shows written as C# writes it.</summary>
    private static string Escape(string text) =>
        string.Concat(text.Select(static c => c is '\n' or '\t' or (>= ' ' and <= '~') ? c.ToString() : $"\\u{(int)c:x4}"));
}
