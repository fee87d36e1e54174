using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Baseline;
using ReplayLint.Catalog;
using ReplayLint.Configuration;
using ReplayLint.Justifications;
using ReplayLint.Readers.Suppressions;
using ReplayLint.Rules;

namespace ReplayLint;

/// <summary>Finds where a project silences rules, judges the reasons that it gives, and finds settings that configure nothing.</summary>
internal sealed class SuppressionAnalysis
{
    private readonly RuleList _rules;
    private readonly SuppressionReader _reader;
    private readonly string? _today;

    private readonly RuleSwitches _switches;
    private readonly ProjectBaseline _baseline;
    private readonly AnalyzerConfigOptionsProvider _options;
    private readonly ConcurrentDictionary<(Location Directive, string Rule), bool> _blankets = new();

    public SuppressionAnalysis(Compilation compilation, RecorderCatalog catalog, RuleList rules, AnalyzerOptions options)
    {
        _rules = rules;
        _switches = new RuleSwitches(options);
        _options = options.AnalyzerConfigOptionsProvider;

        // The clock would make a build depend on the day in a way that nobody can repeat: the build says which day it is.
        _today = BuildProperties.TextOf(_options.GlobalOptions, BuildProperties.Today);
        Judge = new JustificationJudge(catalog, _today is null ? null : JustificationJudge.ReadDate(_today));
        _reader = new SuppressionReader(Judge, RuleList.Ids, RuleList.ConfigurableIds);
        _baseline = new ProjectBaseline(compilation, options, Judge);
    }

    /// <summary>Judges the reasons of this project.</summary>
    public JustificationJudge Judge { get; }

    /// <summary>The suppressions in a file of C# code.</summary>
    public ImmutableArray<SuppressionUsage> Read(SemanticModel model, CancellationToken cancellation) =>
        _reader.Read(model, _options.GetOptions(model.SyntaxTree), cancellation);

    /// <summary>Whether the project lets the rule report at the place of a finding.</summary>
    public bool Allow(Diagnostic finding) => _switches.Allow(finding);

    /// <summary>Reports a finding, unless the project lets the rule not report there or has the finding in its baseline.</summary>
    public void Report(Diagnostic finding, Action<Diagnostic> report)
    {
        if (!Allow(finding))
            return;

        if (!_baseline.Holds(finding, out var cover))
            ReportNew(finding, report);
        else if (cover is not null)
            _rules.CheckHidden(finding, SuppressionKind.Baseline, cover.Justification, report);
    }

    /// <summary>Reports what of the baseline could not be decided before, when all else has been reported.</summary>
    public void ReportRest(CompilationAnalysisContext context)
    {
        foreach (var (finding, cover) in _baseline.Decide())
        {
            if (cover is null)
                ReportNew(finding, context.ReportDiagnostic);
            else
                _rules.CheckHidden(finding, SuppressionKind.Baseline, cover.Justification, context.ReportDiagnostic);
        }
    }

    /// <summary>Judges the entries of a baseline that concern the project, and the lines that are none.</summary>
    public void CheckBaseline(AdditionalFileAnalysisContext context)
    {
        if (_baseline.Read(context.AdditionalFile) is not { } baseline)
            return;

        foreach (var error in baseline.Errors)
        {
            var location = Location.Create(baseline.Path, error.Span, baseline.Text.Lines.GetLinePositionSpan(error.Span));
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.RPL9005_InvalidCatalogEntry, location, error.Message));
        }

        foreach (var entry in _baseline.JudgeOwn(baseline, context.AdditionalFile))
            _rules.Check(new SuppressionUsage(SuppressionKind.Baseline, ImmutableArray.Create(entry.Entry.Rule), entry.Justification, entry.Location), context.ReportDiagnostic);
    }

    private void ReportNew(Diagnostic finding, Action<Diagnostic> report)
    {
        report(finding);
        CheckBlanket(finding, report);
    }

    /// <summary>Judges the directive about all warnings that silences a finding of ours, if there is one; each once for a rule.</summary>
    /// <remarks>Most such directives are about the warnings of others, so only one that hides a finding concerns us.</remarks>
    private void CheckBlanket(Diagnostic finding, Action<Diagnostic> report)
    {
        if (finding.Location is { SourceTree: { } tree } location
            && RuleList.ConfigurableIds.Contains(finding.Id)
            && finding.Id != Descriptors.RPL9009_Evidence.Id
            && _reader.ReadBlanket(tree, location.SourceSpan.Start, finding.Id, _options.GetOptions(tree)) is { } usage
            && _blankets.TryAdd((usage.Location, finding.Id), true))
        {
            _rules.Check(usage, report);
        }
    }

    /// <summary>Judges the configuration of the whole project. It has no place in code, so neither have the findings.</summary>
    public void CheckConfiguration(CompilationAnalysisContext context)
    {
        var reader = new RuleSwitchReader(Judge, RuleList.Descriptors.Where(static rule => RuleList.ConfigurableIds.Contains(rule.Id)).ToImmutableArray());
        foreach (var usage in reader.Read(context.Compilation, context.Options, context.CancellationToken))
            _rules.Check(usage, context.ReportDiagnostic);

        if (_today is not null && JustificationJudge.ReadDate(_today) is null)
            Report($"ReplayLintToday is '{_today}'; expected a day such as 2027-03-31");

        var check = new OptionCheck(RuleList.ConfigurableIds);
        var seen = new HashSet<(string, string)>();
        foreach (var (_, options) in ConfigurationSections.Of(context.Compilation, context.Options))
        {
            foreach (var (key, value) in ConfigurationSections.KeysOf(options))
            {
                if (seen.Add((key, value)) && check.ErrorOf(key, value) is { } error)
                    Report(error);
            }
        }

        void Report(string error) => context.ReportDiagnostic(Diagnostic.Create(Descriptors.RPL9008_InvalidConfiguration, Location.None, error));
    }
}
