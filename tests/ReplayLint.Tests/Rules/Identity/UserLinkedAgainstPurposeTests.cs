using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Identity;

public class UserLinkedAgainstPurposeTests
{
    private const string Id = "RPL4003";

    // What names a person is another rule's business.
    private static readonly string[] Rules = [Id, "RPL4001"];

    [Theory]
    [InlineData("u.Id = id", "RPL4003 Info: u.Id = id")]
    [InlineData("u.Id = Hash(email)", "RPL4003 Info: u.Id = Hash(email)")]
    [InlineData("u.Id = user.FindFirst(\"sub\")?.Value", "RPL4003 Info: u.Id = user.FindFirst(\"sub\")?.Value")]
    [InlineData("u.Id = email", "RPL4001 Warning: u.Id = email")]
    [InlineData("u.Id = null", null)]
    [InlineData("u.Id = \"guest\"", null)]
    [InlineData("u.Id = System.Guid.NewGuid().ToString()", null)]
    [InlineData("var made = System.Guid.NewGuid(); u.Id = made.ToString(\"N\")", null)]
    [InlineData("u.Id = sessionId", null)]
    [InlineData("u.Id = _ofThisRun", null)]
    [InlineData("u.Other[\"tier\"] = id", null)]
    public async Task A_user_id_is_found(string statement, string? expected) =>
        Assert.Equal(expected is null ? [] : [expected], await FindingList.OfAsync(Source("ErrorDiagnosis", statement), Rules));

    [Theory]
    [InlineData("ErrorDiagnosis", true)]
    [InlineData("ExperienceImprovement", true)]
    [InlineData("Support", false)]
    public async Task Support_may_know_the_user(string purpose, bool reported) =>
        Assert.Equal(reported ? ["RPL4003 Info: u.Id = id"] : [], await FindingList.OfAsync(Source(purpose, "u.Id = id"), Rules));

    [Fact]
    public async Task Without_a_purpose_nothing_is_said() =>
        Assert.Empty(await FindingList.OfAsync(Source("ErrorDiagnosis", "u.Id = id").Replace("[assembly:", "// [assembly:"), Rules));

    [Theory]
    [InlineData("posthog.identify(user.id)", "identify")]
    [InlineData("posthog.identify(`u-${customer}`)", "identify")]
    [InlineData("posthog.identify(user.email)", null)]
    [InlineData("posthog.identify(sessionStorage.getItem('id'))", null)]
    [InlineData("posthog.identify(crypto.randomUUID())", null)]
    [InlineData("posthog.identify('everyone')", null)]
    [InlineData("posthog.identify(null)", null)]
    [InlineData("posthog.capture('order', { total: total })", null)]
    [InlineData("Sentry.setUser({ id: account })", "setUser")]
    [InlineData("Sentry.setUser(null)", null)]
    public async Task A_script_is_judged_alike(string call, string? member)
    {
        var messages = await FindingList.MessagesAsync(
            "[assembly: ReplayLint.SessionReplayPolicy(\"*\", ReplayLint.ReplayPurpose.ErrorDiagnosis, RetentionDays = 30)]",
            Id,
            RecorderApi.None,
            null,
            ("wwwroot/js/site.js", $"posthog.init('k', {{}});\nSentry.init({{ replaysOnErrorSampleRate: 1, integrations: [Sentry.replayIntegration()] }});\n{call};"));

        Assert.Equal(member is null ? 0 : 1, messages.Count);
        Assert.All(messages, message => Assert.Contains(member + "'", message));
    }

    [Theory]
    [InlineData("@Model.CustomerNumber", 1)]
    [InlineData("@Guid.NewGuid()", 0)]
    [InlineData("shop", 0)]
    public async Task What_a_view_writes_there_is_read(string value, int count) =>
        Assert.Equal(count, (await FindingList.MessagesAsync(
            "[assembly: ReplayLint.SessionReplayPolicy(\"Clarity\", ReplayLint.ReplayPurpose.ExperienceImprovement, RetentionDays = 30)]",
            Id,
            RecorderApi.None,
            null,
            ("Views/Shared/_Layout.cshtml", $"<script src=\"https://www.clarity.ms/tag/abc\"></script>\n<script>clarity('identify', '{value}');</script>"))).Count);

    [Theory]
    [InlineData("customer.Number", 1)]
    [InlineData("Guid.NewGuid().ToString()", 0)]
    [InlineData("\"all\"", 0)]
    public async Task A_call_from_csharp_to_the_page_is_judged_alike(string value, int count) =>
        Assert.Equal(count, (await FindingList.MessagesAsync($$"""
            using System;
            using System.Threading.Tasks;
            using Microsoft.JSInterop;

            [assembly: ReplayLint.SessionReplayPolicy("Clarity", ReplayLint.ReplayPurpose.ExperienceImprovement, RetentionDays = 30)]

            class Customer { public string Number { get; set; } }
            class C(IJSRuntime js, Customer customer) { async Task M() => await js.InvokeVoidAsync("clarity", "identify", {{value}}); }
            """, Id, RecorderApi.None)).Count);

    private static string Source(string purpose, string statement) => $$"""
        using System.Security.Claims;
        using Sentry;

        [assembly: ReplayLint.SessionReplayPolicy("Sentry", ReplayLint.ReplayPurpose.{{purpose}}, RetentionDays = 30)]

        class App
        {
            private readonly string _ofThisRun = System.Guid.NewGuid().ToString();
            void On(SentryOptions o) => o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0;
            void M(SentryUser u, string id, string email, string sessionId, ClaimsPrincipal user) { {{statement}}; }
            string Hash(string value) => value;
        }
        """;
}
