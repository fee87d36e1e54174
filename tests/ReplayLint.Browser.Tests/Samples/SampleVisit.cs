using Microsoft.Playwright;
using ReplayLint.Browser.Tests.Network;
using ReplayLint.Browser.Tests.Packages;
using ReplayLint.Browser.Tests.Pages;
using ReplayLint.Browser.Tests.Recorders;

namespace ReplayLint.Browser.Tests.Samples;

/// <summary>A visit to a sample, whose recorders are loaded from their vendors' addresses and send to them, or to the sample itself.</summary>
internal sealed class SampleVisit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly CaptureProxy _proxy;

    private SampleVisit(IBrowserContext context, CaptureProxy proxy, Capture capture, IPage page, string address) =>
        (_context, _proxy, Capture, Page, Address) = (context, proxy, capture, page, address);

    public IPage Page { get; }

    public string Address { get; }

    /// <summary>Everything that was sent to vendors, and the recordings that were sent to the sample.</summary>
    public Capture Capture { get; }

    public bool Holds(string text) => Capture.Requests.Any(request => request.Holds(text));

    public static async Task<SampleVisit> OpenAsync(Chromium chromium, SampleApplication application)
    {
        var postHog = RecorderDescription.All.Single(static recorder => recorder.Catalog.Name == "PostHog");
        var capture = new Capture((url, _) => url.Contains("/npm/rrweb@", StringComparison.Ordinal) ? Answer.Script(RecorderPackages.FileOf("rrweb/dist/rrweb.umd.min.cjs")) : postHog.AnswerTo(url));
        var proxy = new CaptureProxy(chromium.Server, capture);
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            Proxy = new Proxy { Server = proxy.Address, Bypass = "127.0.0.1" },
            IgnoreHTTPSErrors = true,
            UserAgent = Visit.UserAgent,
        });
        await context.AddInitScriptAsync(Visit.Disguise + Visit.Hurry + Visit.Helpers + Chance.Script(Chance.Inside) + InSample);
        var page = await context.NewPageAsync();
        context.Request += (_, request) =>
        {
            if (request.Url == application.Address + "/replay")
                capture.Add(new CapturedRequest(request.Method, request.Url, request.PostDataBuffer ?? []));
        };
        return new SampleVisit(context, proxy, capture, page, application.Address);
    }

    public Task GoToAsync(string path) => Page.GotoAsync(Address + path);

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        _proxy.Dispose();
    }

    /// <summary>A session of PostHog that falls into a sample of one in ten: its number decides.</summary>
    private const string InSample = """
        if (location.protocol === 'http:' && !localStorage.getItem('ph_phc_shop_posthog')) {
            const time = Date.now().toString(16).padStart(12, '0');
            for (let n = 0; ; n++) {
                const id = time.slice(0, 8) + '-' + time.slice(8) + '-7000-8000-' + String(n).padStart(12, '0');
                let hash = 0;
                for (const c of id) hash = (hash * 31 + c.charCodeAt(0)) | 0;
                if (Math.abs(hash) % 100 < 10) {
                    localStorage.setItem('ph_phc_shop_posthog', JSON.stringify({ distinct_id: 'someone', $sesid: [Date.now(), id, Date.now()] }));
                    break;
                }
            }
        }
        """;
}
