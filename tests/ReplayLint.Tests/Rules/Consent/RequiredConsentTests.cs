using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Consent;

/// <summary>RPL1001 at the callers of what requires consent, and the way that a finding lists.</summary>
public class RequiredConsentTests
{
    private const string Id = "RPL1001";

    [Fact]
    public Task The_duty_is_with_the_callers() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, """
            using System;
            using ReplayLint;
            using Sentry;

            interface IReplay
            {
                [RequiresConsent] void Start();
            }

            class Replay : IReplay
            {
                [RequiresConsent] public Replay(int n) { }

                public Replay() { }

                public void Start() => SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1);

                [RequiresConsent] public IDisposable Session => null;
            }

            class App
            {
                [ConsentGuard] bool Agreed { get; set; }

                void M(IReplay replay, Replay own)
                {
                    [|replay.Start|]();
                    [|own.Start|]();
                    _ = [|new Replay|](1);
                    _ = new Replay();
                    _ = [|own.Session|];
                    Run([|replay.Start|]);
                    Run(() => [|replay.Start|]());
                    RunWhenAgreed(replay.Start);
                    if (Agreed)
                    {
                        replay.Start();
                        Run(replay.Start);
                    }
                }

                [RequiresConsent] void Passed(IReplay replay) => replay.Start();

                void Indirect(IReplay replay)
                {
                    [|Passed|](replay);
                    void Local() => [|replay.Start|]();
                    Local();
                }

                static void Run(Action action) { }

                static void RunWhenAgreed([ConsentCallback] Action action) { }
            }

            class Another
            {
                public void Start() { }

                void M() => Start();
            }
            """);

    [Fact]
    public Task Purposes_are_compared_where_both_sides_name_one() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, """
            using ReplayLint;
            using Sentry;

            class App
            {
                [ConsentGuard(Purpose = "advertising")] bool Ads { get; set; }
                [ConsentGuard(Purpose = "session-replay")] bool Replay { get; set; }
                [ConsentGuard] bool Any { get; set; }
                [ConsentGuard] bool Has(string purpose) => Any;

                void M()
                {
                    if (Ads) [|Start|]();
                    if (Replay) Start();
                    if (Any) Start();
                    if (Has("session_replay")) Start();
                    if (Has("marketing")) [|Start|]();
                    if (Ads) [|SentrySdk.Init|](Configure);
                    if (Replay) SentrySdk.Init(Configure);
                }

                [RequiresConsent(Purpose = "session-replay")] void Start() => SentrySdk.Init(Configure);

                [RequiresConsent(Purpose = "advertising")] void Misplaced() => [|SentrySdk.Init|](Configure);

                static void Configure(SentryOptions o) => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;
            }
            """);

    [Fact]
    public async Task Another_assembly_can_require_consent()
    {
        var references = TestReferences.Of(RecorderApi.SentryOnAndroid).Single();
        var library = CSharpCompilation.Create(
            "Library",
            [CSharpSyntaxTree.ParseText("using ReplayLint; public static class Replay { [RequiresConsent] public static void Start() { } public static void Show() { } }"), CSharpSyntaxTree.ParseText(TestReferences.Annotations)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var stream = new MemoryStream();
        Assert.True(library.Emit(stream).Success);

        var findings = await RuleRunner.GetFindingsAsync(
            ["class App { void M() { Replay.Show(); Replay.Start(); } }"],
            references.Add(MetadataReference.CreateFromImage(stream.ToArray())));

        var finding = Assert.Single(findings);
        Assert.Equal((Id, 38), (finding.Id, finding.Location.SourceSpan.Start));
    }

    [Fact]
    public async Task A_finding_lists_the_way_that_no_guard_is_on()
    {
        const string Source = """
            using ReplayLint;
            using Sentry;

            class App
            {
                [ConsentGuard] bool Agreed => false;

                public void Resume(bool first, int tries)
                {
                    if (!first)
                        return;

                    Prepare(tries);
                }

                private void Prepare(int tries)
                {
                    if (tries > 3)
                        Start();
                }

                public void Agree()
                {
                    if (Agreed)
                        Prepare(9);
                }

                private void Start() => SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1);
            }
            """;

        var findings = await RuleRunner.GetFindingsAsync([Source, TestReferences.Annotations], TestReferences.Of(RecorderApi.SentryOnAndroid).Single());

        var finding = Assert.Single(findings, static f => f.Id == Id);
        Assert.Equal("1", finding.Properties[FixProperties.Edited]);
        Assert.Equal(
            ["o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1", "Resume", "first", "Prepare", "Prepare", "tries > 3", "Start", "Start"],
            finding.AdditionalLocations.Select(static location => location.SourceTree!.GetText().ToString(location.SourceSpan)).ToArray());
    }

    [Fact]
    public Task Options_that_are_set_through_dependency_injection_start_the_recorder_too() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, """
            using Microsoft.Extensions.DependencyInjection;
            using ReplayLint;
            using Sentry;

            class Startup
            {
                [ConsentGuard] bool Agreed { get; set; }

                void Configure(IServiceCollection services)
                {
                    [|services.Configure<SentryOptions>|](o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1);
                    services.AddOptions<SentryOptions>().[|Configure|](o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1);
                    services.Configure<SentryOptions>(o => o.Dsn = "dsn");
                    services.Configure<Startup>(o => o.Agreed = false);
                    services.Configure<SentryOptions>(o =>
                    {
                        if (Agreed)
                            o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;
                    });
                }
            }
            """);

    [Fact]
    public Task Where_a_framework_calls_nothing_is_known_of_consent() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.SentryMaui, """
            using System.Threading;
            using System.Threading.Tasks;
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Http;
            using Microsoft.Extensions.Hosting;
            using Microsoft.Maui.Hosting;
            using ReplayLint;
            using Sentry;

            class Worker : IHostedService
            {
                public Task StartAsync(CancellationToken token) { [|SentrySdk.Init|](App.Configure); return Task.CompletedTask; }

                public Task StopAsync(CancellationToken token) => Task.CompletedTask;
            }

            class Middleware(RequestDelegate next, Privacy privacy)
            {
                public Task InvokeAsync(HttpContext http)
                {
                    if (privacy.Agreed)
                        SentrySdk.Init(App.Configure);

                    [|SentrySdk.Init|](App.Configure);
                    return next(http);
                }
            }

            class Privacy { [ConsentGuard] public bool Agreed { get; set; } }

            static class MauiProgram
            {
                public static MauiApp CreateMauiApp() => MauiApp.CreateBuilder().[|UseSentry|](o => App.Configure(o)).Build();
            }

            static class App
            {
                public static void Use(WebApplication app, Privacy privacy)
                {
                    app.Use((http, next) => { [|SentrySdk.Init|](Configure); return next(http); });
                    app.Lifetime.ApplicationStarted.Register(() => [|SentrySdk.Init|](Configure));
                    if (privacy.Agreed)
                        app.Lifetime.ApplicationStarted.Register(() => SentrySdk.Init(Configure));
                }

                public static void Configure(SentryOptions o) => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;
            }
            """);
}
