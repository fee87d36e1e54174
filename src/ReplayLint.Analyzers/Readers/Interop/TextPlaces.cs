using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Consent;
using ReplayLint.Readers.CSharp;
using ReplayLint.Readers.Script;

namespace ReplayLint.Readers.Interop;

/// <summary>What is known about consent where texts are written, and where those are used that are kept somewhere.</summary>
internal sealed class TextPlaces(SemanticModels models, ISymbol owner, BodyConsent consent)
{
    private readonly Dictionary<IOperation, PlaceState> _known = [];

    public static PlaceState StateAt(IOperation place, BodyConsent consent)
    {
        var state = consent.At(place);
        if (state == ConsentState.Granted)
            return new PlaceState(state) { Basis = consent.BasisOf(place) };

        var path = consent.PathTo(place);
        return new PlaceState(state, state == ConsentState.Unknown ? consent.DoubtAt(place, path) : null)
        {
            Path = path.Select(static step => step.Location).ToImmutableArray(),
            FalseGates = recorder => state == ConsentState.NotGranted ? consent.FalseGatesOn(path, recorder) : ImmutableArray<FalseGate>.Empty,
        };
    }

    /// <summary>The state where a text, or a part of one, gets into what is written.</summary>
    public PlaceState StateOf(IOperation place)
    {
        if (!_known.TryGetValue(place, out var state))
            _known.Add(place, state = owner is IFieldSymbol field ? OfField(field, place) : OfPlace(place));

        return state;
    }

    /// <summary>Whether the text is a constant that others are joined to: it is read where that is done.</summary>
    public bool IsPartOfText(IOperation place)
    {
        if (owner is not IFieldSymbol field)
            return false;

        foreach (var reference in UsesOf(field, place.Syntax.SyntaxTree))
        {
            if (reference.OuterUse() is { } use && (use is IInterpolationOperation || CodeText.IsText(use) || CodeTexts.AppenderOf(reference) is not null))
                return true;
        }

        return false;
    }

    /// <summary>What is kept in a variable may be behind consent where it is written, or where it is read.</summary>
    private PlaceState OfPlace(IOperation place)
    {
        var written = StateAt(place, consent);
        if (written.State == ConsentState.Granted || LocalOf(place) is not { } local)
            return written;

        PlaceState? used = null;
        foreach (var reference in place.Root().Descendants().OfType<ILocalReferenceOperation>())
        {
            if (!SymbolEqualityComparer.Default.Equals(reference.Local, local) || reference.Parent is ISimpleAssignmentOperation { Target: var target } && target == reference)
                continue;

            used = Lower(used, StateAt(reference, consent));
        }

        return used is not null && used.State > written.State ? used : written;
    }

    /// <summary>A constant is used elsewhere: in its file, as far as we look.</summary>
    private PlaceState OfField(IFieldSymbol field, IOperation place)
    {
        PlaceState? lowest = null;
        foreach (var reference in UsesOf(field, place.Syntax.SyntaxTree))
            lowest = Lower(lowest, StateAt(reference, consent));

        return lowest ?? new PlaceState(ConsentState.Unknown, new ConsentDoubt(DoubtReason.Script, field.Name));
    }

    private static PlaceState Lower(PlaceState? known, PlaceState other) => known is null || other.State < known.State ? other : known;

    private static ILocalSymbol? LocalOf(IOperation place) => place.OuterUse() switch
    {
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } => local.Local,
        _ => null,
    };

    private IEnumerable<IOperation> UsesOf(IFieldSymbol field, SyntaxTree tree)
    {
        foreach (var position in TreeNames.PlacesOf(tree, field.Name))
        {
            if (tree.GetRoot().FindToken(position).Parent is IdentifierNameSyntax name
                && models.Of(tree).GetOperation(name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name) is IFieldReferenceOperation reference
                && SymbolEqualityComparer.Default.Equals(reference.Field, field))
            {
                yield return reference;
            }
        }
    }
}
