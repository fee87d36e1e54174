using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Catalog;
using ReplayLint.Configuration;

namespace ReplayLint.Policy;

/// <summary>From when on recordings are kept too long for a purpose, in days.</summary>
/// <param name="Suggested">What a fix writes.</param>
/// <param name="Hint">What is longer deserves a hint.</param>
/// <param name="Limit">What is longer is a finding.</param>
/// <param name="Source">Who says so, for a message.</param>
internal sealed record RetentionLimit(double Suggested, double Hint, double Limit, string Source)
{
    private const string KeyPrefix = "replaylint.retention_max_";

    /// <summary>
    /// The limit that a team sets with <c>replaylint.retention_max_error_diagnosis = 60d</c> (or <c>24h</c>), else the tool's
    /// own, which the catalogue has; null when neither says anything.
    /// </summary>
    public static RetentionLimit? Of(PurposeProfile? purpose, AnalyzerConfigOptions options)
    {
        if (purpose is null)
            return null;

        var key = KeyPrefix + string.Join("_", NameWords.Split(purpose.Name));
        var option = ReplayLintOptions.All.OfType<OptionDefinition<double?>>().FirstOrDefault(option => option.Key == key);
        if (option?.Read(options) is { } limit)
            return new RetentionLimit(limit, limit, limit, key);

        return purpose.Retention is { } profile
            ? new RetentionLimit(profile.Suggested, profile.Hint, profile.Limit, "a tool default, for the draft gives no figure")
            : null;
    }
}
