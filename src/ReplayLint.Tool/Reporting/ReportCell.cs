namespace ReplayLint.Tool.Reporting;

/// <summary>What stands in a cell of a table; a format decides how it looks.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Kind">What it is.</param>
internal sealed record ReportCell(string Text, CellKind Kind = CellKind.Text)
{
    public static ReportCell Empty { get; } = new("");

    /// <summary>The address of the place that a cell names; null when there is none.</summary>
    public string? Address { get; init; }

    /// <summary>How good or bad a verdict is.</summary>
    public Verdict Verdict { get; init; }

    /// <summary>What stands in the cell besides.</summary>
    public IReadOnlyList<ReportCell> More { get; init; } = [];

    public static ReportCell Of(string? text) => new(text ?? "");

    public static ReportCell Code(string? text) => new(text ?? "", CellKind.Code);

    /// <summary>What rules say, which is English whatever the language of the report.</summary>
    public static ReportCell English(string? text) => new(text ?? "", CellKind.English);

    public static ReportCell Of(string text, Verdict verdict) => new(text, CellKind.Verdict) { Verdict = verdict };

    public static ReportCell Of(ReplayLog log, LogPlace? place) =>
        place is null ? Empty : new(place.ToString(), CellKind.Code) { Address = SourceLinks.Of(log, place) };

    /// <summary>One after the other.</summary>
    public static ReportCell List(IEnumerable<ReportCell> cells) => new("", CellKind.List) { More = [.. cells] };
}

/// <summary>What stands in a cell.</summary>
internal enum CellKind
{
    Text,
    Code,
    English,
    Verdict,
    List,

    /// <summary>A box to tick.</summary>
    Box,
}

/// <summary>How good or bad something is.</summary>
internal enum Verdict
{
    None,
    Good,
    Open,
    Bad,
}
