using Microsoft.CodeAnalysis.Text;
using ReplayLint.CodeFixes.Edits;

namespace ReplayLint.CodeFixes.Web.Edits;

/// <summary>Writes a shorter time over the number that says for how long a script keeps the user's choice.</summary>
internal sealed class SetLifetime() : WebEdit(Descriptors.RPL1007_ConsentKeptTooLong)
{
    /// <inheritdoc />
    public override IEnumerable<WebOffer> GetOffers(WebSource source, WebFinding finding)
    {
        if (finding.Get(FixProperties.Value) is not { } value || finding.Get(FixProperties.Days) is not { } days)
            yield break;

        // The number may stand in the text of a cookie, where no node of the script is it alone.
        if (source.ScriptAt(finding.Span) is { } script && script.Owns(finding.Span) && IsNumber(source.Text.Substring(finding.Span.Start, finding.Span.Length)))
            yield return new WebOffer(SetConsentLifetime.Key, $"Keep the choice for {days} days", [new TextChange(finding.Span, value)]);
    }

    /// <summary>Whether the text is a number, or a product of some: <c>365 * 24 * 60 * 60</c>.</summary>
    private static bool IsNumber(string text) =>
        text.Split('*').All(static factor => factor.Trim() is { Length: > 0 } number && number.All(static c => char.IsDigit(c) || c is '.' or '_' or 'e'));
}
