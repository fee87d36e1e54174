using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Configuration;
using ReplayLint.Rules;

namespace ReplayLint;

/// <summary>
/// Tells whether a rule may report at a place: <c>replaylint.RPL1001.enabled = false</c>. Severities of an <c>.editorconfig</c>
/// reach neither pages nor the code that is made of views; these keys do.
/// </summary>
internal sealed class RuleSwitches(AnalyzerOptions options)
{
    private readonly AnalyzerConfigOptionsProvider _provider = options.AnalyzerConfigOptionsProvider;
    private readonly ImmutableArray<AdditionalText> _files = options.AdditionalFiles;

    /// <summary>Whether the finding may be reported where it is. What watches over the configuration always may.</summary>
    public bool Allow(Diagnostic finding)
    {
        if (!RuleList.ConfigurableIds.Contains(finding.Id))
            return true;

        var location = finding.Location;
        if (location.Kind == LocationKind.None)
            return ReplayLintOptions.RuleEnabled.Read(_provider.GlobalOptions, finding.Id);

        // Of a view, both what is written and what is made of it have their sections.
        var path = location.GetMappedLineSpan().Path;
        return (location.SourceTree is not { } tree || ReplayLintOptions.RuleEnabled.Read(_provider.GetOptions(tree), finding.Id))
            && (FileAt(path) is not { } file || ReplayLintOptions.RuleEnabled.Read(_provider.GetOptions(file), finding.Id));
    }

    private AdditionalText? FileAt(string path)
    {
        foreach (var file in _files)
        {
            if (string.Equals(file.Path.Replace('\\', '/'), path.Replace('\\', '/'), StringComparison.Ordinal))
                return file;
        }

        return null;
    }
}
