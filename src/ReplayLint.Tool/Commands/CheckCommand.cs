using System.CommandLine;
using Microsoft.CodeAnalysis;
using ReplayLint.Tool.Analysis;
using ReplayLint.Tool.Loading;
using ReplayLint.Tool.Output;
using ReplayLint.Tool.Terminal;

namespace ReplayLint.Tool.Commands;

/// <summary><c>replaylint check</c>: prints what is wrong.</summary>
internal sealed class CheckCommand : Command
{
    private readonly Argument<string[]> _paths = SharedOptions.Paths();
    private readonly Option<OutputFormat> _format = SharedOptions.OneOf("--format", "How findings are written: text for people, json, sarif for code scanning, github for annotations in GitHub Actions.", static text => Enum.Parse<OutputFormat>(text, ignoreCase: true), ["text", "json", "sarif", "github"]);
    private readonly Option<string?> _output = new("--output", "-o") { Description = "Write the format to this file, and text to the terminal.", HelpName = "file" };
    private readonly Option<DiagnosticSeverity?> _failOn = SharedOptions.OneOf("--fail-on", "The least severity that makes the exit code 1: info, warning (the default) or error; none never does.", static text => text == "none" ? (DiagnosticSeverity?)null : SeverityNames.Read(text), ["none", "info", "warning", "error"]);
    private readonly Option<DiagnosticSeverity?> _severity = SharedOptions.Severity("The least severity that is shown: info, warning or error. Text and annotations show warnings, the other formats all.");
    private readonly Option<string[]> _rules = SharedOptions.Rules();
    private readonly LoadOptions _load = new();
    private readonly Option<Verbosity> _verbosity = SharedOptions.Verbosity();

    public CheckCommand()
        : base("check", "Find what lets a session replay tool capture too much. Projects stay as they are, and need not reference the package. Exit code: 0 without findings, 1 with, 2 where something could not be analysed.")
    {
        _failOn.DefaultValueFactory = static _ => DiagnosticSeverity.Warning;
        Add(_paths);
        Option[] options = [_format, _output, _failOn, _severity, _rules, .. _load.All, _verbosity];
        foreach (var option in options)
            Add(option);

        Validators.Add(result =>
        {
            if (result.GetResult(_output) is not null && result.GetValue(_format) == OutputFormat.Text)
                result.AddError("--output writes json, sarif or github: add --format.");
        });
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var terminal = new UserTerminal(arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error, arguments.GetValue(_verbosity));
        var analysis = new SolutionAnalysis(terminal);
        var properties = new Dictionary<string, string>();
        if (arguments.GetValue(_format) == OutputFormat.Sarif)
            properties.Add("ReplayLintEvidence", "true");

        foreach (var path in arguments.GetValue(_paths)!)
            await analysis.RunAsync(await _load.LoadAsync(path, arguments, terminal, properties, cancellation), cancellation);

        var result = analysis.Result.Only(arguments.GetValue(_rules));
        await WriteAsync(result, arguments, terminal, cancellation);
        if (result.Incomplete.Count > 0)
            return ExitCodes.Incomplete;

        return arguments.GetValue(_failOn) is { } failing && result.Open(failing).Any() ? ExitCodes.Findings : ExitCodes.Clean;
    }

    private async Task WriteAsync(CheckResult result, ParseResult arguments, UserTerminal terminal, CancellationToken cancellation)
    {
        var format = arguments.GetValue(_format);
        var chosen = arguments.GetValue(_severity);
        var folder = Environment.CurrentDirectory;
        var repository = await GitRepository.FindAsync(arguments.GetValue(_paths)![0], cancellation);
        var root = repository?.Root ?? folder;
        var written = format switch
        {
            OutputFormat.Json => new JsonWriter(new DisplayPath(folder), chosen ?? DiagnosticSeverity.Info).Write(result),
            OutputFormat.Sarif => new SarifWriter(root, chosen ?? DiagnosticSeverity.Info, repository is null ? null : await repository.OriginAsync(cancellation)).Write(result),
            OutputFormat.GitHub => string.Join('\n', new GitHubWriter(new DisplayPath(root), chosen ?? DiagnosticSeverity.Warning).Write(result)),
            _ => null,
        };

        var file = arguments.GetValue(_output);
        if (written is not null && file is not null)
            await File.WriteAllTextAsync(file, written + "\n", cancellation);
        else if (written is { Length: > 0 })
            terminal.Write(written + "\n");

        if (written is null || file is not null)
            new FindingPrinter(terminal, new DisplayPath(folder), chosen ?? DiagnosticSeverity.Warning).Print(result);
    }
}
