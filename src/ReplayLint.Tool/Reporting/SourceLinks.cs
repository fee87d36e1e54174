namespace ReplayLint.Tool.Reporting;

/// <summary>Addresses of lines, where the repository has pages for them.</summary>
internal static class SourceLinks
{
    /// <summary>The address of a place at the commit that was analysed; null when repository, commit or place are not known.</summary>
    public static string? Of(ReplayLog log, LogPlace? place)
    {
        if (place is null || log is not { Repository: { } repository, Commit: { } commit } || Path.IsPathRooted(place.Path) || place.Path.Contains("://", StringComparison.Ordinal))
            return null;

        commit = Uri.EscapeDataString(commit);
        var path = string.Join('/', place.Path.Split('/').Select(Uri.EscapeDataString));
        var host = new Uri(repository).Host;
        if (host == "dev.azure.com" || host.EndsWith(".visualstudio.com", StringComparison.Ordinal))
            return $"{repository}?path=/{path}&version=GC{commit}" + (place.Line is { } at ? $"&line={at}&lineEnd={at}&lineStartColumn=1&lineEndColumn=200" : "");

        var blob = host.Contains("gitlab", StringComparison.Ordinal) ? "/-/blob/" : host.Contains("bitbucket", StringComparison.Ordinal) ? "/src/" : "/blob/";
        return $"{repository}{blob}{commit}/{path}" + (place.Line is not { } line ? "" : blob == "/src/" ? $"#lines-{line}" : $"#L{line}");
    }

    /// <summary>The page of a repository that git fetches from an address: <c>git@host:team/app.git</c> becomes <c>https://host/team/app</c>; null for a folder.</summary>
    public static string? PageOf(string remote)
    {
        var address = remote.Trim();
        if (address.StartsWith("git@", StringComparison.Ordinal))
            address = "ssh://" + address.Replace(':', '/');

        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http" or "ssh" or "git"))
            return null;

        // Credentials in an address have no place in a report, nor has anything that a click would run.
        var path = uri.AbsolutePath.TrimEnd('/');
        var host = uri.Scheme is "https" or "http" ? uri.Authority : uri.Host;
        return $"https://{host}{(path.EndsWith(".git", StringComparison.Ordinal) ? path[..^4] : path)}";
    }
}
