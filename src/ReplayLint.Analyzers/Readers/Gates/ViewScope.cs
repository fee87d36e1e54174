using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.Readers.Markup;

namespace ReplayLint.Readers.Gates;

/// <summary>What code at a place in a view can name.</summary>
internal sealed class ViewScope
{
    private readonly SemanticModel _model;
    private readonly int _position;

    private ViewScope(SemanticModel model, int position, INamedTypeSymbol type)
    {
        _model = model;
        _position = position;
        Type = type;
    }

    /// <summary>The class that the Razor compiler has made of the view.</summary>
    public INamedTypeSymbol Type { get; }

    /// <summary>Whether code there can wait for an answer.</summary>
    public bool CanAwait => _model.GetEnclosingSymbol(_position) is IMethodSymbol { IsAsync: true };

    /// <summary>The scope at a place, or null when there is no C# for it.</summary>
    public static ViewScope? At(GeneratedView view, string text, int place, SemanticModels models)
    {
        if (view.MapOf(text).FindAt(place)?.FirstAncestorOrSelf<StatementSyntax>() is not { } statement)
            return null;

        var model = models.Of(view.Tree);
        return statement.FirstAncestorOrSelf<ClassDeclarationSyntax>() is { } declaration && model.GetDeclaredSymbol(declaration) is INamedTypeSymbol type
            ? new ViewScope(model, statement.SpanStart, type)
            : null;
    }

    /// <summary>The name by which the view has a service, and the directive that gives it one where it has none; null when the name means something else.</summary>
    private (string Name, string? Directive)? Service(INamedTypeSymbol service, string name)
    {
        foreach (var member in Type.GetMembers())
        {
            if (member is IPropertySymbol property && GuardNames.IsInjected(property) && SymbolEqualityComparer.Default.Equals(property.Type, service))
                return (property.Name, null);
        }

        // With the nullability of the view that has it, the type would not be one to inject.
        return _model.LookupSymbols(_position, name: name).IsEmpty
            ? (name, $"@inject {service.WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(_model, _position)} {name}")
            : null;
    }

    /// <summary>The gate that a condition is in this view; null when it cannot be asked here, or means something else.</summary>
    public PageGate? Resolve(ViewGuard guard)
    {
        var directives = ImmutableArray.CreateBuilder<string>();
        var written = new Dictionary<SyntaxNode, SyntaxNode>();
        var tested = new Dictionary<SyntaxNode, SyntaxNode>();
        foreach (var node in guard.Condition.GetAnnotatedNodes(ViewGuard.Annotation))
        {
            switch (guard.Names[node.GetAnnotations(ViewGuard.Annotation).First().Data!])
            {
                case { Kind: GuardNameKind.Type, Symbol: INamedTypeSymbol type }:
                    written[node] = tested[node] = SyntaxFactory.ParseExpression(type.ToMinimalDisplayString(_model, _position)).WithTriviaFrom(node);
                    break;

                case { Kind: GuardNameKind.Service, Symbol: INamedTypeSymbol service, Name: var wanted }:
                    if (Service(service, wanted) is not var (name, directive))
                        return null;

                    written[node] = tested[node] = SyntaxFactory.IdentifierName(name).WithTriviaFrom(node);
                    if (directive is null)
                        break;

                    if (!directives.Contains(directive))
                        directives.Add(directive);

                    // There is no such name yet: a value of its type stands in for it.
                    tested[node] = SyntaxFactory.ParseExpression($"default({service.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})").WithTriviaFrom(node);
                    break;

                case { Kind: GuardNameKind.Member, Symbol: var member } when !IsSameHere(member):
                    return null;
            }
        }

        return Binds(guard.Condition.ReplaceNodes(tested.Keys, (node, _) => tested[node]))
            ? new PageGate { Guard = guard.Condition.ReplaceNodes(written.Keys, (node, _) => written[node]).ToString(), Directives = directives.ToImmutable() }
            : null;
    }

    /// <summary>Whether a name that the view has by itself is the same here. The model of another view is another one, unless it has the same type.</summary>
    private bool IsSameHere(ISymbol member)
    {
        var found = _model.LookupSymbols(_position, name: member.Name);
        return found.Length > 0 && found[0] is var here
            && (SymbolEqualityComparer.Default.Equals(here, member)
                || (here is IPropertySymbol property && member is IPropertySymbol other && SymbolEqualityComparer.Default.Equals(property.Type, other.Type) && IsOfFramework(here, other)));
    }

    /// <summary>Whether both are the same member of a framework's generic base, or the one that Razor gives each view.</summary>
    private static bool IsOfFramework(ISymbol here, IPropertySymbol other) =>
        SymbolEqualityComparer.Default.Equals(here.OriginalDefinition, other.OriginalDefinition) || (here.Name == "Model" && other.Name == "Model");

    /// <summary>Whether the condition compiles here, to yes or no.</summary>
    private bool Binds(ExpressionSyntax condition)
    {
        if (!CanAwait && condition.DescendantNodesAndSelf().OfType<AwaitExpressionSyntax>().Any())
            return false;

        var statement = (IfStatementSyntax)SyntaxFactory.ParseStatement($"if ({condition}) {{ }}");
        if (statement.ContainsDiagnostics || !_model.TryGetSpeculativeSemanticModel(_position, statement, out var model))
            return false;

        return model.GetTypeInfo(statement.Condition).Type is { SpecialType: SpecialType.System_Boolean }
            && statement.Condition.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().All(name => model.GetSymbolInfo(name).Symbol is not null || name.Parent is NameColonSyntax);
    }
}
