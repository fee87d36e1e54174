using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.CodeFixes.Syntax;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>Adds options that protect to where a recorder's options are made: an initialiser, an argument list, a configure lambda or method, an object for the page.</summary>
/// <param name="key">The key of the edit.</param>
/// <param name="rules">The rules whose findings it answers.</param>
internal sealed class AddSafeOption(string key, params DiagnosticDescriptor[] rules) : FixEdit(rules)
{
    internal const string AddOption = nameof(AddOption);

    /// <summary>The key where the options hold a start back.</summary>
    internal const string AddGate = nameof(AddGate);

    public override async Task<ImmutableArray<FixOffer>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (Missing(diagnostic).IsEmpty || diagnostic.AdditionalLocations.FirstOrDefault() is not { SourceTree: { } tree } site)
            return ImmutableArray<FixOffer>.Empty;

        if (document.Project.Solution.GetDocument(tree) is not { } edited || await edited.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return ImmutableArray<FixOffer>.Empty;

        var root = await tree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        var missing = Missing(diagnostic);
        var canAdd = PageObject.FindSite(root, site.SourceSpan, model, cancellationToken) is { } script
            ? PageObject.CanAdd(script, missing, model, cancellationToken)
            : OptionsSite.Find(root, site.SourceSpan) is { } options && OptionsSite.CanAdd(options, missing, model, cancellationToken);
        if (!canAdd)
            return ImmutableArray<FixOffer>.Empty;

        var names = missing.Select(static option => $"'{option.Path}' to {option.Value}");
        return ImmutableArray.Create(new FixOffer(key, (key == AddGate ? "Hold recording back: set " : "Set ") + string.Join(", ", names)));
    }

    public override async Task ApplyAsync(SolutionEdit solution, Document document, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
    {
        var site = diagnostic.AdditionalLocations[0];
        if (await solution.EditAsync(site.SourceTree, cancellationToken).ConfigureAwait(false) is not { } editor)
            return;

        if (PageObject.FindSite(editor.OriginalRoot, site.SourceSpan, editor.SemanticModel, cancellationToken) is { } script)
            editor.ReplaceNode(script, (current, _) => PageObject.Add((ExpressionSyntax)current, Missing(diagnostic)));
        else if (OptionsSite.Find(editor.OriginalRoot, site.SourceSpan) is { } options)
            OptionsSite.Add(editor, options, Missing(diagnostic), cancellationToken);
    }

    private static ImmutableArray<(string Path, string Value)> Missing(Diagnostic diagnostic)
    {
        diagnostic.Properties.TryGetValue(FixProperties.Missing, out var missing);
        return SettingAssignments.Parse(missing).ToImmutableArray();
    }
}
