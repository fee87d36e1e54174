using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Consent;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>Declares that the member which decides whether a recorder starts is the user's consent.</summary>
internal sealed class MarkConsentGuard() : FixEdit(Descriptors.RPL1002_ConsentMayBeMissing)
{
    internal const string Key = nameof(MarkConsentGuard);

    public override async Task<ImmutableArray<FixOffer>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await FindAsync(new SolutionEdit(document.Project.Solution), document, diagnostic, cancellationToken).ConfigureAwait(false) is { } annotation
            ? ImmutableArray.Create(new FixOffer(Key, $"'{annotation.TargetName}' is the user's consent: mark it [{Annotation.ConsentGuard}]"))
            : ImmutableArray<FixOffer>.Empty;

    public override async Task ApplyAsync(SolutionEdit solution, Document document, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken) =>
        (await FindAsync(solution, document, diagnostic, cancellationToken).ConfigureAwait(false))?.Apply(solution);

    private static async Task<Annotation?> FindAsync(SolutionEdit solution, Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        diagnostic.Get(FixProperties.Member) is { } member
        && await Annotation.CreateAsync(solution, document, member, Annotation.ConsentGuard, cancellationToken).ConfigureAwait(false) is { } annotation
        && ConsentTypes.IsTruth(TypeOf(annotation.Target))
            ? annotation
            : null;

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IMethodSymbol method => method.ReturnType,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };
}
