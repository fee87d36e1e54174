namespace ReplayLint.Tests.Verification;

/// <summary>The API that a test source is written against.</summary>
public enum RecorderApi
{
    None,

    /// <summary>The real assembly, once for Android and once for iOS.</summary>
    Sentry,

    /// <summary>The real assembly for Android, for members that iOS has not.</summary>
    SentryOnAndroid,

    /// <summary>The real assembly for servers and desktops, which has no replay.</summary>
    SentryOnServer,

    /// <summary>Stub of Sentry.Maui over the real Sentry assembly.</summary>
    SentryMaui,

    /// <summary>Stub.</summary>
    Datadog,

    /// <summary>Stub of the package's former name.</summary>
    DatadogFormerName,

    /// <summary>Stub.</summary>
    LaunchDarkly,

    /// <summary>Stub of the community's package DatadogNet.</summary>
    DatadogNet,

    /// <summary>Stub of a wrapper of Clarity for Blazor.</summary>
    ClarityInBlazor,

    /// <summary>Stub of a wrapper of Clarity for MAUI.</summary>
    ClarityInMaui,

    /// <summary>Stub of a wrapper of rrweb for Blazor.</summary>
    RrwebInBlazor,

    /// <summary>Stub of a Blazor package of several analytics tools.</summary>
    OsirionAnalytics,

    /// <summary>Stub of a deprecated binding of Smartlook.</summary>
    SmartlookInXamarin,

    /// <summary>Stub of a wrapper of PostHog for MAUI.</summary>
    PostHogInMaui,

    /// <summary>Stub.</summary>
    PendoInMaui,

    /// <summary>Stub of UXCam for MAUI and Xamarin, and for Unity.</summary>
    UXCam,

    /// <summary>Stub of a bridge for Unity.</summary>
    SmartlookInUnity,

    /// <summary>Stub of what a wrapper of Clarity is built on.</summary>
    ClarityBindings,

    /// <summary>All of them in one project.</summary>
    All,
}
