namespace Shop.Web;

/// <summary>The accounts at the vendors that show how the shop is used, and where the visitor's answer is kept.</summary>
public sealed class AnalyticsOptions
{
    public const string ConsentCookie = "analytics-consent";

    public string ClarityProject { get; set; } = "shopclarity";

    public string PostHogKey { get; set; } = "phc_shop";
}
