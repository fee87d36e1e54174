using Acornima.Ast;
using ReplayLint.CodeFixes.Edits;
using ReplayLint.CodeFixes.Web.Syntax;

namespace ReplayLint.CodeFixes.Web.Edits;

/// <summary>Takes an option that shows content out of a script.</summary>
internal sealed class RemoveOption() : WebEdit(Descriptors.RPL2003_ContentUnmasked, Descriptors.RPL5004_SettingContradictsPurpose)
{
    /// <inheritdoc />
    public override IEnumerable<WebOffer> GetOffers(WebSource source, WebFinding finding)
    {
        if (finding.Get(FixProperties.Unmasking) is null || source.ScriptAt(finding.Span) is not { } script)
            yield break;

        var path = script.PathTo(finding.Span);
        for (var i = path.Length - 1; i > 0; i--)
        {
            if (script.SpanOf(path[i]) != finding.Span)
                continue;

            if (path[i] is Property property && path[i - 1] is ObjectExpression owner && ObjectLiteral.Remove(script, owner, property) is { } removal)
            {
                yield return new WebOffer(RemoveUnmasking.Key, $"Remove '{ObjectLiteral.KeyOf(property)}'", removal);
                yield break;
            }

            if (path[i] is AssignmentExpression && StatementRemoval.Of(script, path, i) is { } statement)
            {
                yield return new WebOffer(RemoveUnmasking.Key, "Remove the exception from masking", statement);
                yield break;
            }
        }
    }
}
