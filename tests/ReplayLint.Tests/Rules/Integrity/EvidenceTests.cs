using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using ReplayLint.Tests.Documentation;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Integrity;

public class EvidenceTests
{
    private const string Id = "RPL9009";

    private static readonly Dictionary<string, string> WithLog = new() { ["build_property.ReplayLintEvidence"] = "true" };

    [Theory]
    [InlineData("if (Agreed) Record();", "Agreed")]
    [InlineData("if (!Agreed) return; Record();", "Agreed")]
    [InlineData("var ok = Agreed && DateTime.Now.Hour > 8; if (ok) Record();", "ok")]
    [InlineData("Ensure(); Record();", "Ensure()")]
    [InlineData("WhenAgreed(() => Record());", "WhenAgreed")]
    [InlineData("WhenAgreed(() => { if (DateTime.Now.Hour > 8) Record(); });", "WhenAgreed")]
    [InlineData("if (DateTime.Now.Hour > 8) { if (Agreed) { Record(); } }", "Agreed")]
    [InlineData("if (DateTime.Now.Hour > 8) { if (Agreed) { foreach (var i in new[] { 1 }) Record(); } }", "Agreed")]
    public async Task A_start_names_the_guard_in_its_body(string body, string guard)
    {
        var start = Assert.Single(await InCodeAsync($$"""void Start() { {{body.Replace("Record()", Recording)}} }"""), static e => Kind(e) == "start");

        Assert.Equal(("granted", guard), (start.Properties["Consent"], start.Properties["Guard"]));
        Assert.StartsWith(guard, TextAt(Assert.Single(start.AdditionalLocations)));
        Assert.Equal($"Seen, and no finding: 'SentrySdk.Init' starts Sentry after consent, behind '{guard}'", start.GetMessage());
    }

    [Theory]
    [InlineData("[RequiresConsent] void Start() { if (DateTime.Now.Hour > 8) Record(); }", "[RequiresConsent] Start")]
    [InlineData("public void Begin() { if (Agreed) Start(); } private void Start() => Record();", "Agreed")]
    [InlineData("public void Begin() { if (Agreed) Middle(); } private void Middle() => Start(); private void Start() => Record();", "Agreed")]
    public async Task A_start_names_the_guard_around_its_member(string members, string guard)
    {
        var start = Assert.Single(await InCodeAsync(members.Replace("Record()", Recording)), static e => Kind(e) == "start");

        Assert.Equal(("granted", guard), (start.Properties["Consent"], start.Properties["Guard"]));
    }

    [Theory]
    [InlineData("void Start() { Record(); }", "not-granted")]
    [InlineData("Action _kept; void Start() { _kept = () => Record(); }", "unknown")]
    public async Task A_start_without_a_guard_names_none(string members, string consent)
    {
        var start = Assert.Single(await InCodeAsync(members.Replace("Record()", Recording)), static e => Kind(e) == "start");

        Assert.Equal(consent, start.Properties["Consent"]);
        Assert.DoesNotContain("Guard", start.Properties.Keys);
        Assert.Empty(start.AdditionalLocations);
    }

    [Fact]
    public async Task What_is_right_is_evidence_as_much_as_what_is_wrong()
    {
        var evidence = await InCodeAsync("""
            void Start() => SentrySdk.Init(o =>
            {
                o.SendDefaultPii = true;
                o.Native.ExperimentalOptions.SessionReplay.MaskAllText = true;
                o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = DateTime.Now.Hour;
            });

            void Stop() => SentrySdk.Close();

            void Name(SentryUser user) => user.Email = "jo@shop.example";
            """);

        Assert.Equal(
        [
            "SentryOptions.SendDefaultPii protects identity: true, safe: false",
            "NativeSentryReplayOptions.MaskAllText protects text: true, safe: true",
            "NativeSentryReplayOptions.SessionSampleRate protects rate: ?, safe: ?",
        ], evidence.Where(static e => Kind(e) == "setting").Select(static e => $"{e.Properties["Member"]} protects {e.Properties["Protects"]}: {e.Properties.GetValueOrDefault("Value", "?")}, safe: {e.Properties.GetValueOrDefault("Safe", "?")}"));
        Assert.Single(evidence, static e => Kind(e) == "stop");
        Assert.Equal(("Email", "true"), (Assert.Single(evidence, static e => Kind(e) == "identify").Properties["Identifier"], evidence.Single(static e => Kind(e) == "identify").Properties["Direct"]));
    }

