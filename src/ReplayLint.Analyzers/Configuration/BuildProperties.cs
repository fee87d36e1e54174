using Microsoft.CodeAnalysis.Diagnostics;

namespace ReplayLint.Configuration;

/// <summary>What the build of a project tells its analyzers, as the package's properties make it visible.</summary>
internal static class BuildProperties
{
    public const string Mode = "ReplayLintMode";

    public const string Evidence = "ReplayLintEvidence";

    /// <summary>Whether a property has a value, whatever the case of its letters and the space around it.</summary>
    public static bool Is(AnalyzerConfigOptions global, string property, string value) =>
        global.TryGetValue("build_property." + property, out var given) && string.Equals(given.Trim(), value, StringComparison.OrdinalIgnoreCase);
}
