using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>Finds whose callers can be asked to check something first: code that a person wrote, not a framework.</summary>
internal static class CallerDuty
{
    /// <summary>The declaration around the place whose callers run it, or null when they are no code that could check.</summary>
    public static SyntaxNode? FindOwner(SyntaxNode place, SemanticModel model, CancellationToken cancellationToken)
    {
        for (var node = place; node is not null; node = node.Parent)
        {
            var owner = node switch
            {
                LocalFunctionStatementSyntax when node.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp9 } => node,
                EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } => node.Parent.Parent,
                MemberDeclarationSyntax => node,
                _ => null,
            };

            if (owner is null)
                continue;

            return owner is MethodDeclarationSyntax or LocalFunctionStatementSyntax or ConstructorDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax
                && model.GetDeclaredSymbol(owner, cancellationToken) is { } symbol
                && !IsCalledFromOutside(symbol, model.Compilation, cancellationToken)
                ? owner
                : null;
        }

        return null;
    }

    private static bool IsCalledFromOutside(ISymbol symbol, Compilation compilation, CancellationToken cancellationToken) =>
        symbol is IMethodSymbol { MethodKind: MethodKind.StaticConstructor } or IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: true, Name: "Main" }
        || SymbolEqualityComparer.Default.Equals(symbol, compilation.GetEntryPoint(cancellationToken))
        || IsEventHandler(symbol)
        || IsOverrideOfForeign(symbol)
        || ImplementsForeign(symbol);

    /// <summary>A method in the shape that events ask for: the framework calls it, or code that only raises the event.</summary>
    private static bool IsEventHandler(ISymbol symbol)
    {
        if (symbol is not IMethodSymbol { Parameters.Length: 2 } method || method.Parameters[0].Type.SpecialType != SpecialType.System_Object)
            return false;

        for (var type = method.Parameters[1].Type; type is not null; type = type.BaseType)
        {
            if (type is { Name: "EventArgs", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }

    private static bool IsOverrideOfForeign(ISymbol symbol)
    {
        for (var overridden = Overridden(symbol); overridden is not null; overridden = Overridden(overridden))
        {
            if (overridden.DeclaringSyntaxReferences.IsEmpty)
                return true;
        }

        return false;
    }

    private static bool ImplementsForeign(ISymbol symbol)
    {
        foreach (var implemented in symbol.ContainingType.AllInterfaces)
        {
            if (!implemented.DeclaringSyntaxReferences.IsEmpty)
                continue;

            foreach (var member in implemented.GetMembers())
            {
                if (SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol))
                    return true;
            }
        }

        return false;
    }

    private static ISymbol? Overridden(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };
}
