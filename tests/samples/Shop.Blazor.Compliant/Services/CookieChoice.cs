using Microsoft.JSInterop;
using ReplayLint;

namespace Shop.Blazor.Services;

/// <summary>What the visitor answered about recording, kept in a cookie for half a year.</summary>
public sealed class CookieChoice
{
    private readonly IJSRuntime _script;

    public CookieChoice(IJSRuntime script, IHttpContextAccessor context)
    {
        _script = script;
        HasAnalyticsConsent = context.HttpContext?.Request.Cookies["analytics-consent"] == "yes";
    }

    [ConsentGuard]
    public bool HasAnalyticsConsent { get; private set; }

    /// <summary>Asks the page, because an open connection does not see what the cookie has become.</summary>
    public async Task ReadAsync() => HasAnalyticsConsent = await _script.InvokeAsync<bool>("shopReplay.hasConsent");

    public async Task AcceptAsync()
    {
        await _script.InvokeVoidAsync("shopReplay.answer", "yes");
        await _script.InvokeVoidAsync("location.reload");
    }

    /// <summary>The page that is loaded then has no recorder in it.</summary>
    [RevokesConsent]
    public async Task WithdrawAsync()
    {
        if (HasAnalyticsConsent)
            await _script.InvokeVoidAsync("clarity", "stop");

        HasAnalyticsConsent = false;
        await _script.InvokeVoidAsync("shopReplay.answer", "no");
        await _script.InvokeVoidAsync("location.reload");
    }
}
