namespace ReplayLint.Tool.Loading;

/// <summary>Why a project could not be analysed, or only in part.</summary>
/// <param name="Project">The path of the project file, or of what was to be loaded.</param>
/// <param name="Reason">A sentence for the user.</param>
internal sealed record ProjectProblem(string Project, string Reason);
