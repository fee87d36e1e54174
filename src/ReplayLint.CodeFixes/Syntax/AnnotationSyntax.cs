using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>Puts an attribute on a declaration: on a line of its own where the declaration starts one, above the other attributes.</summary>
internal static class AnnotationSyntax
{
    /// <summary>The declaration that carries the attributes of a symbol; null when it has none of its own, as one of several fields.</summary>
    public static SyntaxNode? DeclarationOf(ISymbol symbol, CancellationToken cancellationToken) =>
        (symbol.DeclaringSyntaxReferences.IsEmpty ? null : symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken)) switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax field } } => field,
            MethodDeclarationSyntax or BasePropertyDeclarationSyntax or ConstructorDeclarationSyntax or LocalFunctionStatementSyntax or ParameterSyntax => symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken),
            _ => null,
        };

    /// <summary>The declaration with the attribute. What stood above the declaration stands above the attribute.</summary>
    /// <param name="declaration">A member, a local function or a parameter.</param>
    /// <param name="attribute">The name of the attribute, with what has to stand before it.</param>
    /// <param name="layout">How the declaration was laid out where it stood.</param>
    public static SyntaxNode Add(SyntaxNode declaration, string attribute, CodeLayout layout)
    {
        var hasLine = layout.StartsLine && declaration is not ParameterSyntax;
        var list = SyntaxFactory.ParseMemberDeclaration($"[{attribute}] int x;")!.AttributeLists[0]
            .WithLeadingTrivia(declaration.GetLeadingTrivia())
            .WithTrailingTrivia(hasLine ? layout.EndOfLine : SyntaxFactory.Space);

        var bare = declaration.WithLeadingTrivia(hasLine ? CodeLayout.White(layout.Indent) : SyntaxTriviaList.Empty);
        return bare switch
        {
            MemberDeclarationSyntax member => member.WithAttributeLists(member.AttributeLists.Insert(0, list)),
            LocalFunctionStatementSyntax function => function.WithAttributeLists(function.AttributeLists.Insert(0, list)),
            ParameterSyntax parameter => parameter.WithAttributeLists(parameter.AttributeLists.Insert(0, list)),
            _ => declaration,
        };
    }
}
