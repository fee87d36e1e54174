using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Catalog;
using ReplayLint.Configuration;
using ReplayLint.Justifications;
using ReplayLint.Rules;

namespace ReplayLint.Baseline;

/// <summary>
/// What the baseline of a project covers. An entry covers what its rule finds in one line; of lines that say the same, as many
/// as there are entries. The order in which files are analysed decides nothing: where a file has no more such lines than
/// entries, the number of the line tells its entry; else the end of the analysis decides, and the first lines are covered.
/// </summary>
internal sealed class ProjectBaseline
{
    /// <summary>The rules that a baseline can hold: those that watch over it cannot be silenced, and the others say that nothing is wrong.</summary>
    public static readonly ImmutableHashSet<string> Rules = RuleList.ConfigurableIds
        .Remove(Descriptors.RPL9007_PagesCanBeFixedFromHere.Id)
        .Remove(Descriptors.RPL9009_Evidence.Id);

    private readonly AnalyzerOptions _options;
    private readonly JustificationJudge _judge;
    private readonly FindingLines _lines;
    private readonly RepeatedLines _repeated = new();
    private readonly string? _folder;
    private readonly Lazy<ILookup<(string Rule, string Fingerprint), JudgedEntry>> _entries;
    private readonly Lazy<ImmutableHashSet<string>> _paths;
    private readonly ConcurrentDictionary<(string Id, Location Place, string Message), (Diagnostic Finding, FindingLine Line, string Fingerprint)> _undecided = new();

    public ProjectBaseline(Compilation compilation, AnalyzerOptions options, JustificationJudge judge)
    {
        _options = options;
        _judge = judge;
        _lines = new FindingLines(options.AdditionalFiles);
        _folder = BuildProperties.TextOf(options.AnalyzerConfigOptionsProvider.GlobalOptions, BuildProperties.ProjectDirectory) is { } folder ? BaselinePath.Normalize(folder).TrimEnd('/') + "/" : null;
        _paths = new Lazy<ImmutableHashSet<string>>(() => compilation.SyntaxTrees.Select(static tree => tree.FilePath)
            .Concat(options.AdditionalFiles.Select(static file => file.Path))
            .Select(BaselinePath.Normalize)
            .ToImmutableHashSet(BaselinePath.Comparer));
        _entries = new Lazy<ILookup<(string, string), JudgedEntry>>(() => options.AdditionalFiles
            .Where(static file => BaselineFile.Is(file.Path))
            .SelectMany(file => Read(file) is { } read ? Judge(read, file) : [])
            .Where(static entry => entry.Holds)
            .ToLookup(static entry => (entry.Entry.Rule, entry.Entry.Fingerprint)));
    }

    /// <summary>Whether a finding is in the baseline, or may be, which the end of the analysis says.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="cover">What covers it; null while nobody knows.</param>
    public bool Holds(Diagnostic finding, out JudgedEntry? cover)
    {
        cover = null;
        if (!Rules.Contains(finding.Id) || _entries.Value.Count == 0 || _lines.Of(finding) is not { } line)
            return false;

        var fingerprint = line.FingerprintOf(finding);
        var entries = _entries.Value[(finding.Id, fingerprint)];
        var own = entries.Where(entry => BaselinePath.Comparer.Equals(entry.Entry.Path, line.Path)).ToList();
        if (own.Count == 0 && !entries.Any(entry => HasMovedTo(line.Path, entry.Entry)))
            return false;

        var alike = _repeated.Like(line);
        if (own.Count > 0 && alike.Count <= own.Count)
            cover = own[Math.Max(0, alike.ToImmutableArray().IndexOf(line.Number))];
        else
            _undecided.TryAdd((finding.Id, finding.Location, finding.GetMessage(CultureInfo.InvariantCulture)), (finding, line, fingerprint));

        return true;
    }

    /// <summary>Decides about the findings that had to wait, when all are known; those without an entry are new.</summary>
    public IEnumerable<(Diagnostic Finding, JudgedEntry? Cover)> Decide()
    {
        foreach (var same in _undecided.Values.GroupBy(static found => (Rule: found.Finding.Id, found.Fingerprint)))
        {
            var left = _entries.Value[same.Key].ToList();
            var lines = same.GroupBy(static found => (found.Line.Path, found.Line.Number))
                .OrderBy(static line => line.Key.Path, StringComparer.Ordinal)
                .ThenBy(static line => line.Key.Number)
                .ToList();

            // An entry of the file itself comes before one of a file that is gone.
            var covers = lines.ConvertAll(line => Take(left, entry => BaselinePath.Comparer.Equals(entry.Path, line.Key.Path)));
            for (var i = 0; i < lines.Count; i++)
            {
                var cover = covers[i] ?? Take(left, entry => HasMovedTo(lines[i].Key.Path, entry));
                foreach (var (finding, _, _) in lines[i])
                    yield return (finding, cover);
            }
        }
    }

    /// <summary>Whether a file is a baseline whose entries are to be judged, and what it holds.</summary>
    public BaselineFile? Read(AdditionalText file) =>
        BaselineFile.Is(file.Path) && file.GetText() is { } text ? BaselineFile.Read(file.Path, text) : null;

    /// <summary>The entries of a baseline that concern the project: others may share the file.</summary>
    public IEnumerable<JudgedEntry> JudgeOwn(BaselineFile baseline, AdditionalText file) =>
        Judge(baseline, file).Where(entry => _paths.Value.Contains(entry.Entry.Path) || IsBelowProject(entry.Entry.Path));

    private IEnumerable<JudgedEntry> Judge(BaselineFile baseline, AdditionalText file)
    {
        var options = _options.AnalyzerConfigOptionsProvider.GetOptions(file);
        return baseline.Entries.Select(entry => new JudgedEntry(
            entry,
            _judge.Judge(entry.Reason, options),
            Location.Create(file.Path, entry.Span, baseline.Text.Lines.GetLinePositionSpan(entry.Span))));
    }

    /// <summary>
    /// Whether the file of an entry may be another one by now. A file that is not there may also belong to another project or
    /// platform, so it has to be below the project, and the new one must have its name or its folder.
    /// </summary>
    private bool HasMovedTo(string path, BaselineEntry entry) =>
        entry.MayHaveMovedTo(path) && IsBelowProject(entry.Path) && !_paths.Value.Contains(entry.Path);

    private bool IsBelowProject(string path) => _folder is not null && path.StartsWith(_folder, StringComparison.OrdinalIgnoreCase);

    private static JudgedEntry? Take(List<JudgedEntry> entries, Func<BaselineEntry, bool> fits)
    {
        var index = entries.FindIndex(entry => fits(entry.Entry));
        if (index < 0)
            return null;

        var entry = entries[index];
        entries.RemoveAt(index);
        return entry;
    }
}
