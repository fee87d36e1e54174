namespace ReplayLint.Consent;

/// <summary>What a member was declared to have to do with consent, by annotation or by the catalogue.</summary>
[Flags]
internal enum ConsentRole
{
    None = 0,

    /// <summary>Its truth means that consent was given.</summary>
    Guard = 1,

    /// <summary>It looks like a guard, and is none.</summary>
    NotGuard = 2,

    /// <summary>It returns only when consent was given.</summary>
    Ensures = 4,

    /// <summary>It takes consent back.</summary>
    Revokes = 8,

    /// <summary>It is called only after consent.</summary>
    Requires = 16,

    /// <summary>The delegate, or every delegate given to the method, runs only after consent.</summary>
    Callback = 32,

    /// <summary>An enum member that means that consent was given.</summary>
    Granted = 64,

    /// <summary>It answers another question: where the program runs, for example.</summary>
    StandIn = 128,
}
