namespace ReplayLint.Tool;

/// <summary>What the process returns.</summary>
internal static class ExitCodes
{
    /// <summary>Nothing to complain about.</summary>
    public const int Clean = 0;

    /// <summary>There are findings.</summary>
    public const int Findings = 1;

    /// <summary>Something could not be analysed, so nobody knows.</summary>
    public const int Incomplete = 2;

    /// <summary>Ended by the user, as shells number it.</summary>
    public const int Cancelled = 130;
}
