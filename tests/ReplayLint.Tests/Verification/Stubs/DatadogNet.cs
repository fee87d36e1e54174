// Signatures of DatadogNet 3.14.0.7 and DatadogNet.Maui.
namespace DatadogNet
{
    using System;
    using System.Collections.Generic;

    public enum TrackingConsent { Pending = 0, Granted = 1, NotGranted = 2 }
    public enum TextAndInputPrivacy { MaskAll = 0, MaskAllInputs = 1, MaskSensitiveInputs = 2 }
    public enum ImagePrivacy { MaskAll = 0, MaskContentImages = 1, MaskNone = 2 }
    public enum TouchPrivacy { Hide = 0, Show = 1 }

    public sealed class SessionReplayOptions
    {
        public float SampleRate { get; init; } = 100;
        public TextAndInputPrivacy TextAndInputPrivacy { get; init; } = TextAndInputPrivacy.MaskAll;
        public ImagePrivacy ImagePrivacy { get; init; } = ImagePrivacy.MaskAll;
        public TouchPrivacy TouchPrivacy { get; init; } = TouchPrivacy.Hide;
        public bool StartRecordingImmediately { get; init; } = true;
        public Action<object> ConfigureNative { get; init; }
    }

    public sealed class RumOptions
    {
        public string ApplicationId { get; init; }
        public float SessionSampleRate { get; init; } = 100;
        public bool TrackAnonymousUser { get; init; }
    }

    public sealed class DatadogConfiguration
    {
        public string ClientToken { get; init; }
        public string Env { get; init; }
        public TrackingConsent TrackingConsent { get; init; } = TrackingConsent.Pending;
#nullable enable
        public RumOptions? Rum { get; init; }
        public SessionReplayOptions? SessionReplay { get; init; }
#nullable restore
    }

    public interface ISessionReplay
    {
        bool IsEnabled { get; }
        void StartRecording();
        void StopRecording();
    }

    public static class Datadog
    {
        public static ISessionReplay SessionReplay => null;
        public static void Initialize(DatadogConfiguration configuration) { }
        public static void SetTrackingConsent(TrackingConsent consent) { }
        public static void SetUser(string id, string name = null, string email = null, IReadOnlyDictionary<string, object> extraInfo = null) { }
        public static void AddUserExtraInfo(IReadOnlyDictionary<string, object> extraInfo) { }
        public static void SetAccount(string id, string name = null, IReadOnlyDictionary<string, object> extraInfo = null) { }
        public static void ClearUser() { }
        public static void Stop() { }
    }
}

namespace DatadogNet.Maui
{
    using Microsoft.Maui.Hosting;

    public sealed class DatadogMauiOptions { public bool TrackPageViews { get; init; } = true; }

    public static class MauiAppBuilderExtensions
    {
        public static MauiAppBuilder UseDatadog(this MauiAppBuilder builder, DatadogConfiguration configuration, DatadogMauiOptions options = null) => builder;
    }
}
