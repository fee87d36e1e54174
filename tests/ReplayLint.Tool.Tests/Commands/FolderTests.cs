using System.Text;
using ReplayLint.Package.Tests;
using ReplayLint.Tool.Tests.Verification;
using Xunit;

namespace ReplayLint.Tool.Tests.Commands;

/// <summary>Folders of pages and scripts without a project.</summary>
public class FolderTests
{
    private const string Page = "<!DOCTYPE html>\n<html>\n<body>\n<p data-clarity-unmask=\"true\">é</p>\n<script src=\"https://www.clarity.ms/tag/abc\"></script>\n</body>\n</html>\n";

    [Fact]
    public async Task Reads_what_the_package_would_hand_over()
    {
        using var repository = new TestRepository();
        repository.Write("site/index.html", Page);
        repository.Write("site/js/app.js", "posthog.init(\"key\", { session_recording: { maskAllInputs: false } });\n");
        repository.Write("site/js/app.min.js", "posthog.init(\"key\", { session_recording: { maskAllInputs: false } });\n");
        repository.Write("site/lib/tool.js", "posthog.init(\"key\", { session_recording: { maskAllInputs: false } });\n");
        repository.Write("site/Views/Home.cshtml", "@model Home\n@if (Model.MayRecord)\n{\n    <script src=\"https://static.hotjar.com/c/hotjar-1.js?sv=6\"></script>\n}\n@if (Consent.Granted)\n{\n    <script src=\"https://static.hotjar.com/c/hotjar-2.js?sv=6\"></script>\n}\n");

        var check = await CommandLine.RunAsync("check", repository["site"], "--no-build", "--format", "json");

        Assert.Equal(ExitCodes.Findings, check.ExitCode);
        var findings = JsonFindings.Read(check.Output, repository["site"]);
        Assert.Contains(new Finding("index.html", 4, "RPL2003"), findings);
        Assert.Contains(new Finding("index.html", 5, "RPL1001"), findings);
        Assert.Contains(new Finding("js/app.js", 1, "RPL2001"), findings);
        Assert.DoesNotContain(findings, static finding => finding.File.Contains("min", StringComparison.Ordinal) || finding.File.Contains("lib/", StringComparison.Ordinal));

        // Its model may have asked for consent, and nobody has read that.
        Assert.Contains(new Finding("Views/Home.cshtml", 4, "RPL1002"), findings);
        Assert.DoesNotContain(findings, static finding => finding.File == "Views/Home.cshtml" && finding.Id == "RPL1001");
    }

    [Fact]
    public async Task A_team_configures_a_folder_like_a_project()
    {
        using var repository = new TestRepository();
        repository.Write("site/index.html", Page);
        repository.Write("site/.globalconfig", "is_global = true\ndotnet_diagnostic.RPL2003.severity = none\nreplaylint.RPL2003.justification = The page shows public texts only (PRIV-3).\n");

        var check = await CommandLine.RunAsync("check", repository["site"], "--no-build", "--format", "json");

        Assert.DoesNotContain(JsonFindings.Read(check.Output, repository["site"]), static finding => finding.Id == "RPL2003");
    }

    [Theory]
    [InlineData("utf-8", false, "\n")]
    [InlineData("utf-8", true, "\r\n")]
    [InlineData("utf-16", true, "\r\n")]
    [InlineData("utf-16BE", true, "\n")]
    public async Task A_fix_keeps_every_byte_that_it_does_not_mean(string encoding, bool hasMark, string endOfLine)
    {
        using var repository = new TestRepository();
        Encoding writes = encoding switch { "utf-8" => new UTF8Encoding(hasMark), "utf-16" => new UnicodeEncoding(false, hasMark), _ => new UnicodeEncoding(true, hasMark) };
        var path = repository["page.html"];
        File.WriteAllText(path, Page.ReplaceLineEndings(endOfLine), writes);
        var expected = (byte[])[.. writes.GetPreamble(), .. writes.GetBytes(Page.Replace(" data-clarity-unmask=\"true\"", "", StringComparison.Ordinal).ReplaceLineEndings(endOfLine))];

        var fix = await CommandLine.RunAsync("fix", repository.Root, "--no-build", "--rule", "RPL2003");

        Assert.True(fix.ExitCode == ExitCodes.Clean, fix.Output + fix.Error);
        Assert.Equal(expected, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task A_file_in_an_unknown_encoding_is_left_alone_and_the_others_are_not()
    {
        using var repository = new TestRepository();
        var latin = Encoding.Latin1.GetBytes(Page);
        File.WriteAllBytes(repository["latin.html"], latin);
        repository.Write("page.html", Page);

        var fix = await CommandLine.RunAsync("fix", repository.Root, "--no-build", "--rule", "RPL2003");

        Assert.Equal(ExitCodes.Incomplete, fix.ExitCode);
        Assert.Contains("latin.html was left alone: its encoding is not known", fix.Error);
        Assert.Equal(latin, File.ReadAllBytes(repository["latin.html"]));
        Assert.DoesNotContain("unmask", repository.Read("page.html"));
        Assert.Equal(["latin.html", "page.html"], Directory.GetFiles(repository.Root, "*.html*").Select(static path => Path.GetFileName(path)).Order());
    }

    [Fact]
    public async Task Nothing_is_fixed_over_changes_that_are_not_committed()
    {
        using var repository = new TestRepository();
        repository.Write("page.html", Page);
        await repository.CommitAsync();
        repository.Write("other.txt", "new");

        var refused = await CommandLine.RunAsync("fix", repository.Root, "--no-build");
        Assert.Equal(ExitCodes.Incomplete, refused.ExitCode);
        Assert.Contains("other.txt", refused.Error);
        Assert.Equal(Page, repository.Read("page.html"));

        var shown = await CommandLine.RunAsync("fix", repository.Root, "--no-build", "--dry-run");
        Assert.Contains("-<p data-clarity-unmask=\"true\">é</p>\n+<p>é</p>\n", shown.Output);
        Assert.Equal(Page, repository.Read("page.html"));

        await CommandLine.RunAsync("fix", repository.Root, "--no-build", "--force");
        Assert.Contains("<p>é</p>", repository.Read("page.html"));
    }
}
