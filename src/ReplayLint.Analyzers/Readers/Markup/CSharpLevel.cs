namespace ReplayLint.Readers.Markup;

/// <summary>An open bracket, an open interpolated string (then <see cref="Quotes"/> is not zero), or a hole in one.</summary>
internal struct CSharpLevel
{
    /// <summary>The bracket that closes this.</summary>
    public char Close;

    /// <summary>How many quotes close the string.</summary>
    public int Quotes;

    /// <summary>How many braces open and close a hole.</summary>
    public int Dollars;

    /// <summary>Whether a backslash is a character, and a line break too.</summary>
    public bool IsVerbatim;

    public readonly bool IsRaw => Quotes > 1;
}
