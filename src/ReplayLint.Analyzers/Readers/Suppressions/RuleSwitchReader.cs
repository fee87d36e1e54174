using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Configuration;
using ReplayLint.Justifications;

namespace ReplayLint.Readers.Suppressions;

/// <summary>
/// Finds rules that the configuration of a project silences or makes less severe than they are by default. What the presets
/// of the package do is a choice of its own: only what goes below them counts.
/// </summary>
/// <param name="judge">Judges the reasons.</param>
/// <param name="rules">The rules that a team may configure.</param>
internal sealed class RuleSwitchReader(JustificationJudge judge, ImmutableArray<DiagnosticDescriptor> rules)
{
    private const string BulkKey = "dotnet_analyzer_diagnostic.severity";

    /// <summary>Reads what the project says; each rule once for each way in which it is silenced.</summary>
    public IEnumerable<SuppressionUsage> Read(Compilation compilation, AnalyzerOptions options, CancellationToken cancellation)
    {
        var global = options.AnalyzerConfigOptionsProvider.GlobalOptions;
        var isAdvisory = BuildProperties.Is(global, BuildProperties.Mode, "advisory");
        foreach (var rule in rules)
        {
            cancellation.ThrowIfCancellationRequested();
            var expected = isAdvisory && rule.DefaultSeverity > DiagnosticSeverity.Info ? DiagnosticSeverity.Info : rule.DefaultSeverity;
            if (ReadProject(rule.Id, expected, compilation.Options, global, cancellation) is { } ofProject)
                yield return ofProject;

            foreach (var ofFiles in ReadFiles(rule, expected, compilation, options.AnalyzerConfigOptionsProvider, cancellation))
                yield return ofFiles;
        }

        foreach (var usage in ReadSwitches(compilation, options))
            yield return usage;
    }

    /// <summary>What holds for the whole project: the command line, a rule set, a global configuration.</summary>
    private SuppressionUsage? ReadProject(string id, DiagnosticSeverity expected, CompilationOptions compilation, AnalyzerConfigOptions global, CancellationToken cancellation)
    {
        if (compilation.SpecificDiagnosticOptions.TryGetValue(id, out var specific) && IsBelow(specific, expected))
            return Usage(id, Verb(specific) + " by NoWarn or a rule set", "a .globalconfig", global);

        return compilation.SyntaxTreeOptionsProvider is { } provider && provider.TryGetGlobalDiagnosticValue(id, cancellation, out var configured) && IsBelow(configured, expected)
            ? Usage(id, Verb(configured) + " by a .globalconfig", "that file", global)
            : null;
    }

    /// <summary>What holds for some files: an <c>.editorconfig</c>, also for a category or all rules, as far as no line names the rule.</summary>
    private IEnumerable<SuppressionUsage> ReadFiles(DiagnosticDescriptor rule, DiagnosticSeverity expected, Compilation compilation, AnalyzerConfigOptionsProvider options, CancellationToken cancellation)
    {
        var provider = compilation.Options.SyntaxTreeOptionsProvider;
        var isNamed = compilation.Options.SpecificDiagnosticOptions.ContainsKey(rule.Id) || provider?.TryGetGlobalDiagnosticValue(rule.Id, cancellation, out _) == true;
        var usages = new List<SuppressionUsage>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var way = provider?.TryGetDiagnosticValue(tree, rule.Id, cancellation, out var configured) == true
                ? IsBelow(configured, expected) ? Verb(configured) + " by an .editorconfig" : null
                : isNamed ? null : BulkWay(options.GetOptions(tree), rule.Category, expected);
            if (way is null)
                continue;

            usages.Add(Usage(rule.Id, way, "its section", options.GetOptions(tree), tree.FilePath));
        }

        // A reason for one file is none for another.
        return usages
            .GroupBy(static usage => usage.Justification.IsGiven ? usage.Justification.Text : null)
            .Select(static files => files.Count() > 1 ? files.First() with { Way = files.First().Way + $" (in {files.Count()} files)" } : files.First());
    }

    private static string? BulkWay(AnalyzerConfigOptions options, string category, DiagnosticSeverity expected)
    {
        var key = $"dotnet_analyzer_diagnostic.category-{category}.severity";
        if (!options.TryGetValue(key, out var text))
            key = options.TryGetValue(BulkKey, out text) ? BulkKey : "";

        var severity = text?.Trim().ToLowerInvariant() switch
        {
            "none" => ReportDiagnostic.Suppress,
            "silent" or "refactoring" => ReportDiagnostic.Hidden,
            "suggestion" => ReportDiagnostic.Info,
            "warning" => ReportDiagnostic.Warn,
            _ => ReportDiagnostic.Default,
        };
        return IsBelow(severity, expected) ? $"{Verb(severity)} by '{key}'" : null;
    }

    /// <summary>The project's own switch: <c>replaylint.RPL1001.enabled = false</c>.</summary>
    private IEnumerable<SuppressionUsage> ReadSwitches(Compilation compilation, AnalyzerOptions options)
    {
        var seen = new HashSet<(string, Justification, string)>();
        foreach (var (file, section) in ConfigurationSections.Of(compilation, options))
        {
            foreach (var (key, _) in ConfigurationSections.KeysOf(section))
            {
                if (!ReplayLintOptions.RuleEnabled.IsKey(key, out var named)
                    || rules.FirstOrDefault(rule => string.Equals(rule.Id, named, StringComparison.OrdinalIgnoreCase)) is not { Id: var id }
                    || ReplayLintOptions.RuleEnabled.Read(section, id))
                {
                    continue;
                }

                // Files of one section say the same, and sections mostly are about one kind of file.
                var usage = Usage(id, $"switched off by '{ReplayLintOptions.RuleEnabled.KeyFor(id)} = false'", "the same section", section, file);
                if (seen.Add((id, usage.Justification, file is null ? "" : file.Substring(file.LastIndexOf('.') + 1))))
                    yield return usage;
            }
        }
    }

    private SuppressionUsage Usage(string id, string way, string place, AnalyzerConfigOptions options, string? file = null)
    {
        var justification = judge.Judge(ReplayLintOptions.RuleJustification.Read(options, id), options);
        return new SuppressionUsage(SuppressionKind.Configuration, ImmutableArray.Create(id), justification, Location.None)
        {
            Way = file is null ? way : $"{way} for '{Name(file)}'",
            Place = place,
        };
    }

    private static string Name(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);

    private static string Verb(ReportDiagnostic severity) => severity switch
    {
        ReportDiagnostic.Suppress => "switched off",
        ReportDiagnostic.Hidden => "made silent",
        ReportDiagnostic.Info => "made a suggestion",
        _ => "made a warning",
    };

    private static bool IsBelow(ReportDiagnostic severity, DiagnosticSeverity expected) => severity switch
    {
        ReportDiagnostic.Suppress => true,
        ReportDiagnostic.Hidden => expected > DiagnosticSeverity.Hidden,
        ReportDiagnostic.Info => expected > DiagnosticSeverity.Info,
        ReportDiagnostic.Warn => expected > DiagnosticSeverity.Warning,
        _ => false,
    };
}
