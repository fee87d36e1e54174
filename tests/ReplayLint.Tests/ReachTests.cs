using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Xunit;

namespace ReplayLint.Tests;

/// <summary>
/// What the code that runs inside of a compiler could reach at all: an assembly that names no type for files, the network,
/// processes or other assemblies can use none. The runtime's own types that it is given are the compiler's.
/// </summary>
public class ReachTests
{
    private static readonly ImmutableArray<string> Namespaces =
        ["System.Net", "System.Runtime.Loader", "System.IO.Pipes", "System.IO.MemoryMappedFiles", "System.IO.IsolatedStorage", "System.Reflection.Emit", "System.Runtime.InteropServices.JavaScript", "Microsoft.Win32", "Microsoft.CSharp"];

    private static readonly ImmutableArray<string> Types =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.FileSystemWatcher", "System.IO.DriveInfo",
        "System.Diagnostics.Process", "System.AppDomain", "System.Activator", "System.Xml.XmlUrlResolver", "System.Xml.XmlSecureResolver",
        "System.Runtime.InteropServices.Marshal", "System.Runtime.InteropServices.NativeLibrary", "System.Runtime.InteropServices.DllImportAttribute",
    ];

    private static readonly ImmutableArray<string> Members =
        ["Assembly.Load", "Assembly.LoadFrom", "Assembly.LoadFile", "Assembly.UnsafeLoadFrom", "Environment.GetEnvironmentVariable", "Environment.SetEnvironmentVariable", "MethodBase.Invoke", "Type.InvokeMember"];

    [Theory]
    [InlineData(typeof(ReplayLintAnalyzer))]
    [InlineData(typeof(ReplayLint.CodeFixes.RecorderCodeFixProvider))]
    [InlineData(typeof(Acornima.Parser))]
    public void No_file_network_process_or_assembly_is_within_reach(Type type)
    {
        var (types, members) = ReferencesOf(type.Assembly.Location);

        Assert.Contains("System.String", types);
        Assert.DoesNotContain(types, static name => Types.Contains(name) || Namespaces.Any(space => name.StartsWith(space + ".", StringComparison.Ordinal)));
        Assert.DoesNotContain(members, Members.Contains);
    }

    [Fact]
    public void Native_code_is_not_called() =>
        Assert.All([typeof(ReplayLintAnalyzer), typeof(ReplayLint.CodeFixes.RecorderCodeFixProvider), typeof(Acornima.Parser)], static type =>
        {
            using var file = new PEReader(File.OpenRead(type.Assembly.Location));
            var metadata = file.GetMetadataReader();
            Assert.All(metadata.MethodDefinitions, method => Assert.True(metadata.GetMethodDefinition(method).GetImport().Module.IsNil));
        });

    /// <summary>That the check sees what it looks for: these tests read files.</summary>
    [Fact]
    public void What_is_within_reach_is_seen()
    {
        var (types, _) = ReferencesOf(typeof(ReachTests).Assembly.Location);

        Assert.Contains("System.IO.File", types);
    }

    private static (ImmutableHashSet<string> Types, ImmutableHashSet<string> Members) ReferencesOf(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var types = metadata.TypeReferences.Select(handle => metadata.GetTypeReference(handle)).Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}");
        var members = metadata.MemberReferences.Select(handle => metadata.GetMemberReference(handle))
            .Where(static member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => $"{metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name)}.{metadata.GetString(member.Name)}");
        return ([.. types], [.. members]);
    }
}
