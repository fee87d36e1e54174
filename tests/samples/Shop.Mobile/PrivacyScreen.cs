using ReplayLint;

namespace Shop.Mobile;

/// <summary>Where customers change their mind about what the app may know.</summary>
public sealed class PrivacyScreen
{
    public string Message { get; private set; } = "";

    [RevokesConsent]
    public void Forget() // expect: RPL1005
    {
        Message = "We have stopped recording how you use the app.";
    }
}
