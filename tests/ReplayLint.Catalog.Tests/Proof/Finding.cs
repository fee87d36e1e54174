namespace ReplayLint.Catalog.Tests.Proof;

/// <summary>What the packages say about a fact, or about a part of one.</summary>
/// <param name="Verdict">Whether it is true.</param>
/// <param name="Text">Where that was read, what is missing, or why nothing can be proven.</param>
internal sealed record Finding(Verdict Verdict, string Text)
{
    /// <summary>The packages, with their versions, that prove it.</summary>
    public IEnumerable<string> Packages =>
        Verdict == Verdict.Proven ? Text.Split("; ").Select(static source => source.Split(" (")[0]).Where(static source => source.Contains('@', StringComparison.Ordinal)) : [];

    /// <summary>More about what is only declared: what was not found, or the name of the stub.</summary>
    public string Detail { get; init; } = "";

    public static Finding Proven(string where) => new(Verdict.Proven, where);

    public static Finding Disproven(string what) => new(Verdict.Disproven, what);

    public static Finding Open(string what) => new(Verdict.Open, what);

    public static Finding Declared(string why, string detail = "") => new(Verdict.Declared, why) { Detail = detail };

    /// <summary>The finding about all parts: the worst of them.</summary>
    public static Finding All(IEnumerable<Finding> parts)
    {
        var findings = parts.DefaultIfEmpty(Open("nothing was looked for")).ToList();
        var worst = findings.MaxBy(static finding => finding.Verdict)!;
        return worst.Verdict == Verdict.Proven ? worst with { Text = string.Join("; ", findings.Select(static finding => finding.Text).Distinct()) } : worst;
    }
}

/// <summary>What is known of the truth of a fact, the better first.</summary>
internal enum Verdict
{
    /// <summary>A published package shows it.</summary>
    Proven,

    /// <summary>No published package can show it; the catalogue says where it was read, or that it was not.</summary>
    Declared,

    /// <summary>A published package could show it, and nothing that was looked for in it does.</summary>
    Open,

    /// <summary>A published package shows that it is wrong.</summary>
    Disproven,
}
