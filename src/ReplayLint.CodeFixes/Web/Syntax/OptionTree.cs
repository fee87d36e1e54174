namespace ReplayLint.CodeFixes.Web.Syntax;

/// <summary>Options to write, as the objects that they make: those below <c>privacy</c> share one.</summary>
internal sealed class OptionTree(string key, string? value)
{
    /// <summary>The name in the object around it.</summary>
    public string Key { get; } = key;

    /// <summary>The value; null for an object.</summary>
    public string? Value { get; } = value;

    /// <summary>What is in the object.</summary>
    public List<OptionTree> Inner { get; } = [];

    public static OptionTree Of(IEnumerable<(string Path, string Value)> options)
    {
        var root = new OptionTree("", null);
        foreach (var (path, value) in options)
        {
            var names = path.Split('.');
            var owner = root;
            foreach (var name in names.Take(names.Length - 1))
            {
                if (owner.Inner.Find(option => option.Key == name && option.Value is null) is not { } next)
                    owner.Inner.Add(next = new OptionTree(name, null));

                owner = next;
            }

            owner.Inner.Add(new OptionTree(names[names.Length - 1], value));
        }

        return root;
    }

    /// <summary>The value as JavaScript, on one line.</summary>
    /// <param name="quote">The quotes of strings.</param>
    /// <param name="isCompact">Whether the script is written without spaces.</param>
    /// <param name="isPadded">Whether braces have spaces inside.</param>
    /// <param name="keyQuote">The quotes of names; null for none.</param>
    public string Write(char quote, bool isCompact, bool isPadded, char? keyQuote)
    {
        if (Value is not null)
            return ScriptLiteral.Write(Value, quote);

        var padding = isPadded && !isCompact ? " " : "";
        var members = Inner.Select(option => option.WriteMember(quote, isCompact, isPadded, keyQuote));
        return "{" + padding + string.Join(isCompact ? "," : ", ", members) + padding + "}";
    }

    /// <summary>Name and value.</summary>
    /// <inheritdoc cref="Write"/>
    public string WriteMember(char quote, bool isCompact, bool isPadded, char? keyQuote)
    {
        var name = keyQuote is { } quotes ? quotes + Key + quotes : IsName(Key) ? Key : quote + Key + quote;
        return name + (isCompact ? ":" : ": ") + Write(quote, isCompact, isPadded, keyQuote);
    }

    private static bool IsName(string key) => !char.IsDigit(key[0]) && key.All(static c => char.IsLetterOrDigit(c) || c is '_' or '$');
}
