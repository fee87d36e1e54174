using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Consent;

public class WithdrawalDoesNotStopRecordingTests
{
    private const string Id = "RPL1005";

    private const string Start = """
        class Recording
        {
            public static void Start() => SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1);
        }
        """;

    [Fact]
    public Task A_member_that_takes_consent_back_has_to_stop_the_recorder() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, Source("""
            class Privacy
            {
                [RevokesConsent] void [|Forget|]() { }

                [RevokesConsent] void ForgetAndStop() => SentrySdk.Close();

                [RevokesConsent] void ForgetAndStopElsewhere() => Stop();

                void Stop() => SentrySdk.Close();

                void Endpoint(ITrackingConsentFeature f)
                {
                    [|f.WithdrawConsent|]();
                }

                void GoodEndpoint(ITrackingConsentFeature f)
                {
                    f.WithdrawConsent();
                    Stop();
                }

                void [|OnConsentWithdrawn|]() { }

                bool IsConsentRevoked() => true;

                void WithdrawMoney() { }

                void Call() => Forget();
            }
            """));

    [Theory]
    [InlineData("[RevokesConsent] void Forget() { }", OutputKind.DynamicallyLinkedLibrary, DiagnosticSeverity.Warning, "Forget")]
    [InlineData("[RevokesConsent] void Forget() { } void Other() => SentrySdk.Close();", OutputKind.DynamicallyLinkedLibrary, DiagnosticSeverity.Info, "Forget")]
    [InlineData("void RevokeConsent() { }", OutputKind.DynamicallyLinkedLibrary, DiagnosticSeverity.Info, "RevokeConsent")]
    [InlineData("static void Main() { }", OutputKind.ConsoleApplication, DiagnosticSeverity.Warning, "SentrySdk.Init")]
    [InlineData("void M() { }", OutputKind.DynamicallyLinkedLibrary, DiagnosticSeverity.Info, "SentrySdk.Init")]
    public async Task What_may_stop_the_recorder_elsewhere_is_a_maybe(string member, OutputKind kind, DiagnosticSeverity severity, string place)
    {
        var finding = Assert.Single(await FindAsync(Source($"class Privacy {{ {member} }}"), kind));

        Assert.Equal(severity, finding.Severity);
        Assert.Equal(place, finding.Location.SourceTree!.GetText().ToString(finding.Location.SourceSpan));
    }

    [Theory]
    [InlineData("void Stop() => SentrySdk.Close();")]
    [InlineData("System.IDisposable session; void Begin() => session = SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1);")]
    [InlineData("void Run() { using var session = SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1); }")]
    public async Task A_project_that_can_stop_the_recorder_has_no_finding(string member) =>
        Assert.Empty(await FindAsync(Source($"class Privacy {{ {member} }}"), OutputKind.DynamicallyLinkedLibrary));

    [Fact]
    public async Task The_first_start_stands_for_all_of_them()
    {
        var finding = Assert.Single(await FindAsync(Source("class Again { static void Start() => Recording.Start(); static void Other() => SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.2); }"), OutputKind.DynamicallyLinkedLibrary));

        Assert.Contains("nothing in this project stops it", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Null(finding.Properties.GetValueOrDefault(FixProperties.Stop));
    }

    [Fact]
    public async Task The_fix_is_told_what_to_write()
    {
        var finding = Assert.Single(await FindAsync(Source("class Privacy { [RevokesConsent] void Forget() { } }"), OutputKind.DynamicallyLinkedLibrary));

        Assert.Equal("Sentry.SentrySdk.Close()", finding.Properties[FixProperties.Stop]);
    }

    [Fact]
    public Task Without_a_start_nobody_has_to_stop() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, """
            using ReplayLint;

            class Privacy
            {
                [RevokesConsent] void Forget() { }

                void RevokeConsent() { }
            }
            """);

    [Fact]
    public Task Broken_code_is_read_as_far_as_it_goes() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, Source("""
            class Privacy
            {
                [RevokesConsent] void [|Forget|]() { {|CS0103:Unknown|}(); }

                [RevokesConsent] void ForgetAndStop() { {|CS0103:Unknown|}(SentrySdk.Close); SentrySdk.Close(); }
            }
            """));

    private static string Source(string code) => "using Microsoft.AspNetCore.Http.Features;\nusing ReplayLint;\nusing Sentry;\n" + Start + "\n" + code;

    private static async Task<List<Diagnostic>> FindAsync(string source, OutputKind kind)
    {
        var compilation = CSharpCompilation.Create(
            "Test",
            [CSharpSyntaxTree.ParseText(source, path: "Test.cs"), CSharpSyntaxTree.ParseText(TestReferences.Annotations, path: "Annotations.cs")],
            TestReferences.Of(RecorderApi.SentryOnAndroid).Single(),
            new CSharpCompilationOptions(kind));
        Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));
        return [.. (await RuleRunner.GetFindingsAsync(compilation)).Where(static f => f.Id == Id)];
    }
}
