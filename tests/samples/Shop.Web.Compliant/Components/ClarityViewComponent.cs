using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Shop.Web.Components;

public sealed record ClarityModel(string Project, bool AnalyticsCookiesAccepted);

public sealed class ClarityViewComponent(IOptions<AnalyticsOptions> analytics) : ViewComponent
{
    public IViewComponentResult Invoke()
    {
        var accepted = Request.Cookies[AnalyticsOptions.ConsentCookie] == "yes";
        return View(new ClarityModel(analytics.Value.ClarityProject, accepted));
    }
}
