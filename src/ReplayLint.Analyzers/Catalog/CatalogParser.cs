using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Catalog;

/// <summary>
/// Reads a catalogue file. The parser is strict: a line that it does not fully understand becomes an error at the
/// word in question and says nothing else, so that a typing mistake can never loosen a rule in silence.
/// </summary>
internal sealed class CatalogParser
{
    private readonly SourceText _text;
    private readonly ImmutableArray<Recorder>.Builder _recorders = ImmutableArray.CreateBuilder<Recorder>();
    private readonly ImmutableArray<string>.Builder _direct = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<DataMarkFact>.Builder _marks = ImmutableArray.CreateBuilder<DataMarkFact>();
    private readonly ImmutableArray<WordList>.Builder _words = ImmutableArray.CreateBuilder<WordList>();
    private readonly ImmutableArray<CatalogError>.Builder _errors = ImmutableArray.CreateBuilder<CatalogError>();
    private readonly ImmutableArray<PurposeProfile>.Builder _purposes = ImmutableArray.CreateBuilder<PurposeProfile>();
    private readonly ConsentLineReader _consent = new();
    private readonly ImmutableArray<CatalogMember>.Builder _members = ImmutableArray.CreateBuilder<CatalogMember>();
    private readonly Dictionary<string, int> _stated = new(StringComparer.Ordinal);
    private RecorderLineReader? _recorder;
    private string _section = "";
    private string _heading = "";

    private CatalogParser(SourceText text) => _text = text;

    public static CatalogDocument Parse(SourceText text)
    {
        var parser = new CatalogParser(text);
        foreach (var line in text.Lines)
        {
            if (CatalogLine.Read(text, line) is { } read)
                parser.ReadLine(read);
        }

        return parser.Finish();
    }

    private CatalogDocument Finish()
    {
        EndSection();
        return new CatalogDocument
        {
            Recorders = _recorders.ToImmutable(),
            Consent = _consent.Members,
            Platforms = _consent.Platforms,
            Lifetimes = _consent.Lifetimes,
            Purposes = _purposes.ToImmutable(),
            DirectIdentifiers = _direct.ToImmutable(),
            DataMarks = _marks.ToImmutable(),
            Words = _words.ToImmutable(),
            Members = _members.ToImmutable(),
            Errors = _errors.ToImmutable(),
        };
    }

    private void ReadLine(CatalogLine line)
    {
        var verb = line.Verb.Text;
        if (Array.IndexOf(CatalogGrammar.Sections, verb) >= 0)
        {
            ReadSection(line);
            return;
        }

        var shapes = CatalogGrammar.ShapesOf(_section);
        if (Array.Find(shapes, shape => shape.Verb == verb) is not { } shape)
        {
            var expected = shapes.Length == 0 ? CatalogGrammar.Sections : shapes.Select(static s => s.Verb).OrderBy(static v => v, StringComparer.Ordinal).AsEnumerable();
            Error(line.Verb.Span, $"'{verb}' is not known here; {CatalogError.Advice(verb, expected)}");
        }
        else if (shape.Subject == SubjectKind.Special)
        {
            _recorder!.ReadSpecial(line);
        }
        else if (FactLine.Read(line, shape, _text, _errors) is { } read && !IsRepeated(read))
        {
            if (shape.Subject == SubjectKind.Member)
                _members.Add(new CatalogMember(read.Subjects[0], read.Has("since") || read.Has("until")));

            if (_section == "recorder")
                _recorder!.Read(read);
            else if (_section == "consent")
                _consent.Read(read);
            else if (_section == "purpose")
                ReadPurpose(read);
            else if (read.Verb == "direct")
                _direct.Add(read.Subject);
            else if (DataMarkFact.Read(read) is { } mark)
                _marks.Add(mark);
        }
    }

    /// <summary>Whether the file has said the same of the same subject; which of the two is meant, nobody can tell.</summary>
    private bool IsRepeated(FactLine line)
    {
        foreach (var subject in line.Subjects)
        {
            var key = string.Concat(_heading, line.KeyOf(subject.Text));
            if (_stated.TryGetValue(key, out var earlier))
            {
                Error(subject.Span, $"line {_text.Lines.GetLinePosition(earlier).Line + 1} says what '{line.Verb}' is for '{subject.Text}' already; keep one of them");
                return true;
            }

            _stated.Add(key, subject.Span.Start);
        }

        return false;
    }

    private void ReadSection(CatalogLine line)
    {
        EndSection();
        _section = line.Verb.Text;
        if (line.Words.IsEmpty)
        {
            Error(line.Span, $"'{_section}' needs a name");
            _section = "";
            return;
        }

        var name = line.Words[0];
        _heading = $"{_section} {name.Text} ";
        if (_section == "words")
        {
            _words.Add(new WordList(name.Text, line.Words.Skip(1).Select(static w => w.Text.ToLowerInvariant()).ToImmutableArray()));
            _section = "";
            return;
        }

        if (line.Words.Length > 1)
            Error(line.Words[1].Span, $"A {_section} has one name, without spaces");

        if (_section == "recorder")
            _recorder = new RecorderLineReader(name.Text, _errors);
        else if (_section == "consent")
            _consent.Begin(name.Text);
        else if (_section == "purpose")
            _purposes.Add(new PurposeProfile(name.Text));
    }

    private void ReadPurpose(FactLine line)
    {
        if (PurposeLineReader.Read(line) is { } profile)
            _purposes[_purposes.Count - 1] = _purposes[_purposes.Count - 1].With(profile);
    }

    private void EndSection()
    {
        if (_recorder is not null)
            _recorders.Add(_recorder.Build());

        _consent.End();
        _recorder = null;
    }

    private void Error(TextSpan span, string message) => _errors.Add(new CatalogError(span, message));
}
