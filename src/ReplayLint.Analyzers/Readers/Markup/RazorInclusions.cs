using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Markup;

/// <summary>
/// What is known where a view begins, because it is known at every place that includes it. One inclusion without consent is
/// enough to know nothing.
/// </summary>
internal sealed class RazorInclusions
{
    private const int MaximumDepth = 6;

    private readonly RazorConsent _consent;
    private readonly SemanticModels _models;
    private readonly ViewLocations _locations;
    private readonly ViewNames _names;
    private readonly ViewComponents _components;
    private readonly ChildContent _content;
    private readonly Lazy<Index> _index;
    private readonly ConcurrentDictionary<SyntaxNode, RazorState> _known = new();

    public RazorInclusions(RazorConsent consent, SemanticModels models, GeneratedViews views, ViewLocations locations)
    {
        _consent = consent;
        _models = models;
        _locations = locations;
        _names = new ViewNames(views);
        _components = new ViewComponents(models);
        var reader = new InclusionReader(models);
        _content = new ChildContent(models, reader);
        _index = new Lazy<Index>(() => new Index(reader.ReadAll(), _names));
    }

    /// <summary>The state of a place in a view, given what its own C# says.</summary>
    public RazorState With(RazorState own, GeneratedView view, SyntaxNode? place, CancellationToken cancellation) =>
        With(own, view, place, ImmutableHashSet<string>.Empty, cancellation);

    private RazorState With(RazorState own, GeneratedView view, SyntaxNode? place, ImmutableHashSet<string> asked, CancellationToken cancellation)
    {
        if (own.State == ConsentState.Granted)
            return own;

        if (place is not null && IsGivenToGate(place, cancellation))
            return RazorState.Granted;

        if (place is not null && SectionAround(place) is { } section && Weakest(_index.Value.Of(InclusionKind.Section, section), asked, cancellation) is { } rendered)
            own = Both(own, rendered);

        return own.State == ConsentState.Granted || IncludedWith(view, asked, cancellation) is not { } included ? own : Both(own, included);
    }

    /// <summary>What holds wherever the view is included; null for one that is shown for itself.</summary>
    private RazorState? IncludedWith(GeneratedView view, ImmutableHashSet<string> asked, CancellationToken cancellation)
    {
        // A view that includes itself learns nothing from that.
        if (asked.Contains(view.Path))
            return RazorState.Granted;

        if (asked.Count == MaximumDepth)
            return RazorState.Unknown(DoubtReason.NotIncluded, ViewNames.NameOf(view));

        asked = asked.Add(view.Path);
        if (ViewNames.ComponentOf(view) is { } component)
            return IncludedWith(component, view, asked, cancellation);

        if (IsShownForItself(view))
            return null;

        return Weakest(_index.Value.Of(view), asked, cancellation)
            ?? (view.Identifier is not null && ViewNames.NameOf(view).StartsWith("_", StringComparison.Ordinal) ? RazorState.Unknown(DoubtReason.NotIncluded, ViewNames.NameOf(view)) : null);
    }

    /// <summary>The view of a component is shown where the component is invoked, and only as its C# decides.</summary>
    private RazorState IncludedWith(string component, GeneratedView view, ImmutableHashSet<string> asked, CancellationToken cancellation)
    {
        RazorState? shown = null;
        foreach (var call in _components.CallsThatShow(component, ViewNames.NameOf(view)))
            shown = Lower(shown, InCode(call, cancellation));

        if (shown is { State: ConsentState.Granted })
            return shown;

        var invoked = Weakest(_index.Value.Of(InclusionKind.ViewComponent, component), asked, cancellation) ?? RazorState.Unknown(DoubtReason.NotIncluded, component);
        return shown is null ? invoked : Both(shown, invoked);
    }

