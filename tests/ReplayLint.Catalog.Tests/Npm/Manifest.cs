using System.Text.Json;
using ReplayLint.Tests.Verification;

namespace ReplayLint.Catalog.Tests.Npm;

/// <summary>What package.json of this project says: which packages speak for which recorder.</summary>
internal sealed class Manifest
{
    private readonly Dictionary<string, NpmPackage> _packages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _files = new(StringComparer.Ordinal);

    private Manifest(JsonElement root)
    {
        foreach (var dependency in root.GetProperty("dependencies").EnumerateObject())
            _packages.Add(dependency.Name, ReadVersion(dependency.Name, dependency.Value.GetString()!));

        foreach (var files in root.GetProperty("files").EnumerateObject())
            _files.Add(files.Name, [.. Strings(files.Value)]);

        Sets = [.. root.GetProperty("recorders").EnumerateArray().Select(ReadSet)];
    }

    public static Manifest Default { get; } = new(JsonDocument.Parse(File.ReadAllText(TestReferences.RepositoryPath("tests", "ReplayLint.Catalog.Tests", "package.json"))).RootElement);

    /// <summary>All packages, by the names that package.json gives them.</summary>
    public IReadOnlyDictionary<string, NpmPackage> Packages => _packages;

    public IReadOnlyList<PackageSet> Sets { get; }

    /// <summary>The beginnings of the paths that are read in a package; empty for all.</summary>
    public IReadOnlyList<string> FilesOf(NpmPackage package) =>
        _files.TryGetValue(_packages.Single(pair => pair.Value == package).Key, out var files) ? files : [];

    private PackageSet ReadSet(JsonElement set) => new(
        set.GetProperty("name").GetString()!,
        [.. Strings(set.GetProperty("packages")).Select(name => _packages[name])],
        set.TryGetProperty("types", out var types) ? [.. Strings(types).Select(name => _packages[name])] : [],
        set.TryGetProperty("holds", out var holds) ? Enum.Parse<Holding>(holds.GetString()!, ignoreCase: true) : Holding.Loader,
        set.TryGetProperty("until", out var until) ? until.GetString() : null);

    /// <summary>A second version of a package has a name of its own and the value <c>npm:NAME@VERSION</c>.</summary>
    private static NpmPackage ReadVersion(string name, string version)
    {
        if (!version.StartsWith("npm:", StringComparison.Ordinal))
            return new NpmPackage(name, version);

        var at = version.LastIndexOf('@');
        return new NpmPackage(version[4..at], version[(at + 1)..]);
    }

    private static IEnumerable<string> Strings(JsonElement array) => array.EnumerateArray().Select(static item => item.GetString()!);
}

/// <summary>The packages that say something about a recorder.</summary>
/// <param name="Recorder">The name in the catalogue.</param>
/// <param name="Packages">The packages, those of third parties last.</param>
/// <param name="Types">The packages of which the types alone count: their code is another recorder's.</param>
/// <param name="Holding">How much of the recorder they hold.</param>
/// <param name="Until">For former versions: the facts that hold until this version are looked for here.</param>
internal sealed record PackageSet(string Recorder, IReadOnlyList<NpmPackage> Packages, IReadOnlyList<NpmPackage> Types, Holding Holding, string? Until);

/// <summary>How much of a recorder its packages hold.</summary>
internal enum Holding
{
    /// <summary>Something that loads the vendor's script from its host, or its types: what they do not hold may still exist.</summary>
    Loader,

    /// <summary>All of its code: what they do not hold does not exist.</summary>
    Everything,

    /// <summary>Somebody else's code that uses it: only addresses, names and commands count.</summary>
    Uses,
}
