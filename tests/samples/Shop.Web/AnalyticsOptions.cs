namespace Shop.Web;

/// <summary>The accounts at the vendors that show how the shop is used.</summary>
public sealed class AnalyticsOptions
{
    public bool Enabled { get; set; } = true;

    public string ClarityProject { get; set; } = "shopclarity";

    public string PostHogKey { get; set; } = "phc_shop";

    public int HotjarSite { get; set; } = 1234567;
}
