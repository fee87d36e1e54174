using Sentry;

namespace Shop.Mobile;

/// <summary>Crash reports, and with them a replay of what led to the crash.</summary>
public static class CrashReporting
{
    internal const bool HideText = false;
    internal static readonly double EverySession = 1.0;

    public static void Start(string environment)
    {
        // Started first, so that a crash of anything else is seen.
        SentrySdk.Init(options => // expect: RPL1001 RPL5001
        {
            options.Dsn = "https://key@o1.ingest.sentry.io/1";
            options.Environment = environment;
            options.SendDefaultPii = true; // expect: RPL4001

            // Screenshots make it easier to see what happened.
            options.Native.AttachScreenshot = true; // expect: RPL2006

            var replay = options.Native.ExperimentalOptions.SessionReplay;
            replay.SessionSampleRate = EverySession; // expect: RPL3001
            replay.MaskAllText = HideText; // expect: RPL2001
            replay.MaskAllImages = false; // expect: RPL2001

            // The product pictures are public.
            replay.UnmaskControlsOfType<ProductImage>(); // expect: RPL2003
        });
    }

    public static void SignedIn(Customer customer) => SentrySdk.ConfigureScope(scope =>
    {
        scope.User = new SentryUser
        {
            Id = customer.Number,
            Username = customer.Name, // expect: RPL4001
            Email = customer.Email, // expect: RPL4001
        };
        scope.SetTag("tier", customer.Tier);
    });

    public static void SignedOut() => SentrySdk.ConfigureScope(scope => scope.User = new SentryUser());
}
