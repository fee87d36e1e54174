namespace Shop.Web;

public sealed record Product(string Name, decimal Price);

/// <summary>What the shop sells.</summary>
public sealed class ProductCatalog
{
    public IReadOnlyList<Product> Products { get; } = [new("Teapot", 24.50m), new("Cup", 7.90m)];
}
