namespace ReplayLint.Tool.Reporting;

/// <summary>What one run of the analysis says of a repository.</summary>
/// <param name="Name">The repository, or the file that holds the log.</param>
/// <param name="Tool">What made the log, with its version.</param>
/// <param name="Items">Findings and evidence, each once.</param>
/// <param name="Problems">What could not be analysed, or was left out on purpose: a project and the reason.</param>
internal sealed record ReplayLog(string Name, string Tool, IReadOnlyList<LogItem> Items, IReadOnlyList<LogProblem> Problems)
{
    /// <summary>The address of the repository for people, without a slash at its end; null when it is not known.</summary>
    public string? Repository { get; init; }

    /// <summary>The commit that was analysed; null when it is not known.</summary>
    public string? Commit { get; init; }

    /// <summary>The recorders that code uses or configures, in order.</summary>
    public IReadOnlyList<string> Recorders => [.. Items.Where(static item => !item.IsA("policy")).Select(static item => item.Recorder).OfType<string>().Distinct().Order(StringComparer.OrdinalIgnoreCase)];
}

/// <summary>A part of a repository of which the log says nothing.</summary>
/// <param name="Project">The project file.</param>
/// <param name="Reason">A sentence.</param>
/// <param name="IsMeant">Whether it was left out on purpose.</param>
internal sealed record LogProblem(string Project, string Reason, bool IsMeant);
