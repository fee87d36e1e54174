namespace ReplayLint.Tool.Loading;

/// <summary>The git repository that holds a path.</summary>
/// <param name="Root">Its folder.</param>
internal sealed record GitRepository(string Root)
{
    /// <summary>Finds the repository; null where there is none, or no git.</summary>
    public static async Task<GitRepository?> FindAsync(string path, CancellationToken cancellation)
    {
        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
        return await ChildProcess.RunAsync("git", folder, ["rev-parse", "--show-toplevel"], cancellation) is { ExitCode: 0 } result
            ? new GitRepository(Path.GetFullPath(result.Output.Trim()))
            : null;
    }

    /// <summary>What is checked out: the commit, and the page of the repository where git has one.</summary>
    public async Task<(string Commit, string? Page)?> OriginAsync(CancellationToken cancellation)
    {
        if (await ChildProcess.RunAsync("git", Root, ["rev-parse", "HEAD"], cancellation) is not { ExitCode: 0 } commit)
            return null;

        var remote = await ChildProcess.RunAsync("git", Root, ["remote", "get-url", "origin"], cancellation);
        return (commit.Output.Trim(), remote is { ExitCode: 0, Output: var address } ? Reporting.SourceLinks.PageOf(address) : null);
    }

    /// <summary>What is changed and not committed, a line each.</summary>
    public async Task<IReadOnlyList<string>> ChangesAsync(CancellationToken cancellation) =>
        await ChildProcess.RunAsync("git", Root, ["status", "--porcelain"], cancellation) is { ExitCode: 0 } result
            ? result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : [];
}
