using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
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
            "THIRD-PARTY-NOTICES.txt",
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
    public void What_the_assemblies_refer_to_is_in_the_package_or_in_the_compiler()
    {
        // Of the compiler of Visual Studio 17.8, which runs on the .NET Framework, too.
        string[] compiler =
        [
            "netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.CSharp.Workspaces",
            "System.Buffers", "System.Collections.Immutable", "System.Composition.AttributedModel", "System.Memory", "System.Reflection.Metadata", "System.Runtime.CompilerServices.Unsafe",
        ];

        using var archive = ZipFile.OpenRead(package.Path);
        var own = new Dictionary<string, Version>();
        var needed = new HashSet<(string Name, Version Version)>();
        foreach (var entry in archive.Entries.Where(static entry => entry.FullName.StartsWith("analyzers/", StringComparison.Ordinal)))
        {
            using var stream = new MemoryStream();
            using (var compressed = entry.Open())
                compressed.CopyTo(stream);

            stream.Position = 0;
            using var file = new PEReader(stream);
            var metadata = file.GetMetadataReader();
            var assembly = metadata.GetAssemblyDefinition();
            own.Add(metadata.GetString(assembly.Name), assembly.Version);
            foreach (var handle in metadata.AssemblyReferences)
            {
                var reference = metadata.GetAssemblyReference(handle);
                needed.Add((metadata.GetString(reference.Name), reference.Version));
            }
        }

        Assert.Contains(needed, static reference => reference.Name == "Acornima");
        Assert.All(needed.Where(reference => !compiler.Contains(reference.Name)), reference => Assert.Equal(reference.Version, own.GetValueOrDefault(reference.Name)));
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
