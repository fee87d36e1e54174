using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace ReplayLint.Browser.Tests.Network;

/// <summary>Stands for every host that a page asks for, so that nothing leaves the machine. Keeps what it is sent, and answers as the visit says.</summary>
internal sealed class CaptureServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, Capture> _connections = new();
    private readonly WebApplication _application;

    private CaptureServer(WebApplication application) => _application = application;

    public int SecurePort { get; private set; }

    public static async Task<CaptureServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(static options =>
        {
            options.Limits.MaxRequestBodySize = null;
            options.Listen(IPAddress.Loopback, 0, static listen =>
            {
                listen.Protocols = Microsoft.AspNetCore.Server.Kestrel.Core.HttpProtocols.Http1;
                listen.UseHttps(CreateCertificate());
            });
        });

        var application = builder.Build();
        var server = new CaptureServer(application);
        application.UseWebSockets();
        application.Run(server.HandleAsync);
        await application.StartAsync();
        server.SecurePort = new Uri(application.Urls.Single()).Port;
        return server;
    }

    /// <summary>Says to which visit a connection belongs, by the port that it comes from.</summary>
    public void Attribute(int port, Capture capture) => _connections[port] = capture;

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        if (!_connections.TryGetValue(context.Connection.RemotePort, out var capture))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var url = context.Request.GetEncodedUrl();
        AllowOrigin(context);
        if (HttpMethods.IsOptions(context.Request.Method))
            return;

        if (context.WebSockets.IsWebSocketRequest)
        {
            await ReadMessagesAsync(context, capture, url);
            return;
        }

        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body);
        }
        catch (Exception exception) when (exception is IOException or BadHttpRequestException)
        {
            // The page was left meanwhile: what came until then counts.
        }

        capture.Add(new CapturedRequest(context.Request.Method, url, body.ToArray()));
        var answer = capture.AnswerTo(url, body.ToArray());
        foreach (var (name, value) in answer.Headers)
            context.Response.Headers[name] = value;

        if (answer.Headers.Count > 0)
            context.Response.Headers.AccessControlExposeHeaders = string.Join(", ", answer.Headers.Keys);

        context.Response.ContentType = answer.ContentType;
        await context.Response.Body.WriteAsync(answer.Body);
    }

    private static void AllowOrigin(HttpContext context)
    {
        var (request, headers) = (context.Request.Headers, context.Response.Headers);
        headers.AccessControlAllowOrigin = request.Origin.Count > 0 ? request.Origin : "*";
        headers.AccessControlAllowCredentials = "true";
        headers.AccessControlAllowMethods = "GET, POST, PUT, PATCH, DELETE";
        headers.AccessControlAllowHeaders = request.AccessControlRequestHeaders;
        headers.AccessControlMaxAge = "600";
    }

    private static async Task ReadMessagesAsync(HttpContext context, Capture capture, string url)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[64 * 1024];
        using var message = new MemoryStream();
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(), context.RequestAborted) is { MessageType: not WebSocketMessageType.Close } received)
            {
                message.Write(buffer, 0, received.Count);
                if (!received.EndOfMessage)
                    continue;

                capture.Add(new CapturedRequest("SOCKET", url, message.ToArray()));
                message.SetLength(0);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // The page was left.
        }
    }

    /// <summary>Any will do: the browser is told not to look at it.</summary>
    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Test", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
