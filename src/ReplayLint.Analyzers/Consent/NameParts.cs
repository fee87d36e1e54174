namespace ReplayLint.Consent;

/// <summary>The kinds of words that a name is made of; each is a word list of the catalogue, <c>consent-…</c>.</summary>
[Flags]
internal enum NameParts
{
    None = 0,

    /// <summary>Consent itself.</summary>
    Subject = 1,

    /// <summary>Cookies.</summary>
    Cookie = 2,

    /// <summary>What consent is asked for: analytics, replay.</summary>
    Purpose = 4,

    /// <summary>A yes of the user: granted, accepted.</summary>
    Given = 8,

    /// <summary>A yes of the user or of whoever configures the application.</summary>
    Allowed = 16,

    /// <summary>Mostly a setting of the application: enabled.</summary>
    Enabled = 32,

    /// <summary>Possession: has.</summary>
    Has = 64,

    /// <summary>The question: ask, request.</summary>
    Ask = 128,

    /// <summary>A negation: no, missing.</summary>
    Absent = 256,

    /// <summary>A no of the user: denied, withdrawn.</summary>
    Refused = 512,

    /// <summary>Something about consent other than the answer: needed, banner, date.</summary>
    Open = 1024,

    /// <summary>Another permission, which the operating system or a contract gives.</summary>
    Permission = 2048,

    /// <summary>The answer as a value: status, choice.</summary>
    Answer = 4096,

    /// <summary>Says nothing: is, user, the.</summary>
    Neutral = 8192,

    /// <summary>Reads a value: get, load.</summary>
    Lookup = 16384,

    /// <summary>A word in none of the lists.</summary>
    Other = 32768,

    /// <summary>Not a word: nothing of weight follows the subject, as in <c>HasReplayConsentAsync</c>.</summary>
    EndsInSubject = 65536,

    /// <summary>Not a word: the name starts with <c>try</c>, so its truth says that it could answer, not what.</summary>
    Tries = 131072,

    /// <summary>Returns only when something holds: ensure, throw.</summary>
    Ensures = 262144,

    /// <summary>Another purpose than recording: advertising, newsletter.</summary>
    OtherPurpose = 524288,

    /// <summary>Takes consent back: withdraw, revoke.</summary>
    Withdraws = 1048576,
}
