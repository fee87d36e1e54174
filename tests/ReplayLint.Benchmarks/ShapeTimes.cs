using System.Diagnostics;

namespace ReplayLint.Benchmarks;

/// <summary>How long each shape takes by itself: the least of many runs, which other work on the machine disturbs least.</summary>
internal static class ShapeTimes
{
    private const int WarmUps = 200;
    private const int Rounds = 4;
    private const int BatchesPerRound = 10;
    private const int RunsPerBatch = 10;

    /// <summary>The time of each shape, the slowest first.</summary>
    public static IReadOnlyList<ShapeTime> Measure()
    {
        var shapes = (
            from family in Shapes.Families
            from shape in Shapes.Of(family)
            select (Family: family, Shape: shape, Analysis: new ShapeAnalysis(shape))).ToArray();
        var times = new double[shapes.Length];
        Array.Fill(times, double.MaxValue);

        for (var run = 0; run < WarmUps; run++)
        {
            foreach (var shape in shapes)
                shape.Analysis.Run();
        }

        // Rounds lie apart, so that one busy moment does not fall on all the batches of a shape.
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < shapes.Length; i++)
                times[i] = Math.Min(times[i], LeastOf(shapes[i].Analysis));
        }

        return [.. shapes.Select((shape, i) => new ShapeTime(shape.Family, shape.Shape, shape.Analysis.Methods, times[i] / shape.Analysis.Methods)).OrderByDescending(static time => time.Microseconds)];
    }

    private static double LeastOf(ShapeAnalysis analysis)
    {
        var least = double.MaxValue;
        for (var batch = 0; batch < BatchesPerRound; batch++)
        {
            var begin = Stopwatch.GetTimestamp();
            for (var run = 0; run < RunsPerBatch; run++)
                analysis.Run();

            least = Math.Min(least, Stopwatch.GetElapsedTime(begin).TotalMicroseconds / RunsPerBatch);
        }

        return least;
    }
}

/// <summary>How long the starts of a shape take.</summary>
/// <param name="Family">The family of the shape.</param>
/// <param name="Shape">The shape.</param>
/// <param name="Methods">How many of its methods hold a start.</param>
/// <param name="Microseconds">The time for each of them.</param>
internal sealed record ShapeTime(string Family, Shape Shape, int Methods, double Microseconds)
{
    public override string ToString() => FormattableString.Invariant($"{Microseconds,8:F1} µs  {Family}: {Shape.Name}: {Shape.Members}");
}
