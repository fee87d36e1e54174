namespace ReplayLint.Readers.Markup;

/// <summary>What is written around the value of an attribute.</summary>
internal enum MarkupQuote
{
    None,
    Double,
    Single,
}
