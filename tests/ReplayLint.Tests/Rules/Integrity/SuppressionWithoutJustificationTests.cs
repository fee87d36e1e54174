using Microsoft.CodeAnalysis;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Integrity;

public class SuppressionWithoutJustificationTests
{
    private const string Id = "RPL9001";

    [Theory]
    [InlineData("")]
    [InlineData(" //")]
    [InlineData(" // TODO")]
    [InlineData(" // by design")]
    [InlineData(" // PRIV-44")]
    public Task A_directive_without_a_reason_is_found(string comment) =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.SentryOnAndroid, $$"""
            class App
            {
                void M()
                {
            [|#pragma warning disable RPL2001{{comment}}|]
            #pragma warning restore RPL2001
                }
            }
            """);

    [Fact]
    public Task A_directive_with_a_reason_or_about_others_is_not() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.SentryOnAndroid, """
            #pragma warning disable RPL2001 // The demo shows made-up names only.
            #pragma warning disable CS0168
            #pragma warning disable
            #pragma warning disable CA1000, 168, RPL0001, RPL90001, rpl2001
            #pragma warning disable RPL9001
            #pragma warning restore RPL2001
            #pragma warning restore
            #nullable disable
            class App { }
            """);

    [Fact]
    public Task A_directive_about_several_is_found_once_and_for_ours() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.SentryOnAndroid, """
            [|#pragma warning disable CS0168, RPL2001, RPL1001|]
            class App { }
            """);

    [Fact]
    public async Task A_directive_about_all_warnings_is_found_where_it_hides_a_finding()
    {
        const string Finding = "Sentry.SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.MaskAllText = false);";
        Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> FindInAsync(string directive, string before = "") =>
            FindAsync($"class App {{ void M() {{\n{before}\n{directive}\n{Finding}\n{Finding}\n#pragma warning restore\n}} }}");

        var findings = await FindInAsync("#pragma warning disable");
        Assert.All(findings, static finding => Assert.Equal("(2,0)-(2,23)", finding.Location.GetLineSpan().Span.ToString()));
        Assert.StartsWith("#pragma warning disable, which hides RPL2001 gives no reason: ", Assert.Single(findings).GetMessage());
        Assert.All(findings, static finding => Assert.False(finding.Properties.ContainsKey("Rules")));

        Assert.Empty(await FindInAsync("#pragma warning disable // The demo shows made-up names only."));
        Assert.DoesNotContain(await FindInAsync("", "#pragma warning disable\n#pragma warning restore"), static finding => finding.Id == Id);
        Assert.DoesNotContain(await FindInAsync("#pragma warning restore RPL2001, RPL5001", "#pragma warning disable"), static finding => finding.Id == Id);
        Assert.Empty(await FindAsync("#pragma warning disable\nclass App { }"));
    }

    [Fact]
    public Task A_directive_that_is_not_compiled_is_not_found() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.SentryOnAndroid, """
            #if NEVER
            #pragma warning disable RPL2001
            #endif
            class App { }
            """);

    [Theory]
    [InlineData("")]
    [InlineData(", Justification = \"\"")]
    [InlineData(", Justification = null")]
    [InlineData(", Justification = \"<Pending>\"")]
    [InlineData(", Justification = \"TODO: \" + \"ask\"")]
    [InlineData(", Justification = Reasons.None")]
    [InlineData(", MessageId = \"a reason that stands in the wrong place\"")]
    public Task An_attribute_without_a_reason_is_found_wherever_it_stands(string reason) =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.SentryOnAndroid, $$"""
            using System.Diagnostics.CodeAnalysis;
            using Hide = System.Diagnostics.CodeAnalysis.SuppressMessageAttribute;

            [assembly: [|SuppressMessage("ReplayLint.Masking", "RPL2001:Masking is turned off"{{reason}})|]]
            [module: [|SuppressMessage("ReplayLint.Masking", "RPL2001"{{reason}})|]]
            [assembly: [|SuppressMessage("ReplayLint.Masking", "RPL2001"{{reason}}, Scope = "type", Target = "~T:App")|]]

            [[|System.Diagnostics.CodeAnalysis.SuppressMessageAttribute("", "RPL1001"{{reason}})|]]
            class App
            {
                [[|SuppressMessage("", "RPL1001"{{reason}})|], System.Obsolete]
                int field;

                [[|Hide("", "RPL1001"{{reason}})|]]
                [[|UnconditionalSuppressMessage("", "RPL1001"{{reason}})|]]
                void M([[|SuppressMessage(checkId: Reasons.Rule, category: ""{{reason}})|]] int parameter)
                {
                    [[|SuppressMessage("", "RPL9005"{{reason}})|]]
                    void Local() { }
                }
            }

            static class Reasons
            {
                public const string None = "none";
                public const string Rule = "RPL1001:" + "Title";
            }
            """);

    [Fact]
    public Task An_attribute_with_a_reason_or_about_others_is_not() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.SentryOnAndroid, """
            using System.Diagnostics.CodeAnalysis;

            [assembly: SuppressMessage("ReplayLint.Masking", "RPL2001", Justification = "The demo shows made-up names only.")]
            [assembly: SuppressMessage("Performance", "CA1822")]
            [assembly: SuppressMessage("Other", "RPL0001", Justification = "")]
            [assembly: SuppressMessage("Other", "Prefix RPL2001")]

            namespace Mine
            {
                class SuppressMessageAttribute : System.Attribute
                {
                    public SuppressMessageAttribute(string category, string checkId) { }
                }

                [SuppressMessage("ReplayLint.Masking", "RPL2001")]
                class App
                {
                    [System.Obsolete("RPL2001")]
                    void SuppressMessage(string category, string id) => SuppressMessage("", "RPL2001");
                }
            }
            """);

    [Theory]
    [InlineData("""[SuppressMessage("", "RPL2001", Justification = )] class App { }""")]
    [InlineData("""[SuppressMessage("", "RPL2001", Justification = Missing.Reason)] class App { }""")]
    [InlineData("""[SuppressMessage(] class App { }""")]
    [InlineData("""[SuppressMessage] class App { }""")]
    [InlineData("""[SuppressMessage("", Missing)] class App { }""")]
    [InlineData("#pragma warning disable RPL2001,\nclass App { }")]
    [InlineData("#pragma warning disable ,\nclass App { }")]
    [InlineData("#pragma warning")]
    public async Task Half_typed_code_is_no_reason_to_fail(string source) =>
        Assert.All(
            await FindAsync("using System.Diagnostics.CodeAnalysis;\n" + source),
            static finding => Assert.Equal(Id, finding.Id));

    [Fact]
    public async Task It_says_what_is_missing()
    {
        var findings = await FindAsync("""
            using System.Diagnostics.CodeAnalysis;

            [SuppressMessage("", "RPL2001")]
            class A { }

            [SuppressMessage("", "RPL2001", Justification = "by design")]
            class B { }

            #pragma warning disable RPL1001, CS0168, RPL2001 // why not
            """);

        Assert.Equal(
        [
            "SuppressMessage for RPL2001 gives no reason: write why the finding does not apply into Justification",
            "SuppressMessage for RPL2001 gives no reason that someone else can check ('by design'): write why the finding does not apply into Justification",
            "#pragma warning disable RPL1001, RPL2001 gives no reason that someone else can check ('why not'): write why the finding does not apply after // on the same line or, to have it in the SARIF report, in SuppressMessage",
        ], findings.Select(static finding => finding.GetMessage()));
        Assert.All(findings, static finding => Assert.Equal(DiagnosticSeverity.Error, finding.Severity));
    }

    [Fact]
    public async Task A_project_may_ask_for_a_form()
    {
        const string Source = """
            using System.Diagnostics.CodeAnalysis;

            [SuppressMessage("", "RPL2001", Justification = "The demo shows made-up names only.")]
            class A { }

            [SuppressMessage("", "RPL2001", Justification = "The demo shows made-up names only (PRIV-44).")]
            class B { }
            """;

        var finding = Assert.Single(await FindAsync(Source, ("replaylint.justification_pattern", @"PRIV-\d+")));
        Assert.Equal(2, finding.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Contains(@"does not match replaylint.justification_pattern, 'PRIV-\d+'", finding.GetMessage());
        Assert.Empty(await FindAsync(Source));
    }

    [Fact]
    public async Task Where_no_recorder_is_there_is_nothing_to_suppress() =>
        Assert.Empty(await RuleRunner.GetFindingsAsync(["#pragma warning disable RPL2001"], TestReferences.Framework));

    [Fact]
    public async Task A_broken_catalogue_file_cannot_be_silenced_without_a_reason()
    {
        var findings = await RuleRunner.GetFindingsAsync(
            ["[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"\", \"RPL9005\")]"],
            TestReferences.Framework,
            [new TestFile("replaylint.team.txt", "nonsense")]);

        Assert.Equal(Id, Assert.Single(findings).Id);
    }

    [Fact]
    public async Task Only_what_is_written_in_a_view_counts_in_generated_code()
    {
        const string Suppression = "#pragma warning disable RPL2001\nclass App { }\n";

        Assert.Empty(await FindAsync("// <auto-generated/>\n" + Suppression));
        var mapped = Assert.Single(await FindAsync("// <auto-generated/>\n#line 7 \"Views/Index.cshtml\"\n" + Suppression));
        Assert.Equal("Views/Index.cshtml", mapped.Location.GetMappedLineSpan().Path);
    }

    [Theory]
    [InlineData("Index.cshtml", "{|RPL9001:@* replaylint-disable RPL1001 *@|}")]
    [InlineData("Index.cshtml", "{|RPL9001:@* replaylint-disable RPL1001: *@|}")]
    [InlineData("Index.razor", "{|RPL9001:@* replaylint-disable RPL1001: TODO *@|}")]
    [InlineData("Index.html", "{|RPL9001:<!-- replaylint-disable RPL1001: PRIV-44 -->|}")]
    [InlineData("Index.html", "{|RPL9001:<!-- replaylint-disable rpl1001, RPL3002: by design -->|}")]
    public Task A_comment_without_a_reason_is_found_and_suppresses_nothing(string file, string comment) =>
        PageVerifier.VerifyAsync(file, $$"""
            <p>Hello</p>
            {{comment}}
            <script src="{|RPL1001:https://www.clarity.ms/tag/abc|}"></script>
            """, "RPL3002", "RPL5001", "RPL1005");

    [Theory]
    [InlineData("Index.cshtml", "@* replaylint-disable RPL1001: The shell asks before it loads us. *@")]
    [InlineData("Index.html", "<!-- replaylint-disable RPL1001: The shell asks before it loads us. -->")]
    public Task A_comment_with_a_reason_suppresses(string file, string comment) =>
        PageVerifier.VerifyAsync(file, $$"""
            <p>Hello</p>
            {{comment}}
            <script src="https://www.clarity.ms/tag/abc"></script>
            """, "RPL3002", "RPL5001", "RPL1005");

    [Fact]
    public Task A_comment_cannot_silence_this_rule() =>
        PageVerifier.VerifyAsync("Index.html", """
            <!-- replaylint-disable RPL9001: The shell asks before it loads us. -->
            <div>
              {|RPL9001:<!-- replaylint-disable RPL1001 -->|}
              <script src="{|RPL1001:https://www.clarity.ms/tag/abc|}"></script>
            </div>
            """, "RPL3002", "RPL5001", "RPL1005");

    [Fact]
    public Task In_a_script_too() =>
        PageVerifier.VerifyAsync("site.js", """
            {|RPL9001:// replaylint-disable RPL1001|}
            {|RPL1001:posthog.init|}('phc_key', { session_recording: { maskTextSelector: '*', sampleRate: 0.1 } });
            // replaylint-disable RPL1001: the shell asks before it loads us
            posthog.init('phc_key', { session_recording: { maskTextSelector: '*', sampleRate: 0.1 } });
            // replaylint-disable CA1000
            // replaylint-disable
            """, "RPL3002", "RPL5001", "RPL1005");

    private static async Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> FindAsync(string source, params (string Key, string Value)[] configuration) =>
        await RuleRunner.GetFindingsAsync(
            [source],
            TestReferences.Of(RecorderApi.SentryOnAndroid).Single(),
            configuration: configuration.ToDictionary(static pair => pair.Key, static pair => pair.Value));
}
