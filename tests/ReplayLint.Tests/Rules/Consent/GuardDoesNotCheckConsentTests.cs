using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Consent;

public class GuardDoesNotCheckConsentTests
{
    private const string Id = "RPL1008";

    private const string Usings = """
        using System;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Http.Features;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Hosting;
        using ReplayLint;

        """;

    [Theory]
    [InlineData("public bool [|HasConsent|] => true;")]
    [InlineData("public bool [|HasConsent|] { get { return true; } }")]
    [InlineData("public bool [|HasConsent|] { get => true; set { } }")]
    [InlineData("public bool [|HasConsent|] { get; } = true;")]
    [InlineData("public bool [|HasConsent|] { get; set; } = true;")]
    [InlineData("public bool [|HasConsent|] { get; init; } = true;")]
    [InlineData("public bool? [|HasConsent|] => true;")]
    [InlineData("public bool [|HasConsent|]() => true;")]
    [InlineData("public bool [|HasConsent|](string purpose = null) => true;")]
    [InlineData("public bool [|HasConsent|]() { if (x) return true; return 1 == 1; }")]
    [InlineData("public bool [|HasConsent|]() => x ? true : throw new InvalidOperationException();")]
    [InlineData("public bool [|HasConsent|]() { if (x) throw new InvalidOperationException(); return true; }")]
    [InlineData("public bool [|HasConsent|]() => x switch { true => true, _ => true };")]
    [InlineData("public bool [|HasConsent|]() => x || true;")]
    [InlineData("public bool [|HasConsent|]() => !false;")]
    [InlineData("public bool [|HasConsent|]() { var given = true; return given; }")]
    [InlineData("public Task<bool> [|HasConsentAsync|]() => Task.FromResult(true);")]
    [InlineData("public Task<bool> [|HasConsentAsync|]() => Task.FromResult<bool>(true);")]
    [InlineData("public ValueTask<bool> [|HasConsentAsync|]() => new ValueTask<bool>(true);")]
    [InlineData("public ValueTask<bool> [|HasConsentAsync|]() => new(true);")]
    [InlineData("public ValueTask<bool> [|HasConsentAsync|]() => new(Task.FromResult(true));")]
    [InlineData("public ValueTask<bool> [|HasConsentAsync|]() => ValueTask.FromResult(true);")]
    [InlineData("public async Task<bool> [|HasConsentAsync|]() { await Task.CompletedTask; return true; }")]
    [InlineData("public async Task<bool> [|HasConsentAsync|]() => await Task.FromResult(true).ConfigureAwait(false);")]
    [InlineData("public readonly bool [|HasConsent|] = true;")]
    [InlineData("public static readonly bool [|HasConsent|] = true;")]
    [InlineData("public const bool [|HasConsent|] = true;")]
    [InlineData("private bool [|_hasConsent|] = true; void Set(bool value) => _hasConsent = value;")]
    [InlineData("const bool On = true; public bool [|HasConsent|] => On;")]
    [InlineData("static readonly bool On = true; public bool [|HasConsent|] => On;")]
    [InlineData("static bool On => true; public bool [|HasConsent|] => On;")]
    [InlineData("[ConsentGuard] bool [|Ready|]() { Console.WriteLine(); Save(); return true; } void Save() { }")]
    [InlineData("[ConsentGuard] public bool [|Ready|] { get; } = true;")]
    public Task A_guard_that_is_always_true_is_found(string member) =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, Usings + $$"""
            class Privacy
            {
                bool x;
                {{member}}
            }
            """);

    [Theory]
    [InlineData("public bool [|HasConsent|] => feature.IsConsentNeeded;")]
    [InlineData("public bool [|HasConsent|] => !feature.IsConsentNeeded;")]
    [InlineData("public bool [|HasConsent|] => feature?.IsConsentNeeded ?? false;")]
    [InlineData("public bool [|HasConsent|] => feature.IsConsentNeeded == false;")]
    [InlineData("public bool [|HasConsent|] => !string.IsNullOrEmpty(key);")]
    [InlineData("public bool [|HasConsent|]() { var id = configuration[\"Replay:Key\"]; return !string.IsNullOrWhiteSpace(id); }")]
    [InlineData("public bool [|HasConsent|] => configuration[\"Replay:Consent\"] == \"true\";")]
    [InlineData("public bool [|HasConsent|] => !string.IsNullOrEmpty(key.Trim());")]
    [InlineData("public bool [|HasConsent|](string userId) => !string.IsNullOrEmpty(userId);")]
    [InlineData("public bool [|HasConsent|] => env.IsProduction();")]
    [InlineData("public bool [|HasConsent|] => !env.IsDevelopment();")]
    [InlineData("public bool [|HasConsent|] => env.EnvironmentName == \"Production\";")]
    [InlineData("public bool [|HasConsent|]() { if (key is null) return true; return env.IsProduction(); }")]
    [InlineData("public Task<bool> [|HasConsentAsync|]() => Task.FromResult(env.IsProduction() && !string.IsNullOrEmpty(key));")]
    public Task A_guard_that_answers_another_question_is_found(string member) =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, Usings + $$"""
            class Privacy(ITrackingConsentFeature feature, IHostEnvironment env, IConfiguration configuration, string key)
            {
                object All => (feature, env, configuration, key);
                {{member}}
            }
            """);

    [Theory]
    [InlineData("public bool HasConsent => false;")]
    [InlineData("public bool HasConsent { get; set; }")]
    [InlineData("public bool HasConsent { get; set; } = false;")]
    [InlineData("public bool HasConsent { get; } = true; public Privacy(bool given) : this() { HasConsent = given; } Privacy() { }")]
    [InlineData("public bool HasConsent;")]
    [InlineData("public required bool HasConsent { get; set; } = true;")]
    [InlineData("public bool HasConsent() => x || given;")]
    [InlineData("public bool HasConsent() { if (x) return true; return given; }")]
    [InlineData("public bool HasConsent() { try { return given; } catch { return true; } }")]
    [InlineData("public bool HasConsent() => x ? given : throw new InvalidOperationException();")]
    [InlineData("public bool HasConsent() => throw new NotImplementedException();")]
    [InlineData("public bool HasConsent() { bool Local() { return true; } Func<bool> f = () => true; return given && Local() && f(); }")]
    [InlineData("public bool HasConsent() => feature.CanTrack;")]
    [InlineData("public bool HasConsent() => !feature.IsConsentNeeded || feature.HasConsent;")]
    [InlineData("public bool HasConsent() => env.IsDevelopment() || given;")]
    [InlineData("public bool HasConsent() => request.Cookies[\"cookie-consent\"] == \"yes\";")]
    [InlineData("public bool HasConsent() => !string.IsNullOrEmpty(request.Cookies[\"cookie-consent\"]);")]
    [InlineData("public bool HasConsent() { var value = request.Cookies[\"cookie-consent\"]; return !string.IsNullOrEmpty(value); }")]
    [InlineData("public bool HasConsent(string answer) => !string.IsNullOrEmpty(answer);")]
    [InlineData("public bool HasConsent() => !string.IsNullOrEmpty(Read(\"cc\")); string Read(string name) => name;")]
    [InlineData("System.Collections.Generic.Dictionary<string, string> kept; public bool HasConsent() => !string.IsNullOrEmpty(kept[\"cc\"]);")]
    [InlineData("class ConsentRecord { public string Text; } bool HasConsent(ConsentRecord stored) => !string.IsNullOrEmpty(stored.Text);")]
    [InlineData("public bool HasConsent() { var value = key; value = request.Path; return !string.IsNullOrEmpty(value); }")]
    [InlineData("string consentedAt; public bool HasConsent() => !string.IsNullOrEmpty(consentedAt);")]
    [InlineData("public bool HasConsent() => string.IsNullOrEmpty(key);")]
    [InlineData("public bool TryGetConsent(out bool consent) { consent = given; return true; }")]
    [InlineData("public bool HasConsent(string purpose, out DateTime since) { since = default; return true; }")]
    [InlineData("public extern bool HasConsent();")]
    public Task A_guard_that_may_check_is_clean(string member) =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, Usings + $$"""
            class Privacy
            {
                bool x, given; string key; ITrackingConsentFeature feature; IHostEnvironment env; HttpRequest request;
                {{member}}
            }
            """);

    [Theory]
    [InlineData("public bool IsEnabled => true;")]
    [InlineData("public bool IsConsentNeeded => true;")]
    [InlineData("public bool NoConsent => true;")]
    [InlineData("public bool ShowConsentBanner => true;")]
    [InlineData("public string Consent => \"true\";")]
    [InlineData("public bool GrantConsent() { Save(true); return true; } void Save(bool value) { }")]
    [InlineData("public bool AcceptCookies() { given = true; return true; } bool given;")]
    [InlineData("[ConsentGuard] public string Ready => \"true\";")]
    public Task What_is_no_guard_may_be_true(string member) =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, Usings + $"class Settings {{ {member} }}");

    [Fact]
    public Task What_a_guard_inherits_makes_it_one() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, Usings + """
            interface IGate
            {
                [ConsentGuard] bool Open { get; }
                [ConsentGuard] Task<bool> AskAsync();
                bool HasConsent => true;
            }

            class Gate : IGate
            {
                public bool [|Open|] => true;
                Task<bool> IGate.[|AskAsync|]() => Task.FromResult(true);
            }

            abstract class Base
            {
                [ConsentGuard] protected abstract bool Ready(bool strict = true);
            }

            sealed class Derived : Base
            {
                protected override bool [|Ready|](bool strict = true) => true;
            }

            class Feature : ITrackingConsentFeature
            {
                public bool IsConsentNeeded => true;
                public bool HasConsent => false;
                public bool [|CanTrack|] => true;
                public void GrantConsent() { }
                public void WithdrawConsent() { }
                public string CreateConsentCookie() => "";
            }
            """);

    [Fact]
    public Task One_that_passes_on_another_guard_leaves_the_finding_to_it() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, Usings + """
            class Privacy
            {
                private readonly bool [|_hasConsent|] = true;
                public bool HasConsent => _hasConsent;
                public async Task<bool> HasConsentAsync() => HasConsent;
                partial class Part { private partial bool HasConsent(); private partial bool HasConsent() => false; }
            }
            """);

    [Theory]
    [InlineData("public bool HasConsent => true;", "'Privacy.HasConsent' counts as the user's consent, but it is always true; return what the user has chosen (CNIL draft, SR-01)")]
    [InlineData("public bool HasConsent { get; set; } = true;", "'Privacy.HasConsent' counts as the user's consent, but it is true until something else is written to it; return what the user has chosen (CNIL draft, SR-01)")]
    [InlineData("public bool HasConsent(IHostEnvironment env) => env.IsProduction();", "'Privacy.HasConsent' counts as the user's consent, but it only says what 'IHostEnvironment.IsProduction' says, which is another question; return what the user has chosen (CNIL draft, SR-01)")]
    public async Task The_message_says_what_the_guard_answers(string member, string message)
    {
        var findings = await RuleRunner.GetFindingsAsync([Usings + $"class Privacy {{ {member} }}", TestReferences.Annotations], TestReferences.Of(RecorderApi.SentryOnAndroid).Single());

        Assert.Equal(message, Assert.Single(findings).GetMessage());
    }

    [Fact]
    public Task Without_a_recorder_nothing_is_found() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.None, "class Privacy { public bool HasConsent => true; }");

    [Fact]
    public Task Generated_code_is_left_alone() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, "// <auto-generated/>\nclass Privacy { public bool HasConsent => true; }");

    [Fact]
    public Task Broken_code_is_read_as_far_as_it_goes() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, Usings + """
            class Privacy
            {
                public bool HasConsent => {|CS0103:unknown|};
                public bool HasUserConsent() { {|CS0103:unknown|}(); return {|CS0103:other|}; }
                public bool {|CS0161:ConsentGiven|}() { }
                public {|CS0246:Missing|} ConsentGranted => true;
                public bool HasGivenConsent() { return true; return {|CS0103:unknown|}; }
            }
            """);

    [Theory]
    [InlineData("xunit.core")]
    [InlineData("nunit.framework")]
    [InlineData("TUnit.Core")]
    public async Task A_test_double_is_left_alone(string framework)
    {
        const string Source = "class FakePrivacy { public bool HasConsent => true; }";
        var references = TestReferences.Of(RecorderApi.SentryOnAndroid).Single();
        var reference = CSharpCompilation.Create(framework, references: references, options: new CSharpCompilationOptions(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();

        Assert.Single(await RuleRunner.GetFindingsAsync([Source], references));
        Assert.Empty(await RuleRunner.GetFindingsAsync([Source], [.. references, reference]));
    }
}
