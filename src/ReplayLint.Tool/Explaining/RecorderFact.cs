namespace ReplayLint.Tool.Explaining;

/// <summary>A line of the catalogue about a recorder.</summary>
/// <param name="Word">What kind of fact it states: <c>start</c>, <c>setting</c>, <c>masks</c>.</param>
/// <param name="Text">The fact.</param>
/// <param name="Comment">What the catalogue says about it; empty when it says nothing.</param>
internal sealed record RecorderFact(string Word, string Text, string Comment)
{
    /// <summary>The facts that the built-in catalogue states of a recorder, in its order.</summary>
    public static IEnumerable<RecorderFact> Of(string recorder)
    {
        var assembly = typeof(ReplayLintAnalyzer).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(static name => name.StartsWith("recorders/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var isAbout = false;
            while (reader.ReadLine() is { } line)
            {
                if (Read(line) is not { } fact)
                    continue;

                if (line[0] != ' ')
                    isAbout = fact.Word == "recorder" && string.Equals(fact.Text, recorder, StringComparison.OrdinalIgnoreCase);
                else if (isAbout)
                    yield return fact;
            }
        }
    }

    private static RecorderFact? Read(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var end = Array.FindIndex(words, static word => word.StartsWith('#'));
        var fact = end < 0 ? words : words[..end];
        return fact.Length == 0 ? null : new RecorderFact(fact[0], string.Join(' ', fact[1..]), end < 0 ? "" : string.Join(' ', words[end..]).TrimStart('#', ' '));
    }
}