    [Fact]
    public async Task A_policy_is_evidence_with_all_that_it_declares()
    {
        var evidence = await FindAsync([
            """
            [assembly: ReplayLint.SessionReplayPolicy("Sentry", ReplayLint.ReplayPurpose.Support, RetentionHours = 12, Reference = "ROPA 7", ConsentMechanism = "banner")]
            [assembly: ReplayLint.SessionReplayPolicy("*", ReplayLint.ReplayPurpose.ErrorDiagnosis, RetentionDays = 20)]
            """,
        ]);

        Assert.Equal(
        [
            ("Sentry", "Support", "0.5", "ROPA 7", "banner"),
            ("*", "ErrorDiagnosis", "20", null, null),
        ], evidence.Where(static e => Kind(e) == "policy").Select(static e => (e.Properties["Recorder"], e.Properties["Purpose"], e.Properties["RetentionDays"], e.Properties.GetValueOrDefault("Reference"), e.Properties.GetValueOrDefault("ConsentMechanism"))));
    }

    [Theory]
    [InlineData("<script>if (hasConsent()) { CALL }</script>", "hasConsent()")]
    [InlineData("<script>hasConsent() && CALL</script>", "hasConsent()")]
    [InlineData("<script>hasConsent() ? CALL : 0</script>", "hasConsent()")]
    [InlineData("<script>(function () { if (!hasConsent()) return; console.log(1); CALL })()</script>", "!hasConsent()")]
    [InlineData("<script>if (!hasConsent()) { console.log(1); } else { CALL }</script>", "!hasConsent()")]
    [InlineData("<script>onConsentGranted(function () { if (window.chrome) { CALL } });</script>", "onConsentGranted")]
    [InlineData("<script>function load() { CALL } if (hasConsent()) { load(); }</script>", "hasConsent()")]
    [InlineData("<script>function load() { start(); } function start() { CALL } document.querySelector('#accept-cookies').addEventListener('click', () => load());</script>", "document.querySelector('#accept-cookies').addEventListener")]
    [InlineData("<script type=\"text/plain\" data-cookieconsent=\"statistics\">CALL</script>", "data-cookieconsent=\"statistics\"")]
    public async Task A_start_in_a_page_names_its_guard(string page, string guard)
    {
        var evidence = await InPageAsync("index.html", page.Replace("CALL", "posthog.init('phc', { api_host: 'https://eu.i.posthog.com' })"));

        var start = Assert.Single(evidence, static e => Kind(e) == "start");
        Assert.Equal(("granted", guard), (start.Properties["Consent"], start.Properties["Guard"]));
        Assert.Equal("session_recording.maskTextSelector=null", start.Properties["Defaults"]);
    }

    [Fact]
    public async Task A_guard_of_a_view_stands_in_the_view()
    {
        const string View = """
            @inject App.Consent Consent
            @if (Consent.HasConsented)
            {
                <script src="https://www.clarity.ms/tag/abc"></script>
            }
            """;
        var compilation = RazorCompiler.Compile(
            [("Consent.cs", "namespace App { public class Consent { public bool HasConsented { get; set; } } }"), ("Annotations.cs", TestReferences.Annotations)],
            [("Views/Shared/_Layout.cshtml", View)],
            TestReferences.Framework);
        var evidence = await RuleRunner.GetFindingsAsync(compilation, [new TestFile(RazorCompiler.Root + "Views/Shared/_Layout.cshtml", View)], WithLog);

        var start = Assert.Single(evidence, static e => e.Id == Id && Kind(e) == "start");
        Assert.Equal("Consent.HasConsented", start.Properties["Guard"]);
        Assert.EndsWith("_Layout.cshtml", Assert.Single(start.AdditionalLocations).GetMappedLineSpan().Path);
    }

