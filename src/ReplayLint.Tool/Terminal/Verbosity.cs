namespace ReplayLint.Tool.Terminal;

/// <summary>How much is printed beside the result that was asked for.</summary>
internal enum Verbosity
{
    /// <summary>One line a finding, and what could not be analysed.</summary>
    Quiet,

    /// <summary>Findings with their source, and a summary.</summary>
    Normal,

    /// <summary>Also each project, with its time.</summary>
    Detailed,
}
