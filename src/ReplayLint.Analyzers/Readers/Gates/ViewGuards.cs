using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.Consent;
using ReplayLint.Readers.Markup;

namespace ReplayLint.Readers.Gates;

/// <summary>
/// The conditions by which the views of a project put something behind consent already. Whether one means consent is decided
/// where it stands, by the same analysis that judges a script.
/// </summary>
internal sealed class ViewGuards(SemanticModels models, Mentions mentions, ConsentGuards guards)
{
    private readonly GuardNames _names = new(models);
    private readonly object _lock = new();
    private ImmutableArray<ViewGuard>? _all;

    /// <summary>The conditions, the plainest and most used first.</summary>
    public ImmutableArray<ViewGuard> Find(CancellationToken cancellation)
    {
        // Files are analysed at the same time, and one of them asks for all.
        lock (_lock)
            return _all ??= FindAll(cancellation);
    }

    private ImmutableArray<ViewGuard> FindAll(CancellationToken cancellation)
    {
        var found = new List<ViewGuard>();
        foreach (var view in GeneratedViews.Of(models.Compilation).All.OrderBy(static view => view.Path, StringComparer.Ordinal))
        {
            foreach (var statement in view.Tree.GetRoot(cancellation).DescendantNodes().OfType<IfStatementSyntax>())
            {
                cancellation.ThrowIfCancellationRequested();
                if (SpeaksOfConsent(statement.Condition, view.Tree) && _names.Read(statement.Condition, view.Tree) is { } guard && MeansConsent(statement, cancellation))
                    found.Add(guard);
            }
        }

        return found
            .GroupBy(static guard => guard.Condition.ToString(), StringComparer.Ordinal)
            .OrderBy(static same => Conjuncts(same.First().Condition))
            .ThenByDescending(static same => same.Count())
            .SelectMany(static same => same)
            .ToImmutableArray();
    }

    /// <summary>Whether the branch is behind consent, and is so by this condition alone.</summary>
    private bool MeansConsent(IfStatementSyntax statement, CancellationToken cancellation)
    {
        var inside = statement.Statement is BlockSyntax block ? block.Statements.FirstOrDefault() : statement.Statement;
        return inside is not null
            && new ProjectFlows(mentions, guards, cancellation).Around(inside, models.Of(inside.SyntaxTree)) is { } flow
            && flow.StateAt(inside) == ConsentState.Granted
            && flow.StateAt(statement.Condition) != ConsentState.Granted;
    }

    /// <summary>Whether the condition, or a local that it asks, is worth a closer look. What the Razor compiler asks itself is not.</summary>
    private bool SpeaksOfConsent(ExpressionSyntax condition, SyntaxTree tree)
    {
        if (!tree.GetMappedLineSpan(condition.Span).HasMappedPath)
            return false;

        var model = models.Of(tree);
        foreach (var node in condition.DescendantNodesAndSelf())
        {
            if (node is LiteralExpressionSyntax { Token.Value: string text } && guards.SpeaksOfConsent(text))
                return true;

            if (node is SimpleNameSyntax name
                && (guards.SpeaksOfConsent(name.Identifier.ValueText) || (model.GetSymbolInfo(name).Symbol is { } symbol && (symbol is ILocalSymbol || guards.IsDeclaredGuard(symbol)))))
                return true;
        }

        return false;
    }

    private static int Conjuncts(ExpressionSyntax condition) =>
        condition.DescendantNodesAndSelf().Count(static node => node is BinaryExpressionSyntax { OperatorToken.Text: "&&" });
}
