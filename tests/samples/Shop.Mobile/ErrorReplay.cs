using Sentry;

namespace Shop.Mobile;

/// <summary>The second place that starts the recorder, as it happens when two teams work on one app.</summary>
public static class ErrorReplay
{
    public static void Start()
    {
        if (!SentrySdk.IsEnabled)
            SentrySdk.Init(Configure); // expect: RPL1001 RPL5001
    }

    private static void Configure(SentryOptions options)
    {
        options.Dsn = "https://key@o1.ingest.sentry.io/1";
        options.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0;
    }
}
