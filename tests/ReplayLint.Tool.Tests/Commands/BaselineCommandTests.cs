using System.Text;
using ReplayLint.Package.Tests;
using ReplayLint.Tool.Tests.Verification;
using Xunit;

namespace ReplayLint.Tool.Tests.Commands;

public class BaselineCommandTests
{
    private const string File = "replaylint-baseline.txt";
    private const string Reason = "The shop is replaced in spring (PRIV-9)";
    private const string Unmasked = "<p data-clarity-unmask=\"true\">x</p>\n";
    private const string Script = "<script src=\"https://www.clarity.ms/tag/abc\"></script>\n";

    [Fact]
    public async Task Records_what_is_found_and_nothing_when_it_is_asked_again()
    {
        using var repository = Site(Unmasked + Script);

        var first = await RunAsync(repository, "--reason", Reason, "--expires", "2099-03-31");

        Assert.True(first.ExitCode == ExitCodes.Clean, first.Error);
        Assert.Contains("replaylint-baseline.txt: 3 new, 0 followed into another file, 0 taken out, 0 as before.", first.Output);
        var text = repository.Read(File);
        Assert.StartsWith("# Findings of ReplayLint that may stay", text);
        Assert.Equal(3, Entries(repository).Count);
        Assert.All(Entries(repository), static entry => Assert.Matches($@"^RPL\d{{4}} [0-9a-f]{{16}} index\.html reason={System.Text.RegularExpressions.Regex.Escape(Reason)}, until 2099-03-31$", entry));
        Assert.Equal(ExitCodes.Clean, await CheckAsync(repository));

        var again = await RunAsync(repository);
        Assert.Equal(ExitCodes.Clean, again.ExitCode);
        Assert.Contains("0 new, 0 followed into another file, 0 taken out, 3 as before.", again.Output);
        Assert.Equal(text, repository.Read(File));
    }

    [Fact]
    public async Task What_is_new_needs_a_reason()
    {
        using var repository = Site(Unmasked + Script);

        var refused = await RunAsync(repository);

        Assert.Equal(ExitCodes.Incomplete, refused.ExitCode);
        Assert.Contains("3 findings are not in the baseline. Say why they may stay", refused.Error);
        Assert.Contains("--reason \"", refused.Error);
        Assert.Contains("  RPL2003  1\n", refused.Error.ReplaceLineEndings("\n"));
        Assert.False(System.IO.File.Exists(repository[File]));
    }

    [Theory]
    [InlineData("--reason=TODO", "--reason says nothing that someone else could check.")]
    [InlineData("--reason=Replaced in spring until 2020-01-31", "2020-01-31 is past")]
    [InlineData("--reason=Replaced in spring until 31.01.2030", "'31.01.2030' is no date that can be read")]
    [InlineData("--reason=Replaced in spring until 2030-01-31 --days=3", "--reason holds until 2030-01-31 already")]
    [InlineData("--reason=Replaced in spring --expires=2020-01-31", "2020-01-31 is past")]
    [InlineData("--reason=Replaced in spring --expires=spring", "'spring' is no day; write it as 2027-03-31.")]
    [InlineData("--reason=Replaced in spring --expires=2099-01-31 --days=3", "--expires and --days say the same")]
    [InlineData("--days=3", "--expires and --days are about what is new")]
    [InlineData("--prune --reason=Replaced in spring", "--prune records nothing new")]
    [InlineData("--file=known.txt", "--file is a folder that is there, or a file replaylint-baseline.txt")]
    public async Task A_mistake_is_told_and_nothing_is_written(string arguments, string message)
    {
        using var repository = Site(Script);

        var result = await RunAsync(repository, System.Text.RegularExpressions.Regex.Split(arguments, " (?=--)"));

        Assert.Equal(ExitCodes.Incomplete, result.ExitCode);
        Assert.Contains(message, result.Error);
        Assert.False(System.IO.File.Exists(repository[File]));
    }

    [Fact]
    public async Task What_is_new_fails_and_what_moves_does_not()
    {
        using var repository = Site(Unmasked + Script);
        await RunAsync(repository, "--reason", Reason);

        repository.Write("index.html", "<!DOCTYPE html>\r\n<body>\r\n" + Script.ReplaceLineEndings("\r\n") + "  " + Unmasked.ReplaceLineEndings("\r\n"));
        Assert.Equal(ExitCodes.Clean, await CheckAsync(repository));

        repository.Write("index.html", "<!DOCTYPE html>\n" + Unmasked + Script + Unmasked);
        var check = await CommandLine.RunAsync("check", repository.Root, "--no-build", "--format", "json", "--severity", "warning");
        Assert.Equal(ExitCodes.Findings, check.ExitCode);
        Assert.Equal([new Finding("index.html", 4, "RPL2003")], JsonFindings.Read(check.Output, repository.Root));
    }

