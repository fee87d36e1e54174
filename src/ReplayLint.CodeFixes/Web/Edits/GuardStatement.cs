using Acornima.Ast;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.CodeFixes.Web.Syntax;

namespace ReplayLint.CodeFixes.Web.Edits;

/// <summary>
/// Puts the statement that loads a recorder behind a condition that other scripts of the project ask. Only where it is all
/// that the file does: what follows it may need what it sets up, and must not fail where it is left out.
/// </summary>
internal sealed class GuardStatement() : WebEdit(Descriptors.RPL1001_RecordingStartsWithoutConsent, Descriptors.RPL1002_ConsentMayBeMissing)
{
    internal const string Key = nameof(GuardStatement);

    /// <inheritdoc />
    public override IEnumerable<WebOffer> GetOffers(WebSource source, WebFinding finding)
    {
        if (source.Page is not null || finding.Get(FixProperties.ScriptGuard) is not { } guard || source.ScriptAt(finding.Span) is not { Root: Program program } script)
            yield break;

        var statements = program.Body.Where(static statement => statement is not Directive).ToList();
        if (statements.Count != 1 || statements[0] is not ExpressionStatement loading)
            yield break;

        // What is in a script may be text in which every blank counts, so that nothing in it moves.
        var span = script.SpanOf(loading);
        var indentation = ScriptTrivia.IndentationBefore(source.Text, span.Start) ?? "";
        var newLine = source.EndOfLine + indentation;
        yield return new WebOffer(
            Key,
            $"Run this only if '{guard}'",
            [new TextChange(new TextSpan(span.Start, 0), $"if ({guard}) {{{newLine}"), new TextChange(new TextSpan(span.End, 0), newLine + "}")]);
    }
}
