using System.Collections.Immutable;
using Acornima.Ast;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.CodeFixes.Edits;
using ReplayLint.CodeFixes.Syntax;
using ReplayLint.CodeFixes.Web.Syntax;

namespace ReplayLint.CodeFixes.Web.Edits;

/// <summary>Writes the value that protects over one that does not: of an option in an object, of one that is assigned, or of an argument.</summary>
internal sealed class SetOption() : WebEdit(
    Descriptors.RPL1003_ConsentGrantedByDefault,
    Descriptors.RPL2001_MaskingTurnedOff,
    Descriptors.RPL2006_NetworkOrScreenshotCaptured,
    Descriptors.RPL3001_EverySessionRecorded,
    Descriptors.RPL4001_DirectIdentifierSent,
    Descriptors.RPL4002_ReplaySharedWithAdvertising,
    Descriptors.RPL5004_SettingContradictsPurpose)
{
    /// <inheritdoc />
    public override IEnumerable<WebOffer> GetOffers(WebSource source, WebFinding finding)
    {
        if (finding.Get(FixProperties.Value) is not { } value || source.ScriptAt(finding.Span) is not { } script)
            yield break;

        var path = script.PathTo(finding.Span);
        if (path.LastOrDefault(node => node is Property or Expression && script.SpanOf(node) == finding.Span) is not { } written)
            yield break;

        // A property that is written as one word is also its own value.
        if (path.OfType<Property>().LastOrDefault() is { } property && script.SpanOf(property) == finding.Span)
            written = property;

        if (Write(script, written, value) is not { } change)
            yield break;

        var name = NameOf(script, written);
        var title = $"Set {name} to {value}";
        var changes = ImmutableArray.Create(change);
        if (finding.Get(FixProperties.Companion) is { } companion && written is Property)
        {
            var owner = path.OfType<ObjectExpression>().Last();
            var missing = SettingAssignments.Parse(companion).Where(option => ObjectLiteral.Find(owner, option.Path) is null).ToList();
            if (missing.Count > 0 && ObjectLiteral.Add(script, owner, missing, source.EndOfLine) is { } added)
            {
                changes = changes.AddRange(added);
                title += string.Concat(missing.Select(static option => $" and '{option.Path}' to {option.Value}"));
            }
        }

        yield return new WebOffer(SetSafeValue.SetValue, title, changes);
        if (finding.Get(FixProperties.AlternativeValue) is { } alternative && Write(script, written, alternative) is { } other)
            yield return new WebOffer(SetSafeValue.SetAlternativeValue, $"Set {name} to {alternative}", [other]);
    }

    private static TextChange? Write(WebScript script, Node written, string value)
    {
        var old = written switch
        {
            Property { Method: true } or Property { Kind: not PropertyKind.Init } => null,
            Property { Shorthand: true } property => property.Key,
            Property property => property.Value,
            AssignmentExpression assignment => assignment.Right,
            _ => written,
        };

        if (old is null || !script.Owns(script.SpanOf(old)))
            return null;

        var text = ScriptLiteral.Write(value, ScriptStyle.QuoteAt(script, old));
        var prefix = written is Property { Shorthand: true } ? script.Text.Substring(old.Start, old.End - old.Start) + ": " : "";
        return new TextChange(script.SpanOf(old), prefix + text);
    }

    private static string NameOf(WebScript script, Node written) => written switch
    {
        Property property => "'" + ObjectLiteral.KeyOf(property) + "'",
        AssignmentExpression assignment => "'" + script.Text.Substring(assignment.Left.Start, assignment.Left.End - assignment.Left.Start) + "'",
        _ => "this argument",
    };
}
