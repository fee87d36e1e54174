namespace ReplayLint.Fuzz;

/// <summary>An input on which something was wrong.</summary>
/// <param name="Target">Whose input it is.</param>
/// <param name="Seed">The seed of the run.</param>
/// <param name="Number">The number of the input.</param>
/// <param name="Input">The input, made as small as the failure allows.</param>
/// <param name="Exception">What was wrong with the small one.</param>
internal sealed record FuzzFailure(Target Target, int Seed, int Number, FuzzInput Input, Exception Exception)
{
    private const int MostFrames = 16;

    public override string ToString() =>
        $"{Target.Name}: --seed {Seed} --target {Target.Name} --number {Number}\n{Exception.GetType().Name}: {Exception.Message}\n{Frames}\n{Input}";

    /// <summary>The first places of the stack, and those in ReplayLint.</summary>
    private string Frames =>
        string.Join('\n', (Exception.StackTrace ?? "").Split('\n').Where(static (line, i) => i < 4 || line.Contains("ReplayLint", StringComparison.Ordinal)).Take(MostFrames));
}
