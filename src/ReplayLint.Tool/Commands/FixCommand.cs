using System.Collections.ObjectModel;
using System.CommandLine;
using Microsoft.CodeAnalysis;
using ReplayLint.Tool.Fixing;
using ReplayLint.Tool.Loading;
using ReplayLint.Tool.Output;
using ReplayLint.Tool.Terminal;
using Spectre.Console;

namespace ReplayLint.Tool.Commands;

/// <summary><c>replaylint fix</c>: changes files so that findings are gone.</summary>
internal sealed class FixCommand : Command
{
    private readonly Argument<string[]> _paths = SharedOptions.Paths();
    private readonly Option<string[]> _rules = SharedOptions.Rules();
    private readonly Option<DiagnosticSeverity?> _severity = SharedOptions.Severity("The least severity that is fixed: info, warning (the default) or error. Rules that are named are fixed whatever their severity.");
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Change nothing; print what would change as a diff." };
    private readonly Option<bool> _force = new("--force") { Description = "Also where git has changes that are not committed, and so could not undo this." };
    private readonly LoadOptions _load = new();
    private readonly Option<Verbosity> _verbosity = SharedOptions.Verbosity();

    public FixCommand()
        : base("fix", "Apply the fixes in C#, Razor, HTML, JavaScript and XAML, until nothing is left that one answers. Exit code: 0 when no warning is left, 1 when some are, 2 where something could not be analysed or written.")
    {
        Add(_paths);
        Option[] options = [_rules, _severity, _dryRun, _force, .. _load.All, _verbosity];
        foreach (var option in options)
            Add(option);

        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var terminal = new UserTerminal(arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error, arguments.GetValue(_verbosity));
        var exitCode = ExitCodes.Clean;
        foreach (var path in arguments.GetValue(_paths)!)
        {
            if (!arguments.GetValue(_dryRun) && !arguments.GetValue(_force))
                await RefuseChangesAsync(path, cancellation);

            var loaded = await _load.LoadAsync(path, arguments, terminal, ReadOnlyDictionary<string, string>.Empty, cancellation);
            var result = await new SolutionFixer(IsWanted(arguments), terminal).FixAsync(loaded.Take(), cancellation);
            exitCode = Math.Max(exitCode, Finish(result, loaded, arguments.GetValue(_dryRun), terminal));
        }

        return exitCode;
    }

    private Func<Diagnostic, bool> IsWanted(ParseResult arguments)
    {
        if (arguments.GetValue(_rules) is { Length: > 0 } rules)
            return diagnostic => rules.Contains(diagnostic.Id, StringComparer.OrdinalIgnoreCase);

        var from = arguments.GetValue(_severity) ?? DiagnosticSeverity.Warning;
        return diagnostic => diagnostic.Severity >= from;
    }

    private static async Task RefuseChangesAsync(string path, CancellationToken cancellation)
    {
        if (await GitRepository.FindAsync(path, cancellation) is not { } repository || await repository.ChangesAsync(cancellation) is not { Count: > 0 } changes)
            return;

        throw new UserErrorException($"There are changes in {repository.Root} that are not committed, such as:\n{string.Join('\n', changes.Take(5))}\nCommit them first, so that git can show and undo what is fixed; or add --force.");
    }

    /// <summary>Writes the changes, or shows them; then tells what is left to people.</summary>
    private static int Finish(FixResult result, LoadedSolution loaded, bool isDryRun, UserTerminal terminal)
    {
        var paths = new DisplayPath(Environment.CurrentDirectory);
        var failed = loaded.Problems.Select(problem => $"{paths.Of(problem.Project)}: {problem.Reason}").Concat(result.Refused).ToList();
        foreach (var change in result.Changes)
        {
            if (isDryRun)
                terminal.Write(UnifiedDiff.Of(paths.Of(change.Path), change.Before, change.After));
            else if (SourceWriter.Write(change) is { } reason)
                failed.Add($"{paths.Of(change.Path)} was left alone: {reason}");
            else if (terminal.Verbosity > Verbosity.Quiet)
                terminal.Out.MarkupLine($"[green]{(change.Before is null ? "added" : "fixed")}[/] {Markup.Escape(paths.Of(change.Path))}");
        }

        foreach (var finding in result.Left)
            terminal.Tell($"left to you: {Place(finding, paths)}: {SeverityNames.Of(finding.Severity)} {finding.Id}: {finding.Message}", "yellow");

        foreach (var reason in failed)
            terminal.Tell(reason, "red");

        terminal.Tell($"{(isDryRun ? "To change" : "Changed")}: {result.Changes.Count}. Left to you: {result.Left.Count}.");
        return failed.Count > 0 ? ExitCodes.Incomplete : result.Left.Any(static finding => finding.Severity >= DiagnosticSeverity.Warning) ? ExitCodes.Findings : ExitCodes.Clean;
    }

    private static string Place(Analysis.Finding finding, DisplayPath paths) =>
        finding.Place is { } place ? $"{paths.Of(place.Path)}({place.Line},{place.Column})" : paths.Of(finding.Project ?? "");
}
