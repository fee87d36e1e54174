namespace ReplayLint.Readers.Suppressions;

/// <summary>How a rule is kept from reporting.</summary>
internal enum SuppressionKind
{
    /// <summary>A directive in C#: <c>#pragma warning disable</c>.</summary>
    Pragma,

    /// <summary>The attribute <c>SuppressMessage</c>.</summary>
    Attribute,

    /// <summary>A comment in a view, page or script.</summary>
    Comment,

    /// <summary>A key of a configuration file.</summary>
    Configuration,

    /// <summary>A line of the baseline.</summary>
    Baseline,
}
