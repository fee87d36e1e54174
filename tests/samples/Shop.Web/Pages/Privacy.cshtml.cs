using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Shop.Web;

public sealed class PrivacyModel : PageModel
{
    public IActionResult OnPost()
    {
        HttpContext.Features.Get<ITrackingConsentFeature>()?.WithdrawConsent();
        return RedirectToPage();
    }
}
