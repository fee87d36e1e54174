// Signatures of Omnicasa.Maui.PostHog 2026.8.10.7.
namespace Maui.Posthog
{
    using System;
    using System.Collections.Generic;
    using Microsoft.Maui.Hosting;

    public sealed class PostHogOptions
    {
        public string ApiKey { get; set; } = string.Empty;
        public string Host { get; set; } = "";
        public bool CaptureApplicationLifecycleEvents { get; set; } = true;
        public bool CaptureScreenViews { get; set; } = true;
        public bool Autocapture { get; set; }
        public bool SessionReplay { get; set; }
        public SessionReplayOptions Replay { get; set; } = new();
    }

    public sealed class SessionReplayOptions
    {
        public bool MaskAllTextInputs { get; set; } = true;
        public bool MaskAllImages { get; set; } = true;
        public bool ScreenshotMode { get; set; } = true;
    }

    public interface IPostHog
    {
        string DistinctId { get; }
        void Capture(string eventName, IDictionary<string, object> properties = null);
        void Identify(string distinctId, IDictionary<string, object> userProperties = null, IDictionary<string, object> userPropertiesSetOnce = null);
        void Screen(string screenName, IDictionary<string, object> properties = null);
        void Alias(string alias);
        void Group(string type, string key, IDictionary<string, object> properties = null);
        void Register(string key, object value);
        void Unregister(string key);
        void Reset();
        void OptIn();
        void OptOut();
        void StartSessionReplay();
        void StopSessionReplay();
    }

    public class PostHogService : IPostHog
    {
        public PostHogService(PostHogOptions options) { }
        public string DistinctId => "";
        public void Capture(string eventName, IDictionary<string, object> properties = null) { }
        public void Identify(string distinctId, IDictionary<string, object> userProperties = null, IDictionary<string, object> userPropertiesSetOnce = null) { }
        public void Screen(string screenName, IDictionary<string, object> properties = null) { }
        public void Alias(string alias) { }
        public void Group(string type, string key, IDictionary<string, object> properties = null) { }
        public void Register(string key, object value) { }
        public void Unregister(string key) { }
        public void Reset() { }
        public void OptIn() { }
        public void OptOut() { }
        public void StartSessionReplay() { }
        public void StopSessionReplay() { }
    }

    public static class PostHogServiceExtensions
    {
        public static MauiAppBuilder AddPostHog(this MauiAppBuilder builder, Action<PostHogOptions> configure) => builder;
        public static MauiAppBuilder AddPostHog<TPostHog>(this MauiAppBuilder builder, Action<PostHogOptions> configure) where TPostHog : class, IPostHog => builder;
    }
}
