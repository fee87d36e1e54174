namespace ReplayLint.Consent;

/// <summary>The order of the states: the more is known to be granted, the higher.</summary>
internal static class ConsentLattice
{
    /// <summary>What holds when two paths meet.</summary>
    public static ConsentState Lower(ConsentState left, ConsentState right) => left < right ? left : right;

    /// <summary>What holds when both are known.</summary>
    public static ConsentState Higher(ConsentState left, ConsentState right) => left > right ? left : right;
}
