using ReplayLint.Readers.Markup;

namespace ReplayLint.Tests.Readers.Markup;

/// <summary>Pages as people write them, for the tests that any page must pass.</summary>
internal static class MarkupPages
{
    public const string Layout = """"
        @using System.Globalization
        @using Contoso.Web.Consent;
        @inject IConsentStore Consent
        @addTagHelper *, Microsoft.AspNetCore.Mvc.TagHelpers
        @{
            Layout = null;
            var granted = Consent.Current?.Has("replay") ?? false; // asked at the first visit
            var title = $"{ViewData["Title"]} - {(granted ? "on" : "off")}";
        }
        <!DOCTYPE html>
        <html lang="@CultureInfo.CurrentUICulture.TwoLetterISOLanguageName">
        <head>
            <meta charset="utf-8">
            <title>@title | Contoso</title>
            <link rel=stylesheet href=~/css/site.css asp-append-version="true" />
            <style>
                @@media (max-width: 600px) { body > p { color: @(ViewBag.Color ?? "red"); } }
            </style>
            @if (granted && !Context.Request.Path.StartsWithSegments("/admin"))
            {
                <script src="https://cdn.example.com/replay.js" defer></script>
                <script>
                    replay.init("@Configuration["Replay:Key"]", { maskAllText: @Json.Serialize(Model.Mask), sampleRate: 0.1 });
                    @* the id is a pseudonym *@
                    replay.identify('@Model.User.PseudonymousId', { plan: "@@pro" });
                    @if (Model.User.IsStaff)
                    {
                        <text>
                        if (1 < 2 && window.replay) { replay.stop(); }
                        </text>
                    }
                    @foreach (var tag in Model.Tags)
                    {
                        @:replay.tag("@tag");
                    }
                </script>
            }
            else if (Consent.IsPending)
            {
                <vc:consent-banner position="bottom" />
            }
            else
            {
                /* no consent, no recorder */
                @await Html.PartialAsync("_NoReplay")
            }
            @await RenderSectionAsync("Head", required: false)
        </head>
        <body class="page @(granted ? "with-replay" : "")" @(Model.IsRtl ? "dir=rtl" : "") onload="start('@Model.Id')">
            <!-- main -->
            <partial name="_Header" model="Model.Header" />
            @RenderBody()
            <p>Write to help@contoso.com or @@contoso
            <p>Copyright @DateTime.Now.Year.ToString("yyyy"). All rights reserved.
        </body>
        </html>
        """";

