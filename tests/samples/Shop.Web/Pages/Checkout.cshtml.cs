using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Shop.Web;

public sealed class CheckoutModel : PageModel
{
    [BindProperty, Required]
    public string Name { get; set; } = "";

    [BindProperty, CreditCard]
    public string CardNumber { get; set; } = "";

    public IActionResult OnPost() => ModelState.IsValid ? RedirectToPage("/Index") : Page();
}
