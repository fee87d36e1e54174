using ReplayLint.Catalog;
using ReplayLint.Rules;
using ReplayLint.Tool.Commands;
using ReplayLint.Tool.Tests.Verification;
using Xunit;

namespace ReplayLint.Tool.Tests.Commands;

/// <summary>What is said on the command line, and what comes back when it cannot be done.</summary>
public class CommandLineTests
{
    [Theory]
    [InlineData("check", "no-such-folder", "'no-such-folder' does not exist.")]
    [InlineData("check", "--format=xml", "'xml' is no value of --format")]
    [InlineData("check", "--output=x.sarif", "--output writes json, sarif or github")]
    [InlineData("check", "--rule=RPL0000", "There is no rule 'RPL0000'.")]
    [InlineData("check", "--property=Release", "'Release' is no property")]
    [InlineData("explain", "Clarty", "did you mean Clarity?")]
    [InlineData("completion", "tcsh", "tcsh")]
    public async Task A_mistake_is_told_in_a_sentence(string command, string argument, string message)
    {
        var result = await CommandLine.RunAsync(command, argument);

        Assert.Equal(ExitCodes.Incomplete, result.ExitCode);
        Assert.Contains(message, result.Error);
        Assert.DoesNotContain("   at ", result.Error);
    }

    [Fact]
    public async Task A_folder_without_a_project_is_not_taken_for_clean()
    {
        using var repository = new TestRepository();
        repository.Write("index.html", "<p></p>");

        var result = await CommandLine.RunAsync("check", repository.Root);

        Assert.Equal(ExitCodes.Incomplete, result.ExitCode);
        Assert.Contains("--no-build", result.Error);
    }

    [Fact]
    public async Task Help_has_examples_of_every_command()
    {
        foreach (var command in ReplayLintCommand.Create().Subcommands)
        {
            var help = await CommandLine.RunAsync(command.Name, "--help");
            Assert.Equal(0, help.ExitCode);
            Assert.Contains($"Examples:\n  {(command.Name == "completion" ? "source <(" : "")}replaylint {command.Name}", help.Output.ReplaceLineEndings("\n"));
        }

        Assert.Contains("Examples:", (await CommandLine.RunAsync("--help")).Output);
    }

    [Fact]
    public async Task What_is_stopped_changes_nothing()
    {
        using var repository = new TestRepository();
        repository.Write("index.html", "<p data-clarity-unmask=\"true\"></p><script src=\"https://www.clarity.ms/tag/abc\"></script>");
        var before = repository.ReadAll();

        using var error = new StringWriter();
        var exitCode = await ReplayLintCommand.RunAsync(["fix", repository.Root, "--no-build"], TextWriter.Null, error, new CancellationToken(canceled: true));

        Assert.Equal(ExitCodes.Cancelled, exitCode);
        Assert.Contains("Stopped.", error.ToString());
        Assert.Equal(before, repository.ReadAll());
    }

    [Fact]
    public async Task Every_rule_and_every_recorder_is_explained()
    {
        foreach (var rule in RuleList.Ids)
        {
            var page = await CommandLine.RunAsync("explain", rule.ToLowerInvariant());
            Assert.StartsWith(rule + ":", page.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("](", page.Output);
            Assert.DoesNotContain("```", page.Output);
        }

        foreach (var recorder in RecorderCatalog.BuiltIn.Recorders)
        {
            var facts = await CommandLine.RunAsync("explain", recorder.Name);
            Assert.StartsWith(recorder.Name, facts.Output, StringComparison.Ordinal);
            Assert.Contains("Recognised by", facts.Output);
            Assert.DoesNotContain("Also known", facts.Output);
        }

        var list = await CommandLine.RunAsync("explain");
        Assert.All(RuleList.Ids, id => Assert.Contains(id, list.Output));
        Assert.Contains("Clarity", list.Output);
    }

    [Theory]
    [InlineData("replaylint explain RPL10", "RPL1001")]
    [InlineData("replaylint explain Clar", "Clarity")]
    [InlineData("replaylint check --fo", "--format")]
    [InlineData("replaylint check --format sa", "sarif")]
    public async Task Shells_ask_what_could_come_next(string line, string completion)
    {
        var result = await CommandLine.RunAsync($"[suggest:{line.Length}]", line);

        Assert.Contains(completion, result.Output.Split('\n', StringSplitOptions.TrimEntries));
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task Every_shell_gets_a_script(string shell) =>
        Assert.Contains("[suggest:", (await CommandLine.RunAsync("completion", shell)).Output);
}
