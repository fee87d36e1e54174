using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Baseline;

public class ProjectBaselineTests
{
    private const string Unmasked = "        options.Native.ExperimentalOptions.SessionReplay.MaskAllText = false;\n";
    private const string Images = "        options.Native.ExperimentalOptions.SessionReplay.MaskAllImages = false;\n";
    private static readonly string[] Masking = ["RPL2001"];

    [Fact]
    public async Task What_is_recorded_is_covered_and_what_is_new_is_found()
    {
        var project = Code(Class("A", Unmasked));
        Assert.Equal(["App.cs(7): RPL2001"], await project.FindAsync(Masking));

        await project.RecordAsync(Masking);
        Assert.Empty(await project.FindAsync(Masking));

        project.Files["App.cs"] = Class("A", Unmasked + Images);
        Assert.Equal(["App.cs(8): RPL2001"], await project.FindAsync(Masking));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Lines_may_move_and_be_formatted_anew(string endOfLine)
    {
        var project = Code(Class("A", Unmasked));
        await project.RecordAsync(Masking);

        project.Files["App.cs"] = ("// New\n\n" + Class("A", Images.Replace("false", "true") + "\t\t" + Unmasked.Replace(" = ", "  =  "))).ReplaceLineEndings(endOfLine);
        project.Baseline = "# Known.\n\n" + project.Baseline!.ReplaceLineEndings("\r\n");

        Assert.Empty(await project.FindAsync("RPL2001", "RPL9005"));
    }

    [Fact]
    public async Task A_line_that_is_edited_is_looked_at_anew()
    {
        var project = Code(Class("A", Unmasked));
        await project.RecordAsync(Masking);
        project.Files["App.cs"] = Class("A", Unmasked.Replace("options.", "options!."));

        Assert.Equal(["App.cs(7): RPL2001"], await project.FindAsync(Masking));
    }

    [Fact]
    public async Task Another_rule_in_the_same_line_is_new()
    {
        var project = Code("using Sentry;\nclass A { void M() => SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 1.0); }\n");
        await project.RecordAsync(["RPL1001"]);

        Assert.Equal(["App.cs(2): RPL3001"], await project.FindAsync("RPL1001", "RPL3001"));
    }

    [Theory]
    [InlineData("Replay.cs")]
    [InlineData("Services/App.cs")]
    public async Task A_renamed_file_keeps_its_entries(string name)
    {
        var project = Code(Class("A", Unmasked));
        await project.RecordAsync(Masking);
        project.Files.Remove("App.cs");
        project.Files[name] = Class("A", Unmasked);

        Assert.Empty(await project.FindAsync(Masking));
    }

    [Fact]
    public async Task An_entry_of_a_file_that_is_there_covers_no_other_file()
    {
        var project = Code(Class("A", Unmasked));
        await project.RecordAsync(Masking);
        project.Files["App.cs"] = "class A { }\n";
        project.Files["Other.cs"] = Class("B", Unmasked);

        Assert.Equal(["Other.cs(7): RPL2001"], await project.FindAsync(Masking));
    }

    [Theory]
    [InlineData("Platforms/Android/Main.cs", "Platforms/iOS/App.cs", "/repo/App")] // Of another platform.
    [InlineData("Old.cs", "App.cs", "/repo/App/Web")] // Not below the project.
    [InlineData("Old.cs", "App.cs", null)] // Nobody knows where the project is.
    public async Task A_file_that_may_be_of_others_is_not_taken_for_renamed(string recorded, string found, string? folder)
    {
        var project = new BaselineProject { Files = { [recorded] = Class("A", Unmasked) } };
        await project.RecordAsync(Masking);
        project.Files.Remove(recorded);
        project.Files[found] = Class("A", Unmasked);
        if (folder is null)
            project.Configuration.Remove("build_property.MSBuildProjectDirectory");
        else
            project.Configuration["build_property.MSBuildProjectDirectory"] = folder;

        Assert.Equal([$"{found}(7): RPL2001"], await project.FindAsync(Masking));
    }

    [Fact]
    public async Task Of_lines_that_say_the_same_as_many_are_covered_as_there_are_entries()
    {
        var project = Code(Class("A", Unmasked + Images + Unmasked));
        await project.RecordAsync(Masking, which: static finding => finding.Location.GetLineSpan().StartLinePosition.Line != 7);
        Assert.Equal(["App.cs(8): RPL2001"], await project.FindAsync(Masking));

        project.Files["App.cs"] = Class("A", Unmasked + Unmasked + Images + Unmasked + Unmasked);
        Assert.Equal(["App.cs(9): RPL2001", "App.cs(10): RPL2001", "App.cs(11): RPL2001"], await project.FindAsync(Masking));

        project.Files["App.cs"] = Class("A", Unmasked);
        Assert.Empty(await project.FindAsync(Masking));
    }

    [Fact]
    public async Task One_entry_of_a_file_that_is_gone_covers_one_line()
    {
        var project = new BaselineProject { Files = { ["Old.cs"] = Class("A", Unmasked) } };
        await project.RecordAsync(Masking);
        project.Files.Remove("Old.cs");
        project.Files["B.cs"] = Class("B", Unmasked);
        project.Files["A.cs"] = Class("A", Unmasked);

        Assert.Equal(["B.cs(7): RPL2001"], await project.FindAsync(Masking));
    }

    [Fact]
    public async Task The_order_of_analysis_decides_nothing()
    {
        var project = Code(Class("A", string.Concat(Enumerable.Repeat(Unmasked, 40))));
        for (var i = 0; i < 10; i++)
            project.Files[$"More{i}.cs"] = Class("M" + i, Unmasked + Unmasked);

        await project.RecordAsync(Masking, which: static finding => finding.Location.GetLineSpan().StartLinePosition.Line < 20 && !finding.Location.GetLineSpan().Path.EndsWith("0.cs", StringComparison.Ordinal));
        project.Files["App.cs"] = Class("A", string.Concat(Enumerable.Repeat(Unmasked, 60)));
        var first = await project.FindAsync(Masking);

        Assert.Equal(60 - 14 + 2, first.Count);
        for (var i = 0; i < 10; i++)
            Assert.Equal(first, await project.FindAsync(Masking));
    }

    [Fact]
    public async Task A_finding_that_only_the_end_of_the_analysis_gives_is_covered_too()
    {
        static string Source(string name) => $"using Sentry;\npublic class {name}\n{{\n    [ReplayLint.ConsentGuard] static bool Agreed;\n    void M() {{ if (Agreed) SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1); }}\n}}\n";
        var project = Code(Source("A"));
        Assert.Equal(["App.cs(5): RPL1005"], await project.FindAsync("RPL1005"));

        await project.RecordAsync(["RPL1005"]);
        Assert.Empty(await project.FindAsync("RPL1005"));

        // Whose entry it is, is decided later still.
        project.Files.Remove("App.cs");
        project.Files["Start.cs"] = Source("A");
        Assert.Empty(await project.FindAsync("RPL1005"));
    }

    [Fact]
    public async Task What_the_end_of_the_analysis_gives_too_often_is_reported()
    {
        const string Unused = "[assembly: ReplayLint.SessionReplayPolicy(\"Hotjar\", ReplayLint.ReplayPurpose.ErrorDiagnosis, RetentionDays = 20, Reference = \"R-1\")]\n";
        var project = new BaselineProject { Files = { ["Old.cs"] = Unused } };
        Assert.Equal(["Old.cs(1): RPL5005"], await project.FindAsync("RPL5005"));

        await project.RecordAsync(["RPL5005"]);
        project.Files.Remove("Old.cs");
        project.Files["B.cs"] = Unused;
        project.Files["A.cs"] = Unused;
        Assert.Equal(["B.cs(1): RPL5005"], await project.FindAsync("RPL5005"));
    }

    [Fact]
    public async Task Views_pages_scripts_and_settings_have_a_baseline_as_code_has()
    {
        string[] rules = ["RPL1001", "RPL2001", "RPL2003", "RPL4001"];
        var project = new BaselineProject
        {
            Api = RecorderApi.SentryOnAndroid,
            Files =
            {
                ["Views/Home/Index.cshtml"] = "<p data-clarity-unmask=\"true\">x</p>\r\n<script src=\"https://www.clarity.ms/tag/abc\"></script>\r\n",
                ["wwwroot/index.html"] = "<script src=\"https://www.clarity.ms/tag/abc\"></script>\n",
                ["wwwroot/js/site.js"] = "posthog.init('key', { session_recording: { maskAllInputs: false } });\nposthog.identify('42', { email: 'a@b.example' });\n",
                ["appsettings.json"] = "{\n  \"Shop\": {\n    \"MaskText\": false\n  }\n}\n",
                ["replaylint.shop.txt"] = "recorder ShopReplay\n  json-setting Shop/MaskText protects=text safe=true default=true\n",
                ["App.cs"] = Class("A", Unmasked),
            },
        };
        var files = (await project.FindAsync(rules)).Select(static finding => finding.Split('(')[0]).Distinct().ToList();
        Assert.Equal(["App.cs", "Views/Home/Index.cshtml", "appsettings.json", "wwwroot/index.html", "wwwroot/js/site.js"], files);

        await project.RecordAsync(rules);
        Assert.Empty(await project.FindAsync(rules));

        project.Files["wwwroot/index.html"] = "<!DOCTYPE html>\n" + project.Files["wwwroot/index.html"] + "<p data-clarity-unmask=\"true\">x</p>\n";
        project.Files["wwwroot/js/site.js"] = "\n\n" + project.Files["wwwroot/js/site.js"];
        project.Files["appsettings.json"] = project.Files["appsettings.json"].ReplaceLineEndings("\r\n").Replace("{\r\n  \"Shop\"", "{\r\n  \"Other\": 1,\r\n  \"Shop\"");
        Assert.Equal(["wwwroot/index.html(3): RPL2003"], await project.FindAsync(rules));
    }

    [Fact]
    public async Task What_is_found_in_code_of_a_view_is_known_by_the_line_of_the_view()
    {
        const string View = "<h1>Shop</h1>\n@{ Replay.Configure(o => o.Native.ExperimentalOptions.SessionReplay.MaskAllText = false); }\n";
        static string Generated(int line) => $"// <auto-generated/>\npublic class View {{ public static void Configure(System.Action<Sentry.SentryOptions> set) {{ }}\n  public void Run() {{\n#line {line} \"{BaselineProject.Folder}Views/Index.cshtml\"\nConfigure(o => o.Native.ExperimentalOptions.SessionReplay.MaskAllText = false);\n#line default\n#line hidden\n}} }}\n";
        var project = new BaselineProject { Files = { ["Views/Index.cshtml"] = View, ["obj/Index.cshtml.g.cs"] = Generated(2) } };
        Assert.Equal(["Views/Index.cshtml(2): RPL2001"], await project.FindAsync(Masking));

        await project.RecordAsync(Masking);
        Assert.Contains(" App/Views/Index.cshtml reason=", project.Baseline);
        Assert.Empty(await project.FindAsync(Masking));

        project.Files["Views/Index.cshtml"] = "<!-- New -->\n" + View;
        project.Files["obj/Index.cshtml.g.cs"] = Generated(3);
        Assert.Empty(await project.FindAsync(Masking));

        // Where the view is not at hand, the code stands for it.
        project.Files.Remove("Views/Index.cshtml");
        project.Baseline = null;
        await project.RecordAsync(Masking);
        Assert.Empty(await project.FindAsync(Masking));
    }

    [Fact]
    public async Task What_stands_in_a_file_without_text_is_known_by_its_message()
    {
        var project = Code(Class("A", ""));
        project.Configuration["build_property.ReplayLintPolicies"] = Convert.ToBase64String(Encoding.UTF8.GetBytes("Sntry\u001FErrorDiagnosis\u001F30\u001F\u001F\u001F\u001F/repo/Directory.Build.props"));
        Assert.Equal(["Directory.Build.props(1): RPL5005"], await project.FindAsync("RPL5005"));

        await project.RecordAsync(["RPL5005"]);
        Assert.Empty(await project.FindAsync("RPL5005"));
    }

    [Fact]
    public async Task A_comment_comes_first_and_needs_no_entry()
    {
        const string Script = "<script src=\"https://www.clarity.ms/tag/abc\"></script>\n";
        var project = new BaselineProject { Files = { ["index.html"] = Script }, Configuration = { ["build_property.ReplayLintEvidence"] = "true" } };
        await project.RecordAsync(["RPL1001"]);
        project.Files["index.html"] = "<!-- replaylint-disable RPL1001: The shell asks before it loads us -->\n" + Script;

        var hidden = Assert.Single(await project.AnalyzeAsync(), static finding => finding.Properties.GetValueOrDefault("Kind") == "hidden");
        Assert.Equal("comment", hidden.Properties["Form"]);
    }

    [Fact]
    public async Task What_is_covered_is_evidence_with_the_reason()
    {
        var project = Code(Class("A", Unmasked + Unmasked));
        project.Configuration["build_property.ReplayLintEvidence"] = "true";
        await project.RecordAsync(Masking, which: static finding => finding.Location.GetLineSpan().StartLinePosition.Line == 6, reason: BaselineProject.Reason + ", until 2027-03-31");

        var found = await project.AnalyzeAsync();

        var hidden = Assert.Single(found, static finding => finding.Properties.GetValueOrDefault("Kind") == "hidden");
        Assert.Equal(("baseline", "RPL2001", "Sentry", BaselineProject.Reason + ", until 2027-03-31", "2027-03-31"), (hidden.Properties["Form"], hidden.Properties["Rules"], hidden.Properties["Recorder"], hidden.Properties["Justification"], hidden.Properties["Until"]));
        Assert.StartsWith("Sentry records content in clear", hidden.Properties["Finding"]);
        Assert.Equal("App.cs(7): RPL9009", BaselineProject.Show(hidden));
        var suppression = Assert.Single(found, static finding => finding.Properties.GetValueOrDefault("Kind") == "suppression");
        Assert.Equal("replaylint-baseline.txt(1): RPL9009", BaselineProject.Show(suppression));
        Assert.Single(found, static finding => finding.Id == "RPL2001");
    }

    [Theory]
    [InlineData("", "RPL9001", "The baseline entry of RPL2001 gives no reason: write why the finding may stay after reason=; until then the entry covers nothing")]
    [InlineData("TODO", "RPL9001", "The baseline entry of RPL2001 gives no reason that someone else can check ('TODO'): write why the finding may stay after reason=; until then the entry covers nothing")]
    [InlineData("The shop is replaced in spring until 2027-01-14", "RPL9004", "The baseline entry of RPL2001 was to hold until 2027-01-14, which is past: fix the finding, which is back, or decide anew and write until when")]
    public async Task Without_a_reason_that_holds_nothing_is_covered(string reason, string rule, string message)
    {
        var project = Code(Class("A", Unmasked));
        await project.RecordAsync(Masking, reason);

        var found = await project.AnalyzeAsync();

        Assert.Contains(found, static finding => finding.Id == "RPL2001");
        var wrong = Assert.Single(found, static finding => finding.Id.StartsWith("RPL9", StringComparison.Ordinal));
        Assert.Equal((rule, message, DiagnosticSeverity.Error), (wrong.Id, wrong.GetMessage(), wrong.Severity));
        Assert.Equal("/repo/replaylint-baseline.txt", wrong.Location.GetLineSpan().Path);
    }

    [Theory]
    [InlineData("The shop is replaced in spring, until 2027-01-15", new string[0])]
    [InlineData("The shop is replaced in spring, until 31.03.2027", new[] { "replaylint-baseline.txt(1): RPL9004" })]
    public async Task An_entry_holds_through_its_day(string reason, string[] expected)
    {
        var project = Code(Class("A", Unmasked));
        await project.RecordAsync(Masking, reason);

        Assert.Equal(expected, await project.FindAsync("RPL2001", "RPL9001", "RPL9004"));
    }

    [Fact]
    public async Task A_line_that_is_no_entry_is_an_error_where_it_stands_and_the_others_hold()
    {
        var project = Code(Class("A", Unmasked));
        await project.RecordAsync(Masking);
        project.Baseline = "RPL2001 nonsense\n<<<<<<< HEAD\n" + project.Baseline;

        Assert.Equal(["replaylint-baseline.txt(1): RPL9005", "replaylint-baseline.txt(2): RPL9005"], await project.FindAsync("RPL2001", "RPL9001", "RPL9005"));
    }

    [Fact]
    public async Task Entries_of_other_projects_are_their_business()
    {
        var project = Code(Class("A", Unmasked));
        project.Baseline = "RPL2001 0123456789abcdef Other/App.cs reason=TODO\nRPL2001 0123456789abcdef App/Gone.cs reason=TODO\n";

        Assert.Equal(["replaylint-baseline.txt(2): RPL9001"], await project.FindAsync("RPL9001"));
    }

    [Fact]
    public async Task The_project_may_ask_for_a_form()
    {
        var project = Code(Class("A", Unmasked));
        await project.RecordAsync(Masking, "The shop is replaced in spring");
        project.Configuration["replaylint.justification_pattern"] = "PRIV-\\d+";

        Assert.Equal(["App.cs(7): RPL2001", "replaylint-baseline.txt(1): RPL9001"], await project.FindAsync("RPL2001", "RPL9001"));
    }

    [Fact]
    public async Task Strict_mode_heeds_a_baseline_as_it_heeds_other_reasons()
    {
        var project = Code(Class("A", Unmasked));
        await project.RecordAsync(Masking);
        project.Configuration["build_property.ReplayLintMode"] = "strict";
        Assert.Empty(await project.FindAsync(Masking));

        project.Files["App.cs"] = Class("A", Unmasked + Images);
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(await project.AnalyzeAsync(), static finding => finding.Id == "RPL2001").Severity);
    }

    [Fact]
    public async Task What_watches_over_suppressions_cannot_be_recorded()
    {
        var project = Code("#pragma warning disable RPL2001\n" + Class("A", Unmasked));
        await project.RecordAsync(["RPL9001"]);

        Assert.Equal(["App.cs(1): RPL9001", "replaylint-baseline.txt(1): RPL9005"], await project.FindAsync("RPL9001", "RPL9005"));
    }

    [Fact]
    public async Task Where_no_recorder_is_the_baseline_is_not_read()
    {
        Assert.Empty(await RuleRunner.GetFindingsAsync(["class App { }"], TestReferences.Framework, [new TestFile("/repo/index.html", "<p></p>"), new Unreadable()]));
    }

    private static BaselineProject Code(string source) => new() { Files = { ["App.cs"] = source } };

    private static string Class(string name, string statements) =>
        $"using Sentry;\n\npublic class {name}\n{{\n    public static void M(SentryOptions options)\n    {{\n{statements}    }}\n}}\n";

    private sealed class Unreadable : AdditionalText
    {
        public override string Path => "/repo/replaylint-baseline.txt";

        public override SourceText GetText(CancellationToken cancellationToken = default) => throw new InvalidOperationException("The baseline was read.");
    }
}
