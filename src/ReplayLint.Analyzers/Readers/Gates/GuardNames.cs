using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.Readers.Gates;

/// <summary>Reads a condition of a view so that another view can ask it: locals give way to their values, other names are noted.</summary>
internal sealed class GuardNames(SemanticModels models)
{
    /// <summary>How far the value of one local may lead to others.</summary>
    private const int MaximumDepth = 4;

    /// <summary>What a controller puts into these it does for a view of its own.</summary>
    private static readonly string[] PerView = ["ViewBag", "ViewData", "TempData"];

    /// <summary>The condition, or null for one that asks what only its own view has.</summary>
    public ViewGuard? Read(ExpressionSyntax condition, SyntaxTree tree)
    {
        var names = ImmutableDictionary.CreateBuilder<string, GuardName>();
        return Read(condition, models.Of(tree), names, MaximumDepth) is { } read ? new ViewGuard(OnOneLine(read), names.ToImmutable()) : null;
    }

    private static ExpressionSyntax? Read(ExpressionSyntax expression, SemanticModel model, ImmutableDictionary<string, GuardName>.Builder names, int depth)
    {
        // A name that the condition declares would be declared twice.
        if (depth == 0 || expression.DescendantNodesAndSelf().Any(static node => node is VariableDesignationSyntax || node.ContainsDirectives))
            return null;

        var replaced = new Dictionary<SyntaxNode, SyntaxNode>();
        foreach (var name in expression.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Where(IsFirst))
        {
            switch (model.GetSymbolInfo(name).Symbol)
            {
                case ILocalSymbol local when ValueOf(local, name) is { } value && Read(value, model, names, depth - 1) is { } read:
                    replaced.Add(name, Operand(read).WithTriviaFrom(name));
                    break;

                case INamedTypeSymbol type when name is IdentifierNameSyntax:
                    replaced.Add(name, Note(name, new GuardName(GuardNameKind.Type, type, name.Identifier.ValueText), names));
                    break;

                case IPropertySymbol { IsStatic: false } property when IsInjected(property) && property.Type is INamedTypeSymbol service:
                    replaced.Add(name, Note(name, new GuardName(GuardNameKind.Service, service, property.Name), names));
                    break;

                case IPropertySymbol or IFieldSymbol or IMethodSymbol when !PerView.Contains(name.Identifier.ValueText) && name is IdentifierNameSyntax:
                    replaced.Add(name, Note(name, new GuardName(GuardNameKind.Member, model.GetSymbolInfo(name).Symbol!, name.Identifier.ValueText), names));
                    break;

                case INamespaceSymbol:
                case IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } when IsDeclaredIn(expression, name, model):
                    break;

                default:
                    return null;
            }
        }

        return expression.ReplaceNodes(replaced.Keys, (original, _) => replaced[original]).WithoutTrivia();
    }

    private static SimpleNameSyntax Note(SimpleNameSyntax name, GuardName meaning, ImmutableDictionary<string, GuardName>.Builder names)
    {
        var key = $"{meaning.Kind} {meaning.Name}";
        names[key] = meaning;
        return name.WithAdditionalAnnotations(new SyntaxAnnotation(ViewGuard.Annotation, key));
    }

    /// <summary>Whether the name is looked up where it stands, and not in what comes before it.</summary>
    private static bool IsFirst(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name,
        QualifiedNameSyntax qualified => qualified.Left == name,
        MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax => false,
        _ => true,
    };

    /// <summary>The one value that a local ever has.</summary>
    private static ExpressionSyntax? ValueOf(ILocalSymbol local, SyntaxNode place)
    {
        if (local.DeclaringSyntaxReferences is not { Length: 1 } declared || declared[0].GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: { } value })
            return null;

        var body = (SyntaxNode?)place.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? place.SyntaxTree.GetRoot();
        return body.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == local.Name && IsWritten(name)) ? null : value;
    }

    private static bool IsWritten(IdentifierNameSyntax name) => name.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == name,
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
        PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression,
        PostfixUnaryExpressionSyntax postfix => !postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
        _ => false,
    };

    public static bool IsInjected(IPropertySymbol property) =>
        property.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "RazorInjectAttribute" or "InjectAttribute");

    private static bool IsDeclaredIn(ExpressionSyntax expression, SimpleNameSyntax name, SemanticModel model) =>
        model.GetSymbolInfo(name).Symbol is { DeclaringSyntaxReferences: { Length: 1 } declared } && declared[0].SyntaxTree == expression.SyntaxTree && expression.Span.Contains(declared[0].Span);

    /// <summary>An expression as it can stand in another one.</summary>
    private static ExpressionSyntax Operand(ExpressionSyntax value) =>
        value is SimpleNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or LiteralExpressionSyntax or ParenthesizedExpressionSyntax
            ? value
            : SyntaxFactory.ParenthesizedExpression(value);

    private static ExpressionSyntax OnOneLine(ExpressionSyntax condition)
    {
        while (condition is ParenthesizedExpressionSyntax parenthesized)
            condition = parenthesized.Expression.WithoutTrivia();

        return condition.DescendantTrivia().Any(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia)) ? condition.NormalizeWhitespace(eol: " ") : condition;
    }
}
