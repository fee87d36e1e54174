namespace ReplayLint.Catalog.Script;

/// <summary>
/// A class or an attribute of an element as a style sheet writes it: <c>.class</c>, <c>[attribute]</c> or
/// <c>[attribute=value]</c>. A <c>*</c> at the end of the class or value stands for anything.
/// </summary>
internal sealed record MarkupAtom
{
    private readonly string _value;
    private readonly bool _isOpen;

    private MarkupAtom(string text, string attribute, string value)
    {
        Text = text;
        Attribute = attribute;
        _isOpen = value.Length == 0 || value[value.Length - 1] == '*';
        _value = value.Length > 0 && _isOpen ? value.Substring(0, value.Length - 1) : value;
    }

    /// <summary>The atom as it is written.</summary>
    public string Text { get; }

    /// <summary>The name of the attribute; <c>class</c> for a class.</summary>
    public string Attribute { get; }

    /// <summary>The value of the attribute, without a <c>*</c> at its end; empty for any.</summary>
    public string Value => _value;

    /// <summary>Whether the atom is a class, one of several in the attribute.</summary>
    public bool IsClass => Text[0] == '.';

    /// <summary>What to write on an element so that the atom fits, as <see cref="FixProperties.Mark"/>; null where a part of it is open.</summary>
    public string? Mark => !_isOpen ? MarkFor("") : !IsClass && Text.IndexOf('*') < 0 ? Attribute : null;

    public static MarkupAtom? TryParse(string text)
    {
        if (text.Length > 1 && text[0] == '.')
            return IsName(text, 1, text.Length, mayEndOpen: true) ? new MarkupAtom(text, "class", text.Substring(1)) : null;

        if (text.Length < 3 || text[0] != '[' || text[text.Length - 1] != ']')
            return null;

        var equals = text.IndexOf('=');
        var end = equals < 0 ? text.Length - 1 : equals;
        if (!IsName(text, 1, end, mayEndOpen: false) || equals == text.Length - 2)
            return null;

        return new MarkupAtom(text, text.Substring(1, end - 1), equals < 0 ? "" : text.Substring(equals + 1, text.Length - equals - 2));
    }

    /// <summary>
    /// Whether an attribute's value, or for a class one class of it, fits. What the <c>*</c> stood for, or the whole value
    /// of an attribute that may have any, is the rest: the name of a consent category, for instance.
    /// </summary>
    public bool Matches(string value, out string rest)
    {
        rest = "";
        if (!_isOpen)
            return string.Equals(value, _value, StringComparison.OrdinalIgnoreCase);

        if (!value.StartsWith(_value, StringComparison.OrdinalIgnoreCase))
            return false;

        rest = value.Substring(_value.Length);
        return true;
    }

    /// <summary>The same with something in the place of what is open.</summary>
    public string MarkFor(string rest) => IsClass ? $".{_value}{rest}" : $"{Attribute}={_value}{rest}";

    private static bool IsName(string text, int start, int end, bool mayEndOpen)
    {
        for (var i = start; i < end; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) && "-_:".IndexOf(text[i]) < 0 && !(mayEndOpen && text[i] == '*' && i == end - 1 && i > start))
                return false;
        }

        return end > start;
    }
}
