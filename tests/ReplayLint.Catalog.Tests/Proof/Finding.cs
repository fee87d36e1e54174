namespace ReplayLint.Catalog.Tests.Proof;

/// <summary>What the packages say about a fact, or about a part of one.</summary>
/// <param name="Verdict">Whether it is true.</param>
/// <param name="Text">Where that was read, or what is missing.</param>
internal sealed record Finding(Verdict Verdict, string Text)
{
    public static Finding Proven(string where) => new(Verdict.Proven, where);

    public static Finding Disproven(string what) => new(Verdict.Disproven, what);

    public static Finding Open(string what) => new(Verdict.Open, what);

    public static Finding Declared(string why) => new(Verdict.Declared, why);

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
