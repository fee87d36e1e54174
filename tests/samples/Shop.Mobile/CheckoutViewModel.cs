namespace Shop.Mobile;

public sealed record Customer(string Number, string Name, string Email, string Tier);

/// <summary>A picture of a product on the screen.</summary>
public sealed class ProductImage;

/// <summary>The screen on which people pay.</summary>
public sealed class CheckoutViewModel(Customer customer)
{
    public string Greeting => $"Hello {customer.Name}";

    public string CardNumber { get; set; } = "";

    public bool CanPay => CardNumber.Length >= 12;
}
