using System.Reflection;

namespace ReplayLint.Tool;

/// <summary>The version of this tool.</summary>
internal static class ToolVersion
{
    /// <summary>Without what the build adds about the commit.</summary>
    public static string Version { get; } = typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
