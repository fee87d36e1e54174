using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.CodeFixes.Syntax;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>Writes the value that records nothing over the one that makes a start record.</summary>
internal sealed class SwitchOffRecording() : FixEdit(Descriptors.RPL1001_RecordingStartsWithoutConsent)
{
    internal const string Key = "SwitchOff";

    public override async Task<ImmutableArray<FixOffer>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var edit = new SolutionEdit(document.Project.Solution);
        return (await RecordingSwitches.FindOffWritesAsync(edit, document, diagnostic, cancellationToken).ConfigureAwait(false)).Count > 0
            ? ImmutableArray.Create(new FixOffer(Key, "Leave recording switched off"))
            : ImmutableArray<FixOffer>.Empty;
    }

    public override async Task ApplyAsync(SolutionEdit solution, Document document, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
    {
        foreach (var (editor, write) in await RecordingSwitches.FindOffWritesAsync(solution, document, diagnostic, cancellationToken).ConfigureAwait(false))
        {
            if (solution.Once((editor.OriginalDocument.Id, write.Span)))
                SettingWrite.Replace(editor, write, diagnostic.Properties[FixProperties.SwitchOff]!, cancellationToken);
        }
    }
}
