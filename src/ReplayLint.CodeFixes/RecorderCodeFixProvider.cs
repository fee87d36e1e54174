using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using ReplayLint.CodeFixes.Edits;

namespace ReplayLint.CodeFixes;

/// <summary>
/// The one code fix provider: it offers whatever kinds of edit answer a finding, and makes one edit or all in the same way.
/// A rule whose findings need different edits is still fixed in one run of <c>dotnet format</c>, which works through the
/// providers of a rule with positions that the first of them has already moved.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RecorderCodeFixProvider)), Shared]
public sealed class RecorderCodeFixProvider : CodeFixProvider
{
    private static readonly ImmutableArray<FixEdit> Edits = ImmutableArray.Create<FixEdit>(
        new SetSafeValue(),
        new SetSafeDefault(),
        new AddSafeOption(AddSafeOption.AddOption, Descriptors.RPL1003_ConsentGrantedByDefault, Descriptors.RPL2002_MaskingLeftToUnsafeDefault, Descriptors.RPL3001_EverySessionRecorded),
        new SetConsentLifetime(),
        new RemoveUnmasking(),
        new RemoveIdentifier(),
        new MarkConsentGuard(),
        new GuardRecording(),
        new ReturnWithoutConsent(),
        new MoveIntoGrantedBranch(),
        new InjectConsent(),
        new AddConsentGuard(),
        new AddRequiresConsent(),
        new AddSafeOption(AddSafeOption.AddGate, Descriptors.RPL1001_RecordingStartsWithoutConsent),
        new SwitchOffRecording(),
        new ReplaceGate(),
        new InsertStopCall(),
        new DeclarePolicy(),
        new SetPolicyRetention(),
        new AddJustification(),
        new ReplacePragma(),
        new NameSuppressedTypes());

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Edits.SelectMany(static edit => edit.DiagnosticIds).Distinct().ToImmutableArray();

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => RecorderFixAllProvider.Instance;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var (_, offer) in await GetOffersAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        offer.Title,
                        cancellation => ApplyAsync(document.Project.Solution, [(document.Id, diagnostic)], offer.EquivalenceKey, cancellation),
                        offer.EquivalenceKey),
                    diagnostic);
            }
        }
    }

    /// <summary>
    /// Makes the chosen edit for each of the diagnostics that offer it. What is the best for one of them, or for no one, is
    /// no choice: the others get the edit that is best for them.
    /// </summary>
    /// <remarks><c>dotnet format</c> asks with the key of the analyzer's first finding, whichever rule it is fixing.</remarks>
    internal static async Task<Solution> ApplyAsync(
        Solution solution,
        IReadOnlyList<(DocumentId Document, Diagnostic Diagnostic)> diagnostics,
        string? equivalenceKey,
        CancellationToken cancellationToken)
    {
        var offered = new List<(Document Document, Diagnostic Diagnostic, IReadOnlyList<(FixEdit Edit, FixOffer Offer)> Offers)>();
        foreach (var (id, diagnostic) in diagnostics)
        {
            var document = solution.GetDocument(id)!;
            offered.Add((document, diagnostic, await GetOffersAsync(document, diagnostic, cancellationToken).ConfigureAwait(false)));
        }

        var isChoice = offered.Exists(o => o.Offers.Any(IsChosen)) && !offered.Exists(o => o.Offers.Take(1).Any(IsChosen));
        var changes = new SolutionEdit(solution);
        foreach (var (document, diagnostic, offers) in offered)
        {
            var (edit, offer) = offers.Where(IsChosen).Concat(isChoice ? [] : offers).FirstOrDefault();
            if (edit is not null)
                await edit.ApplyAsync(changes, document, diagnostic, offer.EquivalenceKey, cancellationToken).ConfigureAwait(false);
        }

        return await changes.GetChangedSolutionAsync(cancellationToken).ConfigureAwait(false);

        bool IsChosen((FixEdit Edit, FixOffer Offer) candidate) => candidate.Offer.EquivalenceKey == equivalenceKey;
    }

    private static async Task<IReadOnlyList<(FixEdit Edit, FixOffer Offer)>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var offers = new List<(FixEdit, FixOffer)>();
        foreach (var edit in Edits)
        {
            if (!edit.DiagnosticIds.Contains(diagnostic.Id))
                continue;

            foreach (var offer in await edit.GetOffersAsync(document, diagnostic, cancellationToken).ConfigureAwait(false))
                offers.Add((edit, offer));
        }

        return offers;
    }
}
