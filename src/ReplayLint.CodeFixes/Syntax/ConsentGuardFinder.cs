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
        return guard is not null ? SyntaxFactory.ParseExpression(Ask(guard)) : FindBelow(visible, place);
    }

    /// <summary>A guard that is a member of something in scope: <c>_consent.IsGranted</c>.</summary>
    private ExpressionSyntax? FindBelow(IEnumerable<ISymbol> visible, SyntaxNode place)
    {
        foreach (var receiver in visible.OrderByDescending(IsLocal))
        {
            if (TypeOf(receiver) is not { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } type || IsOfLambda(receiver))
                continue;

            var members = model.LookupSymbols(place.SpanStart, type).Where(static member => !member.IsStatic).OrderBy(static member => member.Name, StringComparer.Ordinal);
            if (Best(members, place) is not { } guard)
                continue;

            // A test of null before the question is the only one that cannot throw.
            return SyntaxFactory.ParseExpression(type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated }
                ? $"{NameOf(receiver)}?.{Ask(guard)} == true"
                : $"{NameOf(receiver)}.{Ask(guard)}");
        }

        return null;
    }

    private ISymbol? Best(IEnumerable<ISymbol> symbols, SyntaxNode place) =>
        symbols.Where(symbol => IsGuard(symbol, place)).OrderByDescending(IsDeclared).FirstOrDefault();

    /// <summary>Whether the symbol answers at once, with a bool, whether consent was given.</summary>
    private bool IsGuard(ISymbol symbol, SyntaxNode place) =>
        symbol switch
        {
            ILocalSymbol { Type.SpecialType: SpecialType.System_Boolean } => !IsSetAgainst(symbol, place),
            IParameterSymbol { Type.SpecialType: SpecialType.System_Boolean } => !IsSetAgainst(symbol, place),
            IFieldSymbol { Type.SpecialType: SpecialType.System_Boolean, IsConst: false } => true,
            IPropertySymbol { Type.SpecialType: SpecialType.System_Boolean, IsIndexer: false, GetMethod: { } getter } => model.IsAccessible(place.SpanStart, getter),
            IMethodSymbol { ReturnType.SpecialType: SpecialType.System_Boolean, Parameters.IsEmpty: true, Arity: 0, MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } => IsDeclared(symbol) || Asks(symbol.Name),
            _ => false,
        }
        && guards.IsGuard(symbol);

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
        _ => null,
    };

    private static string Ask(ISymbol guard) => guard is IMethodSymbol ? NameOf(guard) + "()" : NameOf(guard);

    private static string NameOf(ISymbol symbol) => SyntaxFacts.GetKeywordKind(symbol.Name) == SyntaxKind.None ? symbol.Name : "@" + symbol.Name;
}
