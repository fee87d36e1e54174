using Microsoft.CodeAnalysis.Diagnostics;

namespace ReplayLint.Configuration;

/// <summary>A key that a <c>.globalconfig</c> or <c>.editorconfig</c> may hold, and what is known about it.</summary>
internal abstract class OptionDefinition(string key, string values, string defaultText, string meaning, string[] rules)
{
    /// <summary>What stands for the id of a rule in the key of an option that each rule has.</summary>
    private const string RulePlace = "<ID>";

    /// <summary>The key: <c>replaylint.consent_guards</c>, <c>replaylint.&lt;ID&gt;.enabled</c>.</summary>
    public string Key { get; } = key;

    /// <summary>What it may be set to, for people.</summary>
    public string Values { get; } = values;

    /// <summary>What holds when it is not set, for people.</summary>
    public string DefaultText { get; } = defaultText;

    /// <summary>What it does, for people.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>The rules whose pages explain it; none for an option that each rule has.</summary>
    public IReadOnlyList<string> Rules { get; } = rules;

    /// <summary>Whether each rule has the option for itself.</summary>
    public bool IsForEachRule => Key.Contains(RulePlace);

    /// <summary>The key of the option for a rule.</summary>
    public string KeyFor(string rule) => Key.Replace(RulePlace, rule);

    /// <summary>Whether the key is that of the option for a rule, and for which. Configuration files do not tell capitals from small letters.</summary>
    public bool IsKey(string key, out string? rule)
    {
        var place = Key.IndexOf(RulePlace, StringComparison.Ordinal);
        var ending = Key.Length - place - RulePlace.Length;
        rule = null;
        if (key.Length <= place + ending
            || string.Compare(key, 0, Key, 0, place, StringComparison.OrdinalIgnoreCase) != 0
            || string.Compare(key, key.Length - ending, Key, Key.Length - ending, ending, StringComparison.OrdinalIgnoreCase) != 0)
        {
            return false;
        }

        rule = key.Substring(place, key.Length - place - ending);
        return true;
    }

    /// <summary>Whether the option may have this value.</summary>
    public abstract bool Accepts(string text);
}

/// <summary>Reads the value of an option; false when it means nothing.</summary>
internal delegate bool OptionParser<T>(string text, out T value);

/// <summary>An option whose values are read as a type.</summary>
internal sealed class OptionDefinition<T>(string key, T defaultValue, OptionParser<T> parser, string values, string defaultText, string meaning, params string[] rules)
    : OptionDefinition(key, values, defaultText, meaning, rules)
{
    /// <summary>What holds when it is not set.</summary>
    public T Default { get; } = defaultValue;

    /// <summary>The value where the options hold. One that means nothing is reported elsewhere, and counts as none here.</summary>
    public T Read(AnalyzerConfigOptions options) => ReadKey(options, Key);

    /// <summary>The value for a rule.</summary>
    public T Read(AnalyzerConfigOptions options, string rule) => ReadKey(options, KeyFor(rule));

    /// <inheritdoc />
    public override bool Accepts(string text) => parser(text.Trim(), out _);

    private T ReadKey(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var text) && parser(text.Trim(), out var value) ? value : Default;
}