    [Fact]
    public async Task What_is_fixed_is_taken_out_with_its_comment_and_the_other_comments_stay()
    {
        using var repository = Site(Unmasked + Script);
        await RunAsync(repository, "--reason", Reason);
        var entries = Entries(repository);
        var unmasked = entries.Single(static entry => entry.StartsWith("RPL2003", StringComparison.Ordinal));
        var start = entries.Single(static entry => entry.StartsWith("RPL1001", StringComparison.Ordinal));
        repository.Write(File, $"# Ours\r\n\r\n# The heading\r\n{unmasked}\r\n\r\n# The start\r\n{start}\r\n{entries.Single(static entry => entry.StartsWith("RPL5001", StringComparison.Ordinal))}\r\n# The end\r\n");
        repository.Write("index.html", Script);

        var shown = await RunAsync(repository, "--prune", "--dry-run");
        Assert.Equal(ExitCodes.Findings, shown.ExitCode);
        Assert.Contains("-# The heading\r\n-RPL2003", shown.Output);
        Assert.Contains("1 taken out", shown.Error);

        var pruned = await RunAsync(repository, "--prune");
        Assert.True(pruned.ExitCode == ExitCodes.Clean, pruned.Error);
        Assert.Contains("0 new, 0 followed into another file, 1 taken out, 2 as before.", pruned.Output);
        Assert.Equal($"# Ours\r\n\r\n\r\n# The start\r\n{start}\r\n{Entries(repository)[1]}\r\n# The end\r\n", repository.Read(File));
        Assert.Equal(ExitCodes.Clean, (await RunAsync(repository, "--prune", "--dry-run")).ExitCode);
    }

    [Theory]
    [InlineData("home.html", true)]
    [InlineData("pages/home.html", false)] // A build does not take it for the same file; the update does.
    public async Task A_renamed_file_is_followed_with_its_reason(string name, bool isKnownToBuilds)
    {
        using var repository = Site(Unmasked + Script);
        await RunAsync(repository, "--reason", Reason);
        Directory.CreateDirectory(Path.GetDirectoryName(repository[name])!);
        System.IO.File.Move(repository["index.html"], repository[name]);
        Assert.Equal(isKnownToBuilds ? ExitCodes.Clean : ExitCodes.Findings, await CheckAsync(repository));

        var followed = await RunAsync(repository);

        Assert.True(followed.ExitCode == ExitCodes.Clean, followed.Error);
        Assert.Contains("0 new, 3 followed into another file, 0 taken out, 0 as before.", followed.Output);
        Assert.All(Entries(repository), entry => Assert.Contains($" {name} reason={Reason}", entry));
        Assert.Equal(ExitCodes.Clean, await CheckAsync(repository));
    }

    [Fact]
    public async Task What_has_expired_returns_and_is_decided_anew()
    {
        using var repository = Site(Unmasked);
        repository.Write("index.html", Unmasked + Script);
        await RunAsync(repository, "--reason", Reason);
        var text = repository.Read(File);
        repository.Write(File, text.Replace(Reason, Reason + ", until 2020-01-31"));

        var check = await CommandLine.RunAsync("check", repository.Root, "--no-build", "--verbosity", "quiet");
        Assert.Equal(ExitCodes.Findings, check.ExitCode);
        Assert.Contains("RPL2003", check.Output);
        Assert.Contains($"{File}(5,1): error RPL9004: The baseline entry of RPL1001 was to hold until 2020-01-31, which is past", check.Output);

        var refused = await RunAsync(repository);
        Assert.Equal(ExitCodes.Incomplete, refused.ExitCode);
        Assert.Contains("3 of them were in the baseline with a reason that is missing or past.", refused.Error);
        Assert.Equal(ExitCodes.Clean, (await RunAsync(repository, "--prune")).ExitCode);
        Assert.Equal(3, Entries(repository).Count);

        var renewed = await RunAsync(repository, "--reason", Reason);
        Assert.Contains("3 new, 0 followed into another file, 0 taken out, 0 as before.", renewed.Output);
        Assert.Equal(text, repository.Read(File));
    }

    [Fact]
    public async Task Lines_that_say_the_same_are_counted_also_beside_one_that_a_comment_hides()
    {
        using var repository = Site(Unmasked + Unmasked + Script + "<!-- replaylint-disable RPL2003: Departure times are public (PRIV-4) -->\n" + Unmasked);
        await RunAsync(repository, "--reason", Reason);

        Assert.Equal(2, Entries(repository).Count(static entry => entry.StartsWith("RPL2003", StringComparison.Ordinal)));
        Assert.Equal(ExitCodes.Clean, await CheckAsync(repository));
    }

    [Fact]
    public async Task A_rule_can_have_a_reason_of_its_own_and_hints_are_recorded_on_demand()
    {
        using var repository = Site(Unmasked + Script);

        await RunAsync(repository, "--reason", "Shows public texts only (PRIV-4)", "--rule", "RPL2003");
        await RunAsync(repository, "--reason", Reason, "--severity", "info");

        Assert.Equal(["RPL1001", "RPL2003", "RPL3002", "RPL5001"], Entries(repository).Select(static entry => entry[..7]));
        Assert.Contains("Shows public texts only", Entries(repository)[1]);
        Assert.Equal(ExitCodes.Clean, (await CommandLine.RunAsync("check", repository.Root, "--no-build", "--fail-on", "info")).ExitCode);
        Assert.Contains("0 taken out, 4 as before", (await RunAsync(repository)).Output);
    }

