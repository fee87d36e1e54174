namespace ReplayLint.Consent;

/// <summary>What the value of an expression would prove about consent.</summary>
[Flags]
internal enum Evidence
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>If the value is true, consent was given.</summary>
    TrueGrants = 1,

    /// <summary>If the value is false, consent was given.</summary>
    FalseGrants = 2,

    /// <summary>Whatever the value, consent was given; also of values that never occur.</summary>
    Both = TrueGrants | FalseGrants,

    /// <summary>The value is the text of someone's answer, such as a consent cookie's.</summary>
    Answer = 4,
}

/// <summary>How evidence follows from evidence.</summary>
internal static class EvidenceExtensions
{
    /// <summary>The evidence of the negated value.</summary>
    public static Evidence Negate(this Evidence evidence)
    {
        var negated = Evidence.None;
        if (evidence.Proves(true))
            negated |= Evidence.FalseGrants;
        if (evidence.Proves(false))
            negated |= Evidence.TrueGrants;

        return negated;
    }

    /// <summary>Whether the given outcome proves that consent was given.</summary>
    public static bool Proves(this Evidence evidence, bool outcome) =>
        (evidence & (outcome ? Evidence.TrueGrants : Evidence.FalseGrants)) != 0;

    /// <summary>The evidence of <c>left &amp; right</c>: true when both are, false when one is.</summary>
    public static Evidence And(this Evidence left, Evidence right) =>
        ((left | right) & Evidence.TrueGrants) | (left & right & Evidence.FalseGrants);

    /// <summary>The evidence of <c>left | right</c>: true when one is, false when both are.</summary>
    public static Evidence Or(this Evidence left, Evidence right) =>
        (left & right & Evidence.TrueGrants) | ((left | right) & Evidence.FalseGrants);
}
