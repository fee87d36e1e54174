namespace ReplayLint.Justifications;

/// <summary>What was made of the reason that someone gives for silencing a rule.</summary>
/// <param name="Text">The reason; null or empty when there is none.</param>
/// <param name="Flaw">Why it does not count.</param>
internal sealed record Justification(string? Text, JustificationFlaw Flaw)
{
    /// <summary>The pattern that the text does not fit.</summary>
    public string? Pattern { get; init; }

    public Expiry Expiry { get; init; }

    /// <summary>The day until which the reason holds, as it is written; null when it says none.</summary>
    public string? Until { get; init; }

    /// <summary>Whether a reason is given, be it one that has expired.</summary>
    public bool IsGiven => Flaw == JustificationFlaw.None;
}
