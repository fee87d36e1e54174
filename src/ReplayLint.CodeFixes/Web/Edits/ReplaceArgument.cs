using Acornima.Ast;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.CodeFixes.Web.Syntax;

namespace ReplayLint.CodeFixes.Web.Edits;

/// <summary>Gives a call the argument that really holds recording back, in place of one that only seems to.</summary>
internal sealed class ReplaceArgument() : WebEdit(Descriptors.RPL1004_NotAConsentGate)
{
    internal const string Key = nameof(ReplaceArgument);

    /// <inheritdoc />
    public override IEnumerable<WebOffer> GetOffers(WebSource source, WebFinding finding)
    {
        if (finding.Get(FixProperties.Argument) is not { } argument
            || finding.Get(FixProperties.Replacement) is not { } replacement
            || source.ScriptAt(finding.Span) is not { } script
            || script.PathTo(finding.Span).OfType<CallExpression>().LastOrDefault() is not { } call)
            yield break;

        var first = call.Arguments.FirstOrDefault();
        var given = first is ArrayExpression { Elements: { Count: > 0 } elements } ? elements[0] : first;
        if (given is StringLiteral { Value: var text } literal && text == argument)
            yield return new WebOffer(Key, $"Call '{replacement}' instead of '{argument}'", [new TextChange(script.SpanOf(literal), ScriptLiteral.Write(replacement, script.Text[literal.Start]))]);
    }
}
