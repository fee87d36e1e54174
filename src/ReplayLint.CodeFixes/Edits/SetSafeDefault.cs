using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.CodeFixes.Syntax;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>Makes the value that protects the default of an option: in its initialiser, or by giving it one.</summary>
internal sealed class SetSafeDefault() : FixEdit(Descriptors.RPL2007_WrapperDefaultIsPermissive)
{
    internal const string Key = nameof(SetSafeDefault);

    public override async Task<ImmutableArray<FixOffer>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (diagnostic.Get(FixProperties.Value) is not { } value || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return ImmutableArray<FixOffer>.Empty;

        var root = await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        return Find(root, diagnostic) is { } option && TypeOf(option, model, cancellationToken) is { } type && SettingValueSyntax.Fits(value, type)
            ? ImmutableArray.Create(new FixOffer(Key, $"Make {value} the default of '{NameOf(option)}'"))
            : ImmutableArray<FixOffer>.Empty;
    }

    public override async Task ApplyAsync(SolutionEdit solution, Document document, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
    {
        var editor = await solution.EditAsync(document, cancellationToken).ConfigureAwait(false);
        if (Find(editor.OriginalRoot, diagnostic) is not { } option || TypeOf(option, editor.SemanticModel, cancellationToken) is not { } type)
            return;

        var value = SettingValueSyntax.Create(diagnostic.Properties[FixProperties.Value]!, type, editor.Generator);
        if (InitialValue(option) is { } initial)
        {
            // The enum is named already, in the way that this file names it.
            editor.ReplaceNode(initial, initial is MemberAccessExpressionSyntax access && type.TypeKind == TypeKind.Enum
                ? access.WithName(SyntaxFactory.IdentifierName(diagnostic.Properties[FixProperties.Value]!))
                : value.WithTriviaFrom(initial));
            return;
        }

        var equals = SyntaxFactory.Token(SyntaxFactory.TriviaList(SyntaxFactory.Space), SyntaxKind.EqualsToken, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        if (option is VariableDeclaratorSyntax field)
        {
            editor.ReplaceNode(field, field.WithIdentifier(field.Identifier.WithTrailingTrivia()).WithInitializer(SyntaxFactory.EqualsValueClause(equals, value.WithTrailingTrivia(field.Identifier.TrailingTrivia))));
        }
        else if (option is PropertyDeclarationSyntax { AccessorList: { } accessors } property)
        {
            editor.ReplaceNode(property, property
                .WithAccessorList(accessors.WithCloseBraceToken(accessors.CloseBraceToken.WithTrailingTrivia()))
                .WithInitializer(SyntaxFactory.EqualsValueClause(equals, value))
                .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(accessors.CloseBraceToken.TrailingTrivia)));
        }
    }

    /// <summary>The declaration whose default is reported; null where the code is no longer what it was.</summary>
    private static SyntaxNode? Find(SyntaxNode root, Diagnostic diagnostic)
    {
        var span = diagnostic.Location.SourceSpan;
        return root.FullSpan.Contains(span)
            ? root.FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<SyntaxNode>(node => InitialValue(node)?.Span == span || (InitialValue(node) is null && NameSpanOf(node) == span))
            : null;
    }

    private static ExpressionSyntax? InitialValue(SyntaxNode option) => option switch
    {
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        VariableDeclaratorSyntax field => field.Initializer?.Value,
        ParameterSyntax parameter => parameter.Default?.Value,
        _ => null,
    };

    private static TextSpan? NameSpanOf(SyntaxNode option) => option switch
    {
        PropertyDeclarationSyntax property => property.Identifier.Span,
        VariableDeclaratorSyntax field => field.Identifier.Span,
        _ => null,
    };

    private static string NameOf(SyntaxNode option) => option switch
    {
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        VariableDeclaratorSyntax field => field.Identifier.ValueText,
        _ => ((ParameterSyntax)option).Identifier.ValueText,
    };

    private static ITypeSymbol? TypeOf(SyntaxNode option, SemanticModel model, CancellationToken cancellationToken) => model.GetDeclaredSymbol(option, cancellationToken) switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };
}
