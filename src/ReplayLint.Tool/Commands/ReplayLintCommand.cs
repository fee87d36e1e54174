using System.CommandLine;
using System.CommandLine.Help;

namespace ReplayLint.Tool.Commands;

/// <summary>The command line as a whole.</summary>
internal static class ReplayLintCommand
{
    /// <summary>The tool with its commands.</summary>
    public static RootCommand Create()
    {
        var root = new RootCommand("Finds, fixes and explains code that lets a session replay tool capture more than the CNIL's draft recommendation of 25 February 2026 allows. Nothing is sent anywhere.")
        {
            new CheckCommand(),
            new FixCommand(),
            new BaselineCommand(),
            new ReportCommand(),
            new ExplainCommand(),
            new CompletionCommand(),
        };

        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    /// <summary>Runs a command line and returns the exit code. What a user did wrong is told in a sentence, without a stack trace.</summary>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(5) };
        var parsed = Create().Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            await error.WriteLineAsync(string.Join('\n', parsed.Errors.Select(static problem => problem.Message)));
            await error.WriteLineAsync("Add --help to see what can be said.");
            return ExitCodes.Incomplete;
        }

        try
        {
            return await parsed.InvokeAsync(configuration, cancellation);
        }
        catch (UserErrorException problem)
        {
            await error.WriteLineAsync(problem.Message);
            return ExitCodes.Incomplete;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Stopped. Every file is as it was, or written as a whole.");
            return ExitCodes.Cancelled;
        }
    }
}
