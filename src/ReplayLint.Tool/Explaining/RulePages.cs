namespace ReplayLint.Tool.Explaining;

/// <summary>The pages of the rules, which are part of this assembly.</summary>
internal static class RulePages
{
    /// <summary>The page of a rule as Markdown; null when there is no such rule.</summary>
    public static string? Read(string rule)
    {
        using var stream = typeof(RulePages).Assembly.GetManifestResourceStream($"rules/{rule.ToUpperInvariant()}.md");
        if (stream is null)
            return null;

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