    [Theory]
    [InlineData("utf-8", "\n")]
    [InlineData("utf-16", "\r\n")]
    public async Task The_encoding_of_a_baseline_and_its_line_ends_stay(string encoding, string endOfLine)
    {
        using var repository = Site(Script);
        var writes = Encoding.GetEncoding(encoding);
        System.IO.File.WriteAllText(repository[File], "# Bekannt: é" + endOfLine + endOfLine, writes);

        Assert.Equal(ExitCodes.Clean, (await RunAsync(repository, "--reason", "Wird im Frühjahr ersetzt, sagt das Projekt")).ExitCode);

        var bytes = System.IO.File.ReadAllBytes(repository[File]);
        Assert.True(bytes.AsSpan().StartsWith(writes.Preamble));
        var text = writes.GetString(bytes.AsSpan(writes.Preamble.Length));
        Assert.StartsWith("# Bekannt: é" + endOfLine + endOfLine + "RPL1001", text);
        Assert.Equal(text.ReplaceLineEndings(endOfLine), text);
        Assert.Equal(ExitCodes.Clean, await CheckAsync(repository));
    }

    [Fact]
    public async Task A_line_that_says_nothing_is_left_to_people()
    {
        using var repository = Site(Script);
        repository.Write(File, "# Known\nRPL1001 nonsense\n");

        var result = await RunAsync(repository, "--reason", Reason);

        Assert.Equal(ExitCodes.Incomplete, result.ExitCode);
        Assert.Contains($"{File}(2): expected a rule, a fingerprint, a path and reason=. Correct the line, or delete it", result.Error);
        Assert.Equal("# Known\nRPL1001 nonsense\n", repository.Read(File));
    }

    [Fact]
    public async Task A_new_baseline_stands_at_the_root_of_the_repository_and_holds_for_the_folder_below()
    {
        using var repository = new TestRepository();
        repository.Write("site/index.html", Script);
        await repository.CommitAsync();

        await CommandLine.RunAsync("baseline", repository["site"], "--no-build", "--reason", Reason);

        Assert.All(Entries(repository), static entry => Assert.Contains(" site/index.html ", entry));
        Assert.Equal(ExitCodes.Clean, (await CommandLine.RunAsync("check", repository["site"], "--no-build")).ExitCode);
    }

    [Fact]
    public async Task Fixes_leave_alone_what_may_stay()
    {
        using var repository = Site(Unmasked + Script);
        await RunAsync(repository, "--reason", Reason);

        var fix = await CommandLine.RunAsync("fix", repository.Root, "--no-build");

        Assert.True(fix.ExitCode == ExitCodes.Clean, fix.Error);
        Assert.Equal(Unmasked + Script, repository.Read("index.html"));
    }

    [Fact]
    public async Task The_report_lists_what_may_stay_with_the_reason()
    {
        using var repository = Site(Script);
        await RunAsync(repository, "--reason", Reason);

        await CommandLine.RunAsync("report", repository.Root, "--no-build", "--output", repository["report.json"]);

        var report = repository.Read("report.json");
        using var json = System.Text.Json.JsonDocument.Parse(report);
        var site = json.RootElement.GetProperty("repositories")[0];
        Assert.Equal(["baseline RPL1001", "baseline RPL5001"], Told("suppressed"));
        Assert.Equal(["baseline RPL1001", "baseline RPL5001"], Told("suppressions"));
        Assert.DoesNotContain(site.GetProperty("findings").EnumerateArray(), static finding => finding.GetProperty("severity").GetString() != "info");

        IEnumerable<string> Told(string list) =>
            from item in site.GetProperty(list).EnumerateArray()
            let properties = item.GetProperty("properties")
            where properties.GetProperty("Justification").GetString() == Reason
            orderby properties.GetProperty("Rules").GetString()
            select $"{properties.GetProperty("Form").GetString()} {properties.GetProperty("Rules").GetString()}";
    }

    private static TestRepository Site(string page)
    {
        var repository = new TestRepository();
        repository.Write("index.html", page);
        return repository;
    }

    private static IReadOnlyList<string> Entries(TestRepository repository) =>
        [.. System.IO.File.ReadAllLines(repository[File]).Where(static line => line.StartsWith("RPL", StringComparison.Ordinal))];

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(TestRepository repository, params string[] arguments) =>
        CommandLine.RunAsync(["baseline", repository.Root, "--no-build", .. arguments]);

    private static async Task<int> CheckAsync(TestRepository repository) =>
        (await CommandLine.RunAsync("check", repository.Root, "--no-build")).ExitCode;
}
