using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace ReplayLint.Tool.Loading;

/// <summary>Reads what the workspace says of projects that it could not load.</summary>
internal static partial class LoadMessages
{
    /// <summary>What was not loaded, each project with its first reason; apart from it what is no C# and so not ours.</summary>
    /// <param name="messages">The messages in the order in which they came.</param>
    /// <param name="loaded">What was loaded, for a message that names no project.</param>
    public static (IReadOnlyList<ProjectProblem> Problems, IReadOnlyList<ProjectProblem> Skipped) Sort(IEnumerable<WorkspaceDiagnostic> messages, string loaded)
    {
        var problems = new Dictionary<string, ProjectProblem>(StringComparer.Ordinal);
        var skipped = new Dictionary<string, ProjectProblem>(StringComparer.Ordinal);
        foreach (var message in messages)
        {
            var project = ProjectIn().Match(message.Message) is { Success: true } match ? match.Groups["path"].Value : loaded;
            if (!project.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase) && project != loaded)
                skipped.TryAdd(project, NotOurs(project));
            else if (message.Kind == WorkspaceDiagnosticKind.Failure)
                problems.TryAdd(project, new ProjectProblem(project, ReasonIn(message.Message)));
        }

        return ([.. problems.Values], [.. skipped.Values]);
    }

    /// <summary>Why a project in another language is left out.</summary>
    public static ProjectProblem NotOurs(string project) => new(project, "It is no C# project, and ReplayLint reads no other.");

    private static string ReasonIn(string message)
    {
        const string Mark = " with message: ";
        var start = message.IndexOf(Mark, StringComparison.Ordinal);
        return (start < 0 ? message : message[(start + Mark.Length)..]).ReplaceLineEndings(" ").Trim();
    }

    [GeneratedRegex(@"'(?<path>[^']+\.[a-z]{2,3}proj)'", RegexOptions.IgnoreCase)]
    private static partial Regex ProjectIn();
}
