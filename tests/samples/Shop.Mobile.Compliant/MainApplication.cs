namespace Shop.Mobile;

/// <summary>The process of the app: what runs before the first screen.</summary>
public sealed class MainApplication
{
    private readonly StoredReplayConsent _consent = new();

    public void OnCreate() => new CrashReporting(_consent).Start();

    public void OnPrivacyAnswered(bool granted) => _consent.Answer(granted);

    public CheckoutViewModel OpenCheckout(Customer customer)
    {
        CrashReporting.SignedIn(customer);
        return new CheckoutViewModel(customer);
    }
}
