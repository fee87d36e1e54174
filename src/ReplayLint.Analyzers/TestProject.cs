using Microsoft.CodeAnalysis;

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

    public static bool Is(Compilation compilation)
    {
        foreach (var reference in compilation.ReferencedAssemblyNames)
        {
            if (Frameworks.Contains(reference.Name))
                return true;
        }

        return false;
    }
}
