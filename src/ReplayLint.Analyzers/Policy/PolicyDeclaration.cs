using System.Globalization;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;

namespace ReplayLint.Policy;

/// <summary>What a project declares about a recorder, as it is written: an attribute of the assembly, or an item of the project.</summary>
/// <param name="Recorder">The name of the recorder, or <c>*</c>.</param>
/// <param name="Purpose">The purpose; null when it is none that <c>ReplayPurpose</c> has.</param>
/// <param name="Location">The attribute, or the file that holds the item.</param>
internal sealed record PolicyDeclaration(string Recorder, string? Purpose, Location Location)
{
    private const string EveryRecorder = "*";
    private const double HoursPerDay = 24;

    /// <summary>The days of retention as they are written; null when there are none.</summary>
    public string? RetentionDays { get; init; }

    /// <summary>The hours of retention as they are written; null when there are none.</summary>
    public string? RetentionHours { get; init; }

    public string? Reference { get; init; }

    public string? ConsentMechanism { get; init; }

    /// <summary>What the purpose asks for; null when no catalogue knows it.</summary>
    public PurposeProfile? Profile { get; init; }

    /// <summary>Whether everything is written so far that it can be judged; someone may be typing.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>Whether the policy is for every recorder of the project.</summary>
    public bool IsForEveryRecorder => Recorder == EveryRecorder;

    /// <summary>For how many days recordings are kept; null when that is not said, or not said clearly.</summary>
    public double? Days => (NumberOf(RetentionDays), NumberOf(RetentionHours)) switch
    {
        ({ } days, null) when RetentionHours is null => days,
        (null, { } hours) when RetentionDays is null => hours / HoursPerDay,
        ({ } days, { } hours) when days * HoursPerDay == hours => days,
        _ => null,
    };

    /// <summary>Whether the policy is for the recorder of this name, and not for every one.</summary>
    public bool Names(string recorder) => string.Equals(Recorder, recorder, StringComparison.OrdinalIgnoreCase);

    /// <summary>The number that is written, if it can be a time.</summary>
    public static double? NumberOf(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
