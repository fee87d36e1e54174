using System.CommandLine;
using System.CommandLine.Help;
using ReplayLint.Catalog;
using System.CommandLine.Invocation;

namespace ReplayLint.Tool.Commands;

/// <summary>The usual help, and command lines to copy.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    private static readonly Dictionary<string, string[]> Examples = new()
    {
        [""] =
        [
            "replaylint check                      what is wrong in the solution or project of this folder",
            "replaylint fix --dry-run              what fixes would change, as a diff",
            "replaylint baseline --reason \"…\"     what may stay for now, so that only what is new is found",
            "replaylint explain RPL1001            why, with examples",
        ],
        ["check"] =
        [
            "replaylint check Shop.sln",
            "replaylint check src --severity info --fail-on error",
            "replaylint check --format sarif --output replaylint.sarif",
            "replaylint check wwwroot --no-build",
        ],
        ["fix"] =
        [
            "replaylint fix Shop.sln --dry-run",
            "replaylint fix Shop.sln",
            "replaylint fix src --rule RPL2001 --rule RPL3001",
            "replaylint fix wwwroot --no-build",
        ],
        ["baseline"] =
        [
            "replaylint baseline Shop.sln --reason \"The shop is replaced in spring (PRIV-9)\" --expires 2027-03-31",
            "replaylint baseline Shop.sln --rule RPL2006 --reason \"Our proxy filters headers (PRIV-51)\"",
            "replaylint baseline Shop.sln --prune",
            "replaylint baseline Shop.sln --prune --dry-run",
        ],
        ["report"] =
        [
            "replaylint report Shop.sln --output session-replay.html",
            "replaylint report --language fr",
            "replaylint report --from-sarif logs --output estate.html",
        ],
        ["explain"] =
        [
            "replaylint explain RPL1001",
            $"replaylint explain {RecorderCatalog.BuiltIn.Recorders[0].Name}",
            "replaylint explain                    all rules and recorders",
        ],
        ["completion"] =
        [
            "source <(replaylint completion bash)",
            "replaylint completion fish > ~/.config/fish/completions/replaylint.fish",
        ],
    };

    /// <summary>Whoever asks for help has not finished the command line.</summary>
    public override bool ClearsParseErrors => usual.ClearsParseErrors;

    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = usual.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        if (Examples.TryGetValue(command is RootCommand ? "" : command.Name, out var examples))
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in examples)
                output.WriteLine("  " + example);

            output.WriteLine();
        }

        return exitCode;
    }
}
