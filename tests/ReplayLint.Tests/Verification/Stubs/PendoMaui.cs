// Signatures of pendo-maui 3.15, put together from its documentation. The enumeration has two names there.
namespace PendoMAUIPlugin
{
    using System.Collections.Generic;
    using Microsoft.Maui.Controls;

    public enum PendoPrivacyAction { Mask, Unmask, Block }
    public enum PendoSRPrivacyAction { Mask, Unmask, Block, None }

    public interface IPendoService
    {
        void Setup(string appKey);
        void StartSession(string visitorId, string accountId, Dictionary<string, object> visitorData, Dictionary<string, object> accountData);
        void SetVisitorData(Dictionary<string, object> visitorData);
        void SetAccountData(Dictionary<string, object> accountData);
        void EndSession();
    }

    public static class PendoServiceFactory { public static IPendoService CreatePendoService() => null; }

    public static class PendoSR { public static readonly BindableProperty ReplayPrivacyProperty = new BindableProperty(); }

    public static class PendoSRPrivacyExtensions
    {
        public static void ApplyPendoSRPrivacy(this VisualElement element, PendoPrivacyAction action) { }
        public static void ApplyPendoSRPrivacy(this VisualElement element, PendoSRPrivacyAction action) { }
    }
}
