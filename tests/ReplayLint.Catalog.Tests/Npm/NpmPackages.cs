using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;

namespace ReplayLint.Catalog.Tests.Npm;

/// <summary>Fetches packages with npm: their archives alone, without what they depend on and without running anything of them.</summary>
internal static class NpmPackages
{
    private const int PackagesAtOnce = 50;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

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
                Run(["pack", "--silent", "--ignore-scripts", "--pack-destination", incoming, .. missing.Select(static pair => pair.Key.Id)]);
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

    private static void Run(IEnumerable<string> arguments)
    {
        // On Windows npm is a batch file, which is started by its shell only.
        var isWindows = OperatingSystem.IsWindows();
        var start = new ProcessStartInfo(isWindows ? "cmd" : "npm", isWindows ? ["/c", "npm", .. arguments] : arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"npm took more than {Limit.TotalMinutes} minutes to fetch the packages of tests/ReplayLint.Catalog.Tests/package.json.");
        }

        if (process.ExitCode != 0)
            throw new InvalidOperationException($"npm could not fetch the packages of tests/ReplayLint.Catalog.Tests/package.json:\n{error.Result}\n{output.Result}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception error)
        {
            throw new InvalidOperationException("The catalogue is compared with the vendors' packages, which npm fetches, and npm was not found. Install Node.js with npm (Debian: apt-get install npm).", error);
        }
    }
}
