namespace ReplayLint.Tool.Reporting;

/// <summary>How a repository stands to a requirement, as far as code shows it.</summary>
internal enum RequirementState
{
    /// <summary>A finding says that it is not met.</summary>
    NotMet,

    /// <summary>A finding says that it may not be met.</summary>
    Open,

    /// <summary>All findings are suppressed, with or without a reason.</summary>
    Suppressed,

    /// <summary>Code shows that it is met.</summary>
    Met,

    /// <summary>Nothing in code speaks against it.</summary>
    NoFinding,

    /// <summary>Code cannot show it: people check.</summary>
    Checklist,
}
