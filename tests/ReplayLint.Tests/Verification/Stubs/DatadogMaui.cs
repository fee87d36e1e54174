// Signatures of Datadog.Maui 0.2.0.
namespace Datadog.Maui.Configuration
{
    using System.Collections.Generic;

    public enum TrackingConsent { Granted = 0, NotGranted = 1, Pending = 2 }
    public enum TextAndInputPrivacy { MaskAll = 0, MaskAllInputs = 1, MaskSensitiveInputs = 2 }
    public enum ImagePrivacy { MaskAll = 0, MaskNone = 1 }
    public enum TouchPrivacy { Hide = 0, Show = 1 }

    public class DdSdkConfiguration
    {
        public string ClientToken { get; set; }
        public string Environment { get; set; }
        public string Service { get; set; }
        public TrackingConsent TrackingConsent { get; set; } = TrackingConsent.Granted;
    }

    public static class FileBasedConfiguration { public static DdSdkConfiguration ParseJsonConfig(string json) => new DdSdkConfiguration(); }

    public class DdRumConfiguration
    {
        public string ApplicationId { get; set; }
        public double SessionSampleRate { get; set; } = 100.0;
    }

    public class SessionReplayConfiguration
    {
        public double ReplaySampleRate { get; set; } = 100.0;
        public TextAndInputPrivacy TextAndInputPrivacyLevel { get; set; } = TextAndInputPrivacy.MaskAll;
        public ImagePrivacy ImagePrivacyLevel { get; set; } = ImagePrivacy.MaskAll;
        public TouchPrivacy TouchPrivacyLevel { get; set; } = TouchPrivacy.Hide;
        public string CustomEndpoint { get; set; }
    }
}

namespace Datadog.Maui
{
    using System.Collections.Generic;
    using Datadog.Maui.Configuration;

    public static class DdSdk
    {
        public static bool Initialize(DdSdkConfiguration configuration) => true;
        public static void SetTrackingConsent(TrackingConsent consent) { }
        public static void SetUserInfo(string id, string name = null, string email = null, Dictionary<string, object> extraInfo = null) { }
        public static void AddUserExtraInfo(Dictionary<string, object> extraInfo) { }
        public static void ClearUserInfo() { }
        public static void SetAccountInfo(string id, string name = null, Dictionary<string, object> extraInfo = null) { }
        public static void AddAccountExtraInfo(Dictionary<string, object> extraInfo) { }
    }

    public static class DdSessionReplay { public static void Enable(SessionReplayConfiguration configuration) { } }
    public static class DdRum { public static void Enable(DdRumConfiguration configuration) { } }
}

namespace Datadog.Maui.Hosting
{
    using Microsoft.Maui.Hosting;
    using Datadog.Maui.Configuration;

    public static class DatadogMauiAppBuilderExtensions
    {
        public static MauiAppBuilder UseDatadog(this MauiAppBuilder builder, DdSdkConfiguration configuration) => builder;
        public static MauiAppBuilder UseDatadogRum(this MauiAppBuilder builder, DdRumConfiguration configuration) => builder;
        public static MauiAppBuilder UseDatadogSessionReplay(this MauiAppBuilder builder, SessionReplayConfiguration configuration) => builder;
    }
}
