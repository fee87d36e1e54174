using System.Collections.Immutable;

namespace ReplayLint.Catalog;

/// <summary>What the draft's appendix pairs with a purpose of recording. What no line of the catalogue says is null.</summary>
/// <param name="Name">The purpose, as <c>ReplayPurpose</c> names it.</param>
internal sealed record PurposeProfile(string Name)
{
    public VolumeProfile? Volume { get; init; }

    public MaskingProfile? Masking { get; init; }

    public IdentifierProfile? Identifier { get; init; }

    public RetentionProfile? Retention { get; init; }

    /// <summary>The purpose as a message names it: <c>error diagnosis</c>.</summary>
    public string DisplayName { get; } = string.Join(" ", NameWords.Split(Name));

    /// <summary>The same purpose, of which more is said; what comes later wins.</summary>
    public PurposeProfile With(PurposeProfile later) => this with
    {
        Volume = later.Volume ?? Volume,
        Masking = later.Masking ?? Masking,
        Identifier = later.Identifier ?? Identifier,
        Retention = later.Retention ?? Retention,
    };
}

/// <summary>One line about a purpose.</summary>
/// <param name="Paragraph">Where it stands in the draft, as the published readings number it; null when that is not known.</param>
/// <param name="Confidence">How sure we are that the draft says it.</param>
internal abstract record ProfileLine(string? Paragraph, Confidence Confidence);

/// <summary>How the draft limits how much is recorded: <c>sample</c>, <c>trigger</c>, <c>early-deletion</c>.</summary>
internal sealed record VolumeProfile(ImmutableArray<string> Limits, string? Paragraph, Confidence Confidence) : ProfileLine(Paragraph, Confidence)
{
    /// <summary>Whether a random share of all sessions may be recorded.</summary>
    public bool AllowsSample => Limits.Contains("sample");

    /// <summary>Whether sessions may be recorded because something happened in them.</summary>
    public bool AllowsTrigger => Limits.Contains("trigger");

    /// <summary>Whether more may be recorded when what is not needed is deleted early, which no code shows.</summary>
    public bool AllowsEarlyDeletion => Limits.Contains("early-deletion");
}

/// <summary>What may happen to content: <c>restricted</c> (few may see it), <c>encrypted</c> (at the vendor), <c>omitted</c> (never recorded).</summary>
internal sealed record MaskingProfile(ImmutableArray<string> Forms, bool IsUnmaskingMarginal, string? Paragraph, Confidence Confidence) : ProfileLine(Paragraph, Confidence);

/// <summary>Which identifiers may be used: <c>session</c> (random), <c>pseudonym</c> (hashed), <c>domain</c> (valid in one domain).</summary>
internal sealed record IdentifierProfile(ImmutableArray<string> Forms, string? Paragraph, Confidence Confidence) : ProfileLine(Paragraph, Confidence)
{
    /// <summary>Whether recordings may be tied to a user.</summary>
    public bool AllowsUser => Forms.Any(static form => form != "session");
}

/// <summary>How long recordings may be kept. The draft gives no figure; these are the tool's, in days.</summary>
/// <param name="Suggested">What a fix writes.</param>
/// <param name="Hint">What is longer deserves a hint.</param>
/// <param name="Limit">What is longer is a finding.</param>
internal sealed record RetentionProfile(double Suggested, double Hint, double Limit, string? Paragraph, Confidence Confidence) : ProfileLine(Paragraph, Confidence);

/// <summary>How sure we are that the draft says something; rules/recommendation.md explains the grades.</summary>
internal enum Confidence
{
    /// <summary>Well supported.</summary>
    A,

    /// <summary>Supported.</summary>
    B,

    /// <summary>One source only: never more than information in a rule.</summary>
    C,
}
