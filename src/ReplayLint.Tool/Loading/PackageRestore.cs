namespace ReplayLint.Tool.Loading;

/// <summary>Restores packages before projects are loaded, as a build does.</summary>
internal static class PackageRestore
{
    /// <summary>What went wrong, as the restore said it; null when nothing did.</summary>
    public static async Task<ProjectProblem?> RunAsync(string path, IReadOnlyDictionary<string, string> properties, CancellationToken cancellation)
    {
        string[] arguments = ["restore", path, "--verbosity", "quiet", .. properties.Select(static property => $"-p:{property.Key}={property.Value}")];
        if (await ChildProcess.RunAsync("dotnet", Path.GetDirectoryName(path)!, arguments, cancellation) is not { } result)
            return new ProjectProblem(path, "There is no 'dotnet' on the path, so nothing was restored. Install the .NET SDK.");

        return result.ExitCode == 0 ? null : new ProjectProblem(path, $"Packages could not be restored: {FirstError(result.Output)}");
    }

    private static string FirstError(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.FirstOrDefault(static line => line.Contains("error", StringComparison.OrdinalIgnoreCase)) ?? lines.FirstOrDefault() ?? "no reason was given.";
    }
}
