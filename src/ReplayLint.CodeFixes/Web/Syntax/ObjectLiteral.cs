using System.Collections.Immutable;
using Acornima.Ast;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Readers.Script;

namespace ReplayLint.CodeFixes.Web.Syntax;

/// <summary>Edits of an object literal: in the lines, the spacing and the quotes that it has.</summary>
internal static class ObjectLiteral
{
    /// <summary>The property that counts for a key, or null.</summary>
    public static Property? Find(ObjectExpression literal, string key) =>
        literal.Properties.OfType<Property>().LastOrDefault(property => KeyOf(property) == key);

    /// <summary>The name of a property; null when the script computes it.</summary>
    public static string? KeyOf(Property property) => property.Computed ? ConstantText.Of(property.Key) : PropertyKey.Of(property.Key);

    /// <summary>Writes options into an object: into objects inside it where there are, else into new ones. Null when the object has not the shape for it.</summary>
    /// <param name="script">The script.</param>
    /// <param name="literal">The object.</param>
    /// <param name="options">The options, each with its path from the object.</param>
    /// <param name="endOfLine">The line ending of the file.</param>
    public static IEnumerable<TextChange>? Add(WebScript script, ObjectExpression literal, IEnumerable<(string Path, string Value)> options, string endOfLine)
    {
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        return Add(script, literal, OptionTree.Of(options), endOfLine, changes) && changes.All(change => script.Owns(change.Span)) ? changes.ToImmutable() : null;
    }

    /// <summary>Takes a property out, with its comma and, when it has lines of its own, those. Null where Razor is in the way.</summary>
    public static IEnumerable<TextChange>? Remove(WebScript script, ObjectExpression literal, Node property)
    {
        var changes = MemberRemoval.Of(script, literal, property);
        return changes.All(change => script.Owns(change.Span)) ? changes : null;
    }

    private static bool Add(WebScript script, ObjectExpression literal, OptionTree options, string endOfLine, ImmutableArray<TextChange>.Builder changes)
    {
        var added = new List<OptionTree>();
        foreach (var option in options.Inner)
        {
            if (Find(literal, option.Key) is not { } existing)
                added.Add(option);
            else if (!Set(script, existing, option, endOfLine, changes))
                return false;
        }

        if (added.Count > 0)
            changes.AddRange(new MemberInsertion(script, literal, endOfLine).Insert(added));

        return true;
    }

    /// <summary>Writes what is below an option that is there: into its object, or over a value that is none.</summary>
    private static bool Set(WebScript script, Property existing, OptionTree option, string endOfLine, ImmutableArray<TextChange>.Builder changes)
    {
        if (existing is { Method: true } or { Shorthand: true } or not { Kind: PropertyKind.Init } || existing.Value is not Expression value)
            return false;

        var inner = ValueReader.Of(value);
        if (option.Value is null && inner.Kind == ScriptValueKind.Object)
        {
            // The object may be a constant that is used here by its name.
            var place = new TextSpan(script.InFile(inner.Span.Start), inner.Span.Length);
            return script.PathTo(place).OfType<ObjectExpression>().LastOrDefault(literal => script.SpanOf(literal) == place) is { } literal
                && Add(script, literal, option, endOfLine, changes);
        }

        if (option.Value is null && inner.Kind != ScriptValueKind.Null)
            return false;

        changes.Add(new TextChange(script.SpanOf(value), option.Write(ScriptStyle.QuoteAt(script, value), isCompact: false, isPadded: true, keyQuote: null)));
        return true;
    }
}
