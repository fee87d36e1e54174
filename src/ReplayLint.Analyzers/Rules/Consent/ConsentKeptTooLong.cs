using System.Globalization;
using Microsoft.CodeAnalysis;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Consent;

/// <summary>RPL1007: the user's choice is remembered for longer than about six months.</summary>
internal sealed class ConsentKeptTooLong() : ConsentRule(Descriptors.RPL1007_ConsentKeptTooLong)
{
    private const int SuggestedDays = 180;

    /// <inheritdoc />
    public override void Check(ConsentUsage usage, Action<Diagnostic> report)
    {
        if (usage is not ConsentLifetime { Days: { } days } lifetime || days <= lifetime.MaximumDays)
            return;

        var suggested = Math.Min(SuggestedDays, lifetime.MaximumDays).ToString(CultureInfo.InvariantCulture);
        var kept = double.IsInfinity(days) ? "ever" : days.ToString("F0", CultureInfo.InvariantCulture) + " days";
        report(Create(
            lifetime.Location,
            [(FixProperties.Days, suggested), (FixProperties.Setting, lifetime.IsDefault ? lifetime.Setting : null), (FixProperties.Value, lifetime.Number)],
            [],
            lifetime.IsDefault ? kept + " by default" : kept,
            lifetime.Number is { } number && number != suggested ? $"set '{lifetime.Setting}' to {number}, which is {suggested} days" : $"set '{lifetime.Setting}' to {suggested} days"));
    }
}
