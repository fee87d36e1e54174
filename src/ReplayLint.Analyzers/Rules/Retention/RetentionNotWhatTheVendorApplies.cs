using System.Globalization;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Policy;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Retention;

/// <summary>RPL5003: the vendor keeps recordings for longer than the policy declares.</summary>
internal sealed class RetentionNotWhatTheVendorApplies() : RecorderRule(Descriptors.RPL5003_RetentionNotWhatTheVendorApplies)
{
    /// <inheritdoc />
    public override void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        if (usage is not { Kind: UsageKind.Policy or UsageKind.CoveredByPolicy, Recorder.Retention: { } vendor, Policy.Declaration: { Days: { } declared } declaration })
            return;

        if (vendor.MinimumDays > declared)
            Report(vendor.IsUnverified ? DiagnosticSeverity.Info : Descriptor.DefaultSeverity, Kept(vendor), "declare what it does, choose another recorder, or delete recordings earlier yourself and say so when you suppress this");

        // Whoever names a record has been asked, and has somewhere to write down which plan it is.
        else if (vendor.MaximumDays > declared && string.IsNullOrWhiteSpace(declaration.Reference))
            Report(DiagnosticSeverity.Info, $"for {vendor.MinimumDays} to {RetentionText.Of(vendor.MaximumDays)}, depending on plan and settings", "check yours and name your record of it as Reference");

        void Report(DiagnosticSeverity severity, string kept, string advice) =>
            report(Create(usage, declaration.Location, severity, [], [], usage.Recorder.Name, kept, RetentionText.Of(declared), advice));
    }

    private static string Kept(VendorRetention vendor) =>
        (vendor.MinimumDays == vendor.MaximumDays ? "for " : "for at least ")
        + vendor.MinimumDays.ToString(CultureInfo.InvariantCulture)
        + " days"
        + (vendor.IsUnverified ? ", as far as is known" : "");
}
