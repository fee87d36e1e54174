using Microsoft.JSInterop;

namespace Shop.Blazor.Services;

/// <summary>Films the session with rrweb and keeps the recording on our own server.</summary>
public sealed class ReplayRecorder(IJSRuntime script, Customer customer)
{
    public async Task StartAsync()
    {
        var send = await script.GetValueAsync<IJSObjectReference>("shopReplay.send");
        await script.InvokeVoidAsync("rrweb.record", new // expect: RPL1001 RPL2002 RPL5001
        {
            emit = send,
            maskAllInputs = false, // expect: RPL2001
            recordCanvas = true, // expect: RPL2001
        });

        await script.InvokeVoidAsync("clarity", "identify", customer.Number, null, null, customer.Email); // expect: RPL4001
    }
}
