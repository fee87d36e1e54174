using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.Consent;

/// <summary>
/// What the members of the project say about consent by what they do, whatever they are called: a method or property that
/// returns the answer of a guard, a field that only its own type writes and only from guards, a parameter of a helper that
/// every caller gives such a value.
/// </summary>
internal sealed class MemberEvidence
{
    private readonly ProjectFlows _flows;
    private readonly Dictionary<ISymbol, Evidence> _known = new(SymbolEqualityComparer.Default);

    public MemberEvidence(ProjectFlows flows) => _flows = flows;

    public Evidence Of(ISymbol symbol)
    {
        symbol = symbol.OriginalDefinition;
        if (_flows.Mentions.DeclarationsOf(symbol).IsEmpty || !ConsentTypes.IsTruth(TypeOf(symbol)))
            return Evidence.None;

        if (_known.TryGetValue(symbol, out var known))
            return known;

        // Where a value depends on itself, what else it depends on decides.
        var isFinal = _flows.IsIdle;
        var found = _flows.Ask(symbol, Evidence.Vacuous, Evidence.None, () => Find(symbol));
        if (isFinal)
            _known[symbol] = found;

        return found;
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IMethodSymbol method => method.ReturnType,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    private Evidence Find(ISymbol symbol) => symbol switch
    {
        IFieldSymbol { IsConst: false } => OfWrites(symbol),
        IPropertySymbol { IsIndexer: false } property => OfProperty(property),
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method => MayBeReplaced(method) ? Evidence.None : OfReturns(method.PartialImplementationPart ?? method),
        IParameterSymbol { RefKind: RefKind.None, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } method } parameter => OfArguments(method, parameter),
        _ => Evidence.None,
    };

    /// <summary>Another body may stand behind the same name.</summary>
    private static bool MayBeReplaced(ISymbol member) =>
        member.IsAbstract || member.IsVirtual || (member.IsOverride && !member.IsSealed && !member.ContainingType.IsSealed);

    private Evidence OfProperty(IPropertySymbol property)
    {
        if (MayBeReplaced(property))
            return Evidence.None;

        var declaration = property.DeclaringSyntaxReferences[0].GetSyntax();
        if (declaration is not PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors })
            return declaration is PropertyDeclarationSyntax { ExpressionBody: { } body } ? ReturnedBy(body) : OfWrites(property);

        foreach (var accessor in accessors.Accessors)
        {
            if (accessor.Body is not null || accessor.ExpressionBody is not null)
                return property.GetMethod is { } getter ? OfReturns(getter) : Evidence.None;
        }

        return OfWrites(property);
    }

    private Evidence OfReturns(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.IsEmpty ? Evidence.None : ReturnedBy(method.DeclaringSyntaxReferences[0].GetSyntax());

    private Evidence ReturnedBy(SyntaxNode body) => _flows.Around(body, _flows.Mentions.ModelOf(body.SyntaxTree))?.Returned.Worth ?? Evidence.None;

    private Evidence OfWrites(ISymbol variable)
    {
        var weakest = InitialValueOf(variable);
        foreach (var mention in _flows.Mentions.OfPrivateWrites(variable))
        {
            if (weakest.IsNothing)
                break;

            if (IsWritten(mention.Expression))
                weakest = KnownValue.Meet(weakest, _flows.Around(mention.Name, mention.Model)?.WrittenAt(mention.Expression) ?? KnownValue.Nothing);
        }

        return weakest.Worth;
    }

    private KnownValue InitialValueOf(ISymbol variable)
    {
        foreach (var reference in variable.DeclaringSyntaxReferences)
        {
            var initializer = reference.GetSyntax() switch
            {
                VariableDeclaratorSyntax declarator => declarator.Initializer,
                PropertyDeclarationSyntax property => property.Initializer,
                _ => null,
            };

            if (initializer is not null)
                return _flows.Around(initializer.Value, _flows.Mentions.ModelOf(initializer.SyntaxTree))?.ValueAt(initializer.Value) ?? KnownValue.Nothing;

            // The parameter of a record is a property that its constructor writes.
            if (reference.GetSyntax() is ParameterSyntax)
                return KnownValue.Nothing;
        }

        return KnownValue.Initial;
    }

    private Evidence OfArguments(IMethodSymbol method, IParameterSymbol parameter)
    {
        KnownValue? weakest = null;
        foreach (var use in _flows.Mentions.OfUses(method))
        {
            // What a method passes to itself came from outside first.
            if (use.IsInside(method))
                continue;

            var passed = use.Call is { } call ? _flows.Around(use.Name, use.Model)?.ArgumentAt(call, parameter.Ordinal) : null;
            weakest = KnownValue.Meet(weakest ?? passed ?? KnownValue.Nothing, passed ?? KnownValue.Nothing);
        }

        return weakest?.Worth ?? Evidence.None;
    }

    private static bool IsWritten(ExpressionSyntax target)
    {
        SyntaxNode node = target;
        while (node.Parent is ParenthesizedExpressionSyntax or TupleExpressionSyntax or ArgumentSyntax { Parent: TupleExpressionSyntax } || node.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression))
            node = node.Parent!;

        return node.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == node,
            ArgumentSyntax argument => argument.RefKindKeyword.RawKind is not (0 or (int)SyntaxKind.InKeyword),
            RefExpressionSyntax => true,
            _ => false,
        };
    }
}
