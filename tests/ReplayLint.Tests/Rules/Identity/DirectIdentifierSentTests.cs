using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Identity;

public class DirectIdentifierSentTests
{
    private const string Id = "RPL4001";

    [Theory]
    [InlineData("[|u.Email = email|]")]
    [InlineData("[|u.Username = id|]")]
    [InlineData("[|u.IpAddress = \"{{auto}}\"|]")]
    [InlineData("[|u.Id = email|]")]
    [InlineData("[|u.Id = user.Identity.Name|]")]
    [InlineData("[|u.Id = user.FindFirst(System.Security.Claims.ClaimTypes.Email)?.Value|]")]
    [InlineData("[|u.Id = $\"{userName}-1\"|]")]
    [InlineData("[|u.Id = \"jane@example.com\"|]")]
    [InlineData("[|u.Id = account.Email.ToLowerInvariant()|]")]
    [InlineData("[|u.Id = account.GetFullName()|]")]
    [InlineData("u.Id = Hash(email)")]
    [InlineData("u.Id = email.Length.ToString()")]
    [InlineData("u.Id = email.GetHashCode().ToString()")]
    [InlineData("u.Id = id")]
    [InlineData("u.Id = account.EmailConfirmedCount.ToString()")]
    [InlineData("u.Id = System.Guid.NewGuid().ToString()")]
    [InlineData("u.Email = null")]
    [InlineData("u.Email = string.Empty")]
    [InlineData("var read = u.Email")]
    public Task What_names_a_person_is_found(string statement) =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, $$"""
            using System.Security.Claims;
            using Sentry;

            class Account { public string Email; public int EmailConfirmedCount; public string GetFullName() => ""; }

            class App
            {
                void On(SentryOptions o) => o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0;
                void M(SentryUser u, string id, string email, string userName, Account account, ClaimsPrincipal user) { {{statement}}; }
                string Hash(string value) => value;
            }
            """);

    [Fact]
    public Task Arguments_are_judged_by_their_parameter() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Datadog, """
            using Datadog.Maui;

            class App
            {
                void On() => DdSessionReplay.Enable(null);

                void M(string id, string shown, string email)
                {
                    DdSdk.SetUserInfo(id, [|shown|]);
                    DdSdk.SetUserInfo([|email|]);
                    DdSdk.SetUserInfo(id, [|email: shown|]);
                    DdSdk.SetUserInfo(id);
                    DdSdk.SetUserInfo(id, null, email: null);
                }
            }
            """);

    [Fact]
    public Task Collection_by_default_is_found() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, """
            class App
            {
                void M(Sentry.SentryOptions o)
                {
                    o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0;
                    [|o.SendDefaultPii = true|];
                    o.SendDefaultPii = false;
                }
            }
            """);

    [Theory]
    [InlineData(RecorderApi.Sentry)]
    [InlineData(RecorderApi.SentryOnServer)]
    public Task A_crash_reporter_that_records_nothing_may_know_the_user(RecorderApi api) =>
        RuleVerifier.VerifyAsync(Id, api, """
            class App
            {
                void M(Sentry.SentryOptions o, Sentry.SentryUser u, string email)
                {
                    o.SendDefaultPii = true;
                    u.Email = email;
                }
            }
            """);
}
