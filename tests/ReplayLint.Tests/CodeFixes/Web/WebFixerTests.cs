using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.CodeFixes.Web;
using ReplayLint.Readers;
using ReplayLint.Readers.Interop;
using ReplayLint.Readers.Markup;
using ReplayLint.Rules;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes.Web;

public class WebFixerTests
{
    private const string Page = """
        @model Shop
        <!DOCTYPE html>
        <html>
        <head>
            <script type="text/plain" data-cookieconsent="necessary">LogRocket.init('@Model.App', { release: '1', });</script>
            @if (Model.Films)
            {
                <script>
                    posthog.init('@Model.Key', {
                        api_host: "@(Model.Host ?? "h")", // ours
                        session_recording: { maskAllInputs: false },
                    });
                    clarity("identify", "@User.Identity.Name");
                    clarity("consentv2", { ad_Storage: "granted" });
                    posthog.identify(id, { email: user.email, plan: 'a' });
                    Sentry.init({ integrations: [Sentry.replayIntegration({ unmask: ['.a'] })], replaysSessionSampleRate: 1 });
                </script>
            }
        </head>
        <body class="a dd-privacy-allow">
            <input type="password" class="fs-unmask @Model.Style" />
            <form data-dd-privacy="allow"><input name="cvv"></form>
        </body>
        </html>
        """;

    private static readonly ReplayContext Replay = ReplayContext.Create(CSharpCompilation.Create("None"), RecorderCatalog.BuiltIn, new AnalyzerOptions([]));

    private static readonly PageReader Reader = new(RecorderCatalog.BuiltIn, new IdentifierWords(RecorderCatalog.BuiltIn));

    [Fact]
    public void A_page_with_all_of_it_is_fixed_in_one_go()
    {
        var text = Text(Page);
        var once = WebFixer.Fix("a.cshtml", text, Find("a.cshtml", text));

        Assert.Equal(
            """
            @model Shop
            <!DOCTYPE html>
            <html>
            <head>
                <script type="text/plain" data-cookieconsent="statistics">LogRocket.init('@Model.App', { release: '1', dom: { inputSanitizer: true, textSanitizer: true, imageSanitizer: true }, });</script>
                @if (Model.Films)
                {
                    <script>
                        posthog.init('@Model.Key', {
                            api_host: "@(Model.Host ?? "h")", // ours
                            session_recording: { maskAllInputs: true, maskTextSelector: "*" },
                            opt_out_capturing_by_default: true,
                        });
                        clarity("consentv2", { ad_Storage: "denied" });
                        posthog.identify(id, { plan: 'a' });
                        Sentry.init({ integrations: [Sentry.replayIntegration({})], replaysSessionSampleRate: 0, replaysOnErrorSampleRate: 1 });
                    </script>
                }
            </head>
            <body class="a">
                <input type="password" class="@Model.Style" />
                <form><input name="cvv"></form>
            </body>
            </html>
            """,
            once.ToString());
        Assert.Same(once, WebFixer.Fix("a.cshtml", once, Find("a.cshtml", once)));
    }

    [Fact]
    public void Wherever_a_page_is_cut_off_nothing_throws_and_what_is_not_edited_stays()
    {
        var whole = Find("a.cshtml", Text(Page));
        for (var length = 0; length < Page.Length; length++)
        {
            var cut = Text(Page[..length]);
            var findings = Find("a.cshtml", cut);
            WebFixer.Fix("a.cshtml", cut, findings);
            WebFixer.Fix("a.cshtml", cut, whole);

            if (findings.Count == 0)
                Assert.Same(cut, WebFixer.Fix("a.cshtml", cut, findings));
        }
    }

