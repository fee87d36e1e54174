using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes;

public class SetConsentLifetimeTests
{
    private const string Id = "RPL1007";

    private const string Usings = """
        using System;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection;

        """;

    [Theory]
    [InlineData("MaxAge = TimeSpan.FromDays(365)", "MaxAge = TimeSpan.FromDays(180)")]
    [InlineData("MaxAge = System.TimeSpan.FromHours(24 * 365)", "MaxAge = System.TimeSpan.FromDays(180)")]
    [InlineData("MaxAge = new TimeSpan(365, 0, 0, 0)", "MaxAge = TimeSpan.FromDays(180)")]
    [InlineData("MaxAge = new(365, 0, 0, 0)", "MaxAge = TimeSpan.FromDays(180)")]
    [InlineData("MaxAge = Year", "MaxAge = TimeSpan.FromDays(180)")]
    [InlineData("Expires = DateTimeOffset.UtcNow.AddYears(1)", "Expires = DateTimeOffset.UtcNow.AddDays(180)")]
    [InlineData("Expires = DateTime.Now.AddMonths(13).AddDays(1)", "Expires = DateTime.Now.AddDays(180)")]
    [InlineData("Expires = DateTimeOffset.UtcNow.Add(TimeSpan.FromDays(365))", "Expires = DateTimeOffset.UtcNow.Add(TimeSpan.FromDays(180))")]
    [InlineData("Expires = DateTimeOffset.UtcNow + Year", "Expires = DateTimeOffset.UtcNow + TimeSpan.FromDays(180)")]
    [InlineData("Expires = new DateTimeOffset(DateTime.UtcNow.AddYears(1))", "Expires = new DateTimeOffset(DateTime.UtcNow.AddDays(180))")]
    [InlineData("Expires = DateTimeOffset.MaxValue", "Expires = DateTimeOffset.UtcNow.AddDays(180)")]
    [InlineData("Expires = clock.GetUtcNow().AddYears(1)", "Expires = clock.GetUtcNow().AddDays(180)")]
    public Task The_days_are_written_in_the_form_that_is_there(string options, string fixedOptions)
    {
        return RuleVerifier.VerifyFixAsync(Id, RecorderApi.SentryOnAndroid, Source($"[|{options}|]"), Source(fixedOptions));

        static string Source(string written) => Usings + $$"""
            class Banner
            {
                static readonly TimeSpan Year = TimeSpan.FromDays(365);

                void M(IResponseCookies cookies, TimeProvider clock)
                {
                    // One choice.
                    cookies.Append("consent", "yes", new CookieOptions { Secure = true, {{written}} /* kept */ });
                }
            }
            """;
    }

    [Fact]
    public Task A_date_from_elsewhere_has_no_form_to_write() =>
        RuleVerifier.VerifyNoFixAsync(Id, RecorderApi.SentryOnAndroid, Usings + """
            class Banner
            {
                static DateTimeOffset Expiry => DateTimeOffset.UtcNow.AddYears(2);
                void M(IResponseCookies cookies) => cookies.Append("consent", "yes", new CookieOptions { [|Expires = Expiry|] });
            }
            """);

    [Theory]
    [InlineData(
        "services.AddCookiePolicy(options => [|options.CheckConsentNeeded|] = context => true);",
        """
        services.AddCookiePolicy(options =>
                {
                    options.CheckConsentNeeded = context => true;
                    options.ConsentCookie.Expiration = TimeSpan.FromDays(180);
                });
        """)]
    [InlineData(
        "app.UseCookiePolicy(new CookiePolicyOptions { [|CheckConsentNeeded|] = context => true });",
        "app.UseCookiePolicy(new CookiePolicyOptions { CheckConsentNeeded = context => true, ConsentCookie = { Expiration = TimeSpan.FromDays(180) } });")]
    [InlineData(
        "app.UseCookiePolicy(new CookiePolicyOptions { ConsentCookie = { Name = \"choice\" }, [|CheckConsentNeeded|] = context => true });",
        "app.UseCookiePolicy(new CookiePolicyOptions { ConsentCookie = { Name = \"choice\", Expiration = TimeSpan.FromDays(180) }, CheckConsentNeeded = context => true });")]
    public Task The_default_is_replaced_where_consent_is_asked(string statement, string fixedStatement)
    {
        return RuleVerifier.VerifyFixAsync(Id, RecorderApi.SentryOnAndroid, Source(statement), Source(fixedStatement));

        static string Source(string written) => Usings + $$"""
            class Startup
            {
                void M(IServiceCollection services, IApplicationBuilder app)
                {
                    {{written}}
                }
            }
            """;
    }

    [Fact]
    public Task All_of_a_file_are_fixed_at_once() =>
        RuleVerifier.VerifyFixAsync(
            Id,
            RecorderApi.SentryOnAndroid,
            """
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Http;
            using Microsoft.Extensions.DependencyInjection;

            static class Startup
            {
                public static void Configure(IServiceCollection services, IApplicationBuilder app)
                {
                    services.Configure<CookiePolicyOptions>(options =>
                    {
                        // Ask first.
                        [|options.CheckConsentNeeded|] = context => true;
                        options.MinimumSameSitePolicy = SameSiteMode.None;
                    });
                    var policy = new CookiePolicyOptions();
                    [|policy.CheckConsentNeeded|] = context => true;
                    app.UseCookiePolicy(policy);
                }

                static void Keep(IResponseCookies cookies) =>
                    cookies.Append("consent", "no", new CookieOptions { [|MaxAge = System.TimeSpan.FromDays(365)|], [|Expires = System.DateTimeOffset.Now.AddYears(1)|] });
            }
            """,
            """
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Http;
            using Microsoft.Extensions.DependencyInjection;

            static class Startup
            {
                public static void Configure(IServiceCollection services, IApplicationBuilder app)
                {
                    services.Configure<CookiePolicyOptions>(options =>
                    {
                        // Ask first.
                        options.CheckConsentNeeded = context => true;
                        options.ConsentCookie.Expiration = System.TimeSpan.FromDays(180);
                        options.MinimumSameSitePolicy = SameSiteMode.None;
                    });
                    var policy = new CookiePolicyOptions();
                    policy.CheckConsentNeeded = context => true;
                    policy.ConsentCookie.Expiration = System.TimeSpan.FromDays(180);
                    app.UseCookiePolicy(policy);
                }

                static void Keep(IResponseCookies cookies) =>
                    cookies.Append("consent", "no", new CookieOptions { MaxAge = System.TimeSpan.FromDays(180), Expires = System.DateTimeOffset.Now.AddDays(180) });
            }
            """);
}
