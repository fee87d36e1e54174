using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.CodeFixes.Syntax;
using ReplayLint.Consent;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>Lets recording start only with consent: asks the project's own service, which the type is given from now on.</summary>
internal sealed class InjectConsent() : FixEdit(Descriptors.RPL1001_RecordingStartsWithoutConsent)
{
    internal const string Key = nameof(InjectConsent);

    public override async Task<ImmutableArray<FixOffer>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var guards = await ProjectGuards.ReadAsync(document, cancellationToken).ConfigureAwait(false);
        var plan = await GuardPlan.CreateAsync(new SolutionEdit(document.Project.Solution), document, diagnostic, guards, cancellationToken).ConfigureAwait(false);
        return await FindAsync(document, plan, guards, cancellationToken).ConfigureAwait(false) is var (service, _)
            ? ImmutableArray.Create(new FixOffer(Key, $"Inject '{service.Name}' and record only with consent"))
            : ImmutableArray<FixOffer>.Empty;
    }

    public override async Task ApplyAsync(SolutionEdit solution, Document document, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
    {
        var guards = await ProjectGuards.ReadAsync(document, cancellationToken).ConfigureAwait(false);
        var plan = await GuardPlan.CreateAsync(solution, document, diagnostic, guards, cancellationToken).ConfigureAwait(false);
        if (await FindAsync(document, plan, guards, cancellationToken).ConfigureAwait(false) is not var (service, injection))
            return;

        GuardWriter.Apply(
            solution,
            plan,
            step =>
            {
                var finder = new ConsentGuardFinder(step.Editor.SemanticModel, guards, cancellationToken);
                return finder.Find(step.Place) ?? finder.FindIn(service, injection.Name, step.Place)!;
            },
            diagnostic.Get(FixProperties.SwitchOff),
            cancellationToken);
        await injection.ApplyAsync(solution, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The service and how the type gets it, when every place that has no guard in scope is one of the same object.</summary>
    private static async Task<(INamedTypeSymbol Service, ConsentInjection Injection)?> FindAsync(Document document, IReadOnlyList<GuardEdit> plan, ConsentGuards guards, CancellationToken cancellationToken)
    {
        (INamedTypeSymbol Service, ConsentInjection Injection)? found = null;
        INamedTypeSymbol? asking = null;
        foreach (var step in plan)
        {
            var finder = new ConsentGuardFinder(step.Editor.SemanticModel, guards, cancellationToken);
            if (finder.Find(step.Place) is not null)
                continue;

            var scope = new CodeScope(step.Place, step.Editor.SemanticModel, cancellationToken);
            if (!scope.HasThis || scope.Type is not { } type || (asking is not null && !SymbolEqualityComparer.Default.Equals(asking, type)))
                return null;

            asking = type;
            if (ConsentServiceFinder.Find(type, step.Editor.SemanticModel.Compilation, guards) is not { } service || finder.FindIn(service, "_", step.Place) is null)
                return null;

            if (await ConsentInjection.CreateAsync(step.Place, type, service, step.Editor.SemanticModel, document.Project.Solution, cancellationToken).ConfigureAwait(false) is not { } injection)
                return null;

            found ??= (service, injection);
        }

        return found;
    }
}
