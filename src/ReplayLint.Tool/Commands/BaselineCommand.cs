using System.Collections.ObjectModel;
using System.CommandLine;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Baseline;
using ReplayLint.Configuration;
using ReplayLint.Justifications;
using ReplayLint.Tool.Analysis;
using ReplayLint.Tool.Baselining;
using ReplayLint.Tool.Fixing;
using ReplayLint.Tool.Loading;
using ReplayLint.Tool.Output;
using ReplayLint.Tool.Terminal;
using Spectre.Console;

namespace ReplayLint.Tool.Commands;

/// <summary><c>replaylint baseline</c>: writes down which findings may stay.</summary>
internal sealed class BaselineCommand : Command
{
    private readonly Argument<string[]> _paths = SharedOptions.Paths();
    private readonly Option<string?> _reason = new("--reason") { Description = "Why the findings that are not in the baseline yet may stay. Needed where there are any.", HelpName = "text" };
    private readonly Option<DateTime?> _expires = new("--expires") { Description = "The last day on which they may; afterwards they are reported again.", HelpName = "yyyy-MM-dd", CustomParser = static result => ReadDay(result) };
    private readonly Option<int?> _days = new("--days") { Description = "The same as a number of days from today.", HelpName = "number" };
    private readonly Option<DiagnosticSeverity?> _severity = SharedOptions.Severity("The least severity that is recorded: info, warning (the default) or error. What is recorded already stays, whatever its severity.");
    private readonly Option<string[]> _rules = SharedOptions.Rules();
    private readonly Option<bool> _prune = new("--prune") { Description = "Record nothing new: only take out what is fixed, and follow renamed files." };
    private readonly Option<string?> _file = new("--file") { Description = $"Where a baseline is to be written for projects that have none, a folder or a file {BaselineFile.Name}; without it, at the root of the git repository.", HelpName = "path" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Change nothing; print what would change as a diff." };
    private readonly LoadOptions _load = new();
    private readonly Option<Verbosity> _verbosity = SharedOptions.Verbosity();

    public BaselineCommand()
        : base("baseline", $"Record today's findings in {BaselineFile.Name}, so that check and the package report only new ones. What is fixed is taken out, what moved is followed. Exit code: 0 when the baseline is up to date, 1 when --dry-run would change it, 2 where something could not be analysed or written.")
    {
        Add(_paths);
        Option[] options = [_reason, _expires, _days, _severity, _rules, _prune, _file, _dryRun, .. _load.All, _verbosity];
        foreach (var option in options)
            Add(option);

        _file.Validators.Add(static result =>
        {
            if (result.Tokens.Count > 0 && result.Tokens[^1].Value is var path && !Directory.Exists(path) && !BaselineFile.Is(path))
                result.AddError($"--file is a folder that is there, or a file {BaselineFile.Name}: a build finds no other.");
        });
        Validators.Add(result =>
        {
            var hasDay = result.GetResult(_expires) is not null || result.GetResult(_days) is not null;
            if (result.GetResult(_expires) is not null && result.GetResult(_days) is not null)
                result.AddError("--expires and --days say the same; give one of them.");

            if (hasDay && result.GetResult(_reason) is null)
                result.AddError("--expires and --days are about what is new, which needs a --reason.");

            if (result.GetResult(_prune) is not null && result.GetResult(_reason) is not null)
                result.AddError("--prune records nothing new, so there is nothing to give a --reason for.");
        });
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var terminal = new UserTerminal(arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error, arguments.GetValue(_verbosity));
        var paths = arguments.GetValue(_paths)!;
        var chosen = arguments.GetValue(_file) is { } file ? Path.GetFullPath(BaselineFile.Is(file) ? file : Path.Combine(file, BaselineFile.Name)) : null;
        var home = chosen ?? Path.Combine(await HomeAsync(paths[0], cancellation), BaselineFile.Name);
        var collector = new BaselineCollector(project => BaselineOf(project, home, isChosen: chosen is not null));
        var analysis = new SolutionAnalysis(terminal, collector);
        foreach (var path in paths)
            await analysis.RunAsync(await _load.LoadAsync(path, arguments, terminal, ReadOnlyDictionary<string, string>.Empty, cancellation), cancellation);

        var incomplete = analysis.Result.Incomplete;
        var changes = new List<(FileChange Change, BaselineUpdate Update)>();
        foreach (var scope in collector.Scopes)
        {
            foreach (var problem in incomplete)
                scope.AddProblem(problem.Project);

            changes.Add(Update(scope, arguments));
        }

        return Finish(changes, incomplete, arguments.GetValue(_dryRun), terminal);
    }

    private (FileChange Change, BaselineUpdate Update) Update(BaselineScope scope, ParseResult arguments)
    {
        var (before, text) = Read(scope.Path);
        var reason = ReasonFor(scope, arguments);
        var from = arguments.GetValue(_severity) ?? DiagnosticSeverity.Warning;
        var rules = arguments.GetValue(_rules) is { Length: > 0 } named ? named : null;
        var update = new BaselineUpdate(
            before?.Entries ?? [],
            scope.Findings,
            finding => !arguments.GetValue(_prune) && (rules?.Contains(finding.Rule, StringComparer.OrdinalIgnoreCase) ?? finding.Severity >= from),
            entry => scope.Judge(entry.Reason) is { IsGiven: true, Expiry: not Expiry.Expired },
            scope.Knows,
            reason);
        if (reason is null && update.New.Count > 0)
            throw new UserErrorException(AskForReason(update));

        var after = before is null && update.Lines.Count == 0 ? "" : BaselineText.Write(before, scope.Path, update.Lines);
        return (new FileChange(scope.Path, text, after), update);
    }

    /// <summary>What new entries say, with their day; null when nothing was given.</summary>
    private string? ReasonFor(BaselineScope scope, ParseResult arguments)
    {
        if (arguments.GetValue(_reason) is not { } given)
            return null;

        // An entry is a line.
        var text = Fingerprint.Normalize(given);
        var day = arguments.GetValue(_days) is { } days ? scope.Today.AddDays(days) : arguments.GetValue(_expires);
        var reason = scope.Judge(text);
        if (!reason.IsGiven)
        {
            throw new UserErrorException(reason.Flaw == JustificationFlaw.DoesNotFit
                ? $"--reason does not match replaylint.justification_pattern, '{reason.Pattern}'."
                : "--reason says nothing that someone else could check. Say what keeps the findings harmless or when they are fixed, with a ticket; replaylint explain RPL9001 has examples.");
        }

        if (reason.Until is not null && day is not null)
            throw new UserErrorException($"--reason holds until {reason.Until} already; leave out that or the option.");

        if (day is not null)
            reason = scope.Judge($"{text.TrimEnd('.', ' ')}, until {day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");

        return reason.Expiry switch
        {
            Expiry.Expired => throw new UserErrorException($"{reason.Until} is past; a reason holds until a day that comes."),
            Expiry.Unreadable => throw new UserErrorException($"'{reason.Until}' is no date that can be read; write it as 2027-03-31."),
            _ => reason.Text,
        };
    }

    private static string AskForReason(BaselineUpdate update)
    {
        var rules = update.New.GroupBy(static entry => entry.Rule).OrderBy(static group => group.Key, StringComparer.Ordinal).Select(static group => $"  {group.Key}  {group.Count()}");
        var lapsed = update.Lapsed == 0 ? "" : $" {Count(update.Lapsed, "of them was", "of them were")} in the baseline with a reason that is missing or past.";
        return $"""
            {Count(update.New.Count, "finding is", "findings are")} not in the baseline.{lapsed} Say why {(update.New.Count == 1 ? "it" : "they")} may stay, and better until when:
              replaylint baseline --reason "The shop is replaced in spring (PRIV-9)" --expires 2027-03-31
            Different reasons for different rules: add --rule. To take out only what is fixed: --prune.
            {string.Join('\n', rules)}
            """;
    }

    private static int Finish(List<(FileChange Change, BaselineUpdate Update)> changes, IReadOnlyList<ProjectProblem> incomplete, bool isDryRun, UserTerminal terminal)
    {
        var paths = new DisplayPath(Environment.CurrentDirectory);
        var failed = incomplete.Select(problem => $"{paths.Of(problem.Project)}: {problem.Reason}").ToList();
        var isChanged = false;
        foreach (var (change, update) in changes)
        {
            var name = paths.Of(change.Path);
            if (change.After != (change.Before ?? ""))
            {
                isChanged = true;
                if (isDryRun)
                    terminal.Write(UnifiedDiff.Of(name, change.Before, change.After));
                else if (SourceWriter.Write(change) is { } reason)
                    failed.Add($"{name} was left alone: {reason}");
            }

            var counts = $"{update.New.Count} new, {update.Moved} followed into another file, {update.Pruned} taken out, {update.Kept} as before";
            if (isDryRun)
                terminal.Tell($"{name}: {counts}.");
            else if (terminal.Verbosity > Verbosity.Quiet)
                terminal.Out.MarkupLine($"{Markup.Escape(name)}: {counts}.");
        }

        foreach (var reason in failed)
            terminal.Tell(reason, "red");

        return failed.Count > 0 ? ExitCodes.Incomplete : isDryRun && isChanged ? ExitCodes.Findings : ExitCodes.Clean;
    }

    /// <summary>Reads a baseline; one with lines that say nothing is left to people, who know what they were to say.</summary>
    private static (BaselineFile? File, string? Text) Read(string path)
    {
        byte[] bytes;
        try
        {
            if (!File.Exists(path))
                return (null, null);

            bytes = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path} cannot be read: {exception.Message}");
        }

        if (SourceFile.Read(bytes) is not { } source)
            throw new UserErrorException($"{path} is in an encoding that is not known; save it as UTF-8.");

        var file = BaselineFile.Read(path, SourceText.From(source.Text));
        return file.Errors.IsEmpty
            ? (file, source.Text)
            : throw new UserErrorException($"{path}({file.Text.Lines.GetLinePosition(file.Errors[0].Span.Start).Line + 1}): {file.Errors[0].Message}. Correct the line, or delete it: the findings behind it are then new.");
    }