    [Fact]
    public async Task A_finding_that_a_comment_hides_is_kept_with_the_reason()
    {
        var evidence = await InPageAsync("index.html", "<!-- replaylint-disable RPL1001: The shell asks before it loads us (SHELL-4) -->\n<script src=\"https://www.clarity.ms/tag/abc\"></script>\n");

        var hidden = Assert.Single(evidence, static e => Kind(e) == "hidden");
        Assert.Equal(("Clarity", "RPL1001", "comment", "The shell asks before it loads us (SHELL-4)"), (hidden.Properties["Recorder"], hidden.Properties["Rules"], hidden.Properties["Form"], hidden.Properties["Justification"]));
        Assert.StartsWith("Clarity starts recording at", hidden.Properties["Finding"]);
        Assert.Equal(1, hidden.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Equal("RPL1001", Assert.Single(evidence, static e => Kind(e) == "suppression").Properties["Rules"]);
        Assert.DoesNotContain(await FindAllAsync("index.html", "<!-- replaylint-disable RPL1001: The shell asks before it loads us (SHELL-4) -->\n<script src=\"https://www.clarity.ms/tag/abc\"></script>\n"), static f => f.Id == "RPL1001");
    }

    [Fact]
    public async Task Every_form_of_suppression_is_evidence()
    {
        var project = new ConfiguredProject(("/.globalconfig", "is_global = true\nbuild_property.ReplayLintEvidence = true\ndotnet_diagnostic.RPL2006.severity = none\nreplaylint.RPL2006.justification = Our proxy filters request headers (PRIV-51).\n"))
        {
            Sources = [("/App.cs", """
                using System.Diagnostics.CodeAnalysis;

                #pragma warning disable RPL1001, RPL1002 // The demo asks nobody, until 2031-12-30
                [SuppressMessage("", "RPL2001", Justification = "TODO")]
                class A { }
                """)],
        };

        var found = await project.FindAsync();

        Assert.Equal(
        [
            "attribute RPL2001: none",
            "configuration RPL2006: Our proxy filters request headers (PRIV-51).",
            "pragma RPL1001;RPL1002: The demo asks nobody, until 2031-12-30 / 2031-12-30",
        ], found.Where(static e => e.Id == Id).Select(static e => $"{e.Properties["Form"]} {e.Properties["Rules"]}: {e.Properties.GetValueOrDefault("Justification", "none")}{(e.Properties.TryGetValue("Until", out var until) ? " / " + until : "")}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_directive_that_hides_nothing_but_evidence_is_no_suppression()
    {
        var found = await FindAllAsync(["#pragma warning disable\n" + Source("void Stop() => SentrySdk.Close();")]);

        Assert.DoesNotContain(found, static f => f.Id == "RPL9001");
    }

    [Fact]
    public async Task Without_a_log_there_is_no_evidence()
    {
        var source = Source("void Start() { if (Agreed) " + Recording + "; }");

        Assert.DoesNotContain(await RuleRunner.GetFindingsAsync([source, TestReferences.Annotations], TestReferences.Of(RecorderApi.SentryOnAndroid).Single()), static f => f.Id == Id);
    }

    [Fact]
    public async Task A_project_without_a_recorder_has_no_evidence() =>
        Assert.Empty(await RuleRunner.GetFindingsAsync(["class App { }", TestReferences.Annotations], TestReferences.Framework, [new TestFile("/project/index.html", "<script src=\"/site.js\"></script>")], WithLog));

    [Fact]
    public void The_page_of_the_rule_explains_each_property()
    {
        var page = RulePage.Read(Id).Text;

        var keys = typeof(EvidenceProperties).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (string)field.GetRawConstantValue()!);
        Assert.All(keys, key => Assert.Contains($"`{key}`", page));
    }

    private const string Recording = "SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1)";

    private static string Source(string members) => $$"""
        using System;
        using ReplayLint;
        using Sentry;

        public class App
        {
            [ConsentGuard] bool Agreed { get; set; }

            [EnsuresConsent] void Ensure() { if (!Agreed) throw new InvalidOperationException(); }

            void WhenAgreed([ConsentCallback] Action act) { if (Agreed) act(); }

            {{members}}
        }
        """;

    private static async Task<ImmutableArray<Diagnostic>> InCodeAsync(string members) => await FindAsync([Source(members)]);

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(string[] sources) => [.. (await FindAllAsync(sources)).Where(static f => f.Id == Id)];

    private static async Task<ImmutableArray<Diagnostic>> FindAllAsync(string[] sources) =>
        await RuleRunner.GetFindingsAsync([.. sources, TestReferences.Annotations], TestReferences.Of(RecorderApi.SentryOnAndroid).Single(), configuration: WithLog);

    private static async Task<ImmutableArray<Diagnostic>> InPageAsync(string name, string text) => [.. (await FindAllAsync(name, text)).Where(static f => f.Id == Id)];

    private static async Task<ImmutableArray<Diagnostic>> FindAllAsync(string name, string text) =>
        await RuleRunner.GetFindingsAsync([TestReferences.Annotations], TestReferences.Framework, [new TestFile("/project/" + name, text)], WithLog);

    private static string Kind(Diagnostic evidence) => evidence.Properties["Kind"]!;

    private static string TextAt(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);
}
