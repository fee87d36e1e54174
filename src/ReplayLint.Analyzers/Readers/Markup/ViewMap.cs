using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>What in the generated C# stands for which place in a view.</summary>
internal sealed class ViewMap
{
    private readonly GeneratedView _view;
    private readonly ImmutableArray<ViewRegion> _regions;
    private readonly ViewPiece[] _pieces;

    /// <param name="view">The generated file.</param>
    /// <param name="lines">The text of the view.</param>
    /// <param name="regions">The C# of the view.</param>
    /// <param name="pieces">What writes the rest.</param>
    public ViewMap(GeneratedView view, SourceText lines, ImmutableArray<ViewRegion> regions, IEnumerable<ViewPiece> pieces)
    {
        _view = view;
        Lines = lines;
        _regions = regions;
        _pieces = pieces.OrderBy(static piece => piece.View.Start).ToArray();
    }

    public SourceText Lines { get; }

    /// <summary>The C# that writes what stands at a position of the view, or is it; null when that is not found.</summary>
    public SyntaxNode? FindAt(int position)
    {
        ViewPiece? found = null;
        foreach (var piece in _pieces)
        {
            if (piece.View.Start > position)
                break;

            // What begins last is the innermost: the start tag of a tag helper is written by more than one call.
            found = piece;
        }

        foreach (var region in _regions)
        {
            if (region.View.Contains(position))
                return _view.Tree.GetRoot().FindToken(Math.Min(region.Generated.Start + (position - region.View.Start), Math.Max(region.Generated.Start, region.Generated.End - 1))).Parent;

            // C# stands between, so whatever wrote the text before it did not write this.
            if (found is { } before && before.View.End <= region.View.Start && region.View.End <= position && !IsInTag(before, position))
                return null;
        }

        return found is { } last && (last.View.Contains(position) || IsInTag(last, position)) ? last.Node : null;
    }

    /// <summary>Where a piece of the generated C# stands in the view, or what it writes; null when neither is known.</summary>
    public TextSpan? ToView(TextSpan generated)
    {
        foreach (var region in _regions)
        {
            if (!region.Generated.IntersectsWith(generated))
                continue;

            var start = Math.Min(Math.Max(region.View.Start, region.View.Start + (generated.Start - region.Generated.Start)), region.View.End);
            return TextSpan.FromBounds(start, Math.Min(Math.Max(start, start + generated.Length), region.View.End));
        }

        foreach (var piece in _pieces)
        {
            if (piece.Node.Span.IntersectsWith(generated))
                return piece.View;
        }

        return TagBefore(generated);
    }

    /// <summary>Where the C# of a place in the view stands in the generated file, for each time that it is written there.</summary>
    public IEnumerable<TextSpan> ToGenerated(TextSpan view)
    {
        foreach (var region in _regions)
        {
            var start = view.Start - region.View.Start;
            if (start >= 0 && start < region.Generated.Length && view.Start < region.View.End)
                yield return new TextSpan(region.Generated.Start + start, Math.Min(view.Length, region.Generated.Length - start));
        }
    }

    /// <summary>The tag to which generated C# between the calls belongs: a tag helper is set up after its content is written.</summary>
    private TextSpan? TagBefore(TextSpan generated)
    {
        if (_view.Tree.GetRoot().FindToken(generated.Start).Parent?.FirstAncestorOrSelf<BlockSyntax>() is not { } block)
            return null;

        ViewPiece? nearest = null;
        foreach (var piece in _pieces)
        {
            if (piece.Node.SpanStart < generated.Start
                && (nearest is not { } before || before.Node.SpanStart < piece.Node.SpanStart)
                && piece.Node.FirstAncestorOrSelf<BlockSyntax>() == block)
                nearest = piece;
        }

        return nearest?.View;
    }

    /// <summary>Whether nothing but the rest of a tag stands between what the call wrote and the position.</summary>
    private bool IsInTag(ViewPiece piece, int position)
    {
        var text = Lines.ToString(TextSpan.FromBounds(piece.View.Start, position));
        return text.Length > 0 && text[0] == '<' && !text.Contains('>') && text.IndexOf('<', 1) < 0;
    }
}
