using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Readers;

namespace ReplayLint;

/// <summary>Lets the rules judge the policies that a project declares.</summary>
internal static class PolicyAnalysis
{
    /// <summary>Registers the reading of policies, if the project has any.</summary>
    public static void Register(CompilationStartAnalysisContext context, ReplayContext replay)
    {
        if (replay.Policies.Own.IsEmpty)
            return;

        var policies = new PolicyReader(replay, context.Options.AnalyzerConfigOptionsProvider);
        context.RegisterSyntaxTreeAction(file =>
        {
            foreach (var usage in policies.Read(file.Tree))
                replay.Judge(usage, diagnostic => replay.Suppressions.Report(diagnostic, file.ReportDiagnostic));
        });
        context.RegisterCompilationEndAction(end =>
        {
            var traces = new RecorderTraces(end.Compilation, end.Options, replay.Catalog, end.CancellationToken);
            foreach (var usage in policies.Read(null).Concat(policies.ReadUses(traces)))
                replay.Judge(usage, diagnostic => replay.Suppressions.Report(diagnostic, end.ReportDiagnostic));
        });
    }
}
