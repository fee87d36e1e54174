namespace ReplayLint.Consent;

/// <summary>Whether a place in code is reached only after the user has given consent.</summary>
internal enum ConsentState : byte
{
    /// <summary>At least one path reaches the place without passing a guard.</summary>
    NotGranted,

    /// <summary>It cannot be told: an unrecognised guard, or a delegate that is stored and run elsewhere.</summary>
    Unknown,

    /// <summary>Every path to the place passes a guard.</summary>
    Granted,
}
