using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ReplayLint.Benchmarks;

/// <summary>What the analyzer takes of a whole project, as the compiler itself counts it.</summary>
internal static class ProjectTimes
{
    private const int WarmUps = 1;
    private const int Rounds = 3;

    public static IReadOnlyList<ProjectTime> Measure()
    {
        var times = new ProjectTime[GeneratedProject.All.Length];
        for (var round = -WarmUps; round < Rounds; round++)
        {
            for (var i = 0; i < times.Length; i++)
            {
                var time = Measure(GeneratedProject.All[i]);
                times[i] = round < 0 || times[i] is not { } before ? time : before.LeastWith(time);
            }
        }

        return times;
    }

    private static ProjectTime Measure(GeneratedProject project)
    {
        var (_, compilerTime, compilerBytes) = Run(project, new IdleAnalyzer(project.HasRecorder));
        var analyzer = new ReplayLintAnalyzer();
        var (result, time, bytes) = Run(project, analyzer);
        return new ProjectTime(
            project,
            result.AnalyzerTelemetryInfo[analyzer].ExecutionTime.TotalMilliseconds,
            compilerBytes,
            bytes,
            compilerTime,
            time,
            result.GetAllDiagnostics().Length);
    }

    private static (AnalysisResult Result, double Milliseconds, long Bytes) Run(GeneratedProject project, DiagnosticAnalyzer analyzer)
    {
        var compilation = project.Compile();
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var begin = Stopwatch.GetTimestamp();
        var result = GeneratedProject.AnalyzeAsync(compilation, analyzer).GetAwaiter().GetResult();
        return (result, Stopwatch.GetElapsedTime(begin).TotalMilliseconds, GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }

    /// <summary>Makes the compiler show it each body, as it does for ours where there is a recorder, and does nothing with it.</summary>
#pragma warning disable RS1001, RS1036 // No compiler loads it.
    private sealed class IdleAnalyzer(bool isShownBodies) : DiagnosticAnalyzer
#pragma warning restore RS1001, RS1036
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = new ReplayLintAnalyzer().SupportedDiagnostics;

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
            if (isShownBodies)
                context.RegisterOperationAction(static _ => { }, OperationKind.Invocation);
        }
    }
}

/// <summary>What the analyzer takes of one project, the least of several runs.</summary>
/// <param name="Project">The project.</param>
/// <param name="Milliseconds">The time spent in the analyzer.</param>
/// <param name="CompilerBytes">What a run with an analyzer that does nothing allocates.</param>
/// <param name="WholeBytes">What a run allocates.</param>
/// <param name="Compiler">The time of a whole run with an analyzer that does nothing.</param>
/// <param name="Whole">The time of a whole run.</param>
/// <param name="Findings">How many findings there are.</param>
internal sealed record ProjectTime(GeneratedProject Project, double Milliseconds, long CompilerBytes, long WholeBytes, double Compiler, double Whole, int Findings)
{
    public double OwnMegabytes => Math.Max(0, (WholeBytes - CompilerBytes) / 1024.0 / 1024.0);

    public ProjectTime LeastWith(ProjectTime other) => this with
    {
        Milliseconds = Math.Min(Milliseconds, other.Milliseconds),
        CompilerBytes = Math.Min(CompilerBytes, other.CompilerBytes),
        WholeBytes = Math.Min(WholeBytes, other.WholeBytes),
        Compiler = Math.Min(Compiler, other.Compiler),
        Whole = Math.Min(Whole, other.Whole),
    };

    public override string ToString() => FormattableString.Invariant($"{Milliseconds,8:F2} ms {OwnMegabytes,7:F1} MB {Compiler,8:F1} -> {Whole,8:F1} ms {Findings,5} findings  {Project}");
}
