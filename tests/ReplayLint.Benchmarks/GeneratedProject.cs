using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Tests.Verification;

namespace ReplayLint.Benchmarks;

/// <summary>An application of 1,000 methods in 50 files, of which some start a recorder.</summary>
/// <param name="Name">What it is called in the results.</param>
/// <param name="HasRecorder">Whether it references one.</param>
/// <param name="StartEvery">A start stands in every n-th method; in none when it is 0.</param>
public sealed record GeneratedProject(string Name, bool HasRecorder, int StartEvery)
{
    public const int Methods = 1000;

    /// <summary>The types that the methods are written against.</summary>
    public const string Types = """
        public interface IConsent { bool HasConsent { get; } }

        public sealed class Order
        {
            public int Number { get; set; }
            public decimal Total { get; set; }
            public string Customer { get; set; }
            public System.Collections.Generic.List<Order> Parts { get; } = new();
        }
        """;

    private const string Start = "Sentry.SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1);";

    private const string Fields = """
            private IConsent consent;
            private readonly Dictionary<int, Order> orders = new();
            private int count;
        """;

    /// <summary>About how many lines a method has.</summary>
    public const int LinesPerMethod = 31;

    public const int LinesPerFile = LinesPerMethod * MethodsPerFile;

    private const int MethodsPerFile = 20;

    public static ImmutableArray<GeneratedProject> All { get; } =
    [
        new("no recorder referenced", HasRecorder: false, StartEvery: 0),
        new("recorder referenced, no start", HasRecorder: true, StartEvery: 0),
        new("a start in every hundredth method", HasRecorder: true, StartEvery: 100),
        new("a start in every method", HasRecorder: true, StartEvery: 1),
    ];

    /// <summary>How many of the methods hold a start.</summary>
    public int Starts => StartEvery == 0 ? 0 : Methods / StartEvery;

    /// <summary>The project as a compiler sees it for the first time: nothing of it is parsed, bound or known.</summary>
    public Compilation Compile()
    {
        var references = HasRecorder ? TestReferences.Framework.Add(TestReferences.Sentry(TestReferences.SentryAndroid)) : TestReferences.Framework;
        return CSharpCompilation.Create(
            "Generated",
            Sources(StartEvery).Take(1 + (Methods / MethodsPerFile)).Select(static (source, i) => CSharpSyntaxTree.ParseText(source, path: $"File{i}.cs")),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    }

    /// <summary>Runs an analyzer on a project; one body after the other, so that the times of bodies do not disturb each other.</summary>
    public static async Task<AnalysisResult> AnalyzeAsync(Compilation compilation, DiagnosticAnalyzer analyzer)
    {
        // The driver swallows what is thrown while it reports an exception.
        var thrown = new ConcurrentQueue<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) => thrown.Enqueue(exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: true);
        var result = await compilation.WithAnalyzers([analyzer], options).GetAnalysisResultAsync(CancellationToken.None);
        return thrown.IsEmpty ? result : throw new AggregateException("The analyzer threw.", thrown);
    }

    public override string ToString() => Name;

    /// <summary>One method of each kind, as the members of a class.</summary>
    public static IEnumerable<(string Name, string Source)> MethodsWithStart(string start) =>
        new[] { "guarded where it stands", "not guarded", "guarded by the caller" }.Select((name, i) =>
        {
            var source = new StringBuilder(Fields);
            AppendMethod(source, number: i + 1, kind: i + 1, start);
            return (name, source.ToString());
        });

    /// <summary>Files without end, of which every n-th method holds a start; none does when that is 0.</summary>
    public static IEnumerable<string> Sources(int startEvery)
    {
        yield return "namespace Shop;\n" + Types;

        for (var file = 0; ; file++)
        {
            var source = new StringBuilder();
            source.AppendLine(CultureInfo.InvariantCulture, $$"""
                using System;
                using System.Collections.Generic;
                using System.Linq;

                namespace Shop;

                internal sealed class Service{{file}}
                {
                {{Fields}}

                    public Service{{file}}(IConsent consent) => this.consent = consent;
                """);
            for (var method = file * MethodsPerFile; method < (file + 1) * MethodsPerFile; method++)
            {
                var hasStart = startEvery > 0 && method % startEvery == 0;
                AppendMethod(source, method, kind: startEvery == 0 ? 0 : method / startEvery % 4, hasStart ? Start : "count++;");
            }

            yield return source.AppendLine("}").ToString();
        }
    }

    private static void AppendMethod(StringBuilder source, int number, int kind, string start)
    {
        // Most starts of real code are guarded where they stand; some are not, and some by the one method that calls them.
        var (before, helper) = kind switch
        {
            0 or 1 => ("if (!consent.HasConsent) return total;", ""),
            2 => ("if (total > 100) count++;", ""),
            _ => ("if (consent.HasConsent) Begin" + number + "();", "private void Begin" + number + "() { " + start + " }"),
        };
        source.AppendLine(CultureInfo.InvariantCulture, $$"""

                public decimal Process{{number}}(IEnumerable<Order> batch, string customer, bool urgent)
                {
                    decimal total = 0;
                    foreach (var order in batch.Where(o => o.Customer == customer))
                    {
                        if (!orders.TryGetValue(order.Number, out var known))
                            orders[order.Number] = known = order;

                        total += urgent ? known.Total * 1.1m : known.Total;
                        foreach (var part in order.Parts)
                        {
                            try
                            {
                                total -= Math.Round(part.Total / order.Parts.Count, 2);
                            }
                            catch (DivideByZeroException e)
                            {
                                Console.WriteLine($"{customer}: {order.Number} {e.Message}");
                            }
                        }
                    }

                    {{before}}
                    {{(helper.Length == 0 ? start : "count++;")}}
                    return total;
                }
                {{helper}}
            """);
    }
}
