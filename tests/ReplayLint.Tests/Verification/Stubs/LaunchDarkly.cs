// Signatures of LaunchDarkly.SessionReplay 0.10.2, with the entry point of before June 2026 beside today's.
namespace LaunchDarkly.Sdk.Client { public sealed class LdClient { } }

namespace LaunchDarkly.SessionReplay
{
    using Microsoft.Maui.Controls;
    using LaunchDarkly.Observability;

    public class SessionReplayOptions
    {
        public SessionReplayOptions() { }
        public SessionReplayOptions(bool isEnabled = true, string serviceName = "", PrivacyOptions privacy = null) { }
        public bool IsEnabled { get; set; } = true;
        public string ServiceName { get; set; }
        public PrivacyOptions Privacy { get; set; } = new PrivacyOptions();

        public class PrivacyOptions
        {
            public PrivacyOptions() { }
            public PrivacyOptions(bool maskTextInputs = true, bool maskWebViews = false, bool maskLabels = false, bool maskImages = false, double minimumAlpha = 0.02) { }
            public bool MaskTextInputs { get; set; } = true;
            public bool MaskWebViews { get; set; }
            public bool MaskLabels { get; set; }
            public bool MaskImages { get; set; }
            public double MinimumAlpha { get; set; }
        }
    }

    public static class LDReplay { public static bool IsEnabled { get; set; } }
    public static class LDNative { public static void Start(string mobileKey, ObservabilityOptions observability, SessionReplayOptions replay) { } }

    public static class LDViewExtensions
    {
        public static void LDMask(this View view) { }
        public static void LDUnmask(this View view) { }
    }
}

namespace LaunchDarkly.Observability
{
    using LaunchDarkly.SessionReplay;

    public class ObservabilityOptions
    {
        public ObservabilityOptions(bool isEnabled = true, string serviceName = "") { }
        public string ContextFriendlyName { get; set; }
    }

    public class ObservabilityPlugin { public ObservabilityPlugin(ObservabilityOptions options, SessionReplayOptions replay = null) { } }

    public static class LDObserve
    {
        public static void Init(string mobileKey, ObservabilityOptions observability, SessionReplayOptions replay = null) { }
        public static void Init(LaunchDarkly.Sdk.Client.LdClient client, ObservabilityOptions observability, SessionReplayOptions replay = null) { }
    }
}
