using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Baseline;
using ReplayLint.Catalog;
using ReplayLint.Configuration;
using ReplayLint.Justifications;
using ReplayLint.Tool.Analysis;
using ReplayLint.Tool.Loading;

namespace ReplayLint.Tool.Baselining;

/// <summary>What has been analysed of the projects that share a baseline.</summary>
/// <param name="path">The baseline, which need not be there yet.</param>
internal sealed class BaselineScope(string path)
{
    private readonly List<RecordedFinding> _findings = [];
    private readonly Dictionary<string, HashSet<string>> _files = new(BaselinePath.Comparer);
    private readonly HashSet<string> _incomplete = new(BaselinePath.Comparer);
    private readonly List<AnalyzerConfigOptions> _options = [];
    private readonly Lazy<HashSet<string>> _others = new(() => new HashSet<string>(SolutionFinder.ProjectsBelow(System.IO.Path.GetDirectoryName(path)!).Select(BaselinePath.Normalize), BaselinePath.Comparer));

    public string Path { get; } = path;

    public IReadOnlyList<RecordedFinding> Findings => _findings;

    /// <summary>The day that the projects go by.</summary>
    public DateTime Today { get; private set; } = DateTime.UtcNow.Date;

    /// <summary>Adds what was found in a project, or in one of its frameworks, when the baseline was not heeded.</summary>
    public void Add(Project project, ProjectResult result)
    {
        var name = BaselinePath.Normalize(project.FilePath ?? project.Name);
        if (result.Problems.Count > 0)
            _incomplete.Add(name);

        var options = project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions;
        _options.Add(options);
        if (BuildProperties.TextOf(options, BuildProperties.Today) is { } text && JustificationJudge.ReadDate(text) is { } today)
            Today = today;

        if (!_files.TryGetValue(name, out var files))
            _files.Add(name, files = new HashSet<string>(BaselinePath.Comparer));

        files.UnionWith(result.Compilation.SyntaxTrees.Select(static tree => BaselinePath.Normalize(tree.FilePath)));
        files.UnionWith(project.AnalyzerOptions.AdditionalFiles.Select(static file => BaselinePath.Normalize(file.Path)));

        var lines = new FindingLines(project.AnalyzerOptions.AdditionalFiles);
        foreach (var diagnostic in result.Diagnostics.Where(static diagnostic => ProjectBaseline.Rules.Contains(diagnostic.Id)))
        {
            if (lines.Of(diagnostic) is { } line)
                _findings.Add(new RecordedFinding(diagnostic.Id, line.FingerprintOf(diagnostic), line.Path, line.Number, diagnostic.Severity, diagnostic.IsSuppressed));
        }
    }

    /// <summary>Notes that not all of a project could be read; one that is none of these may have left out any of them.</summary>
    public void AddProblem(string project)
    {
        var name = BaselinePath.Normalize(project);
        if (_files.ContainsKey(name))
            _incomplete.Add(name);
        else
            _incomplete.UnionWith(_files.Keys);
    }

    /// <summary>What is made of a reason where the projects are; the first of them that minds decides.</summary>
    public Justification Judge(string? reason)
    {
        var judge = new JustificationJudge(RecorderCatalog.BuiltIn, Today);
        var judged = _options.ConvertAll(options => judge.Judge(reason, options));
        return judged.Find(static justification => !justification.IsGiven) ?? judged[0];
    }

    /// <summary>
    /// Whether everything was analysed that could find something in a file, which need not be there any more: the projects in the
    /// nearest folder that has any or, where none has, all that could have this baseline.
    /// </summary>
    public bool Knows(string file)
    {
        if (Complete.Any(project => _files[project].Contains(file)))
            return true;

        for (var folder = System.IO.Path.GetDirectoryName(file); !string.IsNullOrEmpty(folder); folder = System.IO.Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(folder) && Directory.GetFiles(folder, "*.csproj") is { Length: > 0 } projects)
                return Array.TrueForAll(projects, project => Complete.Contains(BaselinePath.Normalize(project), BaselinePath.Comparer));
        }

        return _incomplete.Count == 0 && _others.Value.IsSubsetOf(_files.Keys);
    }

    private IEnumerable<string> Complete => _files.Keys.Where(project => !_incomplete.Contains(project));
}
