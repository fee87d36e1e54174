using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>Reads from the <c>#line</c> directives of a generated file what of it is C# of the view.</summary>
internal static class ViewRegions
{
    /// <summary>The C# of the view, in the order of the generated file.</summary>
    public static ImmutableArray<ViewRegion> Of(GeneratedView view, SourceText text)
    {
        var generated = view.Tree.GetText();
        var regions = ImmutableArray.CreateBuilder<ViewRegion>();
        foreach (var mapping in view.Tree.GetLineMappings())
        {
            if (!mapping.IsHidden && mapping.MappedSpan is { HasMappedPath: true } mapped && GeneratedView.IsSameFile(GeneratedView.Normalize(mapped.Path), view.Path)
                && Read(mapping, generated, text) is { } region)
                regions.Add(region);
        }

        return regions.ToImmutable();
    }

    private static ViewRegion? Read(LineMapping mapping, SourceText generated, SourceText text)
    {
        if (mapping.Span.Start.Line >= generated.Lines.Count)
            return null;

        var start = generated.Lines[mapping.Span.Start.Line].Start + (mapping.CharacterOffset ?? 0);
        var end = generated.Lines[Math.Min(mapping.Span.End.Line, generated.Lines.Count - 1)].End;
        var lines = mapping.MappedSpan.Span;
        if (end <= start || lines.Start.Line < 0 || lines.Start.Line >= text.Lines.Count)
            return null;

        return IsExact(mapping, generated)
            ? FromSpan(start, end, generated, PositionOf(lines.Start, text), PositionOf(EndOf(lines), text), text)
            : FromLine(generated.ToString(TextSpan.FromBounds(start, end)), start, text, text.Lines[lines.Start.Line].Start);
    }

    /// <summary>The directive that gives lines and columns: <c>#line (3,5)-(3,9) "path"</c>.</summary>
    private static bool IsExact(LineMapping mapping, SourceText generated) =>
        mapping.Span.Start.Line > 0 && generated.Lines[mapping.Span.Start.Line - 1].ToString().Contains("(");

    private static ViewRegion? FromSpan(int start, int end, SourceText generated, int viewStart, int viewEnd, SourceText text)
    {
        if (viewEnd < viewStart)
            return null;

        // The Razor compiler counts the columns before the C# from 0, the C# compiler from 1.
        var length = viewEnd - viewStart;
        if (length > 0 && start + length < end && generated[start] != text[viewStart] && generated[start + 1] == text[viewStart])
            start++;

        return new ViewRegion(TextSpan.FromBounds(viewStart, viewEnd), TextSpan.FromBounds(start, Math.Min(end, start + length)));
    }

    /// <summary>The older directive gives the line only: the C# is looked for there.</summary>
    private static ViewRegion? FromLine(string code, int start, SourceText text, int line)
    {
        var trimmed = code.Trim();
        var view = text.ToString();
        var found = trimmed.Length == 0 ? -1 : view.IndexOf(trimmed, line, Math.Min(view.Length - line, trimmed.Length + code.Length + 512), StringComparison.Ordinal);
        start += code.Length - code.TrimStart().Length;
        return found < 0
            ? new ViewRegion(new TextSpan(line, 0), new TextSpan(start, trimmed.Length))
            : new ViewRegion(new TextSpan(found, trimmed.Length), new TextSpan(start, trimmed.Length));
    }

    /// <summary>For the C# compiler the last column belongs to the span, the Razor compiler writes the one after it.</summary>
    private static LinePosition EndOf(LinePositionSpan lines) => new(lines.End.Line, Math.Max(lines.End.Character - 1, 0));

    private static int PositionOf(LinePosition position, SourceText text)
    {
        if (position.Line >= text.Lines.Count)
            return text.Length;

        var line = text.Lines[position.Line];
        return Math.Min(line.Start + position.Character, line.EndIncludingLineBreak);
    }
}
