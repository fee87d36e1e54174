using System.Reflection;

namespace ReplayLint.Browser.Tests.Packages;

/// <summary>Where this project and the repository are, and where it may put what it fetches.</summary>
internal static class ProjectFolders
{
    public static string Project { get; } = Metadata("ProjectFolder");

    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Project, "..", ".."));

    /// <summary>Below <c>obj</c>: packages and bundles, kept from one run to the next.</summary>
    public static string Work { get; } = Metadata("WorkFolder");

    /// <summary>In which this project was built, and the samples with it.</summary>
    public static string Configuration { get; } = Metadata("Configuration");

    private static string Metadata(string key) =>
        typeof(ProjectFolders).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
