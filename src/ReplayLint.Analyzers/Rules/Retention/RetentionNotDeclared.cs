using System.Globalization;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Policy;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Retention;

/// <summary>RPL5001: a recorder is set up, and nothing says for what purpose and for how long.</summary>
internal sealed class RetentionNotDeclared() : RecorderRule(Descriptors.RPL5001_RetentionNotDeclared)
{
    // What the fix writes when the vendor's figure is not known; the draft recommendation gives none.
    private const int DefaultRetentionDays = 30;

    /// <inheritdoc />
    public override void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        // A start that only flips a switch follows one that sets the recorder up.
        if (usage is not { Kind: UsageKind.Start, SetsUp: true } || policies.Cover(usage.Recorder.Name))
            return;

        // The application that uses a library may be where the policy is declared.
        var days = usage.Recorder.Retention is { IsUnverified: false, MinimumDays: var shortest } ? shortest : DefaultRetentionDays;
        report(Create(
            usage,
            usage.Location,
            policies.MayBeDeclaredElsewhere ? DiagnosticSeverity.Info : SeverityOf(usage),
            [(FixProperties.RetentionDays, days.ToString(CultureInfo.InvariantCulture))],
            [],
            usage.Recorder.Name));
    }
}
