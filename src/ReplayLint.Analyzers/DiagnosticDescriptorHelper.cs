using Microsoft.CodeAnalysis;

namespace ReplayLint;

/// <summary>The one place where descriptors are made, so that each has a help link, a category and a requirement.</summary>
internal static class DiagnosticDescriptorHelper
{
    private const string HelpLinkRoot = "https://github.com/replaylint/replaylint/blob/main/rules/";

    /// <summary>Makes the descriptor of an ordinary rule, which a team may configure.</summary>
    public static DiagnosticDescriptor Create(
        string id,
        string title,
        string messageFormat,
        string category,
        DiagnosticSeverity severity,
        string description) =>
        Create(id, title, messageFormat, category, severity, description, []);

    /// <summary>Makes the descriptor of a rule of which some findings need the whole project, and so come with a build only.</summary>
    public static DiagnosticDescriptor CreateForProject(string id, string title, string messageFormat, string category, DiagnosticSeverity severity, string description) =>
        Create(id, title, messageFormat, category, severity, description, [WellKnownDiagnosticTags.CompilationEnd]);

    /// <summary>Makes the descriptor of an integrity rule: an error that only a justified suppression can silence.</summary>
    public static DiagnosticDescriptor CreateIntegrity(string id, string title, string messageFormat, string description) =>
        Create(id, title, messageFormat, RuleCategories.Integrity, DiagnosticSeverity.Error, description, [WellKnownDiagnosticTags.NotConfigurable]);

    /// <summary>The same for a rule of which findings need the whole project, and so come with a build only.</summary>
    public static DiagnosticDescriptor CreateIntegrityForProject(string id, string title, string messageFormat, string description) =>
        Create(id, title, messageFormat, RuleCategories.Integrity, DiagnosticSeverity.Error, description, [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.CompilationEnd]);

    private static DiagnosticDescriptor Create(
        string id,
        string title,
        string messageFormat,
        string category,
        DiagnosticSeverity severity,
        string description,
        string[] customTags) =>
#pragma warning disable RS0030 // This is the factory that the ban points to.
        new(id, title, messageFormat, category, severity, isEnabledByDefault: true, description, HelpLinkRoot + id + ".md", customTags);
#pragma warning restore RS0030
}
