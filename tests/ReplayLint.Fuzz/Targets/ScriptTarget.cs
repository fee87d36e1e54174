using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Fuzz.Inputs;
using ReplayLint.Readers.Script;

namespace ReplayLint.Fuzz.Targets;

/// <summary>A script: whatever is read of it stands in it.</summary>
internal sealed class ScriptTarget : Target
{
    public override string Name => "script";

    public override int Share => 230;

    public override ImmutableArray<string> Seeds { get; } = Corpus.Of(CorpusKind.Script);

    public override void Check(FuzzInput input)
    {
        var text = input.Text;
        var document = ScriptDocument.Parse(text);
        foreach (var call in document.Calls)
        {
            RequireInside(call.Span, text);
            Require(call.Span.Contains(call.CalleeSpan), "A call is named outside of itself.");
            foreach (var argument in call.Arguments)
                RequireInside(argument.Span, text);
        }

        foreach (var assignment in document.Assignments)
            RequireInside(assignment.Value.Span, text);

        foreach (var load in document.Loads)
            RequireInside(load.Span, text);

        foreach (var function in document.Bodies)
            RequireInside(function, text);

        Require(document.ErrorOffset <= text.Length, "The error is past the end.");
        _ = RecorderCatalog.BuiltIn.Scripts.MayConcern(text);
    }

    protected override FuzzInput Of(ImmutableArray<string> texts, Random random) => new("script.js", texts[0]);

    private static void RequireInside(TextSpan span, string text) => Require(span.End <= text.Length, $"{span} is past the end, {text.Length}.");
}
