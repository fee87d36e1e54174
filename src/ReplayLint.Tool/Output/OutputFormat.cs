namespace ReplayLint.Tool.Output;

/// <summary>How findings are written.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For scripts.</summary>
    Json,

    /// <summary>SARIF 2.1.0, which code scanning of GitHub and Azure DevOps reads.</summary>
    Sarif,

    /// <summary>Workflow commands, which GitHub Actions shows beside the changed lines.</summary>
    GitHub,
}
