using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReplayLint.Catalog;
using ReplayLint.Rules;

namespace ReplayLint.Tool.Reporting;

/// <summary>What a report says about itself and in figures, the same in each format.</summary>
internal sealed class ReportFacts
{
    /// <summary>What stands at the head of a report.</summary>
    public IEnumerable<(string Name, string Value)> Of(Report report, ReportTexts texts)
    {
        yield return (texts["made"], report.Made.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));
        yield return (texts["made-with"], "replaylint " + ToolVersion.Version);
        yield return (texts["catalog"], texts.Format("catalog.text", RecorderCatalog.BuiltIn.Recorders.Select(static recorder => recorder.Name).Distinct().Count(), RuleList.Descriptors.Length));
        yield return (texts["hash"], HashOf(report));
    }

    /// <summary>What stands at the head of a repository.</summary>
    public IEnumerable<(string Name, string Value)> Of(ReplayLog log, ReportTexts texts)
    {
        if (log.Repository is { } repository)
            yield return (texts["repository"], repository);

        yield return (texts["commit"], log.Commit ?? texts["unknown"]);
        yield return (texts["made-with"], log.Tool);
    }

    /// <summary>A declared retention: days or, below one, hours.</summary>
    public string Retention(string? days, ReportTexts texts) =>
        !double.TryParse(days, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? texts["unknown"]
        : number < 1 ? texts.Format("hours", Math.Round(number * 24).ToString(CultureInfo.InvariantCulture))
        : texts.Format("days", number.ToString("0.##", CultureInfo.InvariantCulture));

    public string VendorRetention(RecorderSection recorder, ReportTexts texts) => recorder.VendorRetention switch
    {
        null => texts["vendor-retention.unknown"],
        { } known when known.MinimumDays == known.MaximumDays => texts.Format("vendor-retention.one", known.MaximumDays),
        { } known => texts.Format("vendor-retention", known.MinimumDays, known.MaximumDays),
    };

    /// <summary>The SHA-256 of what the report holds, whatever its format, its language and the day: two reports of the same facts have the same.</summary>
    public static string HashOf(Report report) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(JsonReport.ContentOf(report)))).ToLowerInvariant();
}
