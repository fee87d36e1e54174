using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ReplayLint.Browser.Tests.Network;

/// <summary>
/// The proxy of one visit: it leads every connection of the page, its workers and its beacons to the one server, and
/// says to which visit they belong. Requests that are sent while the page is left come this way too, with their bodies.
/// </summary>
internal sealed class CaptureProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly CaptureServer _server;
    private readonly Capture _capture;

    public CaptureProxy(CaptureServer server, Capture capture)
    {
        (_server, _capture) = (server, capture);
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The visit is over.
        }
    }

    private async Task ServeAsync(TcpClient browser)
    {
        using var server = new TcpClient { NoDelay = true };
        using (browser)
        {
            try
            {
                browser.NoDelay = true;
                var head = await ReadHeadAsync(browser.GetStream());
                if (!head.StartsWith("CONNECT ", StringComparison.Ordinal))
                    return;

                await server.ConnectAsync(IPAddress.Loopback, _server.SecurePort, _end.Token);
                _server.Attribute(((IPEndPoint)server.Client.LocalEndPoint!).Port, _capture);
                await browser.GetStream().WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), _end.Token);
                await Task.WhenAny(browser.GetStream().CopyToAsync(server.GetStream(), _end.Token), server.GetStream().CopyToAsync(browser.GetStream(), _end.Token));
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // One of the two is gone.
            }
        }
    }

    /// <summary>The browser waits for an answer before it says more.</summary>
    private async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var buffer = new byte[4096];
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer, _end.Token);
            if (count == 0)
                break;

            head.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        return head.ToString();
    }
}
