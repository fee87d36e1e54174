namespace ReplayLint.Fuzz;

/// <summary>What the analyzer threw; the driver would have made a warning of it.</summary>
internal sealed class AnalyzerThrewException(Exception thrown) : Exception(thrown.Message, thrown)
{
    /// <summary>Where it was thrown, so that failures from different places are told apart.</summary>
    public override string? StackTrace => InnerException!.StackTrace;
}
