using System.Reflection;

namespace ReplayLint.Catalog.Tests.Npm;

/// <summary>Fetches packages with npm: their archives alone, without what they depend on and without running anything of them.</summary>
internal static class NpmPackages
{
    private const int PackagesAtOnce = 50;

    private static string Folder { get; } =
        typeof(NpmPackages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "NpmPackages").Value!;

    /// <summary>The path of each package's archive. What was fetched before is not fetched again.</summary>
    public static IReadOnlyDictionary<NpmPackage, string> Fetch(IEnumerable<NpmPackage> packages)
    {
        Directory.CreateDirectory(Folder);
        var archives = packages.Distinct().ToDictionary(static package => package, static package => Path.Combine(Folder, package.ArchiveName));
        foreach (var missing in archives.Where(static pair => !File.Exists(pair.Value)).Chunk(PackagesAtOnce))
        {
            // An archive is in the folder only as a whole.
            var incoming = Directory.CreateDirectory(Path.Combine(Folder, "incoming-" + Guid.NewGuid().ToString("N"))).FullName;
            try
            {
                NodeProcess.Run("npm", Folder, ["pack", "--silent", "--ignore-scripts", "--pack-destination", incoming, .. missing.Select(static pair => pair.Key.Id)]);
                foreach (var (package, path) in missing)
                    File.Move(Path.Combine(incoming, package.ArchiveName), path, overwrite: true);
            }
            finally
            {
                Directory.Delete(incoming, recursive: true);
            }
        }

        return archives;
    }
}
