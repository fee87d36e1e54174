using Microsoft.CodeAnalysis.Text;
using ReplayLint.CodeFixes.Web.Syntax;
using ReplayLint.Readers.Markup;

namespace ReplayLint.CodeFixes.Web.Edits;

/// <summary>Gives a script element the attributes by which the project's consent platform holds it back.</summary>
internal sealed class GateScript() : WebEdit(Descriptors.RPL1001_RecordingStartsWithoutConsent, Descriptors.RPL1002_ConsentMayBeMissing)
{
    internal const string Key = nameof(GateScript);

    /// <summary>The types that a browser runs as an ordinary script, which is what the platform makes of it later.</summary>
    private static readonly string[] Types = ["", "text/javascript", "application/javascript"];

    /// <inheritdoc />
    public override IEnumerable<WebOffer> GetOffers(WebSource source, WebFinding finding)
    {
        if (finding.Get(FixProperties.GateAttributes) is not { } lines || ScriptElements.At(source, finding.Span) is not { } element)
            yield break;

        var type = element.FindAttribute("type");
        if (type is not null && (!type.IsLiteral || !Types.Contains(type.Value?.Trim() ?? "", StringComparer.OrdinalIgnoreCase)))
            yield break;

        var marks = lines.Split('\n').Select(ElementMark.Parse).OfType<ElementMark>().ToList();
        var changes = marks.Select(mark => MarkEditing.Add(element, mark)).ToList();
        if (changes.TrueForAll(static change => change is not null))
            yield return new WebOffer(Key, $"Let the consent platform hold the script back: {string.Join(", ", marks)}", changes.OfType<TextChange>());
    }
}
