using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.CodeFixes.Syntax;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>Lets recording start only with consent, behind a guard that someone is to fill in, where none is in scope.</summary>
internal sealed class AddConsentGuard() : FixEdit(Descriptors.RPL1001_RecordingStartsWithoutConsent)
{
    /// <summary>Once added, the guard is in scope for the next finding: both are one choice.</summary>
    internal const string Key = GuardRecording.Key;

    public override async Task<ImmutableArray<FixOffer>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var guards = await ProjectGuards.ReadAsync(document, cancellationToken).ConfigureAwait(false);
        var plan = await GuardPlan.CreateAsync(new SolutionEdit(document.Project.Solution), document, diagnostic, guards, cancellationToken).ConfigureAwait(false);
        var isMissing = false;
        foreach (var step in plan)
        {
            if (new ConsentGuardFinder(step.Editor.SemanticModel, guards, cancellationToken).Find(step.Place) is not null)
                continue;

            isMissing = true;
            if (!ConsentGuardMember.CanAdd(step.Place))
                return ImmutableArray<FixOffer>.Empty;
        }

        return isMissing ? ImmutableArray.Create(new FixOffer(Key, "Record only with consent (adds a guard to fill in)")) : ImmutableArray<FixOffer>.Empty;
    }

    public override async Task ApplyAsync(SolutionEdit solution, Document document, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
    {
        var guards = await ProjectGuards.ReadAsync(document, cancellationToken).ConfigureAwait(false);
        var plan = await GuardPlan.CreateAsync(solution, document, diagnostic, guards, cancellationToken).ConfigureAwait(false);
        GuardWriter.Apply(
            solution,
            plan,
            step => new ConsentGuardFinder(step.Editor.SemanticModel, guards, cancellationToken).Find(step.Place)
                ?? ConsentGuardMember.Add(solution, step.Editor, step.Place, cancellationToken),
            diagnostic.Get(FixProperties.SwitchOff),
            cancellationToken);
    }
}
