using System.Collections.Immutable;
using ReplayLint.Catalog;

namespace ReplayLint.Readers;

/// <summary>Tells by words what identifies a person directly, in whatever language it is written.</summary>
internal sealed class IdentifierWords(RecorderCatalog catalog)
{
    private readonly ImmutableArray<string> _identifiers = catalog.WordsOf("direct-identifier");
    private readonly ImmutableArray<string> _suffixes = catalog.WordsOf("identifier-suffix");
    private readonly ImmutableArray<string> _pseudonyms = catalog.WordsOf("pseudonym");
    private readonly ImmutableArray<string> _sessionIdentifiers = catalog.WordsOf("session-identifier");

    /// <summary>Documentation ids of the members that hold a direct identifier.</summary>
    public ImmutableHashSet<string> Members { get; } = catalog.DirectIdentifiers;

    /// <summary>The last words of a name say what it is: an "EmailCount" is no e-mail address, a "UserNameText" is a user name.</summary>
    public bool IsNamed(string name)
    {
        var words = "-" + NameWords.Join(name);
        while (NameWords.EndOf(words, _suffixes) is { } shorter)
            words = shorter;

        return NameWords.EndOf(words, _identifiers) is not null;
    }

    /// <summary>Whether what a method of this name gives no longer names a person directly.</summary>
    public bool IsPseudonym(string method) => Holds(method, _pseudonyms);

    /// <summary>Whether what has this name lasts for the session at most; also asked of an expression, whose every name counts.</summary>
    public bool IsOfSession(string name) => Holds(name, _sessionIdentifiers);

    /// <summary>Whether a listed member is read from what is named like its type: <c>Identity.Name</c>, <c>ClaimTypes.Email</c>.</summary>
    public bool IsMember(string? owner, string name)
    {
        if (owner is null)
            return false;

        foreach (var id in Members)
        {
            var dot = id.LastIndexOf('.');
            if (string.CompareOrdinal(id, dot + 1, name, 0, int.MaxValue) != 0)
                continue;

            var type = id.Substring(id.LastIndexOf('.', dot - 1) + 1, dot - id.LastIndexOf('.', dot - 1) - 1);
            if (type == owner || type == "I" + owner)
                return true;
        }

        return false;
    }

    public static bool IsEmailAddress(string text)
    {
        var at = text.IndexOf('@');
        return at > 0 && text.IndexOf('.', at) > at + 1 && text.IndexOf(' ') < 0;
    }

    private static bool Holds(string name, ImmutableArray<string> entries)
    {
        var words = "-" + NameWords.Join(name) + "-";
        foreach (var entry in entries)
        {
            if (words.IndexOf("-" + entry + "-", StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }
}
