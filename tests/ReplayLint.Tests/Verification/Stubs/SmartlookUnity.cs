// Signatures of Smartlook's bridge for Unity.
namespace SmartlookUnity
{
    public class SetupOptions
    {
        public SetupOptions(string apiKey, int fps, bool startNewSession, bool startNewSessionAndUser) { }
    }

    public static class Smartlook
    {
        public static void SetupAndStartRecording(string key) { }
        public static void SetupAndStartRecording(string key, int frameRate) { }
        public static void SetupAndStartRecording(SetupOptions setupOptions) { }
        public static void Setup(string key) { }
        public static void StartRecording() { }
        public static void StopRecording() { }
        public static bool IsRecording() => false;
        public static void SetUserIdentifier(string userIdentifier) { }
        public static void SetUserIdentifier(string userIdentifier, string properties) { }
    }
}
