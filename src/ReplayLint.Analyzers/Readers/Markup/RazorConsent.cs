using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Markup;

/// <summary>
/// The consent state of places in views and components. The Razor compiler has turned them into C#, and the statement that
/// writes a place is asked about like any other; without that C#, only the text is left to go by.
/// </summary>
internal sealed class RazorConsent
{
    private readonly SemanticModels _models;
    private readonly Mentions _mentions;
    private readonly ConsentGuards _guards;
    private readonly GeneratedViews _views;
    private readonly ViewLocations _locations;
    private readonly TextConsent _text;
    private readonly RazorInclusions _inclusions;

    /// <param name="models">The compilation.</param>
    /// <param name="mentions">Where it names its own members.</param>
    /// <param name="catalog">The words that names are judged by.</param>
    /// <param name="guards">What counts as a guard.</param>
    /// <param name="textOf">The text of a view, by its path with slashes; null when it is not at hand.</param>
    public RazorConsent(SemanticModels models, Mentions mentions, RecorderCatalog catalog, ConsentGuards guards, Func<string, string?> textOf)
    {
        _models = models;
        _mentions = mentions;
        _guards = guards;
        _views = GeneratedViews.Of(models.Compilation);
        _locations = new ViewLocations(textOf);
        _text = new TextConsent(ConsentNames.Of(catalog));
        _inclusions = new RazorInclusions(this, models, _views, _locations);
    }

    /// <summary>Whether the C# of a view is part of the compilation; else only its text is left to go by.</summary>
    public bool KnowsCodeOf(string path) => _views.Find(path) is not null;

    /// <summary>Whether a place in a file is reached only after consent: the start of an element, a component's tag, or a script's text.</summary>
    public RazorState At(MarkupDocument document, string path, TextSpan place, CancellationToken cancellation)
    {
        if (_views.Find(path) is not { } view)
            return _text.At(document, path, place);

        var node = view.MapOf(document.Source).FindAt(place.Start);
        var own = node is null ? _text.At(document, path, place) : InCode(node, cancellation);
        return _inclusions.With(own, view, node, cancellation);
    }

    /// <summary>The state of a place in C#, generated or not, as far as C# tells.</summary>
    public RazorState InCode(SyntaxNode place, CancellationToken cancellation)
    {
        var project = new ProjectFlows(_mentions, _guards, cancellation);
        if (project.Around(place, _models.Of(place.SyntaxTree)) is not { } flow)
            return RazorState.NotGranted;

        var state = flow.StateAt(place);
        if (state == ConsentState.Granted)
            return RazorState.Granted with { Basis = new(() => BasisOf(flow, place)) };

        var path = flow.PathTo(place);
        return new RazorState(state, _locations.Of(path), state == ConsentState.Unknown ? ConsentDoubts.At(place, path, _guards) : null);
    }

    private ConsentBasis? BasisOf(ConsentFlow flow, SyntaxNode place) =>
        flow.BasisOf(place) is { } basis ? basis with { Location = _locations.Of(basis.Location) ?? basis.Location } : null;

    /// <summary>Where C# stands that a developer wrote; null for generated C# that stands for nothing in a view.</summary>
    public Location? PlaceOf(SyntaxNode place) => _locations.Of(place.GetLocation());
}
