using System.Collections.Immutable;
using Acornima.Ast;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Json;
using ReplayLint.Readers.Script;

namespace ReplayLint.Readers.Json;

/// <summary>A value in a JSON configuration file.</summary>
/// <param name="Place">The names that lead to it; one with colons counts as several.</param>
/// <param name="Value">The value.</param>
/// <param name="Span">Its name and itself.</param>
internal sealed record JsonValue(ImmutableArray<string> Place, Node Value, TextSpan Span);

/// <summary>An object in a JSON configuration file.</summary>
/// <param name="Place">The names that lead to it.</param>
/// <param name="Name">What to point at: its name, or the brace that opens the file.</param>
/// <param name="Span">The object.</param>
internal sealed record JsonSection(ImmutableArray<string> Place, TextSpan Name, TextSpan Span);

/// <summary>
/// The content of a JSON configuration file, with comments and trailing commas as .NET reads it. To the parser of scripts,
/// JSON is an expression.
/// </summary>
internal sealed class JsonSettings
{
    private const int MaximumLength = 1_000_000;

    private readonly ImmutableArray<JsonValue>.Builder _values = ImmutableArray.CreateBuilder<JsonValue>();
    private readonly ImmutableArray<JsonSection>.Builder _sections = ImmutableArray.CreateBuilder<JsonSection>();

    private readonly ImmutableArray<TextSpan>.Builder _spans = ImmutableArray.CreateBuilder<TextSpan>();

    private JsonSettings(ObjectExpression root)
    {
        _spans.Add(SpanOf(root));
        Read(root, ImmutableArray<string>.Empty, new TextSpan(root.Start, 1));
        Values = _values.ToImmutable();
        Sections = _sections.ToImmutable();
    }

    /// <summary>What is no object.</summary>
    public ImmutableArray<JsonValue> Values { get; }

    public ImmutableArray<JsonSection> Sections { get; }

    /// <summary>What may stand behind a comment: names with their values.</summary>
    public ImmutableArray<TextSpan> Spans => _spans.ToImmutable();

    /// <summary>Reads a file; null when it is no JSON object, or longer than anyone writes one.</summary>
    /// <param name="text">The file.</param>
    /// <param name="isBroken">Whether it is no JSON at all.</param>
    public static JsonSettings? Parse(string text, out bool isBroken)
    {
        isBroken = false;
        if (text.Length > MaximumLength)
            return null;

        var root = ScriptParser.ParseExpression(text);
        isBroken = root is null;
        return root is ObjectExpression settings ? new JsonSettings(settings) : null;
    }

    /// <summary>The value of an option in a section; null where there is none. Of two, the later counts.</summary>
    public JsonValue? Find(ImmutableArray<string> section, ImmutableArray<string> option) =>
        Values.LastOrDefault(value => JsonKey.IsSame(value.Place, section.AddRange(option)));

    /// <summary>Whether a section holds a key.</summary>
    public bool Holds(ImmutableArray<string> section, string key) =>
        Values.Any(value => value.Place.Length > section.Length && JsonKey.IsSame(value.Place[section.Length], key) && JsonKey.IsSame(value.Place.RemoveRange(section.Length, value.Place.Length - section.Length), section));

    /// <summary>What a value says about a setting: texts count as the binder of .NET reads them.</summary>
    public static SettingValue ValueOf(Node value, ISetting setting) => value switch
    {
        BooleanLiteral flag => SettingValue.Of(flag.Value),
        NumericLiteral number => SettingValue.Of(number.Value),
        NullLiteral => SettingValue.Of(null),
        StringLiteral { Value: var text } => SettingValue.OfText(AsKnown(text, setting)),
        ArrayExpression { Elements.Count: 0 } => SettingValue.OfText("[]"),
        ArrayExpression => SettingValue.OfText("[…]"),
        _ => SettingValue.Unknown,
    };

    private static string AsKnown(string text, ISetting setting)
    {
        if (bool.TryParse(text, out var flag))
            return flag ? "true" : "false";

        return setting.Safe.Concat(setting.Doubtful).Append(setting.Default).FirstOrDefault(known => known is not null && JsonKey.IsSame(known, text)) ?? text;
    }

    private void Read(ObjectExpression owner, ImmutableArray<string> place, TextSpan name)
    {
        _sections.Add(new JsonSection(place, name, SpanOf(owner)));
        foreach (var member in owner.Properties)
        {
            if (member is not Property { Kind: PropertyKind.Init, Computed: false, Key: StringLiteral key } property)
                continue;

            _spans.Add(SpanOf(property));
            var inner = place.AddRange(key.Value.Split(':'));
            if (property.Value is ObjectExpression nested)
                Read(nested, inner, SpanOf(key));
            else
                _values.Add(new JsonValue(inner, property.Value, SpanOf(property)));
        }
    }

    private static TextSpan SpanOf(Node node) => TextSpan.FromBounds(node.Start, node.End);
}
