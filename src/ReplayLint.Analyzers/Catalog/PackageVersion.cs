using System.Globalization;

namespace ReplayLint.Catalog;

/// <summary>The version of a package as far as it is known: <c>7</c>, <c>6.12</c>. What is not written counts as zero.</summary>
internal readonly struct PackageVersion(Version version) : IComparable<PackageVersion>
{
    private const int MaximumParts = 3;

    private readonly Version _version = version;

    /// <summary>Reads numbers with dots between them, or returns null when the text is none.</summary>
    public static PackageVersion? TryParse(string text)
    {
        var parts = text.Split('.');
        var numbers = new int[MaximumParts];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return null;

            if (i < MaximumParts)
                numbers[i] = number;
        }

        return new PackageVersion(new Version(numbers[0], numbers[1], numbers[2]));
    }

    /// <summary>The version of an assembly, or null for one that nobody gave any.</summary>
    public static PackageVersion? Of(Version assembly) =>
        assembly is { Major: 0, Minor: 0, Build: <= 0 } ? null : new PackageVersion(new Version(assembly.Major, assembly.Minor, Math.Max(0, assembly.Build)));

    public int CompareTo(PackageVersion other) => _version.CompareTo(other._version);

    public override string ToString() => _version.ToString();
}
