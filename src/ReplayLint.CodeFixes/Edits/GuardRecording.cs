using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.CodeFixes.Syntax;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>Lets recording start only with consent: behind a guard that is in scope.</summary>
internal sealed class GuardRecording() : FixEdit(Descriptors.RPL1001_RecordingStartsWithoutConsent)
{
    internal const string Key = "Guard";

    public override async Task<ImmutableArray<FixOffer>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var guards = await ProjectGuards.ReadAsync(document, cancellationToken).ConfigureAwait(false);
        var plan = await GuardPlan.CreateAsync(new SolutionEdit(document.Project.Solution), document, diagnostic, guards, cancellationToken).ConfigureAwait(false);
        var questions = plan.Select(step => new ConsentGuardFinder(step.Editor.SemanticModel, guards, cancellationToken).Find(step.Place)).ToList();
        return questions.Count > 0 && !questions.Contains(null)
            ? ImmutableArray.Create(new FixOffer(Key, $"Record only if '{questions[0]}'"))
            : ImmutableArray<FixOffer>.Empty;
    }

    public override async Task ApplyAsync(SolutionEdit solution, Document document, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
    {
        var guards = await ProjectGuards.ReadAsync(document, cancellationToken).ConfigureAwait(false);
        var plan = await GuardPlan.CreateAsync(solution, document, diagnostic, guards, cancellationToken).ConfigureAwait(false);
        GuardWriter.Apply(
            solution,
            plan,
            step => new ConsentGuardFinder(step.Editor.SemanticModel, guards, cancellationToken).Find(step.Place)!,
            diagnostic.Get(FixProperties.SwitchOff),
            cancellationToken);
    }
}
