using Microsoft.CodeAnalysis;
using ReplayLint.Configuration;

namespace ReplayLint.Tool.Loading;

/// <summary>What a project's own build tells its analyzers.</summary>
internal static class ProjectSettings
{
    /// <summary>Whether the project has chosen that nothing is analysed.</summary>
    public static bool IsOff(Project project) => Is(project, BuildProperties.Mode, "off");

    /// <summary>Whether a file of code that is added to the project's folder is part of the project.</summary>
    public static bool FindsNewFiles(Project project) => Is(project, "EnableDefaultCompileItems", "true");

    private static bool Is(Project project, string property, string value) =>
        BuildProperties.Is(project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions, property, value);
}
