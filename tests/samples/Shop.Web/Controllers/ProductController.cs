using Microsoft.AspNetCore.Mvc;

namespace Shop.Web.Controllers;

public sealed class ProductController(ProductCatalog catalog) : Controller
{
    public IActionResult Index(string id) =>
        catalog.Products.FirstOrDefault(product => product.Name == id) is { } product ? View(product) : NotFound();

    /// <summary>The same on a partner's page.</summary>
    public IActionResult Embedded(string id) =>
        catalog.Products.FirstOrDefault(product => product.Name == id) is { } product ? View(product) : NotFound();
}