    /// <summary>The state of the inclusion where the least is known, or null without any.</summary>
    private RazorState? Weakest(IEnumerable<ViewInclusion> inclusions, ImmutableHashSet<string> asked, CancellationToken cancellation)
    {
        RazorState? weakest = null;
        foreach (var inclusion in inclusions)
        {
            cancellation.ThrowIfCancellationRequested();
            var state = InCode(inclusion.Place, cancellation);
            if (inclusion.Includer is { } includer)
                state = With(state, includer, inclusion.Place, asked, cancellation);

            if (state.State < ConsentState.Granted && _locations.Of(inclusion.Place.GetLocation()) is { } location)
            {
                state = state with
                {
                    Path = state.Path.Add(new ConsentStep(location, Condition: null, state.State)),
                    Inclusion = state.State == ConsentState.NotGranted ? state.Inclusion ?? location : null,
                };
            }

            weakest = Lower(weakest, state);
            if (weakest.State == ConsentState.NotGranted)
                break;
        }

        return weakest;
    }

    private RazorState InCode(SyntaxNode place, CancellationToken cancellation)
    {
        if (!_known.TryGetValue(place, out var state))
            _known.TryAdd(place, state = _consent.InCode(place, cancellation));

        return state;
    }

    private bool IsGivenToGate(SyntaxNode place, CancellationToken cancellation) =>
        _content.RenderedAt(place).Any(places => places.TrueForAll(rendered => InCode(rendered, cancellation).State == ConsentState.Granted));

    private static RazorState Lower(RazorState? left, RazorState right) => left is null || right.State < left.State ? right : left;

    /// <summary>What is known of a place where both hold: it stands in one, and that is reached by the other.</summary>
    private static RazorState Both(RazorState own, RazorState outer)
    {
        if (own.State == ConsentState.Granted || outer.State == ConsentState.Granted)
            return own.State == ConsentState.Granted ? own : outer;

        return new RazorState(
            ConsentLattice.Higher(own.State, outer.State),
            outer.Path.AddRange(own.Path),
            own.State == ConsentState.Unknown ? own.Doubt : outer.Doubt,
            outer.Inclusion);
    }

    /// <summary>The section of a page in which a place stands.</summary>
    private static string? SectionAround(SyntaxNode place)
    {
        foreach (var call in place.Ancestors().OfType<InvocationExpressionSyntax>())
        {
            if (call is { Expression: IdentifierNameSyntax { Identifier.ValueText: "DefineSection" }, ArgumentList.Arguments: { Count: 2 } arguments }
                && arguments[0].Expression is LiteralExpressionSyntax { Token.Value: string name })
                return name;
        }

        return null;
    }

    /// <summary>Pages have a route, and layouts a body: nobody needs to include them.</summary>
    private bool IsShownForItself(GeneratedView view)
    {
        if (view.IsPage || TreeNames.Mentions(view.Tree, "RenderBody") || ViewNames.NameOf(view) is "_ViewStart" or "_ViewImports")
            return true;

        foreach (var type in view.Tree.GetRoot().DescendantNodes(static node => node is not ClassDeclarationSyntax).OfType<ClassDeclarationSyntax>())
        {
            if (_models.Of(view.Tree).GetDeclaredSymbol(type) is INamedTypeSymbol symbol
                && (symbol.BaseType is { Name: "LayoutComponentBase" } || symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "RouteAttribute")))
                return true;
        }

        return false;
    }

    /// <summary>Inclusions by what they include.</summary>
    private sealed class Index
    {
        private readonly ILookup<(InclusionKind, string), ViewInclusion> _byName;
        private readonly ILookup<string, ViewInclusion> _byPath;

        public Index(ImmutableArray<ViewInclusion> inclusions, ViewNames names)
        {
            _byName = inclusions.Where(static inclusion => inclusion.Name is not null).ToLookup(static inclusion => (inclusion.Kind, inclusion.Name!.ToUpperInvariant()));
            _byPath = inclusions
                .Where(static inclusion => inclusion.Kind == InclusionKind.Partial && inclusion.Name is not null)
                .SelectMany(inclusion => names.Resolve(inclusion.Name!, inclusion.Includer).Select(view => (view.Path, inclusion)))
                .ToLookup(static pair => pair.Path, static pair => pair.inclusion);
        }

        public IEnumerable<ViewInclusion> Of(InclusionKind kind, string name) => _byName[(kind, name.ToUpperInvariant())];

        public IEnumerable<ViewInclusion> Of(GeneratedView view) => _byPath[view.Path].Concat(Of(InclusionKind.Component, view.Path));
    }
}
