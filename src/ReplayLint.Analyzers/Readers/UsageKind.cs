namespace ReplayLint.Readers;

/// <summary>In which way code touches a recorder.</summary>
internal enum UsageKind
{
    /// <summary>Recording starts here.</summary>
    Start,

    /// <summary>A member is used that requires consent, because it starts a recorder or calls what does.</summary>
    Required,

    /// <summary>Recording ends here.</summary>
    Stop,

    /// <summary>A call that looks like a gate of the recorder and is none.</summary>
    LookAlike,

    /// <summary>The recorder takes its options here, without starting.</summary>
    Configure,

    /// <summary>An option is set.</summary>
    Setting,

    /// <summary>An option of the project's own, by what it is when nobody sets it, leaves a setting open.</summary>
    WrapperDefault,

    /// <summary>Content is taken out of masking.</summary>
    Unmask,

    /// <summary>The recorder is told who the user is.</summary>
    Identify,

    /// <summary>The recorder is told which user it is, without being told who that is.</summary>
    Link,

    /// <summary>The vendor may use what is recorded for advertising.</summary>
    Share,

    /// <summary>An option names what the recorder masks or leaves out beside what its own marks are on.</summary>
    Mark,

    /// <summary>A form field for what nobody but the user may see is recorded.</summary>
    Field,

    /// <summary>Personal data is recorded as text of a page.</summary>
    PersonalText,

    /// <summary>The project declares a policy here.</summary>
    Policy,

    /// <summary>A policy for every recorder covers this one.</summary>
    CoveredByPolicy,

    /// <summary>The project declares a policy for a recorder that it does not seem to use.</summary>
    UnusedPolicy,

    /// <summary>Recordings are stored here by the project's own code.</summary>
    Store,
}
