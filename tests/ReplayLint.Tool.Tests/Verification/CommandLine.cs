using ReplayLint.Tool.Commands;

namespace ReplayLint.Tool.Tests.Verification;

/// <summary>Runs the tool in this process.</summary>
internal static class CommandLine
{
    /// <summary>What a command line returns and prints.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await ReplayLintCommand.RunAsync(arguments, output, error, CancellationToken.None);
        return (exitCode, output.ToString(), error.ToString());
    }
}
