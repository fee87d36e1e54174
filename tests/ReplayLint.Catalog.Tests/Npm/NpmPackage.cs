using System.Formats.Tar;
using System.IO.Compression;

namespace ReplayLint.Catalog.Tests.Npm;

/// <summary>A file of a package that says something about its API.</summary>
/// <param name="Package">The package and its version.</param>
/// <param name="Path">The path inside of the package.</param>
/// <param name="Text">What it holds.</param>
internal sealed record NpmFile(NpmPackage Package, string Path, string Text)
{
    public bool IsTypes => Path.EndsWith(".d.ts", StringComparison.Ordinal) || Path.EndsWith(".d.mts", StringComparison.Ordinal) || Path.EndsWith(".d.cts", StringComparison.Ordinal);

    public bool IsCode => Path.EndsWith(".js", StringComparison.Ordinal) || Path.EndsWith(".mjs", StringComparison.Ordinal) || Path.EndsWith(".cjs", StringComparison.Ordinal);
}

/// <summary>A package of one version, as package.json of this project pins it.</summary>
/// <param name="Name">The name in the registry.</param>
/// <param name="Version">The exact version.</param>
internal sealed record NpmPackage(string Name, string Version)
{
    /// <summary>As people and npm write it: <c>name@version</c>.</summary>
    public string Id => $"{Name}@{Version}";

    /// <summary>The name that npm gives to the archive.</summary>
    public string ArchiveName => $"{Name.TrimStart('@').Replace('/', '-')}-{Version}.tgz";

    /// <summary>The paths of all files in an archive, and the texts of those that are read.</summary>
    public IEnumerable<NpmFile> Read(string archive, IReadOnlyList<string> wanted)
    {
        using var tar = new TarReader(new GZipStream(File.OpenRead(archive), CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile))
                continue;

            // The first folder is mostly "package", not always.
            var path = entry.Name[(entry.Name.IndexOf('/') + 1)..];
            var file = new NpmFile(this, path, "");
            var isWanted = wanted.Count == 0 || wanted.Any(start => path.StartsWith(start, StringComparison.Ordinal));
            if (entry.DataStream is null || !isWanted || !(file.IsTypes || file.IsCode))
            {
                yield return file;
                continue;
            }

            using var reader = new StreamReader(entry.DataStream, leaveOpen: true);
            yield return file with { Text = reader.ReadToEnd() };
        }
    }
}
