// Signatures of Xamarin.Smartlook 0.0.11.
namespace Xamarin.Smartlook
{
    public interface ISmartlook
    {
        void SetupWithKey(string apiKey);
        void StartRecording();
        void StopRecording();
    }
}
