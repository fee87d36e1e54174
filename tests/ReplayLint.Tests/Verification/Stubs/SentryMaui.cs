// Signatures of Sentry.Maui 6.9.0, on top of the real Sentry assembly.
using System;
using Microsoft.Maui.Controls;
using Microsoft.Maui.Hosting;

namespace Sentry.Maui
{
    public class SentryMauiOptions : Sentry.SentryOptions
    {
        public bool AttachScreenshot { get; set; }
        public bool IncludeTextInBreadcrumbs { get; set; }
        public bool IncludeTitleInBreadcrumbs { get; set; }
    }

    public enum SessionReplayMaskMode { Mask = 0, Unmask = 1 }

    public static class SessionReplay
    {
        public static readonly BindableProperty MaskProperty = new BindableProperty();
        public static SessionReplayMaskMode GetMask(BindableObject view) => (SessionReplayMaskMode)view.GetValue(MaskProperty);
        public static void SetMask(BindableObject view, SessionReplayMaskMode value) => view.SetValue(MaskProperty, value);
    }
}

namespace Microsoft.Maui.Hosting
{
    public static class SentryMauiAppBuilderExtensions
    {
        public static MauiAppBuilder UseSentry(this MauiAppBuilder builder) => builder;
        public static MauiAppBuilder UseSentry(this MauiAppBuilder builder, string dsn) => builder;
        public static MauiAppBuilder UseSentry(this MauiAppBuilder builder, Action<Sentry.Maui.SentryMauiOptions> configureOptions) => builder;
    }
}
