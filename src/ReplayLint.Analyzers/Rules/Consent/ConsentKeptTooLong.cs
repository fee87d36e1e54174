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

        var suggestedDays = Math.Min(SuggestedDays, lifetime.MaximumDays);
        var suggested = suggestedDays.ToString(CultureInfo.InvariantCulture);
        var number = InUnit(lifetime.Number, suggestedDays);
        var kept = double.IsInfinity(days) ? "ever" : days.ToString("F0", CultureInfo.InvariantCulture) + " days";
        report(Create(
            lifetime.Location,
            [(FixProperties.Days, suggested), (FixProperties.Setting, lifetime.IsDefault ? lifetime.Setting : null), (FixProperties.Value, number)],
            [],
            lifetime.IsDefault ? kept + " by default" : kept,
            number is not null && number != suggested ? $"set '{lifetime.Setting}' to {number}, which is {suggested} days" : $"set '{lifetime.Setting}' to {suggested} days"));
    }

    /// <summary>The number for the suggested days, which readers give for as many as are suggested without a configuration.</summary>
    private static string? InUnit(string? number, int days) =>
        days < SuggestedDays && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? (value * days / SuggestedDays).ToString("F0", CultureInfo.InvariantCulture)
            : number;
}
