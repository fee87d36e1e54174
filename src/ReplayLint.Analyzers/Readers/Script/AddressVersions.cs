using System.Text.RegularExpressions;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Readers.Script;

/// <summary>
/// Reads the version of a recorder from the address of its script: <c>…/v6/tracker.js</c>, <c>tracker-v6.js</c>, <c>…/6.12.1/tracker.js</c>, or
/// <c>tracker@6.1.0</c> where a package is served.
/// </summary>
internal static class AddressVersions
{
    /// <summary>A number alone may be anything: it needs a <c>v</c>, an <c>@</c> (doubled in a view) or a dot.</summary>
    private static readonly Regex Written = new(@"@+(\d{1,5}(?:\.\d{1,9})*)|/v(\d{1,5}(?:\.\d{1,9})*)(?=/)|-v(\d{1,5}(?:\.\d{1,9})*)(?=\.)|/(\d{1,5}(?:\.\d{1,9}){1,3})(?=/)", RegexOptions.CultureInvariant);

    /// <summary>The version that all addresses of the recorder in a text name; null when none does, when they differ, and when nothing depends on it.</summary>
    public static PackageVersion? Of(Recorder recorder, string text, ScriptCatalog catalog)
    {
        if (!recorder.HasVersions)
            return null;

        PackageVersion? version = null;
        foreach (var address in AddressesOf(recorder, text, catalog))
        {
            if (VersionIn(address) is not { } named)
                continue;

            if (version is { } other && other.CompareTo(named) != 0)
                return null;

            version = named;
        }

        return version;
    }

    private static IEnumerable<string> AddressesOf(Recorder recorder, string text, ScriptCatalog catalog)
    {
        foreach (var host in catalog.FindHosts(text))
        {
            if (host.Recorder == recorder)
                yield return HostPattern.AddressAround(text, host.Span);
        }

        foreach (var package in recorder.ScriptFacts.OfType<PackageFact>())
        {
            for (var found = text.IndexOf(package.Name + "@", StringComparison.Ordinal); found >= 0; found = text.IndexOf(package.Name + "@", found + 1, StringComparison.Ordinal))
                yield return text.Substring(found + package.Name.Length, HostPattern.EndOfAddress(text, found) - found - package.Name.Length);
        }
    }

    private static PackageVersion? VersionIn(string address)
    {
        var match = Written.Match(address);
        for (var i = 1; i < match.Groups.Count; i++)
        {
            if (match.Groups[i].Success)
                return PackageVersion.TryParse(match.Groups[i].Value);
        }

        return null;
    }
}
