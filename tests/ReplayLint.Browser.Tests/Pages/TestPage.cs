using ReplayLint.Browser.Tests.Recorders;

namespace ReplayLint.Browser.Tests.Pages;

/// <summary>A small page of a shop with everything that people type, read and see, on which a recorder is started.</summary>
internal static class TestPage
{
    public const string Host = "shop.example";

    /// <summary>The address has a name in it, as addresses of accounts do.</summary>
    public static string Address { get; } = $"https://{Host}/account/{Canary.Of("page address").Text}";

    /// <summary>Where the page sends an order.</summary>
    public const string ApiHost = "api.shop.example";

    /// <summary>A picture with a text in it that can be searched for.</summary>
    public static string Picture(string text) => $"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='20' height='20'%3E%3Ctitle%3E{text}%3C/title%3E%3C/svg%3E";

    public static string Write(RecorderDescription recorder, string start, IEnumerable<MarkedPlace>? places = null) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>Account</title>
        {(recorder.NeedsPlatform ? ConsentPlatform.Html : "")}
        <script src="{recorder.Script}"></script>
        </head>
        <body>
        <h1>Your account</h1>
        <p id="page-text">{Canary.Of("page text").Text}</p>
        <p>{Canary.Of("e-mail in text").Text}</p>
        <p>{Canary.Of("number in text").Text}</p>
        <p title="{Canary.Of("attribute").Text}" data-customer="{Canary.Of("data attribute").Text}">Orders</p>
        <img src="/images/{Canary.Of("image address").Text}" alt="{Canary.Of("alt text").Text}" width="20" height="20">
        <img src="{Picture(Canary.Of("picture").Text)}" width="20" height="20">
        <canvas id="canvas" width="20" height="20"></canvas>
        <form>
        <input id="field-text" type="text" placeholder="{Canary.Of("placeholder").Text}">
        <input id="field-search" type="search">
        <textarea id="field-textarea"></textarea>
        <input id="field-email" type="email">
        <input id="field-tel" type="tel">
        <input id="field-number" type="number">
        <input id="field-date" type="date">
        <input id="field-hidden" type="hidden">
        <input id="field-password" type="password">
        <input id="field-card" type="text" autocomplete="cc-number">
        <input id="field-file" type="file">
        <select id="field-select"><option>None</option><option>{Canary.Of("select").Text}</option></select>
        <div id="field-editable" contenteditable="true"></div>
        <button type="button">{Canary.Of("button text").Text}</button>
        </form>
        {string.Concat((places ?? []).Select(static place => place.Html))}
        <p id="dynamic"></p>
        <script>
        {start}
        </script>
        </body>
        </html>

        """;
}
