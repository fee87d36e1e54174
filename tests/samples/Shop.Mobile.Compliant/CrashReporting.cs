using ReplayLint;
using Sentry;

namespace Shop.Mobile;

/// <summary>Crash reports from the start; a replay of what led to the crash once the user has agreed.</summary>
public sealed class CrashReporting(IReplayConsent consent)
{
    public void Start()
    {
        SentrySdk.Init(WithoutReplay);
        consent.Changed += (_, _) => OnConsentChanged();
        OnConsentChanged();
    }

    public static void SignedIn(Customer customer) => SentrySdk.ConfigureScope(scope =>
    {
        // Nothing about the customer, and a number that the next session does not have.
        scope.User = new SentryUser { Id = Guid.NewGuid().ToString() };
        scope.SetTag("tier", customer.Tier);
    });

    private void OnConsentChanged()
    {
        SentrySdk.Close();
        if (consent.IsGranted)
            StartWithReplay();
        else
            SentrySdk.Init(WithoutReplay);
    }

    [RequiresConsent]
    private static void StartWithReplay() => SentrySdk.Init(options =>
    {
        WithoutReplay(options);

        var replay = options.Native.ExperimentalOptions.SessionReplay;
        replay.SessionSampleRate = 0;
        replay.OnErrorSampleRate = 1.0;
        replay.MaskAllText = true;
        replay.MaskAllImages = true;
    });

    private static void WithoutReplay(SentryOptions options)
    {
        options.Dsn = "https://key@o1.ingest.sentry.io/1";
        options.SendDefaultPii = false;
        options.Native.AttachScreenshot = false;
    }
}