    private static string BaselineOf(Project project, string home, bool isChosen)
    {
        if (BaselineFinder.Of(project) is { } found)
        {
            return isChosen && !BaselinePath.Comparer.Equals(Path.GetFullPath(found), home)
                ? throw new UserErrorException($"{project.Name} has a baseline already, {found}, and a build heeds the nearest only.")
                : found;
        }

        var folder = BuildProperties.TextOf(project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions, BuildProperties.ProjectDirectory) ?? Path.GetDirectoryName(project.FilePath)!;
        return IsBelow(Path.GetFullPath(folder), Path.GetDirectoryName(home)!)
            ? home
            : throw new UserErrorException($"A build of {project.Name} would not find {home}: it looks for one in {folder} and above. Choose a folder with --file.");
    }

    /// <summary>Where a new baseline goes: where version control begins, or else where the solution is.</summary>
    private static async Task<string> HomeAsync(string path, CancellationToken cancellation)
    {
        var folder = Directory.Exists(path) ? Path.GetFullPath(path) : Path.GetDirectoryName(Path.GetFullPath(path))!;

        // Behind a link, git names a folder that is not above.
        return await GitRepository.FindAsync(path, cancellation) is { } repository && IsBelow(folder, repository.Root) ? repository.Root : folder;
    }

    private static bool IsBelow(string folder, string above) =>
        (BaselinePath.Normalize(folder).TrimEnd('/') + "/").StartsWith(BaselinePath.Normalize(above).TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase);

    private static DateTime? ReadDay(System.CommandLine.Parsing.ArgumentResult result)
    {
        if (JustificationJudge.ReadDate(result.Tokens[^1].Value) is { } day)
            return day;

        result.AddError($"'{result.Tokens[^1].Value}' is no day; write it as 2027-03-31.");
        return null;
    }

    private static string Count(int count, string one, string many) => count == 1 ? "1 " + one : $"{count} {many}";
}
