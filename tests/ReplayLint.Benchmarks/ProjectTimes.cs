using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ReplayLint.Benchmarks;

/// <summary>What the analyzer takes of a whole project, as the compiler itself counts it.</summary>
internal static class ProjectTimes
{
    private const int WarmUps = 3;
    private const int Rounds = 8;

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
        var (_, compilerTime, compilerBytes) = Run(project, new IdleAnalyzer());
        var analyzer = new ReplayLintAnalyzer();
        var (result, time, bytes) = Run(project, analyzer);
        return new ProjectTime(
            project,
            result.AnalyzerTelemetryInfo[analyzer].ExecutionTime.TotalMilliseconds,
            (bytes - compilerBytes) / 1024.0,
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

    /// <summary>Makes the compiler bind each body, and does nothing with it.</summary>
#pragma warning disable RS1001, RS1036 // No compiler loads it.
    private sealed class IdleAnalyzer : DiagnosticAnalyzer
#pragma warning restore RS1001, RS1036
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = new ReplayLintAnalyzer().SupportedDiagnostics;

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
            context.RegisterOperationAction(static _ => { }, OperationKind.Invocation);
        }
    }
}

/// <summary>What the analyzer takes of one project, the least of several runs.</summary>
/// <param name="Project">The project.</param>
/// <param name="Milliseconds">The time spent in the analyzer.</param>
/// <param name="Kilobytes">What a run allocates beyond one with an analyzer that does nothing.</param>
/// <param name="Compiler">The time of a whole run with that one.</param>
/// <param name="Whole">The time of a whole run.</param>
/// <param name="Findings">How many findings there are.</param>
internal sealed record ProjectTime(GeneratedProject Project, double Milliseconds, double Kilobytes, double Compiler, double Whole, int Findings)
{
    public ProjectTime LeastWith(ProjectTime other) => this with
    {
        Milliseconds = Math.Min(Milliseconds, other.Milliseconds),
        Kilobytes = Math.Min(Kilobytes, other.Kilobytes),
        Compiler = Math.Min(Compiler, other.Compiler),
        Whole = Math.Min(Whole, other.Whole),
    };

    public override string ToString() => FormattableString.Invariant($"{Milliseconds,8:F2} ms {Kilobytes,9:F0} KB {Compiler,8:F1} -> {Whole,8:F1} ms {Findings,5} findings  {Project}");
}
