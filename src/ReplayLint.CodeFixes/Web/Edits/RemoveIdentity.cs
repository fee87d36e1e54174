using System.Collections.Immutable;
using Acornima.Ast;
using ReplayLint.CodeFixes.Edits;
using ReplayLint.CodeFixes.Web.Syntax;

namespace ReplayLint.CodeFixes.Web.Edits;

/// <summary>Leaves an identifier out of an object, or takes away the call that has no use without it.</summary>
internal sealed class RemoveIdentity() : WebEdit(Descriptors.RPL4001_DirectIdentifierSent, Descriptors.RPL4003_UserLinkedAgainstPurpose)
{
    /// <inheritdoc />
    public override IEnumerable<WebOffer> GetOffers(WebSource source, WebFinding finding)
    {
        if (finding.Get(FixProperties.Identifier) is not { } identifier || source.ScriptAt(finding.Span) is not { } script)
            yield break;

        var path = script.PathTo(finding.Span);
        var index = path.Length - 1;
        while (index > 0 && (script.SpanOf(path[index]) != finding.Span || path[index - 1] is Node outer && script.SpanOf(outer) == finding.Span))
            index--;

        if (index <= 0)
            yield break;

        if (path[index] is Property property && path[index - 1] is ObjectExpression owner)
        {
            if (ObjectLiteral.Remove(script, owner, property) is { } removal)
                yield return new WebOffer(RemoveIdentifier.Key, $"Leave out '{identifier}'", removal);
        }
        else if (FindSender(path, index) is { } sender && StatementRemoval.Of(script, path, sender) is { } statement)
        {
            yield return new WebOffer(RemoveIdentifier.Key, $"Remove the call that sends '{identifier}'", statement);
        }
    }

    /// <summary>The call that is given the value, itself or in a list that is its argument; or the assignment of the value.</summary>
    private static int? FindSender(ImmutableArray<Node> path, int index) => path[index - 1] switch
    {
        CallExpression call when call.Callee != path[index] => index - 1,
        AssignmentExpression assignment when assignment.Right == path[index] => index - 1,
        ArrayExpression when index > 1 && path[index - 2] is CallExpression { Arguments.Count: 1 } => index - 2,
        _ => null,
    };
}
