using System.Globalization;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Consent;
using ReplayLint.Policy;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Consent;

/// <summary>RPL1002: a start of which it cannot be told whether it is behind consent, or whether it records.</summary>
internal sealed class ConsentMayBeMissing() : RecorderRule(Descriptors.RPL1002_ConsentMayBeMissing)
{
    /// <inheritdoc />
    public override void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        if (usage.Consent == ConsentState.Granted)
            return;

        if (usage is { Kind: UsageKind.Start or UsageKind.Required, Doubt: { } doubt })
        {
            // Where something else decides already, that is what has to be settled.
            var page = doubt.Reason is DoubtReason.Page or DoubtReason.NotIncluded ? usage.PageGate?.Value : null;
            report(Create(
                usage,
                usage.Location,
                [
                    (FixProperties.Member, IdOf(doubt.Member)),
                    (FixProperties.Missing, usage.MissingGate?.Assignment),
                    (FixProperties.Edited, (usage.MissingGate is null ? 0 : 1).ToString(CultureInfo.InvariantCulture)),
                    (FixProperties.Guard, page?.Guard),
                    (FixProperties.ScriptGuard, page?.ScriptGuard),
                    (FixProperties.Directives, FixProperties.Lines(page?.Directives)),
                    (FixProperties.GateAttributes, FixProperties.Lines(page?.Attributes)),
                ],
                usage.MissingGate is { } gate ? usage.Path.Insert(0, gate.Site) : usage.Path,
                usage.Recorder.Name,
                usage.Member,
                Explain(doubt)));
        }

        if (usage.Options is not { } options)
            return;

        foreach (var reading in options.Settings)
        {
            if (reading.Location is { } written && reading.Consent < ConsentState.Granted && reading.Value.Text is { } value && reading.Setting.Doubtful.Contains(value))
                report(Create(usage, written, [], [], usage.Recorder.Name, reading.Setting.DisplayName, $"while it is {value}, data is already collected on the device; set it to {reading.Setting.Safe[0]}"));
        }
    }

    private static string? IdOf(ISymbol? member) =>
        member is IParameterSymbol parameter
            ? parameter.ContainingSymbol.OriginalDefinition.GetDocumentationCommentId() + " " + parameter.Name
            : member?.OriginalDefinition.GetDocumentationCommentId();

    private static string Explain(ConsentDoubt doubt) => doubt.Reason switch
    {
        DoubtReason.UnrecognisedGuard => $"'{doubt.Subject}' may not be the user's answer; mark it [ConsentGuard] if it is",
        DoubtReason.LocalFunction => $"nothing says that '{doubt.Subject}' is only called after consent; mark it [RequiresConsent]",
        DoubtReason.UnknownValue => $"it does when '{doubt.Subject}' is above zero; reach this place only after consent",
        DoubtReason.Page => "what decides whether this script is in the page cannot be told from here; make sure that it is the user's answer",
        DoubtReason.GateOutOfSight => $"nothing in this project sets '{doubt.Subject}', which could hold it back",
        DoubtReason.Script when doubt.Subject.Length > 0 => $"nothing says that '{doubt.Subject}' is only called after consent",
        DoubtReason.Script => "the condition on the way may not be the user's answer",
        DoubtReason.UnreadScript => "this script cannot be read; load it only after consent",
        DoubtReason.NotIncluded => $"no code in sight includes '{doubt.Subject}'; check consent in the view itself",
        _ => "this code is kept in a delegate, and runs whenever that is called; call it only after consent",
    };
}
