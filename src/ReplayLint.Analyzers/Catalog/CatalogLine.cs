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
        CatalogWord? verb = null;
        var words = ImmutableArray.CreateBuilder<CatalogWord>();
        var written = text.ToString(line.Span);
        var position = 0;
        while (true)
        {
            while (position < written.Length && char.IsWhiteSpace(written[position]))
                position++;

            // A comment starts a word, so the "#" of a constructor's documentation id is not one.
            if (position == written.Length || written[position] == '#')
                break;

            var start = position;
            while (position < written.Length && !char.IsWhiteSpace(written[position]))
                position++;

            var word = new CatalogWord(written.Substring(start, position - start), new TextSpan(line.Start + start, position - start));
            if (verb is null)
                verb = word;
            else
                words.Add(word);
        }

        return verb is null ? null : new CatalogLine(verb, words.ToImmutable());
    }
}
