using System.Text.RegularExpressions;

namespace ReplayLint.Tool.Reporting;

/// <summary>A requirement of the draft recommendation, or of the law that it builds on, as rules/recommendation.md tells it.</summary>
/// <param name="Id">Ours: <c>SR-01</c>, <c>B-03</c>.</param>
/// <param name="Text">In our words, in English.</param>
/// <param name="Confidence">For a requirement of the draft, how well supported it is: <c>A</c>, <c>B</c> or <c>C</c>; else its source.</param>
/// <param name="Rules">The rules that check it; empty for one that stays with people.</param>
internal sealed partial record Requirement(string Id, string Text, string Confidence, IReadOnlyList<string> Rules)
{
    private const string Resource = "rules/recommendation.md";

    /// <summary>All of them, in the order of the page.</summary>
    public static IReadOnlyList<Requirement> All { get; } = Read();

    public bool IsOfDraft => Id.StartsWith("SR-", StringComparison.Ordinal);

    private static List<Requirement> Read()
    {
        using var reader = new StreamReader(typeof(Requirement).Assembly.GetManifestResourceStream(Resource)!);
        var requirements = new List<Requirement>();
        while (reader.ReadLine() is { } line)
        {
            if (Row().Match(line) is { Success: true } row)
                requirements.Add(new Requirement(row.Groups["id"].Value, row.Groups["text"].Value, row.Groups["source"].Value, [.. RuleId().Matches(row.Groups["rules"].Value.Split("planned")[0]).Select(static match => match.Value)]));
        }

        return requirements;
    }

    [GeneratedRegex(@"^\| <a id=""[^""]+""></a>(?<id>(?:SR|B)-\d\d) \| (?<text>[^|]+?) \| [^|]+ \| (?<source>[^|]+?) \| (?<rules>[^|]+?) \|$")]
    private static partial Regex Row();

    [GeneratedRegex(@"RPL\d{4}")]
    private static partial Regex RuleId();
}
