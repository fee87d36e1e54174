using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Fuzz.Inputs;

namespace ReplayLint.Fuzz.Targets;

/// <summary>A catalogue file: a line is a fact, or an error that points into it.</summary>
internal sealed class CatalogueTarget : Target
{
    public override string Name => "catalogue";

    public override int Share => 150;

    public override ImmutableArray<string> Seeds { get; } = [.. Corpus.Of(CorpusKind.Catalogue).SelectMany(Sections).Distinct()];

    public override void Check(FuzzInput input)
    {
        var text = SourceText.From(input.Text);
        var document = CatalogParser.Parse(text);
        foreach (var error in document.Errors)
        {
            Require(error.Span.End <= text.Length, $"The error {error} points past the end.");
            Require(error.Message.Length > 0, "An error says nothing.");
            _ = text.Lines.GetLinePositionSpan(error.Span);
        }

        // What is understood is understood together with the rest, for any version.
        if (document.Recorders.IsEmpty && document.Platforms.IsEmpty)
            return;

        var catalog = RecorderCatalog.Empty.With([document]).For(static _ => null);
        _ = catalog.Scripts.MayConcern(input.Text);
        _ = catalog.Find(document.Recorders.IsEmpty ? "" : document.Recorders[0].Name);
    }

    protected override FuzzInput Of(ImmutableArray<string> texts, Random random) => new("replaylint.team.txt", texts[0]);

    /// <summary>A file is long; its sections are what mistakes are made in.</summary>
    private static IEnumerable<string> Sections(string text)
    {
        var lines = text.Split('\n');
        for (var start = 0; start < lines.Length;)
        {
            var end = start + 1;
            while (end < lines.Length && (lines[end].Length == 0 || lines[end][0] is ' ' or '#') && end - start < 40)
                end++;

            yield return string.Join('\n', lines[start..end]);
            start = end;
        }
    }
}
