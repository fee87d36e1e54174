using ReplayLint.Browser.Tests.Recorders;

namespace ReplayLint.Browser.Tests.Claims;

/// <summary>Something that the catalogue or a fix says about a recorder, and what the browser says to it.</summary>
/// <param name="Recorder">The recorder.</param>
/// <param name="Kind">What kind of thing is said.</param>
/// <param name="Subject">What is said, in the words of the catalogue.</param>
/// <param name="Outcome">Whether it is so.</param>
/// <param name="Detail">What was seen, or why nothing can be.</param>
internal sealed record Claim(RecorderDescription Recorder, ClaimKind Kind, string Subject, Outcome Outcome, string Detail)
{
    public override string ToString() => $"{Recorder.Folder}, {Kind}, {Subject}: {Outcome}: {Detail}";
}

/// <summary>What is claimed.</summary>
internal enum ClaimKind
{
    /// <summary>What is in clear and what is not when nothing is configured.</summary>
    Default,

    /// <summary>A setting, class or attribute shows what the rule says it shows.</summary>
    Unsafe,

    /// <summary>A class, attribute or option keeps an element out.</summary>
    Mark,

    /// <summary>After the fix, what it protects does not leave the page.</summary>
    Fixed,

    /// <summary>Nothing is recorded before consent, something after it, and nothing after it was taken back.</summary>
    Gate,

    /// <summary>What looks like a gate holds nothing back.</summary>
    LookAlike,

    /// <summary>A rate decides how many sessions are recorded.</summary>
    Sampling,
}

/// <summary>What a browser says to a claim.</summary>
internal enum Outcome
{
    Proven,
    Disproven,
    NotTestable,
}
