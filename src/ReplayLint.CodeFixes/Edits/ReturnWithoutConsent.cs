using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using ReplayLint.CodeFixes.Syntax;
using ReplayLint.Consent;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>Leaves a method before it starts recording, where the rest of the method is about nothing else.</summary>
internal sealed class ReturnWithoutConsent() : FixEdit(Descriptors.RPL1001_RecordingStartsWithoutConsent)
{
    internal const string Key = nameof(ReturnWithoutConsent);

    private const int LinesWorthLeaving = 3;

    public override async Task<ImmutableArray<FixOffer>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var editor = await new SolutionEdit(document.Project.Solution).EditAsync(document, cancellationToken).ConfigureAwait(false);
        var guards = await ProjectGuards.ReadAsync(document, cancellationToken).ConfigureAwait(false);
        return Find(editor, diagnostic, guards, cancellationToken) is var (_, guard)
            ? ImmutableArray.Create(new FixOffer(Key, $"Return unless '{guard}'"))
            : ImmutableArray<FixOffer>.Empty;
    }

    public override async Task ApplyAsync(SolutionEdit solution, Document document, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
    {
        var editor = await solution.EditAsync(document, cancellationToken).ConfigureAwait(false);
        var guards = await ProjectGuards.ReadAsync(document, cancellationToken).ConfigureAwait(false);

        // What the first start of a method waits for, the others need not ask again.
        if (Find(editor, diagnostic, guards, cancellationToken) is not var (start, guard) || !solution.Once((document.Id, start.Parent!.Span, Key)))
            return;

        var layout = CodeLayout.Of(start);
        var (empty, rest) = CodeLayout.SplitEmptyLines(start.GetLeadingTrivia());
        editor.InsertBefore(start, GuardSyntax.ReturnIf(Negation.Of(guard), empty, layout));
        editor.ReplaceNode(start, (current, _) => current.WithLeadingTrivia(rest.Insert(0, layout.EndOfLine)));
    }

    private static (StatementSyntax Start, ExpressionSyntax Guard)? Find(DocumentEditor editor, Diagnostic diagnostic, ConsentGuards guards, CancellationToken cancellationToken)
    {
        var model = editor.SemanticModel;
        if (StartSyntax.Find(editor.OriginalRoot, diagnostic.Location.SourceSpan, model, cancellationToken) is not { } start
            || StartSyntax.Outermost(start, model, cancellationToken).Parent is not ExpressionStatementSyntax { Parent: BlockSyntax { Parent: { } function } body } statement
            || !CodeLayout.Of(statement).StartsLine
            || statement.GetLeadingTrivia().Any(static trivia => trivia.IsDirective)
            || !CanReturn(function, body, model, cancellationToken)
            || TagHelperSyntax.OutputFilledBy(statement, model, cancellationToken) is not null)
        {
            return null;
        }

        var following = body.Statements.Skip(body.Statements.IndexOf(statement) + 1).ToList();
        if (following.Count == 0 ? LinesIn(body) < LinesWorthLeaving : !following.TrueForAll(next => IsAbout(next, start, model, cancellationToken)))
            return null;

        return new ConsentGuardFinder(model, guards, cancellationToken).Find(statement) is { } guard ? (statement, guard) : null;
    }

    /// <summary>A method, local function or lambda that can end anywhere without a value.</summary>
    private static bool CanReturn(SyntaxNode function, BlockSyntax body, SemanticModel model, CancellationToken cancellationToken)
    {
        var symbol = function switch
        {
            MethodDeclarationSyntax or LocalFunctionStatementSyntax => model.GetDeclaredSymbol(function, cancellationToken),
            AnonymousFunctionExpressionSyntax => model.GetSymbolInfo(function, cancellationToken).Symbol,
            _ => null,
        };

        return symbol is IMethodSymbol method
            && (method.ReturnsVoid || (method.IsAsync && method.ReturnType is INamedTypeSymbol { Arity: 0 }))
            && !body.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(static node => node is YieldStatementSyntax);
    }

    /// <summary>Whether a statement calls or sets only what belongs to whom the start belongs to.</summary>
    private static bool IsAbout(StatementSyntax statement, ExpressionSyntax start, SemanticModel model, CancellationToken cancellationToken)
    {
        if (statement is not ExpressionStatementSyntax { Expression: InvocationExpressionSyntax or AssignmentExpressionSyntax })
            return false;

        var owner = OwnerOf(start, model, cancellationToken);
        return owner is not null && statement.DescendantNodes().OfType<ExpressionSyntax>()
            .Where(static node => node is InvocationExpressionSyntax or AssignmentExpressionSyntax or BaseObjectCreationExpressionSyntax)
            .All(used => SymbolEqualityComparer.Default.Equals(OwnerOf(used, model, cancellationToken), owner));
    }

    /// <summary>The assembly of a member, or its type where it is the project's own; null for what is no member.</summary>
    private static ISymbol? OwnerOf(ExpressionSyntax use, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(use is AssignmentExpressionSyntax assignment ? assignment.Left : use, cancellationToken).Symbol is { ContainingType: { } type } and (IMethodSymbol or IPropertySymbol or IFieldSymbol)
            ? SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, model.Compilation.Assembly) ? type : type.ContainingAssembly
            : null;

    private static int LinesIn(BlockSyntax body)
    {
        var lines = body.SyntaxTree.GetLineSpan(body.Span);
        return lines.EndLinePosition.Line - lines.StartLinePosition.Line - 1;
    }
}
