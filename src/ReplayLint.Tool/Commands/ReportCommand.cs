using System.CommandLine;
using System.Text;
using Microsoft.CodeAnalysis;
using ReplayLint.Tool.Analysis;
using ReplayLint.Tool.Fixing;
using ReplayLint.Tool.Loading;
using ReplayLint.Tool.Output;
using ReplayLint.Tool.Reporting;
using ReplayLint.Tool.Terminal;

namespace ReplayLint.Tool.Commands;

/// <summary><c>replaylint report</c>: writes down for a privacy officer what the code shows.</summary>
internal sealed class ReportCommand : Command
{
    private readonly Argument<string[]> _paths = SharedOptions.Paths();
    private readonly Option<string> _output = new("--output", "-o") { Description = "The report; its ending says what it is: .html, .md or .json.", HelpName = "file", DefaultValueFactory = static _ => "session-replay.html" };
    private readonly Option<string[]> _fromSarif = new("--from-sarif") { Description = "Analyse nothing: read these logs, or those in these folders. Several make one report, such as that of a company.", HelpName = "log", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = true };
    private readonly Option<string> _language = SharedOptions.OneOf("--language", "The language of the report: en or fr. What rules say of a place stays English.", static text => text, [.. ReportTexts.Languages]);
    private readonly LoadOptions _load = new();
    private readonly Option<Verbosity> _verbosity = SharedOptions.Verbosity();

    public ReportCommand()
        : base("report", "Write for a privacy officer what the code shows: recorders, where they start and behind which check, requirements of the draft, findings, policies, suppressions with their reasons, and what was not analysed. Exit code: 0, or 2 where something could not be analysed.")
    {
        _language.DefaultValueFactory = static _ => "en";
        _output.Validators.Add(static result =>
        {
            if (result.Tokens.Count > 0 && Path.GetExtension(result.Tokens[^1].Value).ToLowerInvariant() is not (".html" or ".htm" or ".md" or ".json"))
                result.AddError("--output ends in .html, .md or .json.");
        });
        Add(_paths);
        Option[] options = [_output, _fromSarif, _language, .. _load.All, _verbosity];
        foreach (var option in options)
            Add(option);

        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellation)
    {
        var terminal = new UserTerminal(arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error, arguments.GetValue(_verbosity));
        IReadOnlyList<ReplayLog> logs = arguments.GetValue(_fromSarif) is { Length: > 0 } files
            ? await ReadAsync(files, cancellation)
            : [await AnalyzeAsync(arguments, terminal, cancellation)];

        var report = Report.Of(logs, DateTimeOffset.UtcNow);
        var file = Path.GetFullPath(arguments.GetValue(_output)!);
        var text = Write(report, file, ReportTexts.In(arguments.GetValue(_language)!));
        SourceWriter.WriteAtOnce(file, new UTF8Encoding(false).GetBytes(text), static (temporary, path) => File.Move(temporary, path, overwrite: true));
        terminal.Write($"{Path.GetRelativePath(Environment.CurrentDirectory, file)}: {Count(report.Logs.Sum(static log => log.Recorders.Count), "recorder")}, {Count(report.Logs.Sum(static log => log.Findings.Count), "finding")}, {Count(report.Logs.Count, "repository", "repositories")}.\n");
        return logs.Any(static log => log.Problems.Any(static problem => !problem.IsMeant)) ? ExitCodes.Incomplete : ExitCodes.Clean;
    }

    private async Task<ReplayLog> AnalyzeAsync(ParseResult arguments, UserTerminal terminal, CancellationToken cancellation)
    {
        var analysis = new SolutionAnalysis(terminal);
        var paths = arguments.GetValue(_paths)!;
        var properties = new Dictionary<string, string> { ["ReplayLintEvidence"] = "true" };
        foreach (var path in paths)
            await analysis.RunAsync(await _load.LoadAsync(path, arguments, terminal, properties, cancellation), cancellation);

        // The same way as from a log of a build: what a report says can be said again from the log.
        var repository = await GitRepository.FindAsync(paths[0], cancellation);
        var root = repository?.Root ?? Path.GetFullPath(paths[0]);
        var origin = repository is null ? null : await repository.OriginAsync(cancellation);
        var log = new SarifWriter(root, DiagnosticSeverity.Info, origin).Write(analysis.Result);
        return Named(SarifReader.Read(log, Path.GetFileName(Path.TrimEndingDirectorySeparator(root)), root) with { Commit = origin?.Commit });
    }

    private static async Task<IReadOnlyList<ReplayLog>> ReadAsync(IEnumerable<string> paths, CancellationToken cancellation)
    {
        var files = paths.SelectMany(static path => Directory.Exists(path) ? Directory.GetFiles(path, "*.sarif", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : Enumerable.Repeat(path, 1)).ToList();
        if (files.Count == 0)
            throw new UserErrorException("There is no .sarif file in the folders that --from-sarif names.");

        var logs = new List<ReplayLog>();
        foreach (var file in files)
        {
            if (!File.Exists(file))
                throw new UserErrorException($"There is no file '{file}'.");

            logs.Add(Named(SarifReader.Read(await File.ReadAllTextAsync(file, cancellation), Path.GetFileNameWithoutExtension(file), root: null)));
        }

        return logs;
    }

    private static ReplayLog Named(ReplayLog log) => Uri.TryCreate(log.Repository, UriKind.Absolute, out var page) ? log with { Name = page.AbsolutePath.Trim('/') } : log;

    private static string Write(Report report, string file, ReportTexts texts) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".json" => JsonReport.Write(report) + "\n",
        ".md" => new MarkdownReport(texts, new ReportFacts()).Write(report),
        _ => new HtmlReport(texts, new ReportFacts()).Write(report),
    };

    private static string Count(int number, string one, string? many = null) => number == 1 ? $"1 {one}" : $"{number} {many ?? one + "s"}";
}
