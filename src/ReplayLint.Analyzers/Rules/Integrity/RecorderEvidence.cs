using System.Globalization;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Consent;
using ReplayLint.Policy;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Integrity;

/// <summary>RPL9009: what a project does with recorders, right or wrong, for whoever has to show it.</summary>
internal sealed class RecorderEvidence() : RecorderRule(Descriptors.RPL9009_Evidence)
{
    /// <inheritdoc />
    public override void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        switch (usage.Kind)
        {
            case UsageKind.Start:
                Report("start", Started(usage));
                break;

            case UsageKind.Required:
                Report("required", Started(usage));
                break;

            case UsageKind.Configure:
                Report("configure", $"'{usage.Member}' takes the options of {usage.Recorder.Name}");
                break;

            case UsageKind.Stop:
                Report("stop", $"'{usage.Member}' stops {usage.Recorder.Name}");
                break;

            case UsageKind.Setting when usage.Setting is { } setting:
                Report("setting", $"'{setting.DisplayName}' of {usage.Recorder.Name} is {usage.Value.Text ?? "set to a value that code does not show"}", [
                    (EvidenceProperties.Protects, setting.Protects.ToString().ToLowerInvariant()),
                    (EvidenceProperties.Value, usage.Value.Text),
                    (EvidenceProperties.Safe, SafetyOf(usage.Value, setting)),
                ]);
                break;

            case UsageKind.Unmask:
                Report("unmask", $"'{usage.Member}' shows content to {usage.Recorder.Name}");
                break;

            case UsageKind.Mark:
                Report("mark", $"'{usage.Member}' names what {usage.Recorder.Name} leaves out or masks");
                break;

            case UsageKind.Identify or UsageKind.Link:
                Report(usage.Kind == UsageKind.Identify ? "identify" : "link", $"'{usage.Identifier ?? usage.Member}' tells {usage.Recorder.Name} {(usage.Kind == UsageKind.Identify ? "who" : "which one")} the user is", [
                    (EvidenceProperties.Identifier, usage.Identifier),
                    (EvidenceProperties.Direct, usage.Kind == UsageKind.Identify ? "true" : null),
                ]);
                break;

            case UsageKind.Share:
                Report("share", $"'{usage.Member}' lets {usage.Recorder.Name} use recordings for advertising", [(EvidenceProperties.Safe, "false")]);
                break;

            case UsageKind.Store:
                Report("store", $"'{usage.Member}' keeps recordings of {usage.Recorder.Name} in the project's own store");
                break;

            case UsageKind.Policy or UsageKind.CoveredByPolicy when usage.Policy is { Declaration: var policy }:
                Report("policy", $"a policy declares {policy.Purpose ?? "no purpose that is known"} for {NameOf(usage, policy)}", Declared(policy));
                break;
        }

        void Report(string kind, string text, params (string, string?)[] more)
        {
            var basis = usage.Consent == ConsentState.Granted ? usage.Basis?.Value : null;
            report(Create(
                usage.Location,
                [
                    (EvidenceProperties.Kind, kind),
                    (EvidenceProperties.Recorder, usage.Policy is { Declaration: var policy } ? NameOf(usage, policy) : usage.Recorder.KnownName),
                    (EvidenceProperties.Member, usage.Member),
                    .. StateOf(usage, basis),
                    .. more,
                ],
                basis is null ? [] : [basis.Location],
                basis is null ? text : $"{text}, behind '{basis.Text}'"));
        }
    }

    /// <summary>A policy for every recorder says nothing of one, until one is found that it covers.</summary>
    private static string NameOf(RecorderUsage usage, PolicyDeclaration policy) => usage.Kind == UsageKind.CoveredByPolicy ? usage.Recorder.Name : policy.Recorder;

    private static string Started(RecorderUsage usage) => $"'{usage.Member}' starts {usage.Recorder.Name} " + usage.Consent switch
    {
        ConsentState.Granted => "after consent",
        ConsentState.Unknown => "and nothing says for certain whether after consent",
        _ => usage.IsGated ? "and a switch of it may hold it back" : "without consent",
    };

    private static IEnumerable<(string, string?)> StateOf(RecorderUsage usage, ConsentBasis? basis)
    {
        if (usage.Kind is not (UsageKind.Start or UsageKind.Required or UsageKind.Configure))
            yield break;

        yield return (EvidenceProperties.Consent, usage.Consent switch
        {
            ConsentState.Granted => "granted",
            ConsentState.Unknown => "unknown",
            _ => "not-granted",
        });
        yield return (EvidenceProperties.Guard, basis?.Text);
        yield return (EvidenceProperties.Gated, usage.IsGated ? "true" : null);
        yield return (EvidenceProperties.VolumeInConsole, usage.IsVolumeOutOfSight ? "true" : null);
        yield return (EvidenceProperties.Defaults, usage.Options is { } options && options.Settings.Any(static s => s.IsLeftToDefault)
            ? string.Join(";", options.Settings.Where(static s => s.IsLeftToDefault).Select(static s => s.Setting.DisplayName + "=" + s.Value.Text))
            : null);
    }

    private static string? SafetyOf(SettingValue value, ISetting setting) =>
        !value.IsKnown || (setting.Protects == Protects.Rate && setting.Full is null && setting.Safe.IsEmpty) ? null : value.Loosens(setting) ? "false" : "true";

    private static (string, string?)[] Declared(PolicyDeclaration policy) =>
    [
        (EvidenceProperties.Purpose, policy.Purpose),
        (EvidenceProperties.RetentionDays, policy.Days?.ToString(CultureInfo.InvariantCulture)),
        (EvidenceProperties.Reference, policy.Reference),
        (EvidenceProperties.ConsentMechanism, policy.ConsentMechanism),
    ];
}
