using System.Collections.Immutable;
using ReplayLint.Fuzz.Inputs;
using ReplayLint.Readers;
using ReplayLint.Readers.Markup;
using ReplayLint.Tests.Readers.Markup;

namespace ReplayLint.Fuzz.Targets;

/// <summary>A page: its tree covers the text, and is the same when it is read again.</summary>
internal sealed class MarkupTarget : Target
{
    private static readonly ImmutableArray<string> Endings = [".cshtml", ".razor", ".html"];

    public override string Name => "markup";

    public override int Share => 380;

    public override ImmutableArray<string> Seeds { get; } = Corpus.Of(CorpusKind.Page);

    public override void Check(FuzzInput input)
    {
        var language = WebFile.KindOf(input.Files[0].Path) switch
        {
            WebFileKind.Cshtml => MarkupLanguage.Cshtml,
            WebFileKind.Razor => MarkupLanguage.Razor,
            _ => MarkupLanguage.Html,
        };
        var document = MarkupInvariants.ParseAndCheck(input.Text, language);
        foreach (var node in document.Children)
            _ = document.FindNode(node.Span.Start);
    }

    protected override FuzzInput Of(ImmutableArray<string> texts, Random random) => new("page" + Endings[random.Next(Endings.Length)], texts[0]);
}
