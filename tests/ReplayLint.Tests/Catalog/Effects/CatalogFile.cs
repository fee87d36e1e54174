using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;

namespace ReplayLint.Tests.Catalog.Effects;

/// <summary>A file of the built-in catalogue, line by line, and the catalogue without one of its facts.</summary>
internal sealed class CatalogFile
{
    /// <summary>Lines of the kinds that no built-in file has, so that those are tried as well.</summary>
    private const string OtherKinds = """
        consent Own
          ensures  M:Own.Privacy.Consent.Demand
          callback M:Own.Privacy.Consent.WhenReady(System.Action)
          granted  F:Own.Privacy.Answers.Fine
        """;

    private static readonly Lazy<ImmutableArray<CatalogFile>> LazyAll = new(ReadAll);
    private static readonly Lazy<RecorderCatalog> LazyComplete = new(static () => Of(All.Select(static file => file._document)));

    /// <summary>So many words of a list are enough to see what it is there for.</summary>
    private const int MaximumWords = 8;

    private readonly CatalogDocument _document;
    private readonly SourceText _text;

    private CatalogFile(string name, SourceText text)
    {
        Name = name;
        _text = text;
        _document = CatalogParser.Parse(text);
        Facts = [.. ReadFacts()];
    }

    /// <summary>Every file, in the order in which the analyzer reads them.</summary>
    public static ImmutableArray<CatalogFile> All => LazyAll.Value;

    /// <summary>All of them as one catalogue.</summary>
    public static RecorderCatalog Complete => LazyComplete.Value;

    /// <summary>What cannot be read in the file.</summary>
    public ImmutableArray<CatalogError> Errors => _document.Errors;

    /// <summary>The lines that state something, by their numbers.</summary>
    public IEnumerable<int> Lines =>
        from line in _text.Lines
        let read = CatalogLine.Read(_text, line)
        where read is not null && read.Verb.Text != "evidence" && (read.Verb.Text == "words" || !CatalogGrammar.Sections.Contains(read.Verb.Text))
        select line.LineNumber + 1;

    /// <summary>The name, as <c>recorders/sentry.txt</c>.</summary>
    public string Name { get; }

    /// <summary>Each subject of each line.</summary>
    public ImmutableArray<StatedFact> Facts { get; }

    /// <summary>The catalogue without this fact.</summary>
    public RecorderCatalog Without(StatedFact fact)
    {
        // Whoever takes the last subject of a line away takes the line.
        var span = fact.IsOnlyOne ? fact.Line : fact.Subject;
        var text = _text.WithChanges(new TextChange(span, new string(' ', span.Length)));
        return Of(All.Select(file => file == this ? CatalogParser.Parse(text) : file._document));
    }

    private static RecorderCatalog Of(IEnumerable<CatalogDocument> documents) => RecorderCatalog.Empty.With([.. documents]);

    private static ImmutableArray<CatalogFile> ReadAll()
    {
        var assembly = typeof(RecorderCatalog).Assembly;
        var files = ImmutableArray.CreateBuilder<CatalogFile>();
        foreach (var name in assembly.GetManifestResourceNames().Where(static name => name.EndsWith(".txt", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            files.Add(new CatalogFile(name, SourceText.From(stream)));
        }

        files.Add(new CatalogFile("other-kinds.txt", SourceText.From(OtherKinds)));
        return files.ToImmutable();
    }

    private IEnumerable<StatedFact> ReadFacts()
    {
        CatalogLine? section = null;
        foreach (var line in _text.Lines)
        {
            if (CatalogLine.Read(_text, line) is not { } read)
                continue;

            if (CatalogGrammar.Sections.Contains(read.Verb.Text))
                section = read;

            foreach (var fact in ReadFacts(section!, read, line.LineNumber + 1))
                yield return fact;
        }
    }

    private IEnumerable<StatedFact> ReadFacts(CatalogLine section, CatalogLine line, int number)
    {
        var subjects = line == section ? (line.Verb.Text == "words" ? [line.Words[1]] : []) : Subjects(section, line);
        foreach (var subject in subjects)
        {
            // The line with this subject alone, parsed as it stands below its section.
            var others = subjects.Remove(subject).Select(static word => word.Span);
            var text = string.Concat(Enumerable.Range(line.Span.Start, line.Span.Length).Select(i => others.Any(span => span.Contains(i)) ? ' ' : _text[i]));
            yield return new StatedFact
            {
                File = this,
                Number = number,
                Section = section.Verb.Text,
                Owner = section.Words[0].Text,
                Verb = line.Verb.Text,
                Word = subject.Text,
                Words = line == section ? [.. line.Words.Skip(1).Take(MaximumWords).Select(static word => word.Text)] : [],
                Line = line.Span,
                Subject = subject.Span,
                IsOnlyOne = subjects.Length == 1,
                Stated = CatalogParser.Parse(SourceText.From(line == section ? text : $"{section.Verb.Text} {section.Words[0].Text}\n{text}")),
            };
        }
    }

    /// <summary>What the line is about; a line of a form of its own is about each of its words.</summary>
    private static ImmutableArray<CatalogWord> Subjects(CatalogLine section, CatalogLine line)
    {
        var shape = CatalogGrammar.ShapesOf(section.Verb.Text).Single(shape => shape.Verb == line.Verb.Text);
        if (shape.Verb == "evidence")
            return [];

        return shape.Verb is "formerly" or "retention" || section.Verb.Text == "purpose" ? [line.Words[0]] : [.. line.Words.TakeWhile(static word => !FactLine.IsAttribute(word.Text, out _))];
    }
}
