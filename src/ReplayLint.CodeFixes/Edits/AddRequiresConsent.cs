using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.CodeFixes.Syntax;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>
/// Moves the duty to check consent to the callers: of the member that starts a recorder, or of the member of a base class or
/// interface through which it is called.
/// </summary>
internal sealed class AddRequiresConsent() : FixEdit(
    Descriptors.RPL1001_RecordingStartsWithoutConsent,
    Descriptors.RPL1002_ConsentMayBeMissing,
    Descriptors.RPL1009_RequiresConsentMismatch)
{
    internal const string Key = nameof(AddRequiresConsent);

    public override async Task<ImmutableArray<FixOffer>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await FindAsync(new SolutionEdit(document.Project.Solution), document, diagnostic, cancellationToken).ConfigureAwait(false) is { } annotation
            ? ImmutableArray.Create(new FixOffer(Key, $"Leave the check to callers of '{annotation.TargetName}' ([{Annotation.RequiresConsent}])"))
            : ImmutableArray<FixOffer>.Empty;

    public override async Task ApplyAsync(SolutionEdit solution, Document document, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken) =>
        (await FindAsync(solution, document, diagnostic, cancellationToken).ConfigureAwait(false))?.Apply(solution);

    private static async Task<Annotation?> FindAsync(SolutionEdit solution, Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (diagnostic.Id == Descriptors.RPL1009_RequiresConsentMismatch.Id)
        {
            return diagnostic.Get(FixProperties.Member) is { } member
                ? await Annotation.CreateAsync(solution, document, member, Annotation.RequiresConsent, cancellationToken).ConfigureAwait(false)
                : null;
        }

        var editor = await solution.EditAsync(document, cancellationToken).ConfigureAwait(false);
        return editor.OriginalRoot.FullSpan.Contains(diagnostic.Location.SourceSpan)
            && editor.OriginalRoot.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax start
            && CallerDuty.FindOwner(start, editor.SemanticModel, cancellationToken) is { } owner
            && editor.SemanticModel.GetDeclaredSymbol(owner, cancellationToken) is { } symbol
            ? Annotation.Create(editor, owner, symbol, Annotation.RequiresConsent)
            : null;
    }
}
