// Signatures of Kebechet.Maui.MicrosoftClarity 4.0.0.
namespace Maui.MicrosoftClarity.Services
{
    using System;
    using System.Threading.Tasks;

    public interface IMicrosoftClarityService
    {
        void Initialize(string projectId);
        bool IsPaused { get; }
        string CurrentSessionId { get; }
        void Pause();
        void Resume();
        bool SetCustomUserId(string customUserId);
        bool SetCustomTag(string key, string value);
        bool SetCurrentScreenName(string screenName);
        bool SetCustomSessionId(string customSessionId);
        Task<string> StartNewSession();
        bool Consent(bool? isAdsStorageAllowed, bool? isAnalyticsStorageAllowed);
    }

    public class MicrosoftClarityService : IMicrosoftClarityService
    {
        public void Initialize(string projectId) { }
        public bool IsPaused => false;
        public string CurrentSessionId => null;
        public void Pause() { }
        public void Resume() { }
        public bool SetCustomUserId(string customUserId) => true;
        public bool SetCustomTag(string key, string value) => true;
        public bool SetCurrentScreenName(string screenName) => true;
        public bool SetCustomSessionId(string customSessionId) => true;
        public Task<string> StartNewSession() => Task.FromResult("");
        public bool Consent(bool? isAdsStorageAllowed, bool? isAnalyticsStorageAllowed) => true;
    }
}

namespace Maui.MicrosoftClarity.Extensions
{
    using Microsoft.Extensions.DependencyInjection;

    public static class IServiceCollectionExtensions
    {
        public static IServiceCollection AddMicrosoftClarity(this IServiceCollection services) => services;
    }
}
