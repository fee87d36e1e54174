using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.CodeFixes.Syntax;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>Writes the value that protects over one that does not, in an assignment, an initialiser or an argument.</summary>
internal sealed class SetSafeValue() : FixEdit(
    Descriptors.RPL1003_ConsentGrantedByDefault,
    Descriptors.RPL2001_MaskingTurnedOff,
    Descriptors.RPL2006_NetworkOrScreenshotCaptured,
    Descriptors.RPL3001_EverySessionRecorded,
    Descriptors.RPL4001_DirectIdentifierSent,
    Descriptors.RPL5002_RetentionTooLong,
    Descriptors.RPL5004_SettingContradictsPurpose)
{
    internal const string SetValue = nameof(SetValue);
    internal const string SetAlternativeValue = nameof(SetAlternativeValue);

    public override async Task<ImmutableArray<FixOffer>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (diagnostic.Get(FixProperties.Value) is not { } value || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return ImmutableArray<FixOffer>.Empty;

        var root = await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        if (PageValue.Find(root, diagnostic.Location.SourceSpan) is not { } write || !SettingWrite.CanReplace(write, value, model, cancellationToken))
            return ImmutableArray<FixOffer>.Empty;

        var offers = ImmutableArray.CreateBuilder<FixOffer>();
        var title = $"Set '{NameOf(write)}' to {value}";
        if (diagnostic.Properties.TryGetValue(FixProperties.Companion, out var companion) && companion is not null)
            title += $" and '{companion.Replace("=", "' to ")}";

        offers.Add(new FixOffer(SetValue, title));
        if (diagnostic.Get(FixProperties.AlternativeValue) is { } alternative && SettingWrite.CanReplace(write, alternative, model, cancellationToken))
            offers.Add(new FixOffer(SetAlternativeValue, $"Set '{NameOf(write)}' to {alternative}"));

        return offers.ToImmutable();
    }

    public override async Task ApplyAsync(SolutionEdit solution, Document document, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
    {
        var editor = await solution.EditAsync(document, cancellationToken).ConfigureAwait(false);
        if (PageValue.Find(editor.OriginalRoot, diagnostic.Location.SourceSpan) is not { } write)
            return;

        var value = diagnostic.Properties[equivalenceKey == SetValue ? FixProperties.Value : FixProperties.AlternativeValue]!;
        SettingWrite.Replace(editor, write, value, cancellationToken);

        if (equivalenceKey != SetValue || write is not AssignmentExpressionSyntax assignment)
            return;

        diagnostic.Properties.TryGetValue(FixProperties.Companion, out var companions);
        foreach (var (name, companion) in SettingAssignments.Parse(companions))
            SettingWrite.AddSibling(editor, assignment, name, companion, cancellationToken);
    }

    private static string NameOf(SyntaxNode write) => PageValue.NameOf(write) ?? "this argument";
}
