namespace ReplayLint.Readers.Markup;

/// <summary>The names of a page. A page has many tags and few names: looking one up makes no string.</summary>
internal sealed class MarkupNames(string source, MarkupLanguage language)
{
    private readonly List<(MarkupName Name, int Next)> _entries = [];
    private int[] _buckets = new int[128];

    public MarkupName Intern(int start, int end) => Intern(source, start, end - start);

    public MarkupName Intern(string text) => Intern(text, 0, text.Length);

    private MarkupName Intern(string text, int start, int length)
    {
        var hash = Hash(text, start, length);
        for (var entry = _buckets[hash & (_buckets.Length - 1)] - 1; entry >= 0; entry = _entries[entry].Next)
        {
            var known = _entries[entry].Name;
            if (known.Text.Length == length && string.CompareOrdinal(known.Text, 0, text, start, length) == 0)
                return known;
        }

        var name = new MarkupName(text.Substring(start, length));
        if (_entries.Count == _buckets.Length)
            Grow();

        Link(name, hash);
        Describe(name);
        return name;
    }

    private void Describe(MarkupName name)
    {
        // A component may be named like an element of HTML, and is another thing.
        var isComponent = language == MarkupLanguage.Razor && name.Text.Length > 0 && char.IsUpper(name.Text[0]);
        var lower = isComponent ? name.Text : name.Text.ToLowerInvariant();
        name.Canonical = name.Text == lower ? name : Intern(lower);
        if (name.Canonical != name)
        {
            name.Traits = name.Canonical.Traits;
            name.Closes = name.Canonical.Closes;
            name.Within = name.Canonical.Within;
            return;
        }

        name.Traits = ElementRules.TraitsOf(name.Text);
        if (ElementRules.ImpliedEndsOf(name.Text) is { } implied)
        {
            name.Closes = Array.ConvertAll(implied.Closes, Intern);
            name.Within = Array.ConvertAll(implied.Within, Intern);
        }
    }

    private void Grow()
    {
        var names = _entries.ConvertAll(static entry => entry.Name);
        _entries.Clear();
        _buckets = new int[_buckets.Length * 2];
        foreach (var name in names)
            Link(name, Hash(name.Text, 0, name.Text.Length));
    }

    private void Link(MarkupName name, int hash)
    {
        ref var bucket = ref _buckets[hash & (_buckets.Length - 1)];
        _entries.Add((name, bucket - 1));
        bucket = _entries.Count;
    }

    private static int Hash(string text, int start, int length)
    {
        var hash = 2166136261u;
        for (var i = start; i < start + length; i++)
            hash = (hash ^ text[i]) * 16777619u;

        return (int)(hash ^ (hash >> 15));
    }
}
