using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Catalog;
using ReplayLint.Justifications;
using ReplayLint.Readers.Suppressions;
using ReplayLint.Rules;

namespace ReplayLint;

/// <summary>Finds where a project silences rules, and judges the reasons that it gives.</summary>
internal sealed class SuppressionAnalysis
{
    // The clock would make a build depend on the day in a way that nobody can repeat: the build says which day it is.
    private const string TodayKey = "build_property.ReplayLintToday";

    private readonly SuppressionReader _reader;

    public SuppressionAnalysis(RecorderCatalog catalog, AnalyzerConfigOptions global)
    {
        Judge = new JustificationJudge(catalog, global.TryGetValue(TodayKey, out var today) ? JustificationJudge.ReadDate(today) : null);
        _reader = new SuppressionReader(Judge, RuleList.Ids, RuleList.ConfigurableIds);
    }

    /// <summary>Judges the reasons of this project.</summary>
    public JustificationJudge Judge { get; }

    /// <summary>The suppressions in a file of C# code.</summary>
    public ImmutableArray<SuppressionUsage> Read(SemanticModel model, AnalyzerConfigOptions options, CancellationToken cancellation) =>
        _reader.Read(model, options, cancellation);
}
