using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using ReplayLint.Fuzz.Inputs;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Fuzz.Properties;

/// <summary>Whoever types on does not wait for an analysis that nobody wants any more.</summary>
public class CancellationTests
{
    /// <summary>The aim is 100 ms; a machine that does other things needs longer.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(50)]
    [InlineData(400)]
    public void An_analysis_ends_soon_after_it_is_cancelled(int milliseconds)
    {
        var random = new Random(1);
        var files = Enumerable.Range(0, 400).Select(i => new TestFile($"/fuzz/{i}/Page.cshtml", string.Concat(Enumerable.Range(0, 10).Select(_ => PagePrograms.CreatePage(random))))).ToImmutableArray<AdditionalText>();
        var compilation = Analysis.Compile(new FuzzInput("App.cs", CodePrograms.Create(random)));
        using var source = new CancellationTokenSource(milliseconds);
        var clock = new Stopwatch();
        using var started = source.Token.Register(clock.Start);

        Assert.ThrowsAny<OperationCanceledException>(() => Analysis.Find(compilation, files, cancellation: source.Token));

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Limit);
        Console.WriteLine($"Cancelled after {milliseconds} ms, ended {clock.Elapsed.TotalMilliseconds:F0} ms later.");
    }
}
