using Acornima;
using Acornima.Ast;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>What follows from a text, from a part of it, and from what it contains.</summary>
internal sealed class TextEvidence(ScriptEvidence script, ScriptWords words)
{
    /// <summary>A text is true when it is not empty; one that is no yes never equals one.</summary>
    public Evidence Of(string text) =>
        text.Length == 0 ? Evidence.OfConstant(false)
        : IsAnswer(text) ? Evidence.OfConstant(true)
        : new Evidence(ConsentState.NotGranted, ConsentState.Granted, ConsentState.Granted);

    public bool IsAnswer(string text) => words.IsYes(text) || words.ContainsYes(text) || words.NamesPurpose(text);

    public bool IsYes(Expression value) =>
        value is BooleanLiteral { Value: true } or UnaryExpression { Operator: Operator.LogicalNot, Argument: NumericLiteral { Value: 0 } }
        || (ConstantText.Of(value) is { } text && words.IsYes(text));

    public Evidence OfSearch(CallExpression call, int depth) =>
        call is { Callee: MemberExpression { Object: var owner }, Arguments.Count: > 0 } ? Contains(owner, call.Arguments[0], depth) : Evidence.None;

    /// <summary>The evidence that a text contains another: <c>document.cookie.includes('consent=yes')</c>.</summary>
    public Evidence Contains(Expression whole, Expression part, int depth)
    {
        var text = part is RegExpLiteral pattern ? pattern.RegExp.Pattern : ConstantText.Of(part);
        if (script.Cookies.IsText(whole))
        {
            if (text is null)
                return Evidence.None;

            var equals = text.LastIndexOf('=');
            var evidence = words.OfKey(equals < 0 ? text : text.Substring(0, equals), isCookie: true);
            var value = equals < 0 ? "" : LeadingWord(text, equals + 1);
            return value.Length == 0 ? evidence
                : IsAnswer(value) ? new Evidence(evidence.WhenYes, ConsentState.NotGranted, evidence.WhenYes)
                : Evidence.None;
        }

        var holder = script.Of(whole, depth);
        var answer = ConsentLattice.Higher(holder.WhenTrue, holder.WhenYes);
        if (text is null || words.MeansNo(text))
            return text is null ? new Evidence(ConsentLattice.Lower(answer, ConsentState.Unknown), ConsentState.NotGranted, ConsentState.NotGranted) : Evidence.None;

        return new Evidence(words.ContainsYes(text) ? answer : ConsentLattice.Lower(answer, ConsentState.Unknown), ConsentState.NotGranted, ConsentState.NotGranted);
    }

    public static Evidence Parsed(Evidence text) =>
        new(ConsentLattice.Lower(ConsentLattice.Higher(text.WhenTrue, text.WhenYes), ConsentState.Unknown), ConsentState.NotGranted, text.WhenYes);

    /// <summary>A part of a text that is kept: of one that the script writes itself, nothing follows.</summary>
    public static Evidence PartOf(Evidence text) =>
        text.WhenFalse == ConsentState.NotGranted ? text with { WhenTrue = ConsentLattice.Lower(text.WhenTrue, ConsentState.Unknown) } : Evidence.None;

    private static string LeadingWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-'))
            end++;

        return text.Substring(start, end - start);
    }
}
