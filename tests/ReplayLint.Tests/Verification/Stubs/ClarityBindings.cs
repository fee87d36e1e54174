// Signatures of the bindings below Kebechet.Maui.MicrosoftClarity, as their generators name them, and of the platforms' types.
namespace Android.Content { public class Context { } }
namespace Android.App { public class Activity : Android.Content.Context { } }
namespace Android.Views { public class View { } }
namespace UIKit { public class UIView { } }

namespace Com.Microsoft.Clarity
{
    public class ClarityConfig
    {
        public ClarityConfig(string projectId) { }
        public string UserId { get; set; }
    }

    public static class ClaritySdk
    {
        public static bool Initialize(Android.Content.Context context, ClarityConfig config) => true;
        public static bool Initialize(Android.App.Activity activity, ClarityConfig config) => true;
        public static bool Pause() => true;
        public static bool Resume() => true;
        public static bool MaskView(Android.Views.View view) => true;
        public static bool UnmaskView(Android.Views.View view) => true;
        public static bool SetCustomUserId(string customUserId) => true;
        public static bool SetCustomSessionId(string customSessionId) => true;
        public static bool SetCustomTag(string key, string value) => true;
    }
}

namespace MicrosoftClarityiOS
{
    public class ClarityConfig
    {
        public ClarityConfig(string projectId) { }
    }

    public static class ClaritySDK
    {
        public static bool InitializeWithConfig(ClarityConfig config) => true;
        public static bool Pause() => true;
        public static bool Resume() => true;
        public static bool MaskView(UIKit.UIView view) => true;
        public static bool UnmaskView(UIKit.UIView view) => true;
        public static bool SetCustomUserId(string customUserId) => true;
    }
}
