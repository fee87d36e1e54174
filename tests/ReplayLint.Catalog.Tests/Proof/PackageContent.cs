using ReplayLint.Catalog.Script;
using ReplayLint.Catalog.Tests.Code;
using ReplayLint.Catalog.Tests.Npm;
using ReplayLint.Catalog.Tests.Types;

namespace ReplayLint.Catalog.Tests.Proof;

/// <summary>What the packages of one recorder hold.</summary>
internal sealed class PackageContent
{
    private readonly List<NpmFile> _files;
    private readonly ShippedCode _code;

    public PackageContent(PackageSet set, IReadOnlyDictionary<NpmPackage, string> archives)
    {
        Set = set;
        _files =
        [
            .. set.Packages.SelectMany(package => package.Read(archives[package], Manifest.Default.FilesOf(package))),
            .. set.Types.SelectMany(package => package.Read(archives[package], Manifest.Default.FilesOf(package)).Where(static file => file.IsTypes)),
        ];
        Types = new TypeLibrary(_files.Where(static file => file.IsTypes).Select(static file => (file.Package.Id, file.Text)));
        _code = new ShippedCode(_files.Where(static file => file.IsCode && file.Text.Length > 0).Select(static file => (file.Package.Id, file.Text)));
    }

    public PackageSet Set { get; }

    public TypeLibrary Types { get; }

    /// <summary>Where the code has this name, or null.</summary>
    public string? CodeWithName(string name) => _code.Names.TryGetValue(name, out var package) ? InCode(package) : null;

    /// <summary>Where the code or the types hold exactly this text, or null.</summary>
    public string? WithText(string text) =>
        _code.Texts.TryGetValue(text, out var package) ? InCode(package) : Types.TextsIn.TryGetValue(text, out package) ? InTypes(package) : null;

    /// <summary>Where a text holds the word, or null.</summary>
    public string? WithWord(string word)
    {
        if (_code.Texts.FirstOrDefault(pair => HasWord(pair.Key, word)) is { Value: { } package })
            return InCode(package);

        if (Types.TextsIn.FirstOrDefault(pair => HasWord(pair.Key, word)) is { Value: { } types })
            return InTypes(types);

        // Put together of a beginning and an end: "data-recorder-" + name.
        for (var hyphen = word.IndexOf('-', StringComparison.Ordinal); hyphen >= 0; hyphen = word.IndexOf('-', hyphen + 1))
        {
            var (start, end) = (word[..(hyphen + 1)], word[(hyphen + 1)..]);
            if (end.Length > 0 && _code.Texts.TryGetValue(end, out var ending) && _code.Texts.Keys.Any(text => text == start || text == start + "\n"))
                return InCode(ending);
        }

        return null;
    }

    /// <summary>Where the address is found in a text, or for the name of a file as a file; null for nowhere.</summary>
    public string? WithAddress(HostPattern pattern)
    {
        var search = new HostSearch([pattern]);
        return _code.Texts.FirstOrDefault(pair => search.Find(pair.Key) is not null) is { Value: { } package }
            ? InCode(package)
            : _files.FirstOrDefault(file => search.Find("/" + file.Path) is not null) is { } file ? $"{file.Package.Id} (files)" : null;
    }

    public NpmFile? File(string package, string path) => _files.Find(file => file.Package.Name == package && file.Path == path);

    public IEnumerable<DefaultStatement> DefaultsOf(string option) => _code.DefaultsOf(option);

    public static string InCode(string package) => package + " (code)";

    public static string InTypes(string package) => package + " (types)";

    private static bool HasWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (!IsPart(text, at - 1) && !IsPart(text, at + word.Length))
                return true;
        }

        return false;
    }

    private static bool IsPart(string text, int index) => index >= 0 && index < text.Length && (char.IsLetterOrDigit(text[index]) || text[index] is '-' or '_');
}
