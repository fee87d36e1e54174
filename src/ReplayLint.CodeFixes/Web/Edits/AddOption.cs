using System.Collections.Immutable;
using Acornima.Ast;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.CodeFixes.Edits;
using ReplayLint.CodeFixes.Syntax;
using ReplayLint.CodeFixes.Web.Syntax;

namespace ReplayLint.CodeFixes.Web.Edits;

/// <summary>Adds options that protect to the object that a call takes, or gives it one.</summary>
internal sealed class AddOption() : WebEdit(
    Descriptors.RPL1001_RecordingStartsWithoutConsent,
    Descriptors.RPL1002_ConsentMayBeMissing,
    Descriptors.RPL1003_ConsentGrantedByDefault,
    Descriptors.RPL1004_NotAConsentGate,
    Descriptors.RPL2002_MaskingLeftToUnsafeDefault,
    Descriptors.RPL3001_EverySessionRecorded,
    Descriptors.RPL4002_ReplaySharedWithAdvertising)
{
    /// <inheritdoc />
    public override IEnumerable<WebOffer> GetOffers(WebSource source, WebFinding finding)
    {
        var missing = SettingAssignments.Parse(finding.Get(FixProperties.Missing)).ToImmutableArray();
        if (missing.IsEmpty || finding.Site is not { } site || source.ScriptAt(site) is not { } script || Add(script, site, missing, source.EndOfLine) is not { } changes)
            yield break;

        var options = string.Join(", ", missing.Select(static option => $"'{option.Path}' to {option.Value}"));
        yield return finding.Id == Descriptors.RPL1001_RecordingStartsWithoutConsent.Id || finding.Id == Descriptors.RPL1002_ConsentMayBeMissing.Id
            ? new WebOffer(AddSafeOption.AddGate, "Hold recording back: set " + options, changes)
            : new WebOffer(AddSafeOption.AddOption, "Set " + options, changes);
    }

    private static IEnumerable<TextChange>? Add(WebScript script, TextSpan site, ImmutableArray<(string Path, string Value)> missing, string endOfLine)
    {
        var path = script.PathTo(site);
        if (path.OfType<ObjectExpression>().LastOrDefault() is { } literal && script.SpanOf(literal) == site)
            return ObjectLiteral.Add(script, literal, missing, endOfLine);

        // The place may be a whole call, or what follows its name.
        foreach (var node in path.Reverse())
        {
            var (callee, arguments) = node switch
            {
                CallExpression call => (call.Callee, call.Arguments),
                NewExpression created => (created.Callee, created.Arguments),
                _ => (null, default),
            };

            if (callee is not null && script.SpanOf(node) is var span && span.End == site.End && (span.Start == site.Start || script.SpanOf(callee).End == site.Start))
                return ArgumentList.AddObject(script, node, arguments, missing);
        }

        return null;
    }
}
