using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.CodeFixes.Syntax;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>Asks the member that says whether consent was given, in place of one that only sounds like it.</summary>
internal sealed class ReplaceGate() : FixEdit(Descriptors.RPL1004_NotAConsentGate)
{
    internal const string Key = nameof(ReplaceGate);

    public override async Task<ImmutableArray<FixOffer>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model is not null && Find(await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false), diagnostic, model, cancellationToken) is { } asked
            ? ImmutableArray.Create(new FixOffer(Key, $"Ask '{diagnostic.Get(FixProperties.Replacement)}' instead of '{asked.Identifier.ValueText}'"))
            : ImmutableArray<FixOffer>.Empty;
    }

    public override async Task ApplyAsync(SolutionEdit solution, Document document, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
    {
        var editor = await solution.EditAsync(document, cancellationToken).ConfigureAwait(false);
        if (Find(editor.OriginalRoot, diagnostic, editor.SemanticModel, cancellationToken) is not { } asked || !solution.Once((document.Id, asked.Span)))
            return;

        var replacement = SyntaxFactory.IdentifierName(diagnostic.Get(FixProperties.Replacement)!).WithTriviaFrom(asked);
        editor.ReplaceNode(asked, replacement);
        if (diagnostic.Get(FixProperties.Negate) != "true")
            return;

        var question = Negation.QuestionOf(asked);
        editor.ReplaceNode(question, (current, _) => Negation.Of((ExpressionSyntax)current));
    }

    /// <summary>The name to replace, when the same object has the other member too and it is read in the same way.</summary>
    private static SimpleNameSyntax? Find(SyntaxNode root, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        if (diagnostic.Get(FixProperties.Replacement) is not { } replacement || !root.FullSpan.Contains(diagnostic.Location.SourceSpan))
            return null;

        var name = StartSyntax.NameOf(root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true));
        if (name is null || model.GetSymbolInfo(name, cancellationToken).Symbol is not { ContainingType: not null } symbol)
            return null;

        INamespaceOrTypeSymbol? receiver = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => model.GetTypeInfo(access.Expression, cancellationToken).Type ?? model.GetSymbolInfo(access.Expression, cancellationToken).Symbol as ITypeSymbol,
            MemberBindingExpressionSyntax => symbol.ContainingType,
            _ => null,
        };

        var members = model.LookupSymbols(name.SpanStart, receiver, replacement);
        return members.Any(member => member.IsStatic == symbol.IsStatic && IsReadAlike(member, symbol)) ? name : null;
    }

    private static bool IsReadAlike(ISymbol member, ISymbol asked) => member switch
    {
        IMethodSymbol method => asked is IMethodSymbol other && method.Parameters.Length == other.Parameters.Length && SameType(method.ReturnType, other.ReturnType),
        IPropertySymbol property => asked is IPropertySymbol or IFieldSymbol && SameType(property.Type, TypeOf(asked)),
        IFieldSymbol field => asked is IPropertySymbol or IFieldSymbol && SameType(field.Type, TypeOf(asked)),
        _ => false,
    };

    private static bool SameType(ITypeSymbol type, ITypeSymbol? other) => SymbolEqualityComparer.Default.Equals(type, other);

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol is IPropertySymbol property ? property.Type : (symbol as IFieldSymbol)?.Type;
}
