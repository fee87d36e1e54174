using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Markup;

/// <summary>
/// Judges a place by the text around it, where there is no generated C#: by the blocks that it stands in, and by those before
/// it that return. What looks like a check of consent is no more than an open question.
/// </summary>
internal sealed class TextConsent(ConsentNames names)
{
    private readonly TextEvidence _evidence = new(names);

    public RazorState At(MarkupDocument document, string path, TextSpan place)
    {
        if (!document.IsRazor || place.Start > document.Source.Length)
            return RazorState.NotGranted;

        var lines = SourceText.From(document.Source);
        var values = LocalsBefore(document, place.Start);
        var steps = ImmutableArray.CreateBuilder<ConsentStep>();
        ConsentDoubt? doubt = null;
        for (var node = document.FindNode(place.Start); node.Parent is { } parent; node = parent)
        {
            if (node is RazorBranch branch)
                Note(StateIn(branch, values), branch);

            foreach (var exit in ExitsBefore(parent, node))
                Note(_evidence.Of(exit.Header!, values).WhenFalse, exit);
        }

        steps.Reverse();
        return doubt is null ? new RazorState(ConsentState.NotGranted, steps.ToImmutable()) : new RazorState(ConsentState.Unknown, steps.ToImmutable(), doubt);

        void Note(ConsentState learned, RazorBranch branch)
        {
            // An "else" is decided by the condition that did not hold.
            var deciding = branch is { Keyword: "else", Parent: RazorBlock block } ? block.Branches.First() : branch;
            if (deciding.HeaderSpan is not { } header)
                return;

            learned = ConsentLattice.Lower(learned, ConsentState.Unknown);
            steps.Add(new ConsentStep(Location.Create(path, header, lines.Lines.GetLinePositionSpan(header)), Condition: null, learned));
            if (learned == ConsentState.Unknown)
                doubt ??= new ConsentDoubt(DoubtReason.UnrecognisedGuard, deciding.Header!);
        }
    }

    /// <summary>What is known in a branch: its own condition, and that those before it did not hold.</summary>
    private ConsentState StateIn(RazorBranch branch, IReadOnlyDictionary<string, string> values)
    {
        var state = branch is { Keyword: "if" or "else if" or "while", Header: { } header } ? _evidence.Of(header, values).WhenTrue
            : branch is { Keyword: "case", Header: { } label, Parent: RazorBranch { Keyword: "switch", Header: { } subject } } ? _evidence.Of($"({subject}) == ({label})", values).WhenTrue
            : ConsentState.NotGranted;
        if (branch is not { Keyword: "else" or "else if", Parent: RazorBlock { Keyword: "if" } block })
            return state;

        foreach (var earlier in block.Branches)
        {
            if (earlier.Index < branch.Index && earlier.Header is { } other)
                state = ConsentLattice.Higher(state, _evidence.Of(other, values).WhenFalse);
        }

        return state;
    }

    /// <summary>The branches before a node that end the page: <c>@{ if (!ok) { return; } }</c>.</summary>
    private static IEnumerable<RazorBranch> ExitsBefore(MarkupNode parent, MarkupNode node)
    {
        for (var i = 0; i < parent.NodeCount; i++)
        {
            var sibling = parent.NodeAt(i);
            if (sibling.Span.Start >= node.Span.Start)
                break;

            var blocks = sibling is RazorCode code ? code.Children.OfType<RazorBlock>() : sibling is RazorBlock single ? [single] : [];
            foreach (var block in blocks)
            {
                if (block is { Keyword: "if" } && block.Branches.FirstOrDefault() is { Header: not null } branch && Ends(branch))
                    yield return branch;
            }
        }
    }

    private static bool Ends(RazorBranch branch)
    {
        var last = branch.Children.OfType<RazorStatement>().LastOrDefault()?.Text ?? "";
        return IsKeyword("return") || IsKeyword("throw") || IsKeyword("continue") || IsKeyword("break");

        bool IsKeyword(string word) => last.StartsWith(word, StringComparison.Ordinal) && (last.Length == word.Length || !RazorScanner.IsIdentifierPart(last[word.Length]));
    }

    private Dictionary<string, string> LocalsBefore(MarkupDocument document, int position)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var node in document.Descendants())
        {
            if (node.Span.Start >= position)
                break;

            if (node is RazorStatement)
                _evidence.Declare(node.Text, values);
        }

        return values;
    }
}
