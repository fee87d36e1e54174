namespace ReplayLint.Tool.Reporting;

/// <summary>A table of a report; its first column names the rows.</summary>
/// <param name="Headings">One for each column; empty for a column that explains the one before.</param>
/// <param name="Rows">The cells.</param>
/// <param name="Otherwise">What to say where there are no rows.</param>
internal sealed record ReportTable(IReadOnlyList<string> Headings, IReadOnlyList<ReportCell[]> Rows, string Otherwise)
{
    public string? Caption { get; init; }
}