    [Fact]
    public void Random_edits_of_a_page_make_nothing_throw()
    {
        var random = new Random(4);
        var whole = Find("a.cshtml", Text(Page));
        for (var i = 0; i < 2_000; i++)
        {
            var start = random.Next(Page.Length);
            var edited = Text(Page.Remove(start, random.Next(Math.Min(30, Page.Length - start))).Insert(start, "\"'<>{}@()/*,"[random.Next(12)].ToString()));
            WebFixer.Fix("a.cshtml", edited, Find("a.cshtml", edited));
            WebFixer.Fix("a.cshtml", edited, whole);
        }
    }

    [Fact]
    public void Encoding_and_byte_order_mark_stay()
    {
        var bytes = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true).GetPreamble().Concat(Encoding.UTF8.GetBytes("dtrum.enableSessionReplay(true); // é")).ToArray();
        var text = SourceText.From(new MemoryStream(bytes));
        var changed = WebFixer.Fix("a.js", text, Find("a.js", text));

        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, changed.Encoding!))
            changed.Write(writer);

        Assert.Equal([0xEF, 0xBB, 0xBF, .. "dtrum.enableSessionReplay(false); // é"u8.ToArray()], stream.ToArray());
    }

    [Fact]
    public void Findings_of_other_files_and_other_kinds_of_file_change_nothing()
    {
        var text = Text("dtrum.enableSessionReplay(true);");
        var findings = Find("a.js", text);

        Assert.NotEmpty(findings);
        Assert.Same(text, WebFixer.Fix("b.js", text, findings));
        Assert.Same(text, WebFixer.Fix("a.txt", text, findings));
    }

    [Fact]
    public void The_order_of_the_findings_does_not_matter()
    {
        var text = Text(Page);
        var findings = Find("a.cshtml", text);
        var random = new Random(1);
        var expected = WebFixer.Fix("a.cshtml", text, findings).ToString();

        for (var i = 0; i < 20; i++)
            Assert.Equal(expected, WebFixer.Fix("a.cshtml", text, findings.OrderBy(_ => random.Next())).ToString());
    }

    [Fact]
    public void Thousands_of_findings_in_one_file_are_fixed_together()
    {
        var statement = "posthog.init('k', { a: 1, session_recording: { maskAllInputs: false } });clarity('identify', user.email);\n";
        var text = Text(string.Concat(Enumerable.Repeat(statement, 1_000)));
        var findings = Find("a.js", text);
        var result = WebFixer.Fix("a.js", text, findings).ToString();

        Assert.True(findings.Count >= 2_000);
        Assert.DoesNotContain("maskAllInputs: false", result);
        Assert.DoesNotContain("clarity", result);
    }

    [Fact]
    public async Task What_keeps_being_found_ends_some_time()
    {
        var rounds = 0;
        var files = ImmutableDictionary<string, SourceText>.Empty.Add("a.js", Text("dtrum.enableSessionReplay(true);"));
        var finding = Find("a.js", files["a.js"]);
        var fixedFiles = await WebFixer.FixAllAsync(
            files,
            (_, _) =>
            {
                rounds++;
                return Task.FromResult(finding.ToImmutableArray());
            },
            CancellationToken.None);

        Assert.Equal("dtrum.enableSessionReplay(false);", fixedFiles["a.js"].ToString());
        Assert.Equal(2, rounds);
    }

    private static SourceText Text(string text) => SourceText.From(text, Encoding.UTF8);

    /// <summary>What the rules say about a file when no code decides whether it runs.</summary>
    private static List<Diagnostic> Find(string path, SourceText text)
    {
        var found = new List<Diagnostic>();
        var file = new TestFile(path, text);
        var page = new WebPage(WebFile.Read(file, CancellationToken.None)!, Replay.Catalog, static (_, _) => RazorState.NotGranted);
        var consent = new RazorConsent(Replay.Models, Replay.Mentions, Replay.Catalog, Replay.Guards, static _ => null);
        var callers = new ScriptCallers(new ProjectPages([file], _ => page, new InteropCalls(Replay.Models)), consent, CancellationToken.None);
        foreach (var usage in Reader.Read(page, callers).Usages)
            Replay.Rules.Check(usage, Replay.Policies, found.Add);

        return found;
    }
}
