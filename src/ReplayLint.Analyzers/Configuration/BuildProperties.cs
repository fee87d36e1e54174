using Microsoft.CodeAnalysis.Diagnostics;

namespace ReplayLint.Configuration;

/// <summary>What the build of a project tells its analyzers, as the package's properties make it visible.</summary>
internal static class BuildProperties
{
    public const string Mode = "ReplayLintMode";

    public const string Evidence = "ReplayLintEvidence";

    /// <summary>Which day it is.</summary>
    public const string Today = "ReplayLintToday";

    public const string ProjectDirectory = "MSBuildProjectDirectory";

    /// <summary>Whether a property has a value, whatever the case of its letters and the space around it.</summary>
    public static bool Is(AnalyzerConfigOptions global, string property, string value) =>
        string.Equals(TextOf(global, property), value, StringComparison.OrdinalIgnoreCase);

    /// <summary>The value of a property, without the space around it; null when it has none.</summary>
    public static string? TextOf(AnalyzerConfigOptions global, string property) =>
        global.TryGetValue("build_property." + property, out var given) && !string.IsNullOrWhiteSpace(given) ? given.Trim() : null;
}
