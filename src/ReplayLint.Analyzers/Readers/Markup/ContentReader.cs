using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;
using ReplayLint.Readers.Content;

namespace ReplayLint.Readers.Markup;

/// <summary>
/// Finds what of a page's content a recorder holds in clear: fields for passwords and the like, and personal data that is
/// shown as text. A page that has neither, or that no recorder films, is searched and not parsed.
/// </summary>
internal sealed class ContentReader(ReplayContext replay, ProjectFilming filming, IdentifierWords identifiers)
{
    private readonly ElementMarks _marks = new(replay.Catalog.Scripts);
    private readonly Lazy<(FieldReader Fields, PersonalTextReader Texts)> _readers = new(() => CreateReaders(replay, identifiers));

    /// <summary>The content of a page that is in clear.</summary>
    /// <param name="file">The page.</param>
    /// <param name="mentionsRecorder">Whether the page itself mentions a recorder, and so may show what is masked elsewhere.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public IEnumerable<RecorderUsage> Read(WebFile file, bool mentionsRecorder, CancellationToken cancellation)
    {
        if (file.Kind == WebFileKind.Script || file.IsForMail)
            yield break;

        var mayHoldField = FieldReader.MayHoldAny(file.Text);
        var mayHoldText = file.Kind != WebFileKind.Html && file.Text.IndexOf('@') >= 0;
        if (!mayHoldField && !mayHoldText)
            yield break;

        var filmings = filming.Of(file).ToDictionary(static film => film.Recorder, static film => (Filming?)film);

        // What is shown on purpose is shown, whether or not the recorder is started where it can be seen.
        if (mentionsRecorder)
        {
            foreach (var recorder in UnmaskedIn(file.Document))
            {
                if (!filmings.ContainsKey(recorder))
                    filmings.Add(recorder, null);
            }
        }

        if (filmings.Count == 0)
            yield break;

        foreach (var node in file.Document.Descendants())
        {
            cancellation.ThrowIfCancellationRequested();
            if (mayHoldField && FieldAt(file, node) is { } found)
            {
                foreach (var usage in OfField(file, node, found.Field, found.Attributes, filmings))
                    yield return usage;
            }
            else if (node is RazorExpression expression && _readers.Value.Texts.Read(file, expression) is { } text)
            {
                foreach (var usage in OfText(file, expression, text, filmings))
                    yield return usage;
            }
        }
    }

    private static (FieldReader Fields, PersonalTextReader Texts) CreateReaders(ReplayContext replay, IdentifierWords identifiers)
    {
        var words = new ContentWords(replay.Catalog);
        var marks = new DataMarks(replay.Models.Compilation, replay.Catalog);
        var members = new ViewMembers(replay.Models);
        return (new FieldReader(words, marks, members), new PersonalTextReader(words, identifiers, marks, members));
    }

    private bool Carries(MarkupElement element, MarkupFact mark) =>
        element.Attributes.Any(attribute => replay.Catalog.Scripts.FindMarkup(attribute.Name, attribute.Value).Contains(mark));

    private static Exposure Lower(Exposure exposure, bool isDoubtful) => isDoubtful && exposure == Exposure.Shown ? Exposure.NotKnown : exposure;

    private IEnumerable<Recorder> UnmaskedIn(MarkupDocument page) =>
        page.Descendants().OfType<MarkupAttribute>()
            .SelectMany(attribute => replay.Catalog.Scripts.FindMarkup(attribute.Name, attribute.Value))
            .Where(static fact => fact is { Effect: MarkupEffect.Unmask, Option: null })
            .Select(static fact => fact.Recorder)
            .Distinct();

    private (SensitiveField Field, ImmutableArray<(string Name, string? Value)> Attributes)? FieldAt(WebFile file, MarkupNode node) => node switch
    {
        MarkupElement element => _readers.Value.Fields.Read(file, element) is { } field ? (field, ImmutableArray<(string, string?)>.Empty) : null,
        RazorExpression expression => _readers.Value.Fields.Read(file, expression),
        _ => null,
    };

    private IEnumerable<RecorderUsage> OfField(WebFile file, MarkupNode node, SensitiveField field, ImmutableArray<(string Name, string? Value)> attributes, Dictionary<Recorder, Filming?> filmings)
    {
        foreach (var pair in filmings)
        {
            var (state, unmask) = _marks.At(node, attributes, pair.Key, pair.Value, Protects.Inputs);
            if (state == MarkState.Protected || Filming.NeverCaptures(pair.Key, field.Kinds))
                continue;

            var exposure = unmask is not null ? Exposure.Shown : Lower(pair.Value?.OfInput(field.Kinds) ?? Exposure.Masked, pair.Value is { HasOtherMarks: true } or { IsLikely: true });
            if (exposure == Exposure.Masked)
                continue;

            yield return new RecorderUsage(UsageKind.Field, pair.Key, field.Name, file.At(node is MarkupElement element ? element.StartTagSpan : node.Span))
            {
                FieldKind = field.Takes,
                IsUnverified = unmask is { IsUnverified: true },
                IsLikely = field.IsLikely || exposure == Exposure.NotKnown,
                Protection = node is MarkupElement ? pair.Key.ProtectingMark?.Mark : null,
                Unmark = unmask is not null && node is MarkupElement own && Carries(own, unmask) ? unmask.Atom.Mark : null,
            };
        }
    }

    private IEnumerable<RecorderUsage> OfText(WebFile file, RazorExpression expression, PersonalText text, Dictionary<Recorder, Filming?> filmings)
    {
        var around = expression.Ancestors().OfType<MarkupElement>().FirstOrDefault();
        foreach (var pair in filmings)
        {
            var (state, unmask) = _marks.At(expression, [], pair.Key, pair.Value, Protects.Text);
            if (state == MarkState.Protected)
                continue;

            var exposure = unmask is not null ? Exposure.Shown : pair.Value?.OfText(text.Kind) ?? Exposure.Masked;
            if (exposure != Exposure.Shown)
                continue;

            yield return new RecorderUsage(UsageKind.PersonalText, pair.Key, text.Name, file.At(expression.Span))
            {
                IsUnverified = unmask is { IsUnverified: true },
                IsLikely = text.IsLikely || (unmask is null && pair.Value is { HasOtherMarks: true } or { IsLikely: true }),
                Protection = around is null ? null : pair.Key.MaskingMark?.Mark,
                Unmark = unmask is not null && around is not null && Carries(around, unmask) ? unmask.Atom.Mark : null,
            };
        }
    }
}
