using Microsoft.Playwright;
using ReplayLint.Browser.Tests.Pages;
using Xunit;

namespace ReplayLint.Browser.Tests.Samples;

/// <summary>The samples, as the applications that they are: what one of a pair leaks does not leave the other.</summary>
[Collection(BrowserCollection.Name)]
public class SampleTests(ProofFixture fixture)
{
    private const string Typed = "Quillfeather";
    private static readonly TimeSpan Arrival = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Shop_Web_records_what_is_typed_without_asking()
    {
        using var shop = await SampleApplication.StartAsync("Shop.Web");
        await using var visit = await SampleVisit.OpenAsync(fixture.Chromium, shop);

        await CheckOutAsync(visit);

        Assert.True(await visit.Capture.WaitAsync(() => visit.Holds(Typed), Arrival), Describe(visit));
        Assert.Contains(visit.Capture.Requests, static request => request.Url.StartsWith("https://www.clarity.ms/tag/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shop_Web_Compliant_asks_and_records_nothing_that_is_typed()
    {
        using var shop = await SampleApplication.StartAsync("Shop.Web.Compliant");
        await using var visit = await SampleVisit.OpenAsync(fixture.Chromium, shop);

        await CheckOutAsync(visit);
        Assert.False(await visit.Capture.WaitAsync(() => visit.Capture.Requests.Count > 0, Visit.Silence), Describe(visit));

        await visit.Page.Locator("#accept-analytics").ClickAsync();
        await CheckOutAsync(visit);

        // The marked element shows that the recording came, and the text beside it that it is masked.
        Assert.True(await visit.Capture.WaitAsync(() => visit.Holds("witness-end"), Arrival), Describe(visit));
        Assert.False(await visit.Capture.WaitAsync(() => visit.Holds(Typed) || visit.Holds("We confirm your order"), Visit.Silence), Describe(visit));
    }

    [Fact]
    public async Task Shop_Blazor_records_what_is_typed_without_asking()
    {
        using var shop = await SampleApplication.StartAsync("Shop.Blazor");
        await using var visit = await SampleVisit.OpenAsync(fixture.Chromium, shop);

        // Records only once the circuit is there.
        await visit.GoToAsync("/");
        Assert.True(await visit.Capture.WaitAsync(() => visit.Holds("Teapots and cups"), Arrival), Describe(visit));

        await EditAccountAsync(visit);
        Assert.True(await visit.Capture.WaitAsync(() => visit.Holds(Typed), Arrival), Describe(visit));
    }

    [Fact]
    public async Task Shop_Blazor_Compliant_asks_and_records_nothing_that_is_typed()
    {
        using var shop = await SampleApplication.StartAsync("Shop.Blazor.Compliant");
        await using var visit = await SampleVisit.OpenAsync(fixture.Chromium, shop);

        await visit.GoToAsync("/");
        await EditAccountAsync(visit);
        Assert.False(await visit.Capture.WaitAsync(() => visit.Capture.Requests.Count > 0, Visit.Silence), Describe(visit));

        await visit.Page.Locator("a", new() { HasText = "Shop" }).First.ClickAsync();
        await visit.Page.Locator("button", new() { HasText = "Yes" }).ClickAsync();
        Assert.True(await visit.Capture.WaitAsync(() => visit.Capture.Requests.Any(request => request.Url.EndsWith("/replay", StringComparison.Ordinal)), Arrival), Describe(visit));

        await EditAccountAsync(visit);
        Assert.True(await visit.Capture.WaitAsync(() => visit.Holds("witness-end"), Arrival), Describe(visit));
        Assert.False(await visit.Capture.WaitAsync(() => visit.Holds(Typed) || visit.Holds("Teapots and cups"), Visit.Silence), Describe(visit));
    }

    private static async Task CheckOutAsync(SampleVisit visit)
    {
        await visit.GoToAsync("/Checkout");
        await visit.Page.Locator("#Name").PressSequentiallyAsync(Typed);
        await visit.Page.Locator("#Quantity").PressSequentiallyAsync("3");
        await visit.Page.EvaluateAsync("() => { window.addMark('end'); }");
        await Task.Delay(TimeSpan.FromSeconds(0.5));
        await visit.Page.EvaluateAsync("() => window.pretendHidden()");
    }

    private static async Task EditAccountAsync(SampleVisit visit)
    {
        await visit.Page.Locator("a", new() { HasText = "Account" }).ClickAsync();
        await TypeNameAsync(visit.Page.Locator("label", new() { HasText = "Name" }).Locator("input"));
        await visit.Page.EvaluateAsync("() => { window.addMark('end'); }");
    }

    /// <summary>The circuit, once it is there, puts a field of its own in place of the one that the server sent, also while someone types.</summary>
    private static async Task TypeNameAsync(ILocator field)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await field.PressSequentiallyAsync(Typed, new() { Timeout = 5_000 });
                return;
            }
            catch (TimeoutException) when (attempt < 5)
            {
                // Typed into what is gone.
            }
        }
    }

    private static string Describe(SampleVisit visit) => string.Join("\n", visit.Capture.Requests.Select(static request => $"{request.Method} {request.Url} {request.Body.Length}"));
}
