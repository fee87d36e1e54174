using System.Collections.Immutable;

namespace ReplayLint.Configuration;

/// <summary>Finds settings that configure nothing: a key that is no option, a rule that does not exist, a value that means nothing.</summary>
/// <param name="rules">The ids of the rules that a team may configure.</param>
internal sealed class OptionCheck(ImmutableHashSet<string> rules)
{
    /// <summary>What is wrong with the setting, for people; null when it is as it should be.</summary>
    public string? ErrorOf(string key, string value)
    {
        if (Find(key, out var rule) is not { } option)
            return $"'{key}' is no option; expected {string.Join(", ", ReplayLintOptions.All.Select(static o => o.Key))}";

        if (rule is not null && !rules.Contains(rule.ToUpperInvariant()))
            return $"'{key}' is about no rule that can be configured";

        return option.Accepts(value) ? null : $"'{value}' is no value of '{key}'; expected {option.Values.Replace("`", "")}";
    }

    /// <summary>The option of that key, and the rule that the key names.</summary>
    private static OptionDefinition? Find(string key, out string? rule)
    {
        rule = null;
        foreach (var option in ReplayLintOptions.All)
        {
            if (option.IsForEachRule ? option.IsKey(key, out rule) : string.Equals(key, option.Key, StringComparison.OrdinalIgnoreCase))
                return option;
        }

        return null;
    }
}
