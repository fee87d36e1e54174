using Microsoft.Playwright;
using ReplayLint.Browser.Tests.Network;

namespace ReplayLint.Browser.Tests.Pages;

/// <summary>The one browser of all visits, and the server that stands for everything it asks for.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    /// <summary>Where a browser is that is not on the path.</summary>
    private const string PathVariable = "REPLAYLINT_CHROMIUM";

    /// <summary>The first does without all that people see of a browser, and takes half the time.</summary>
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome"];

    private readonly IPlaywright _playwright;

    private Chromium(IPlaywright playwright, IBrowser browser, CaptureServer server) => (_playwright, Browser, Server) = (playwright, browser, server);

    public IBrowser Browser { get; }

    public CaptureServer Server { get; }

    public static async Task<Chromium> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Find(),
            Headless = true,
            // Whatever does not go through the proxy of a visit goes nowhere.
            Args = ["--no-sandbox", "--ignore-certificate-errors", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--disable-component-update", "--disable-background-networking", "--disable-features=AutofillServerCommunication", "--disable-blink-features=AutomationControlled"],
        });
        return new Chromium(playwright, browser, await CaptureServer.StartAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        await Server.DisposeAsync();
    }

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } given)
            return given;

        var folders = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"What recorders do is tried in a real browser, and no Chromium was found. Install it (Debian: apt-get install chromium-headless-shell), or name one in {PathVariable}.");
    }
}
