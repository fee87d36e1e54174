using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Readers.Storage;

namespace ReplayLint;

/// <summary>Lets the rules judge where a project stores recordings itself.</summary>
internal static class StorageAnalysis
{
    /// <summary>Whether a recorder may leave its recordings to the project: one that it references, or, where pages and scripts are read, any.</summary>
    public static bool Concerns(ReplayContext replay, bool hasScripts)
    {
        var recorders = hasScripts ? replay.Catalog.Recorders : replay.Referenced;
        return recorders.Any(static recorder => recorder.IsStoredByTeam);
    }

    /// <summary>Which recorders the project uses is known when all of it has been read.</summary>
    public static void Check(CompilationAnalysisContext end, ReplayContext replay)
    {
        foreach (var recorder in replay.Used.Where(static recorder => recorder.IsStoredByTeam))
        {
            foreach (var usage in new StorageReader(end.Compilation, replay.Catalog, end.CancellationToken).Read(recorder))
                replay.Judge(usage, diagnostic => replay.Suppressions.Report(diagnostic, end.ReportDiagnostic));
        }
    }
}
