using System.Diagnostics;
using Microsoft.Playwright;
using ReplayLint.Browser.Tests.Network;
using ReplayLint.Browser.Tests.Recorders;

namespace ReplayLint.Browser.Tests.Pages;

/// <summary>One visit to a page with a recorder, in a browser profile of its own.</summary>
internal sealed class Visit : IAsyncDisposable
{
    /// <summary>How long a recording may take to arrive once the page is left. The slowest recorder needs a fraction of it.</summary>
    public static readonly TimeSpan Arrival = TimeSpan.FromSeconds(30);

    /// <summary>How long a page in the background may take to send what it has, before it is left.</summary>
    private static readonly TimeSpan Background = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.3);

    /// <summary>How long nothing must come for us to say that nothing comes.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);

    /// <summary>Some recorders do nothing where a program seems to look at the page.</summary>
    public const string UserAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

    /// <summary>A browser without a window says so here too.</summary>
    public const string Disguise = "Object.defineProperty(Navigator.prototype, 'userAgentData', { value: undefined });\n";

    /// <summary>What recorders put off for a second or longer, they do in a tenth of the time.</summary>
    public const string Hurry = """
        // Some look whether a function is the browser's own, and go without timers where it is not.
        const texts = new Map(), textOf = Function.prototype.toString;
        Function.prototype.toString = function () { return texts.get(this) ?? textOf.call(this); };
        for (const name of ['setTimeout', 'setInterval']) {
            const original = window[name];
            window[name] = (action, delay, ...rest) => original(action, delay >= 1000 ? delay / 10 : delay, ...rest);
            texts.set(window[name], textOf.call(original));
        }

        """;

    /// <summary>What tests do in a page.</summary>
    public const string Helpers = """
        window.addMark = name => { const mark = document.createElement('i'); mark.className = 'witness-' + name; document.body.append(mark); return mark; };
        window.pretendHidden = () => {
            for (const [state, hidden] of [['hidden', true], ['visible', false]]) {
                Object.defineProperty(document, 'visibilityState', { get: () => state, configurable: true });
                Object.defineProperty(document, 'hidden', { get: () => hidden, configurable: true });
                document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
            }
            window.dispatchEvent(new Event('blur'));
        };

        """;

    private readonly IBrowserContext _context;
    private readonly CaptureProxy _proxy;
    private readonly RecorderDescription _recorder;
    private readonly string _html;

    private Visit(IBrowserContext context, CaptureProxy proxy, RecorderDescription recorder, string html, Capture capture, IPage page) =>
        (_context, _proxy, _recorder, _html, Capture, Page) = (context, proxy, recorder, html, capture, page);

    public IPage Page { get; }

    public Capture Capture { get; }

    /// <summary>Errors of the page, for messages.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>What was sent to anyone but the shop.</summary>
    public IEnumerable<CapturedRequest> Sent => Capture.Requests.Where(static request => !request.Url.StartsWith($"https://{TestPage.Host}/", StringComparison.Ordinal) && !request.Url.StartsWith($"https://{TestPage.ApiHost}/", StringComparison.Ordinal));

    /// <summary>Recordings that were sent.</summary>
    public IEnumerable<CapturedRequest> Recordings => Sent.Where(request => _recorder.Records.IsMatch(request.Url) && request.Body.Length > 0 && (_recorder.RecordsText is not { } text || request.Payload.Holds(text)));

    /// <summary>Opens the page.</summary>
    /// <param name="chance">What the page gets for a random number, from 0 to below 1.</param>
    public static async Task<Visit> OpenAsync(Chromium chromium, RecorderDescription recorder, string html, double chance = Chance.Inside)
    {
        var capture = new Capture((url, _) =>
            url == TestPage.Address ? Answer.Html(html)
            : url.StartsWith($"https://{TestPage.Host}/images/", StringComparison.Ordinal) ? new Answer("image/png", TestImage.Bytes)
            : url.StartsWith($"https://{TestPage.Host}/", StringComparison.Ordinal) ? Answer.Html("<!DOCTYPE html><title>Left</title>")
            : url.StartsWith($"https://{TestPage.ApiHost}/", StringComparison.Ordinal) ? new Answer("text/plain", System.Text.Encoding.UTF8.GetBytes(Canary.Of("response body").Text)) { Headers = new Dictionary<string, string> { ["x-answer"] = Canary.Of("response header").Text } }
            : url == ConsentPlatform.Script ? Answer.Script(ConsentPlatform.Code)
            : recorder.AnswerTo(url));
        var proxy = new CaptureProxy(chromium.Server, capture);
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { Proxy = new Proxy { Server = proxy.Address }, IgnoreHTTPSErrors = true, UserAgent = UserAgent });
        await context.AddInitScriptAsync(Disguise + Helpers + (recorder.KeepsTime ? "" : Hurry) + Chance.Script(chance));
        var page = await context.NewPageAsync();
        var visit = new Visit(context, proxy, recorder, html, capture, page);
        page.PageError += (_, error) => visit.Errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                visit.Errors.Add(message.Text);
        };
        await page.GotoAsync(TestPage.Address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        return visit;
    }

    /// <summary>Does what people do: types into every field, sees the page change.</summary>
    public async Task UseAsync(IEnumerable<MarkedPlace>? places = null, bool withKeys = false)
    {
        foreach (var kind in (string[])["text", "search", "textarea", "email", "tel", "number", "password", "card", "editable"])
            await TypeAsync($"#field-{kind}", Canary.Of(kind).Text, withKeys);

        foreach (var place in places ?? [])
        {
            await TypeAsync($"#{place.FieldId}", place.FieldCanary, withKeys);
            await TypeAsync($"#{place.InnerFieldId}", place.InnerFieldCanary, withKeys);
        }

        await Page.Locator("#field-date").FillAsync(Canary.Of("date").Text);
        await Page.Locator("#field-select").SelectOptionAsync(Canary.Of("select").Text);
        await Page.Locator("#field-file").SetInputFilesAsync(new FilePayload { Name = Canary.Of("file").Text, MimeType = "application/pdf", Buffer = [1, 2, 3] });
        await ClickAsync();
        await Page.EvaluateAsync($$"""
            () => {
                document.getElementById('field-hidden').value = '{{Canary.Of("hidden").Text}}';
                document.getElementById('dynamic').textContent = '{{Canary.Of("dynamic text").Text}}';
                console.log('{{Canary.Of("console").Text}}');
                const pen = document.getElementById('canvas').getContext('2d');
                const draw = count => { pen.fillRect(count, 2, 9, 9); if (count < 9) requestAnimationFrame(() => draw(count + 1)); };
                draw(0);
                const address = 'https://{{TestPage.ApiHost}}/orders';
                const headers = { 'content-type': 'text/plain', 'x-note': '{{Canary.Of("request header").Text}}' };
                return Promise.all([
                    fetch(address, { method: 'POST', headers, body: '{{Canary.Of("request body").Text}}' }),
                    fetch(new Request(address, { method: 'POST', headers, body: '{{Canary.Of("body of a request object").Text}}' })),
                ]).then(answers => Promise.all(answers.map(answer => answer.text())));
            }
            """);
    }

    /// <summary>Types with real keys, or as an input method does, all at once, which takes a fraction of the time.</summary>
    private async Task TypeAsync(string selector, string text, bool withKeys)
    {
        if (withKeys)
        {
            await Page.Locator(selector).PressSequentiallyAsync(text);
            return;
        }

        await Page.Locator(selector).FocusAsync();
        await Page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Puts an element into the page whose class every recorder keeps: where it turns up, everything before it was sent too.</summary>
    public Task MarkAsync(string name) => Page.EvaluateAsync("name => { window.addMark(name); }", name);

    /// <summary>What recorders take for the page being put into the background, which makes most of them send what they have.</summary>
    public Task HideAsync() => Page.EvaluateAsync("() => window.pretendHidden()");

    /// <summary>A real click, for recorders that wait until someone is there.</summary>
    public Task ClickAsync() => Page.Locator("button").ClickAsync();

    /// <summary>Runs what a page runs after consent.</summary>
    public async Task ConsentAsync(string script)
    {
        await RunAsync(script);
        if (_recorder.IsConsentForNextPage)
            await Page.ReloadAsync();

        // Some ask their vendor before they record, and give up where the page goes into the background meanwhile.
        await QuietAsync(Silence);
    }

    public Task RunAsync(string script) => Page.EvaluateAsync($"async () => {{ {script} }}");

    /// <summary>Whether a text was sent: to anyone, or in recordings, where what is sent beside them is not a matter of replay.</summary>
    public bool Holds(string text) => (_recorder.Others is null ? Sent : Recordings).Any(request => request.Holds(text));

    public bool HasMark(string name) => Holds("witness-" + name);

    /// <summary>Waits until a mark has arrived, first with the page in the background, then with the page left.</summary>
    /// <param name="name">The mark.</param>
    /// <param name="leave">Whether the page is left where it does not arrive before.</param>
    /// <param name="awaited">What the page is given time for, before it is left.</param>
    public async Task<bool> ArrivesAsync(string name, bool leave = true, Func<bool>? awaited = null)
    {
        bool IsComplete() => HasMark(name) && (awaited is null || awaited());

        if (await Capture.WaitAsync(IsComplete, Pause))
            return true;

        await HideAsync();
        if (await Capture.WaitAsync(IsComplete, leave ? Background : Arrival) || !leave)
            return HasMark(name);

        await LeaveAsync();
        return await Capture.WaitAsync(() => HasMark(name), Arrival);
    }

    /// <summary>Waits for as long as something would take to arrive; whether nothing of a recording has.</summary>
    public async Task<bool> StaysSilentAsync(Func<bool> isRecorded, bool leave = true)
    {
        await HideAsync();
        if (leave)
            await LeaveAsync();

        return !await Capture.WaitAsync(isRecorded, Silence);
    }

    /// <summary>Leaves the page, if it is there still, and waits until nothing more comes.</summary>
    public async Task SettleAsync()
    {
        if (Page.Url == TestPage.Address)
            await LeaveAsync();

        await QuietAsync(Arrival);
    }

    /// <summary>Waits until nothing more is sent for a moment. Some send all the time.</summary>
    private async Task QuietAsync(TimeSpan limit)
    {
        for (var (count, clock) = (-1, Stopwatch.StartNew()); count != Capture.Requests.Count && clock.Elapsed < limit;)
        {
            count = Capture.Requests.Count;
            await Task.Delay(Pause);
        }
    }

    public Task LeaveAsync() => Page.GotoAsync($"https://{TestPage.Host}/left");

    public async ValueTask DisposeAsync()
    {
        VisitLog.Write(_recorder, _html, this);
        await _context.CloseAsync();
        _proxy.Dispose();
    }
}
