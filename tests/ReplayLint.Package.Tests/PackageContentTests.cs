using System.IO.Compression;
using System.Xml.Linq;
using Xunit;

namespace ReplayLint.Package.Tests;

[Collection(nameof(PackedPackage))]
public class PackageContentTests(PackedPackage package)
{
    [Fact]
    public void The_package_holds_exactly_these_files()
    {
        using var archive = ZipFile.OpenRead(package.Path);
        var files = archive.Entries
            .Select(static entry => entry.FullName)
            .Where(static name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal);

        Assert.Equal(
        [
            "README.md",
            "ReplayLint.nuspec",
            "analyzers/dotnet/roslyn4.8/cs/Acornima.dll",
            "analyzers/dotnet/roslyn4.8/cs/ReplayLint.Analyzers.dll",
            "analyzers/dotnet/roslyn4.8/cs/ReplayLint.CodeFixes.dll",
            "annotations/ReplayLint.Annotations.cs",
            "build/ReplayLint.props",
            "build/ReplayLint.targets",
            "buildMultiTargeting/ReplayLint.props",
            "buildMultiTargeting/ReplayLint.targets",
            "buildTransitive/ReplayLint.props",
            "buildTransitive/ReplayLint.targets",
            "configuration/advisory.globalconfig",
            "configuration/off.globalconfig",
            "configuration/recommended.globalconfig",
            "configuration/strict.globalconfig",
            "icon.png",
        ], files);
    }

    [Fact]
    public void The_package_is_a_development_dependency_without_dependencies()
    {
        using var archive = ZipFile.OpenRead(package.Path);
        using var stream = archive.GetEntry("ReplayLint.nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single();
        string? Value(string name) => metadata.Elements().SingleOrDefault(e => e.Name.LocalName == name)?.Value;

        Assert.Equal("ReplayLint", Value("id"));
        Assert.Equal("true", Value("developmentDependency"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.NotEmpty(Value("description")!);
        Assert.Equal("git", metadata.Elements().Single(static e => e.Name.LocalName == "repository").Attribute("type")!.Value);
        Assert.DoesNotContain(metadata.Descendants(), static e => e.Name.LocalName == "dependency");
    }
}
