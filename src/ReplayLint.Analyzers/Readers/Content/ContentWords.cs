using System.Collections.Immutable;
using ReplayLint.Catalog;

namespace ReplayLint.Readers.Content;

/// <summary>Tells by the last words of a name what a field takes, or whose data a member holds.</summary>
internal sealed class ContentWords(RecorderCatalog catalog)
{
    private readonly ImmutableArray<string> _suffixes = catalog.WordsOf("field-suffix");
    private readonly ImmutableArray<string> _passwords = catalog.WordsOf("password-field");
    private readonly ImmutableArray<string> _payments = catalog.WordsOf("payment-field");
    private readonly ImmutableArray<string> _protected = catalog.WordsOf("sensitive-field");
    private readonly ImmutableArray<string> _doubtful = catalog.WordsOf("doubtful-field");
    private readonly ImmutableArray<string> _personal = catalog.WordsOf("personal-data");
    private readonly ImmutableArray<string> _ofPersons = catalog.WordsOf("person-data");
    private readonly ImmutableArray<string> _persons = catalog.WordsOf("person");
    private readonly ImmutableArray<string> _impersonal = catalog.WordsOf("impersonal");
    private readonly ImmutableArray<string> _emails = catalog.WordsOf("email-text");
    private readonly ImmutableArray<string> _numbers = catalog.WordsOf("number-text");

    /// <summary>What a field of this name takes, or null when the name says nothing.</summary>
    public SensitiveField? FieldNamed(string name)
    {
        var words = Words(name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'));
        while (true)
        {
            var field = Read(words, _passwords, "password", isLikely: false)
                ?? Read(words, _payments, "payment", isLikely: false)
                ?? Read(words, _protected, "", isLikely: false)
                ?? Read(words, _doubtful, "", isLikely: true);
            if (field is not null || NameWords.EndOf(words, _suffixes) is not { } shorter)
                return field;

            words = shorter;
        }
    }

    /// <summary>
    /// Whether a member holds data of a person: it is called so, and neither it nor what it belongs to is called like
    /// something that speaks for a company.
    /// </summary>
    /// <param name="name">The member.</param>
    /// <param name="owners">What it is read from: names of members, variables and types.</param>
    public bool IsPersonal(string name, IEnumerable<string> owners)
    {
        var words = Words(name);
        if (IsImpersonal(words))
            return false;

        var isOfPerson = false;
        foreach (var owner in owners)
        {
            var around = Words(owner);
            if (IsImpersonal(around))
                return false;

            isOfPerson |= NameWords.EndOf(around, _persons) is not null;
        }

        return NameWords.EndOf(words, _personal) is not null || (isOfPerson && NameWords.EndOf(words, _ofPersons) is not null);
    }

    /// <summary>The kind by which recorders know a text of this name: <c>email</c>, <c>number</c>; null for any other.</summary>
    public string? KindOfText(string name)
    {
        var words = Words(name);
        return NameWords.EndOf(words, _emails) is not null ? "email" : NameWords.EndOf(words, _numbers) is not null ? "number" : null;
    }

    private static string Words(string name) => "-" + NameWords.Join(name);

    private static SensitiveField? Read(string words, ImmutableArray<string> list, string kind, bool isLikely)
    {
        foreach (var entry in list)
        {
            if (NameWords.EndsIn(words, entry))
                return new SensitiveField(entry.Replace('-', ' '), kind) { IsLikely = isLikely };
        }

        return null;
    }

    private bool IsImpersonal(string words)
    {
        words += "-";
        foreach (var entry in _impersonal)
        {
            if (words.IndexOf("-" + entry + "-", StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }
}
