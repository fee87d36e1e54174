using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Markup;

/// <summary>Turns places in generated C# into places in the views that it was made from.</summary>
/// <param name="textOf">The text of a view, by its path; null when it is not at hand.</param>
internal sealed class ViewLocations(Func<string, string?> textOf)
{
    /// <summary>The map of a view, or null when its text is not at hand.</summary>
    public ViewMap? MapOf(GeneratedView view) => textOf(view.Path) is { } text ? view.MapOf(text) : null;

    /// <summary>The same location where it is in ordinary C#; null where it stands for nothing in a view.</summary>
    public Location? Of(Location location)
    {
        if (location.SourceTree is not { } tree || GeneratedView.Of(tree) is not { } view)
            return location;

        if (MapOf(view) is { } map)
            return map.ToView(location.SourceSpan) is { } span ? Location.Create(view.Path, span, map.Lines.Lines.GetLinePositionSpan(span)) : null;

        var mapped = location.GetMappedLineSpan();
        return mapped.HasMappedPath ? Location.Create(view.Path, default, mapped.Span) : null;
    }

    /// <summary>The steps of a way with their places in the views; a step that has none is left out.</summary>
    public ImmutableArray<ConsentStep> Of(ImmutableArray<ConsentStep> path)
    {
        var steps = ImmutableArray.CreateBuilder<ConsentStep>(path.Length);
        foreach (var step in path)
        {
            if (Of(step.Location) is { } location)
                steps.Add(step with { Location = location });
        }

        return steps.ToImmutable();
    }
}
