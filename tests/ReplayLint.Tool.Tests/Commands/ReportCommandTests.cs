using System.Text.Json;
using ReplayLint.Tool.Tests.Verification;
using Xunit;

namespace ReplayLint.Tool.Tests.Commands;

public class ReportCommandTests
{
    private const string Page = """
        <!-- replaylint-disable RPL2002: The page shows departure times only (PRIV-4) -->
        <script src="https://www.clarity.ms/tag/abc"></script>
        <script type="text/plain" data-cookieconsent="statistics">
          posthog.init("phc", { api_host: "https://eu.i.posthog.com" });
        </script>
        """;

    [Fact]
    public async Task A_report_of_a_folder_has_commit_recorders_guards_and_reasons()
    {
        using var repository = new TestRepository();
        repository.Write("site/index.html", Page);
        await repository.CommitAsync();
        await repository.GitAsync("remote", "add", "origin", "https://token@code.example/shop/site.git");

        var run = await CommandLine.RunAsync("report", repository["site"], "--no-build", "--output", repository["report.json"]);

        Assert.True(run.ExitCode == ExitCodes.Clean, run.Error);
        Assert.Contains("2 recorders", run.Output);
        using var report = JsonDocument.Parse(repository.Read("report.json"));
        var site = report.RootElement.GetProperty("repositories")[0];
        Assert.Equal(("shop/site", "https://code.example/shop/site"), (site.GetProperty("name").GetString(), site.GetProperty("repository").GetString()));
        Assert.Equal((await repository.GitAsync("rev-parse", "HEAD")).Trim(), site.GetProperty("commit").GetString());
        Assert.Equal("The page shows departure times only (PRIV-4)", site.GetProperty("suppressions")[0].GetProperty("properties").GetProperty("Justification").GetString());
        var start = site.GetProperty("recorders").EnumerateArray().Single(static recorder => recorder.GetProperty("name").GetString() == "PostHog").GetProperty("evidence").EnumerateArray().First(static item => item.GetProperty("properties").GetProperty("Kind").GetString() == "start");
        Assert.Equal(("site/index.html", "data-cookieconsent=\"statistics\""), (start.GetProperty("file").GetString(), start.GetProperty("properties").GetProperty("Guard").GetString()));
    }

    [Fact]
    public async Task Logs_of_many_repositories_make_one_report()
    {
        using var repository = new TestRepository();
        repository.Write("site/index.html", Page);
        repository.Write("logs/deep/other.sarif", Reporting.TestLog.Sarif(Reporting.TestLog.Evidence("start", ("Consent", "granted"))));
        await CommandLine.RunAsync("check", repository["site"], "--no-build", "--format", "sarif", "--output", repository["logs/site.sarif"]);

        var run = await CommandLine.RunAsync("report", "--from-sarif", repository["logs"], "--output", repository["estate.html"], "--language", "fr");

        Assert.True(run.ExitCode == ExitCodes.Clean, run.Error);
        var page = repository.Read("estate.html");
        Assert.Contains("<html lang=\"fr\">", page);
        Assert.Contains("<h2 id=\"repository-1-title\">other</h2>", page);
        Assert.Contains("<h2 id=\"repository-2-title\">site</h2>", page);
    }

    [Fact]
    public async Task The_report_of_a_log_is_the_report_of_the_code()
    {
        using var repository = new TestRepository();
        repository.CopySamples(withPackage: true, "Shop.Mobile.Compliant");
        var folder = repository["Shop.Mobile.Compliant"];

        var run = await CommandLine.RunAsync("report", folder, "--output", repository["report.json"]);

        Assert.True(run.ExitCode == ExitCodes.Clean, run.Output + run.Error);
        using var report = JsonDocument.Parse(repository.Read("report.json"));
        var sentry = Assert.Single(report.RootElement.GetProperty("repositories")[0].GetProperty("recorders").EnumerateArray());
        Assert.Equal("Sentry", sentry.GetProperty("name").GetString());
        Assert.Equal(["SR-01", "SR-07", "SR-12", "SR-13", "SR-15", "SR-23"], sentry.GetProperty("requirements").EnumerateArray().Where(static requirement => requirement.GetProperty("state").GetString() == "Met").Select(static requirement => requirement.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("--output", "report.pdf", "--output ends in .html, .md or .json.")]
    [InlineData("--from-sarif", "nowhere.sarif", "There is no file 'nowhere.sarif'.")]
    [InlineData("--language", "de", "'de' is no value of --language; choose one of en, fr.")]
    public async Task A_mistake_is_told_in_a_sentence(string option, string value, string message)
    {
        var run = await CommandLine.RunAsync("report", option, value);

        Assert.Equal(ExitCodes.Incomplete, run.ExitCode);
        Assert.Contains(message, run.Error);
    }
}
