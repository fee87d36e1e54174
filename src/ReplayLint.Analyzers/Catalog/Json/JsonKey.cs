using System.Collections.Immutable;

namespace ReplayLint.Catalog.Json;

/// <summary>
/// An option in a section of a JSON configuration file: <c>Shop:Replay/MaskText</c>. Names are compared as .NET's
/// configuration compares them, in any letters. A section that starts with <c>*</c> may stand at any depth.
/// </summary>
internal sealed record JsonKey(string Text, ImmutableArray<string> Section, bool IsAnywhere, ImmutableArray<string> Option)
{
    /// <summary>Reads <c>SECTION/OPTION</c>, or returns null when it is none.</summary>
    public static JsonKey? TryParse(string text)
    {
        var slash = text.IndexOf('/');
        if (slash <= 0 || text.IndexOf('/', slash + 1) >= 0)
            return null;

        var section = text.Substring(0, slash).Split(':').ToImmutableArray();
        var option = text.Substring(slash + 1).Split(':').ToImmutableArray();
        var isAnywhere = section[0] == "*";
        if (isAnywhere)
            section = section.RemoveAt(0);

        return section.Concat(option).Any(static name => name.Length == 0 || name.IndexOf('*') >= 0) ? null : new JsonKey(text, section, isAnywhere, option);
    }

    /// <summary>The option as the last part of a message names it, and as a fix reaches it from the section.</summary>
    public string Path => string.Join(".", Option);

    /// <summary>Whether the section is at this place of a file.</summary>
    public bool IsSection(ImmutableArray<string> place) => IsAnywhere ? EndsWith(place, Section) : place.Length == Section.Length && EndsWith(place, Section);

    /// <summary>The section of an option at this place of a file; null where another value stands.</summary>
    public ImmutableArray<string>? SectionOf(ImmutableArray<string> place) =>
        EndsWith(place, Option) && place.RemoveRange(place.Length - Option.Length, Option.Length) is var section && IsSection(section) ? section : null;

    /// <summary>Whether two names mean the same.</summary>
    public static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether two places are the same.</summary>
    public static bool IsSame(ImmutableArray<string> left, ImmutableArray<string> right) => left.Length == right.Length && EndsWith(left, right);

    private static bool EndsWith(ImmutableArray<string> place, ImmutableArray<string> end)
    {
        if (place.Length < end.Length)
            return false;

        for (var i = 0; i < end.Length; i++)
        {
            if (!IsSame(place[place.Length - end.Length + i], end[i]))
                return false;
        }

        return true;
    }
}
