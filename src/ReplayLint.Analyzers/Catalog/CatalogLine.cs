using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Catalog;

/// <summary>One line of a catalogue file, split into words: <c>verb subject key=value …</c>.</summary>
internal sealed class CatalogLine
{
    private CatalogLine(CatalogWord verb, ImmutableArray<CatalogWord> words)
    {
        Verb = verb;
        Words = words;
    }

    public CatalogWord Verb { get; }

    /// <summary>Everything after the verb, in order.</summary>
    public ImmutableArray<CatalogWord> Words { get; }

    /// <summary>The span of verb and words, without indentation and comment.</summary>
    public TextSpan Span => TextSpan.FromBounds(Verb.Span.Start, (Words.IsEmpty ? Verb : Words[Words.Length - 1]).Span.End);

    /// <summary>Splits a line, or returns null when there is nothing but white space and a comment.</summary>
    public static CatalogLine? Read(SourceText text, TextLine line)
    {
        var words = ImmutableArray.CreateBuilder<CatalogWord>();
        var position = line.Start;
        while (true)
        {
            while (position < line.End && char.IsWhiteSpace(text[position]))
                position++;

            // A comment starts a word, so the "#" of a constructor's documentation id is not one.
            if (position == line.End || text[position] == '#')
                break;

            var start = position;
            while (position < line.End && !char.IsWhiteSpace(text[position]))
                position++;

            words.Add(new CatalogWord(text.ToString(TextSpan.FromBounds(start, position)), TextSpan.FromBounds(start, position)));
        }

        return words.Count == 0 ? null : new CatalogLine(words[0], words.ToImmutable().RemoveAt(0));
    }
}