    public const string ViewComponent = """""
        @model Contoso.Web.ReplayModel
        @{
            if (!Model.HasConsent)
            {
                return;
            }

            if (Model.Key is null) return;

            var options = new ReplayOptions { Key = Model.Key, Mask = true };
            Func<int, string> text = n => n switch { 0 => "none", 1 => "one", _ => $"{n:N0}" };
            void Render(string key)
            {
                <li data-key="@key">@key</li>
            }
        }
        <ul>
            @{ Render("a"); Render("b"); }
        </ul>
        @switch (Model.State)
        {
            case ConsentState.Granted:
            case ConsentState.Implied when Model.Region == "none":
                <script>start("@Model.Id");</script>
                break;
            default:
                @:No recording for <b>@Model.Name</b>.
                break;
        }
        @section Scripts {
            <script>
                var config = { nested: { deep: "}" } };
            </script>
        }
        @try { <p>@Model.Risky()</p> } catch (Exception e) when (e is not null) { <p>@e.Message</p> } finally { Model.Close(); }
        @do { <i>@i</i> } while (i++ < 3);
        @functions {
            private string Quote(string s) => s.Length > 0 ? "\"" + s + "\"" : @"""";
        }
        """"";

    public const string Component = """"
        @page "/settings/{Id:int}"
        @implements IDisposable
        @inject IJSRuntime Js
        @rendermode InteractiveServer

        <PageTitle>Settings</PageTitle>
        <Router AppAssembly="@typeof(App).Assembly">
            <Found Context="routeData">
                <RouteView RouteData="@routeData" DefaultLayout="@typeof(MainLayout)" />
            </Found>
        </Router>
        <EditForm Model="@model" OnValidSubmit="@(async () => await SaveAsync("x"))">
            <Input @bind-Value="model.Name" @bind-Value:event="oninput" @key="model" />
            <input type="checkbox" @bind="model.Consent" disabled />
            <button class="btn @(busy ? "busy" : null)" @onclick='() => Toggle("on")' @onclick:preventDefault>Save</button>
            <div @attributes="Rest" @ref=element></div>
        </EditForm>
        @foreach (var (key, value) in model.Items.Where(i => i.Value > 0))
        {
            var label = key.ToUpper();
            @if (value < 10) { <span title="@label">@value</span> } else if (value > 20) { continue; }
            <br>
        }
        @using (new Scope()) { <text>scoped</text> }
        @code {
            [Parameter] public int Id { get; set; }

            private string Raw => """
                } not the end {
                """;

            private async Task SaveAsync(string s) => await Js.InvokeVoidAsync("replay.start", $"{{{s}}}", '}');
        }
        """";

    public const string Form = """"
        @model LoginModel
        <form asp-controller="Account" asp-action="Login" method=post class='form "quoted"'>
            <div asp-validation-summary="ModelOnly"></div>
            <label asp-for="Email"></label>
            <input asp-for="Email" data-mask value="@Model.Email" placeholder=@Model.Hint/>
            <select asp-for="Country"><option value=fr selected>France<option value=de>Deutschland</select>
            <textarea asp-for="Note" rows="3"><b>@Model.Note</b></textarea>
            <!button type="submit" data-@(Model.Name)="x">Go</!button>
            @Html.TextBoxFor(m => m.Name, new { @class = "x", data_hj_allow = "" })
            @if (Model.Failed) { <p class="error">Wrong }</p> }
        </form>
        """";

    public const string Html = """
        <!doctype html>
        <?xml version="1.0"?>
        <!--[if lt IE 9]><script src="html5shiv.js"></script><![endif]-->
        <![if !IE]><link href=modern.css><![endif]>
        <HTML>
        <body bgcolor=white>
        <table><tr><td>1<td>2<tr><td>3</div></table>
        <ul><li>one<li>two<ul><li>inner</ul><li>three</ul>
        <p>a < b && c > d @home <b>bold</i></p></p>
        <svg viewBox="0 0 1 1"><title><desc/>x</title><![CDATA[ <no> ]]></svg>
        <script>if (a</b/.exec("</p>")) { document.write("<\/script>@media"); }</SCRIPT >
        <script src=x></script>
        <style>p > a { }</style>
        <a href="?a=1&b=2" title=''>link</a><br/><img src=a.png alt>
        <div/>text</div>
        <!-->not a comment<!-- a comment -- -->
        </body>
        </HTML>
        """;

    private static readonly Dictionary<string, (string Text, MarkupLanguage Language)> All = new()
    {
        [nameof(Layout)] = (Layout, MarkupLanguage.Cshtml),
        [nameof(ViewComponent)] = (ViewComponent, MarkupLanguage.Cshtml),
        [nameof(Component)] = (Component, MarkupLanguage.Razor),
        [nameof(Form)] = (Form, MarkupLanguage.Cshtml),
        [nameof(Html)] = (Html, MarkupLanguage.Html),
        ["Html as a view"] = (Html, MarkupLanguage.Cshtml),
        ["Layout with CRLF"] = (Layout.Replace("\n", "\r\n", StringComparison.Ordinal), MarkupLanguage.Cshtml),
    };

    public static IEnumerable<string> Names => All.Keys;

    public static (string Text, MarkupLanguage Language) Get(string name) => All[name];
}
