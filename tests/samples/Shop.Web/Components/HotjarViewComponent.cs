using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Shop.Web.Components;

public sealed record HotjarModel(bool Enabled, int Site);

public sealed class HotjarViewComponent(IOptions<AnalyticsOptions> analytics) : ViewComponent
{
    public IViewComponentResult Invoke() => View(new HotjarModel(analytics.Value.Enabled, analytics.Value.HotjarSite));
}
