using ReplayLint;

namespace Shop.Blazor.Services;

/// <summary>What the visitor answered about cookies.</summary>
public sealed class CookieChoice
{
    public string Message { get; private set; } = "";

    [RevokesConsent]
    public void Withdraw()
    {
        Message = "We have stopped recording how you use the shop.";
    }
}
