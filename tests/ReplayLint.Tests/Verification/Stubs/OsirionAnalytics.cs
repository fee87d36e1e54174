// Signatures of Osirion.Blazor.Analytics 3.0.0.
namespace Osirion.Blazor.Analytics.Options
{
    using System.Collections.Generic;

    public abstract class AnalyticsOptions
    {
        public string SiteId { get; set; }
        public bool Enabled { get; set; } = true;
    }

    public class ClarityOptions : AnalyticsOptions
    {
        public string TrackerUrl { get; set; } = "https://www.clarity.ms/tag/";
        public bool TrackUserAttributes { get; set; } = true;
    }

    public class MatomoOptions : AnalyticsOptions
    {
        public string TrackerUrl { get; set; } = "";
        public bool RequireConsent { get; set; }
    }

    public class YandexMetricaOptions : AnalyticsOptions
    {
        public string CounterId { get; set; } = "";
        public bool WebVisor { get; set; }
        public bool ClickMap { get; set; } = true;
        public Dictionary<string, object> UserParams { get; set; }
    }
}

namespace Osirion.Blazor.Analytics
{
    using System;
    using Osirion.Blazor.Analytics.Options;

    public interface IAnalyticsBuilder
    {
        IAnalyticsBuilder AddClarity(Action<ClarityOptions> configure = null);
        IAnalyticsBuilder AddMatomo(Action<MatomoOptions> configure = null);
        IAnalyticsBuilder AddYandexMetrica(Action<YandexMetricaOptions> configure = null);
    }
}

namespace Osirion.Blazor.Analytics.Extensions
{
    using System;
    using Microsoft.Extensions.Configuration;
    using Microsoft.Extensions.DependencyInjection;

    public static class AnalyticsServiceCollectionExtensions
    {
        public static IServiceCollection AddOsirionAnalytics(this IServiceCollection services, Action<IAnalyticsBuilder> configure) => services;
        public static IServiceCollection AddOsirionAnalytics(this IServiceCollection services, IConfiguration configuration) => services;
    }
}
