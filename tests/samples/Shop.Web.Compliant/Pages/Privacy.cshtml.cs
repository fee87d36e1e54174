using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Shop.Web;

public sealed class PrivacyModel : PageModel
{
    /// <summary>The script of the page has stopped the recorders; the next page does not load them.</summary>
    public IActionResult OnPost()
    {
        HttpContext.Features.Get<ITrackingConsentFeature>()?.WithdrawConsent();
        return RedirectToPage();
    }
}
