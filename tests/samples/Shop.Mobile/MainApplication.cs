namespace Shop.Mobile;

/// <summary>The process of the app: what runs before the first screen.</summary>
public sealed class MainApplication
{
    private readonly ISettings _settings = new InMemorySettings();

    public void OnCreate()
    {
        CrashReporting.Start(_settings.Get("environment", "production"));
        ErrorReplay.Start();
    }

    public CheckoutViewModel OpenCheckout(Customer customer)
    {
        CrashReporting.SignedIn(customer);
        return new CheckoutViewModel(customer);
    }
}
