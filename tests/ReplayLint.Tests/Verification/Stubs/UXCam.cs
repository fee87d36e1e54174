// Signatures of UXCamDotNet 1.0.1 and UXCam 3.5.1, put together from the vendor's pages, and of its bridge for Unity.
namespace Com.Uxcam.Datamodel
{
    public class UXConfig { }
}

namespace Com.UXCam
{
    public class UXCamConfiguration
    {
        public UXCamConfiguration(string userAppKey) { }
        public object Occlusion { get; set; }
    }

    public static class UXCam
    {
        public static void Start(UXCamConfiguration configuration) { }
        public static void StartWithConfiguration(UXCamConfiguration configuration) { }
        public static void StartWithConfiguration(Com.Uxcam.Datamodel.UXConfig configuration) { }
        public static void StartWithKey(string key) { }
        public static void OptIntoSchematicRecordings() { }
        public static void OptInOverall() { }
        public static void OptOutOverall() { }
        public static bool OptInOverallStatus() => true;
        public static bool optInOverallStatus() => true;
        public static void SetUserIdentity(string userIdentity) { }
        public static void SetUserProperty(string propertyName, string value) { }
    }
}

namespace Plugins.UXCam
{
    public class UXCam
    {
        public static void StartWithKey(string key) { }
        public static void OptIntoSchematicRecordings() { }
        public static void HideSensitiveScreen(bool hide) { }
        public static void SetUserIdentity(string userIdentity) { }
        public static void SetUserProperty(string key, string value) { }
        public static void StopSessionAndUploadData() { }
        public static void CancelCurrentSession() { }
    }
}
