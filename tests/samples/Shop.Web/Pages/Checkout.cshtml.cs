using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Shop.Web;

public sealed class CheckoutModel : PageModel
{
    [PersonalData]
    public string Email { get; private set; } = "";

    [BindProperty, Range(1, 10)]
    public int Quantity { get; set; } = 1;

    [BindProperty, Required, PersonalData]
    public string Name { get; set; } = "";

    [BindProperty, Required, CreditCard]
    public string CardNumber { get; set; } = "";

    [BindProperty, DataType(DataType.Password)]
    public string Password { get; set; } = "";

    public void OnGet() => Email = User.Identity?.Name ?? "the address that you give";

    public IActionResult OnPost() => ModelState.IsValid ? RedirectToPage("/Index") : Page();
}
