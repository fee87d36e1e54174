using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Consent;

public class ConsentKeptTooLongTests
{
    private const string Id = "RPL1007";

    private const string Usings = """
        using System;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection;

        """;

    [Theory]
    [InlineData("TimeSpan.FromDays(365)")]
    [InlineData("TimeSpan.FromDays(185)")]
    [InlineData("TimeSpan.FromDays(Days)")]
    [InlineData("TimeSpan.FromDays(30 * 12)")]
    [InlineData("TimeSpan.FromDays(184, hours: 1)")]
    [InlineData("TimeSpan.FromHours(24 * 365)")]
    [InlineData("TimeSpan.FromMinutes(525600)")]
    [InlineData("TimeSpan.FromSeconds(31536000)")]
    [InlineData("new TimeSpan(365, 0, 0, 0)")]
    [InlineData("new TimeSpan(8760, 0, 0)")]
    [InlineData("new(365, 0, 0, 0)")]
    [InlineData("TimeSpan.MaxValue")]
    [InlineData("Year")]
    [InlineData("Long")]
    [InlineData("TimeSpan.FromDays(100) + TimeSpan.FromDays(100)")]
    public Task A_span_beyond_six_months_is_found(string span) =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, Usings + $$"""
            class Startup
            {
                const int Days = 400;
                static readonly TimeSpan Year = TimeSpan.FromDays(365);
                static TimeSpan Long => Year;

                void Configure(IServiceCollection services) =>
                    services.Configure<CookiePolicyOptions>(options =>
                    {
                        [|options.ConsentCookie.Expiration = {{span}}|];
                    });
            }
            """);

    [Theory]
    [InlineData("TimeSpan.FromDays(184)")]
    [InlineData("TimeSpan.FromDays(180)")]
    [InlineData("TimeSpan.FromHours(365)")]
    [InlineData("new TimeSpan(365, 0, 0)")]
    [InlineData("new TimeSpan(365)")]
    [InlineData("TimeSpan.Zero")]
    [InlineData("TimeSpan.FromDays(days)")]
    [InlineData("TimeSpan.Parse(\"365.00:00:00\")")]
    [InlineData("null")]
    public Task A_shorter_or_an_unknown_span_is_clean(string span) =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, Usings + $$"""
            class Startup
            {
                void Configure(IServiceCollection services, int days) =>
                    services.Configure<CookiePolicyOptions>(options =>
                    {
                        options.CheckConsentNeeded = context => true;
                        options.ConsentCookie.Expiration = {{span}};
                    });
            }
            """);

    [Theory]
    [InlineData("services.Configure<CookiePolicyOptions>(o => [|o.ConsentCookie.MaxAge = TimeSpan.FromDays(365)|]);")]
    [InlineData("services.AddCookiePolicy(o => { var cookie = o.ConsentCookie; [|cookie.Expiration = TimeSpan.FromDays(365)|]; });")]
    [InlineData("services.AddCookiePolicy(o => o.ConsentCookie = new CookieBuilder { Name = \"c\", [|Expiration = TimeSpan.FromDays(365)|] });")]
    [InlineData("services.AddCookiePolicy(o => { var cookie = new CookieBuilder(); [|cookie.Expiration = TimeSpan.FromDays(365)|]; o.ConsentCookie = cookie; });")]
    [InlineData("app.UseCookiePolicy(new CookiePolicyOptions { CheckConsentNeeded = c => true, ConsentCookie = { [|Expiration = TimeSpan.FromDays(365)|] } });")]
    [InlineData("app.UseCookiePolicy(new CookiePolicyOptions { ConsentCookie = new CookieBuilder { [|MaxAge = TimeSpan.FromDays(365)|] } });")]
    [InlineData("var p = new CookiePolicyOptions(); [|p.ConsentCookie.Expiration = TimeSpan.FromDays(365)|]; app.UseCookiePolicy(p);")]
    public Task Every_way_to_write_it_is_found(string statement) =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, Usings + $"class Startup {{ void M(IServiceCollection services, IApplicationBuilder app) {{ {statement} }} }}");

    [Theory]
    [InlineData("services.Configure<CookiePolicyOptions>(o => [|o.CheckConsentNeeded|] = c => true);")]
    [InlineData("services.AddCookiePolicy(o => { [|o.CheckConsentNeeded|] = Needed; o.MinimumSameSitePolicy = SameSiteMode.None; });")]
    [InlineData("services.AddCookiePolicy(o => { [|o.CheckConsentNeeded|] = Needed; o.ConsentCookie.Name = \"choice\"; });")]
    [InlineData("app.UseCookiePolicy(new CookiePolicyOptions { [|CheckConsentNeeded|] = c => true });")]
    [InlineData("app.UseCookiePolicy(new CookiePolicyOptions { [|CheckConsentNeeded|] = c => true, ConsentCookie = { Name = \"choice\" } });")]
    [InlineData("var p = new CookiePolicyOptions(); [|p.CheckConsentNeeded|] = c => true; app.UseCookiePolicy(p);")]
    [InlineData("var p = new CookiePolicyOptions { [|CheckConsentNeeded|] = c => true }; app.UseCookiePolicy(p); services.Configure<CookiePolicyOptions>(o => o.ConsentCookie.MaxAge = TimeSpan.FromDays(90));")]
    [InlineData("services.Configure<CookiePolicyOptions>(o => [|o.CheckConsentNeeded|] = Needed); var p = new CookiePolicyOptions { ConsentCookie = { MaxAge = TimeSpan.FromDays(90) } };")]
    public Task The_default_counts_where_consent_is_asked(string statement) =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, Usings + $"class Startup {{ bool Needed(HttpContext c) => true; void M(IServiceCollection services, IApplicationBuilder app) {{ {statement} }} }}");

    [Theory]
    [InlineData("services.AddCookiePolicy(o => { o.CheckConsentNeeded = Needed; o.ConsentCookie.MaxAge = TimeSpan.FromDays(90); });")]
    [InlineData("services.AddCookiePolicy(o => { o.CheckConsentNeeded = Needed; o.ConsentCookie = cookie; });")]
    [InlineData("services.AddCookiePolicy(o => { o.CheckConsentNeeded = Needed; Shorten(o); });")]
    [InlineData("services.AddCookiePolicy(o => { o.CheckConsentNeeded = Needed; Shorten(o.ConsentCookie); });")]
    [InlineData("services.AddCookiePolicy(o => o.CheckConsentNeeded = Needed); services.PostConfigure<CookiePolicyOptions>(o => o.ConsentCookie.Expiration = TimeSpan.FromDays(90));")]
    [InlineData("services.AddCookiePolicy(o => o.CheckConsentNeeded = null);")]
    [InlineData("services.AddCookiePolicy(o => o.CheckConsentNeeded = _ => false);")]
    [InlineData("services.AddCookiePolicy(o => o.MinimumSameSitePolicy = SameSiteMode.None);")]
    [InlineData("var p = new CookiePolicyOptions { CheckConsentNeeded = Needed }; p.ConsentCookie.Expiration = TimeSpan.FromDays(90);")]
    [InlineData("app.UseCookiePolicy(new CookiePolicyOptions { CheckConsentNeeded = Needed, ConsentCookie = { Expiration = TimeSpan.FromDays(90) } });")]
    [InlineData("Shorten(new CookiePolicyOptions { CheckConsentNeeded = Needed });")]
    [InlineData("kept = new CookiePolicyOptions { CheckConsentNeeded = Needed };")]
    [InlineData("CookiePolicyOptions Make() => new() { CheckConsentNeeded = Needed };")]
    [InlineData("CookiePolicyOptions Make() { var p = new CookiePolicyOptions { CheckConsentNeeded = Needed }; return p; }")]
    [InlineData("new CookieBuilder { Expiration = TimeSpan.FromDays(365) }.ToString();")]
    [InlineData("new CookiePolicyOptions().ToString(); new Other { Expiration = TimeSpan.FromDays(365) }.ToString();")]
    public Task What_is_set_elsewhere_or_asks_nothing_is_clean(string statement) =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, Usings + $$"""
            class Other { public TimeSpan Expiration { get; set; } }

            class Startup
            {
                CookiePolicyOptions kept = new() { CheckConsentNeeded = c => true };
                bool Needed(HttpContext c) => true;
                void Shorten(object value) { }
                void M(IServiceCollection services, IApplicationBuilder app, CookieBuilder cookie) { {{statement}} }
            }
            """);

    [Fact]
    public async Task A_default_that_another_file_changes_is_no_default()
    {
        const string Asks = Usings + "class Startup { bool CanTrack; void M(IServiceCollection services) => services.AddCookiePolicy(o => o.CheckConsentNeeded = c => true); }";
        const string Sets = Usings + "class Cookies { void M(CookiePolicyOptions o) => o.ConsentCookie.Expiration = TimeSpan.FromDays(90); }";
        const string Names = Usings + "class Cookies { void M(CookiePolicyOptions o) => o.ConsentCookie.Name = \"choice\"; }";
        var references = TestReferences.Of(RecorderApi.SentryOnAndroid).Single();

        Assert.Equal(
            "The user's choice is kept for 365 days by default; ask again after about six months: set 'ConsentCookie.Expiration' to 180 days (CNIL recommendation on cookies of 2020, B-03)",
            Assert.Single(await RuleRunner.GetFindingsAsync([Asks], references)).GetMessage());
        Assert.Single(await RuleRunner.GetFindingsAsync([Asks, Names], references));
        Assert.Empty(await RuleRunner.GetFindingsAsync([Asks, Sets], references));
    }

    [Theory]
    [InlineData("Expires = DateTimeOffset.UtcNow.AddYears(1)")]
    [InlineData("Expires = DateTimeOffset.Now.AddMonths(13)")]
    [InlineData("Expires = DateTime.Now.AddDays(365)")]
    [InlineData("Expires = DateTime.UtcNow.AddDays(100).AddMonths(6)")]
    [InlineData("Expires = DateTimeOffset.UtcNow.Add(TimeSpan.FromDays(365))")]
    [InlineData("Expires = DateTimeOffset.UtcNow + TimeSpan.FromDays(365)")]
    [InlineData("Expires = new DateTimeOffset(DateTime.UtcNow.AddYears(1))")]
    [InlineData("Expires = TimeProvider.System.GetUtcNow().AddYears(1)")]
    [InlineData("Expires = DateTimeOffset.MaxValue")]
    [InlineData("Expires = Expiry")]
    [InlineData("MaxAge = TimeSpan.FromDays(365)")]
    [InlineData("MaxAge = TimeSpan.FromDays(400), Secure = true")]
    public Task A_choice_in_a_cookie_of_its_own_is_found(string options)
    {
        var comma = options.IndexOf(", ", StringComparison.Ordinal);
        var marked = comma < 0 ? $"[|{options}|]" : $"[|{options[..comma]}|]{options[comma..]}";
        return RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, Usings + $$"""
            class Consent(HttpContext context)
            {
                static DateTimeOffset Expiry => DateTimeOffset.UtcNow.AddYears(2);
                void Keep(string value) => context.Response.Cookies.Append("cookie-consent", value, new CookieOptions { {{marked}} });
            }
            """);
    }

    [Theory]
    [InlineData("var o = new CookieOptions { [|MaxAge = TimeSpan.FromDays(365)|] }; cookies.Append(\"cookie-consent\", \"no\", o);")]
    [InlineData("var o = new CookieOptions(); [|o.Expires = DateTimeOffset.Now.AddYears(1)|]; cookies.Append(\"analytics_consent\", \"yes\", o);")]
    [InlineData("CookieOptions o = new() { Secure = true }; if (x) [|o.MaxAge = TimeSpan.FromDays(365)|]; cookies.Append(ConsentKey, \"yes\", options: o);")]
    [InlineData("var days = TimeSpan.FromDays(365); cookies.Append(Keys.Consent, \"yes\", new CookieOptions { [|MaxAge = days|] });")]
    public Task Options_are_followed_to_the_cookie(string statements) =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, Usings + $$"""
            static class Keys { public const string Consent = "cc"; }

            class Banner
            {
                const string ConsentKey = "x1";
                void M(IResponseCookies cookies, bool x) { {{statements}} }
            }
            """);

    [Theory]
    [InlineData("cookies.Append(\"theme\", \"dark\", new CookieOptions { MaxAge = TimeSpan.FromDays(365) });")]
    [InlineData("cookies.Append(\"theme\", \"consent\", new CookieOptions { MaxAge = TimeSpan.FromDays(365) });")]
    [InlineData("cookies.Append(\"consent-banner-seen\", \"1\", new CookieOptions { MaxAge = TimeSpan.FromDays(365) });")]
    [InlineData("cookies.Append(\"cookie-consent\", \"yes\", new CookieOptions { MaxAge = TimeSpan.FromDays(180) });")]
    [InlineData("cookies.Append(\"cookie-consent\", \"yes\", new CookieOptions { Expires = DateTimeOffset.UtcNow.AddMonths(6) });")]
    [InlineData("cookies.Append(\"cookie-consent\", \"\", new CookieOptions { Expires = DateTimeOffset.UtcNow.AddYears(-1) });")]
    [InlineData("cookies.Append(\"cookie-consent\", \"\", new CookieOptions { Expires = DateTimeOffset.UnixEpoch });")]
    [InlineData("cookies.Append(\"cookie-consent\", \"yes\", new CookieOptions { Expires = until, MaxAge = span });")]
    [InlineData("cookies.Append(\"cookie-consent\", \"yes\", new CookieOptions { Expires = until.AddYears(1) });")]
    [InlineData("var o = new CookieOptions { MaxAge = TimeSpan.FromDays(365) }; cookies.Append(\"theme\", \"dark\", o); cookies.Append(\"cookie-consent\", \"yes\");")]
    [InlineData("new Store().Append(\"cookie-consent\", \"yes\", new CookieOptions { MaxAge = TimeSpan.FromDays(365) });")]
    public Task Another_cookie_or_a_shorter_life_is_clean(string statements) =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, Usings + $$"""
            class Store { public void Append(string key, string value, CookieOptions options) { } }
            class Banner { void M(IResponseCookies cookies, DateTimeOffset until, TimeSpan span) { {{statements}} } }
            """);

    [Theory]
    [InlineData("DateTimeOffset.UtcNow.AddYears(1)", "kept for 365 days; ask again after about six months: set 'CookieOptions.Expires' to 180 days (")]
    [InlineData("DateTimeOffset.MaxValue", "kept for ever; ask again")]
    public async Task The_message_says_how_long(string expires, string message)
    {
        var source = Usings + $"class Banner {{ void M(IResponseCookies cookies) => cookies.Append(\"consent\", \"yes\", new CookieOptions {{ Expires = {expires} }}); }}";

        Assert.Contains(message, Assert.Single(await RuleRunner.GetFindingsAsync([source], TestReferences.Of(RecorderApi.SentryOnAndroid).Single())).GetMessage());
    }

    [Fact]
    public async Task A_project_adds_its_own_framework()
    {
        const string Catalog = "consent Shop\n  lifetime P:ShopCookie.Days of=P:ShopOptions.Choice\n  lifetime P:ShopCookie.Life of=P:ShopOptions.Choice default=400d asked-by=P:ShopOptions.Ask\n";
        const string Source = """
            using System;
            public class ShopCookie { public TimeSpan Life { get; set; } public TimeSpan Days { get; set; } }
            public class ShopOptions { public ShopCookie Choice { get; } = new(); public bool Ask { get; set; } }
            """;
        var framework = TestReferences.Of(RecorderApi.SentryOnAndroid).Single();
        var shop = CSharpCompilation.Create("Shop", [CSharpSyntaxTree.ParseText(Source)], framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        ImmutableArray<MetadataReference> references = [.. framework, shop.ToMetadataReference()];
        AdditionalText[] catalog = [new TestFile("replaylint.team.txt", Catalog)];

        Assert.Equal("400 days by default", Days(Assert.Single(await RuleRunner.GetFindingsAsync(["class A { void M() => new ShopOptions { Ask = true }.ToString(); }"], references, [.. catalog]))));
        Assert.Empty(await RuleRunner.GetFindingsAsync(["class A { void M() => new ShopOptions { Ask = false }.ToString(); }"], references, [.. catalog]));
        Assert.Equal("200 days", Days(Assert.Single(await RuleRunner.GetFindingsAsync(["class A { void M(ShopOptions o) => o.Choice.Days = System.TimeSpan.FromDays(200); }"], references, [.. catalog]))));
    }

    [Fact]
    public Task Without_a_recorder_nothing_is_found() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.None, Usings + "class Startup { void M(IServiceCollection services) => services.AddCookiePolicy(o => o.CheckConsentNeeded = c => true); }");

    [Fact]
    public Task Generated_code_is_left_alone() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, "// <auto-generated/>\n" + Usings + "class Startup { void M(IServiceCollection services) => services.AddCookiePolicy(o => o.CheckConsentNeeded = c => true); }");

    [Fact]
    public Task Broken_code_is_read_as_far_as_it_goes() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, Usings + """
            class Startup
            {
                void M(IServiceCollection services, IResponseCookies cookies)
                {
                    services.AddCookiePolicy(o => { [|o.ConsentCookie.Expiration = TimeSpan.FromDays(365)|]; o.{|CS1061:Missing|} = 1; });
                    services.AddCookiePolicy(o => o.ConsentCookie.Expiration = {|CS0103:unknown|});
                    services.AddCookiePolicy(o => o.ConsentCookie.{|CS1061:Expires|} = TimeSpan.FromDays(365));
                    cookies.Append("consent", {|CS0103:unknown|}, new CookieOptions { MaxAge = TimeSpan.FromDays(365) });
                    cookies.Append({|CS0103:unknown|}, "yes", new CookieOptions { MaxAge = TimeSpan.FromDays(365) });
                }
            }
            """);

    private static string Days(Diagnostic finding)
    {
        var message = finding.GetMessage();
        var start = message.IndexOf("kept for ", StringComparison.Ordinal) + "kept for ".Length;
        return message[start..message.IndexOf(';', start)];
    }
}
