using Microsoft.CodeAnalysis;
using ReplayLint.Baseline;
using ReplayLint.Tool.Analysis;

namespace ReplayLint.Tool.Baselining;

/// <summary>Gathers what projects have for their baselines, while they are analysed.</summary>
/// <param name="baselineOf">The baseline of a project, also one that is not there yet.</param>
internal sealed class BaselineCollector(Func<Project, string> baselineOf)
{
    private readonly Dictionary<string, BaselineScope> _scopes = new(BaselinePath.Comparer);

    /// <summary>The baselines, in order.</summary>
    public IEnumerable<BaselineScope> Scopes => _scopes.Values.OrderBy(static scope => scope.Path, StringComparer.Ordinal);

    public void Add(Project project, ProjectResult result)
    {
        var path = Path.GetFullPath(baselineOf(project));
        if (!_scopes.TryGetValue(path, out var scope))
            _scopes.Add(path, scope = new BaselineScope(path));

        scope.Add(project, result);
    }
}
