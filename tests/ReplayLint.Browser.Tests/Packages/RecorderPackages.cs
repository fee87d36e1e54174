using System.Text.Json;
using ReplayLint.Catalog.Tests.Npm;

namespace ReplayLint.Browser.Tests.Packages;

/// <summary>
/// The npm packages of package-lock.json, installed without running anything of them, and what esbuild makes of the entries
/// of recorders whose packages hold no file that a page can load.
/// </summary>
internal static class RecorderPackages
{
    private static readonly string PackageFolder = Path.Combine(ProjectFolders.Work, "npm");
    private static readonly string BundleFolder = Path.Combine(ProjectFolders.Work, "bundles");

    private static readonly Lazy<bool> Installed = new(Install);

    /// <summary>The version of a package that package.json pins.</summary>
    public static string VersionOf(string package)
    {
        var dependencies = JsonDocument.Parse(File.ReadAllText(Path.Combine(ProjectFolders.Project, "package.json"))).RootElement.GetProperty("dependencies");
        var version = dependencies.GetProperty(package).GetString()!;
        return version[(version.LastIndexOf('@') + 1)..];
    }

    /// <summary>A file of a package, by its path below node_modules.</summary>
    public static byte[] FileOf(string path) => Installed.Value ? File.ReadAllBytes(Path.Combine(PackageFolder, "node_modules", path)) : [];

    /// <summary>What esbuild made of the entry of a recorder, or null when the recorder has none.</summary>
    public static byte[]? Bundle(string recorder) =>
        Installed.Value && Path.Combine(BundleFolder, recorder, "entry.js") is var path && File.Exists(path) ? File.ReadAllBytes(path) : null;

    private static bool Install()
    {
        Directory.CreateDirectory(PackageFolder);
        var wanted = File.ReadAllText(Path.Combine(ProjectFolders.Project, "package-lock.json"));
        var done = Path.Combine(PackageFolder, "installed.json");
        if (!File.Exists(done) || File.ReadAllText(done) != wanted)
        {
            foreach (var name in (string[])["package.json", "package-lock.json"])
                File.Copy(Path.Combine(ProjectFolders.Project, name), Path.Combine(PackageFolder, name), overwrite: true);

            NodeProcess.Run("npm", PackageFolder, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]);
            File.WriteAllText(done, wanted);
        }

        var entries = Directory.GetFiles(Path.Combine(ProjectFolders.Project, "recorders"), "entry.js", SearchOption.AllDirectories);
        if (entries.Length > 0)
        {
            NodeProcess.Run(
                "node",
                PackageFolder,
                [Path.Combine("node_modules", "esbuild", "bin", "esbuild"), .. entries, "--bundle", "--format=iife", "--log-level=error", $"--outbase={Path.Combine(ProjectFolders.Project, "recorders")}", $"--outdir={BundleFolder}"],
                ("NODE_PATH", Path.Combine(PackageFolder, "node_modules")));
        }

        return true;
    }
}
