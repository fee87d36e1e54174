using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.CodeFixes.Edits;
using ReplayLint.CodeFixes.Web.Syntax;
using ReplayLint.Readers.Markup;

namespace ReplayLint.CodeFixes.Web.Edits;

/// <summary>Takes a class or attribute away from an element, adds one, or puts one in the place of another.</summary>
internal sealed class ChangeMark() : WebEdit(
    Descriptors.RPL1006_RecorderTreatedAsEssential,
    Descriptors.RPL2003_ContentUnmasked,
    Descriptors.RPL2004_SensitiveFieldNotBlocked,
    Descriptors.RPL2005_PersonalDataNotMasked,
    Descriptors.RPL5004_SettingContradictsPurpose)
{
    internal const string Key = nameof(ChangeMark);

    /// <inheritdoc />
    public override IEnumerable<WebOffer> GetOffers(WebSource source, WebFinding finding)
    {
        if (source.ScriptAt(finding.Span) is not null || source.ElementAt(finding.Span) is not { } element)
            yield break;

        var mark = ElementMark.Parse(finding.Get(FixProperties.Mark));
        var unmark = ElementMark.Parse(finding.Get(FixProperties.Unmark));
        if (unmark is null && mark is null)
        {
            // In XAML the finding is the attribute itself.
            if (source.IsXaml && element.Attributes.FirstOrDefault(attribute => attribute.Span == finding.Span) is { } attribute)
                yield return new WebOffer(RemoveUnmasking.Key, $"Remove '{attribute.Name}'", [MarkEditing.Remove(source, attribute)]);

            yield break;
        }

        if (Change(source, element, unmark, mark) is not { } changes)
            yield break;

        yield return mark is null
            ? new WebOffer(RemoveUnmasking.Key, $"Remove {unmark}", changes)
            : new WebOffer(Key, unmark is null ? $"Add {mark}" : $"Put {mark} in the place of {unmark}", changes);
    }

    private static IEnumerable<TextChange>? Change(WebSource source, MarkupElement element, ElementMark? unmark, ElementMark? mark)
    {
        if (unmark is not null && mark is not null && unmark.Attribute == mark.Attribute)
            return MarkEditing.Replace(element, unmark, mark) is { } replacement ? [replacement] : null;

        var changes = ImmutableArray.CreateBuilder<TextChange>();
        if (unmark is not null)
        {
            if (MarkEditing.Remove(source, element, unmark) is not { } removal)
                return null;

            changes.Add(removal);
        }

        if (mark is not null && !MarkEditing.Has(element, mark))
        {
            if (MarkEditing.Add(element, mark) is not { } addition)
                return null;

            changes.Add(addition);
        }

        return changes.ToImmutable();
    }
}
