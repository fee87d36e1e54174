using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ReplayLint;

/// <summary>Tells whether a project holds tests: what it declares stands in for the real thing, and nobody is recorded by it.</summary>
internal static class TestProject
{
    private static readonly HashSet<string> Frameworks = new(StringComparer.OrdinalIgnoreCase)
    {
        "xunit.core",
        "xunit.v3.core",
        "nunit.framework",
        "Microsoft.VisualStudio.TestPlatform.TestFramework",
        "TUnit.Core",
    };

    private const string Declared = "build_property.IsTestProject";

    /// <summary>Whether the project says so, or references what runs tests.</summary>
    public static bool Is(Compilation compilation, AnalyzerOptions options)
    {
        if (options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(Declared, out var isTest) && string.Equals(isTest, "true", StringComparison.OrdinalIgnoreCase))
            return true;

        foreach (var reference in compilation.ReferencedAssemblyNames)
        {
            if (Frameworks.Contains(reference.Name))
                return true;
        }

        return false;
    }
}
