using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;

namespace ReplayLint.Readers.Script;

/// <summary>An option among the arguments of a call.</summary>
/// <param name="Value">What it is set to; null where it is not given.</param>
/// <param name="Span">Where it is written.</param>
/// <param name="IsHidden">Whether it may be given where the script does not show it.</param>
internal readonly record struct OptionValue(ScriptValue? Value, TextSpan Span, bool IsHidden)
{
    private const int MaximumChoices = 8;

    /// <summary>Names of arguments that say that they are no options.</summary>
    private static readonly HashSet<string> KeyWords = new(StringComparer.Ordinal) { "id", "key", "token", "code", "app", "site", "project", "org", "name", "version", "url" };

    /// <summary>Whether it is written; a value that is not defined leaves the default.</summary>
    public bool IsGiven => Value is not null and not { Kind: ScriptValueKind.Null, Text: "undefined" };

    /// <summary>Finds an option by its path, or by its position.</summary>
    public static OptionValue Find(ImmutableArray<ScriptValue> arguments, string option)
    {
        if (int.TryParse(option, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            return position < arguments.Length ? new OptionValue(arguments[position], arguments[position].Site, false) : default;

        var isHidden = false;
        foreach (var argument in arguments)
        {
            if (argument.Kind == ScriptValueKind.Object)
            {
                var found = FindIn(argument, option);
                if (found.Value is not null)
                    return found;

                isHidden |= found.IsHidden;
            }
            else
            {
                isHidden |= MayBeOptions(argument);
            }
        }

        return new OptionValue(null, default, isHidden);
    }

    /// <summary>The object that holds the options, or null when none is written.</summary>
    public static ScriptValue? ObjectOf(ImmutableArray<ScriptValue> arguments) =>
        arguments.FirstOrDefault(static argument => argument.Kind == ScriptValueKind.Object);

    /// <summary>The value as the catalogue writes values; unknown where the script does not fix it.</summary>
    public static SettingValue Of(ScriptValue value, ScriptPage? page = null) => Of(value, page, MaximumChoices);

    /// <summary>The same for an option that names classes or selectors: a list of texts is one text, with commas.</summary>
    public static SettingValue OfNames(ScriptValue value, ScriptPage page) =>
        value is { Kind: ScriptValueKind.Array, IsOpen: false, Items.IsEmpty: false } && value.Items.All(item => item.Kind == ScriptValueKind.Text && page.TemplateCode(item.Span) is null)
            ? SettingValue.OfText(string.Join(",", value.Items.Select(static item => item.Text)))
            : Of(value, page);

    /// <summary>Whether the value certainly holds something.</summary>
    public static bool IsFilled(ScriptValue value) => value.Kind switch
    {
        ScriptValueKind.Text => value.Text is { Length: > 0 },
        ScriptValueKind.Array => !value.Items.IsEmpty,
        ScriptValueKind.Object => !value.Properties.IsEmpty,
        ScriptValueKind.Boolean => value.Text == "true",
        ScriptValueKind.Concatenation => value.Items.Any(IsFilled),
        _ => false,
    };

    private static SettingValue Of(ScriptValue value, ScriptPage? page, int choices)
    {
        switch (value.Kind)
        {
            case ScriptValueKind.Text when page?.TemplateCode(value.Span) is not null:
                return SettingValue.Unknown;

            case ScriptValueKind.Text or ScriptValueKind.Number or ScriptValueKind.Boolean:
                return SettingValue.OfText(value.Text);

            case ScriptValueKind.Null:
                return SettingValue.Of(null);

            case ScriptValueKind.Array when !value.Items.IsEmpty:
                return SettingValue.OfText("[…]");

            case ScriptValueKind.Array when !value.IsOpen:
                return SettingValue.OfText("[]");

            case ScriptValueKind.Choice when choices > 0:
                var values = value.Items.Select(item => Of(item, page, choices - 1).Text).Distinct().ToList();
                return values.Count == 1 ? SettingValue.OfText(values[0]) : SettingValue.Unknown;

            default:
                return SettingValue.Unknown;
        }
    }

    private static OptionValue FindIn(ScriptValue options, string option)
    {
        var start = 0;
        while (true)
        {
            var dot = option.IndexOf('.', start);
            var key = dot < 0 ? option.Substring(start) : option.Substring(start, dot - start);
            if (options[key] is not { } property)
                return new OptionValue(null, default, options.IsOpen);

            if (dot < 0)
                return new OptionValue(property.Value, property.Span, false);

            if (property.Value.Kind != ScriptValueKind.Object)
                return new OptionValue(null, default, IsHidden: property.Value is not { Kind: ScriptValueKind.Null, Text: "undefined" });

            (options, start) = (property.Value, dot + 1);
        }
    }

    private static bool IsKey(string path)
    {
        var words = NameWords.Split(path);
        return words.Count > 0 && KeyWords.Any(word => word.Length > 2 ? words[words.Count - 1].EndsWith(word, StringComparison.Ordinal) : words[words.Count - 1] == word);
    }

    private static bool MayBeOptions(ScriptValue argument) => argument.Kind switch
    {
        ScriptValueKind.Unknown or ScriptValueKind.Call => true,
        ScriptValueKind.Choice => argument.Items.Any(MayBeOptions),
        ScriptValueKind.Path => !IsKey(argument.Path?.Text ?? ""),
        _ => false,
    };
}
