using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.Catalog;
using ReplayLint.Consent;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>Finds a consent guard that code at a place can ask: the nearest one, and a declared one before one that is only named so.</summary>
internal sealed class ConsentGuardFinder(SemanticModel model, ConsentGuards guards, CancellationToken cancellationToken)
{
    /// <summary>The expression that asks the guard, or null when none is in scope.</summary>
    public ExpressionSyntax? Find(SyntaxNode place)
    {
        var scope = new CodeScope(place, model, cancellationToken);
        var visible = model.LookupSymbols(place.SpanStart).Where(scope.CanUse).OrderBy(static symbol => symbol.Name, StringComparer.Ordinal).ToList();
        var guard = Best(visible.Where(IsLocal), place) ?? Best(visible.Where(static symbol => !IsLocal(symbol)), place);
        return guard is not null ? Ask(guard, "") : FindBelow(visible, place);
    }

    /// <summary>The expression that asks a guard of a type for its answer at a place, or null when the type has none.</summary>
    /// <param name="type">A type with members that can be asked.</param>
    /// <param name="receiver">The name of an object of the type.</param>
    /// <param name="place">Where the question is to be asked.</param>
    public ExpressionSyntax? FindIn(INamedTypeSymbol type, string receiver, SyntaxNode place) =>
        Best(MembersOf(type, place), place) is { } guard ? Ask(guard, receiver + ".") : null;

    /// <summary>A guard that is a member of something in scope: <c>_consent.IsGranted</c>.</summary>
    private ExpressionSyntax? FindBelow(IEnumerable<ISymbol> visible, SyntaxNode place)
    {
        foreach (var receiver in visible.OrderByDescending(IsLocal))
        {
            if (receiver is IMethodSymbol || TypeOf(receiver) is not { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } type || IsOfLambda(receiver))
                continue;

            if (Best(MembersOf(type, place), place) is not { } guard)
                continue;

            // A test of null before the question is the only one that cannot throw.
            if (type is not { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated })
                return Ask(guard, NameOf(receiver) + ".");
            if (!IsAwaited(guard))
                return SyntaxFactory.ParseExpression($"{NameOf(receiver)}?.{Mention(guard)} == true");
        }

        return null;
    }

    private IEnumerable<ISymbol> MembersOf(ITypeSymbol type, SyntaxNode place) =>
        model.LookupSymbols(place.SpanStart, type).Where(static member => !member.IsStatic).OrderBy(static member => member.Name, StringComparer.Ordinal);

    /// <summary>A declared guard comes first, then one that answers at once.</summary>
    private ISymbol? Best(IEnumerable<ISymbol> symbols, SyntaxNode place) =>
        symbols.Where(symbol => IsGuard(symbol, place)).OrderByDescending(IsDeclared).ThenBy(IsAwaited).FirstOrDefault();

    /// <summary>Whether the symbol answers, at once or where the code can wait for it, whether consent was given.</summary>
    public bool IsGuard(ISymbol symbol, SyntaxNode place) =>
        symbol switch
        {
            ILocalSymbol { Type.SpecialType: SpecialType.System_Boolean } => !IsSetAgainst(symbol, place),
            IParameterSymbol { Type.SpecialType: SpecialType.System_Boolean } => !IsSetAgainst(symbol, place),
            IFieldSymbol { Type.SpecialType: SpecialType.System_Boolean, IsConst: false } => true,
            IPropertySymbol { IsIndexer: false, GetMethod: { } getter } property => IsAnswer(property.Type, place) && model.IsAccessible(place.SpanStart, getter),
            IMethodSymbol { Parameters.IsEmpty: true, Arity: 0, MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method => IsAnswer(method.ReturnType, place) && (IsDeclared(symbol) || Asks(symbol.Name)),
            _ => false,
        }
        && guards.IsGuard(symbol);

    private static bool IsAnswer(ITypeSymbol type, SyntaxNode place) =>
        type.SpecialType == SpecialType.System_Boolean || (IsTaskOfAnswer(type) && AsyncContext.CanAwait(place));

    private static bool IsTaskOfAnswer(ITypeSymbol type) =>
        ConsentTypes.IsTask(type) && type is INamedTypeSymbol { TypeArguments.Length: 1 } task && task.TypeArguments[0].SpecialType == SpecialType.System_Boolean;

    private static bool IsAwaited(ISymbol guard) => TypeOf(guard) is { } type && IsTaskOfAnswer(type);

    private bool IsDeclared(ISymbol symbol) => guards.IsDeclaredGuard(symbol);

    /// <summary>A method by the name of <c>GrantConsent</c> speaks of consent, but does not ask for it.</summary>
    private static bool Asks(string method)
    {
        var words = NameWords.Join(method);
        return words.StartsWith("has-", StringComparison.Ordinal) || words.StartsWith("is-", StringComparison.Ordinal) || words.StartsWith("was-", StringComparison.Ordinal);
    }

    /// <summary>Whether something is written to the variable that its name does not vouch for.</summary>
    private static bool IsSetAgainst(ISymbol variable, SyntaxNode place)
    {
        var body = place.FirstAncestorOrSelf<MemberDeclarationSyntax>(static node => node is not GlobalStatementSyntax) ?? place.SyntaxTree.GetRoot();
        foreach (var node in body.DescendantNodes())
        {
            var value = node switch
            {
                VariableDeclaratorSyntax declarator when declarator.Identifier.ValueText == variable.Name => declarator.Initializer?.Value,
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } assignment when name.Identifier.ValueText == variable.Name => assignment.Right,
                _ => null,
            };

            if (value is PrefixUnaryExpressionSyntax || value.IsKind(SyntaxKind.TrueLiteralExpression))
                return true;
        }

        return false;
    }

    private static bool IsLocal(ISymbol symbol) => symbol is ILocalSymbol or IParameterSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction };

    /// <summary>What a lambda is handed is what it configures, not what it asks.</summary>
    private static bool IsOfLambda(ISymbol symbol) => symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } };

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol { IsIndexer: false, GetMethod: not null } property => property.Type,
        IMethodSymbol method => method.ReturnType,
        _ => null,
    };

    private static ExpressionSyntax Ask(ISymbol guard, string receiver) => SyntaxFactory.ParseExpression((IsAwaited(guard) ? "await " : "") + receiver + Mention(guard));

    private static string Mention(ISymbol guard) => guard is IMethodSymbol ? NameOf(guard) + "()" : NameOf(guard);

    private static string NameOf(ISymbol symbol) => SyntaxFacts.GetKeywordKind(symbol.Name) == SyntaxKind.None ? symbol.Name : "@" + symbol.Name;
}
