using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ReplayLint.Tests.Catalog.Effects;

/// <summary>A small project in which a fact of the catalogue makes a difference, and what a rule says about it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Fires">Whether it finds something.</param>
/// <param name="Files">The files by their path below the project: C#, pages, scripts, settings.</param>
internal sealed record EffectCase(string Rule, bool Fires, params (string Path, string Text)[] Files)
{
    /// <summary>In the place of a rule: whatever is found, it is only compared.</summary>
    public const string AnyRule = "*";

    /// <summary>What the message, or what the fix is told, holds; null for any.</summary>
    public string? Text { get; init; }

    /// <summary>How severe the finding is; null for either.</summary>
    public DiagnosticSeverity? Severity { get; init; }

    /// <summary>What C# is compiled against; nothing but the framework for pages.</summary>
    public ImmutableArray<MetadataReference> References { get; init; } = EffectRunner.ForPages;

    /// <summary>Whether the C# that the Razor compiler makes of the views is needed.</summary>
    public bool HasViews { get; init; }

    /// <summary>The keys of a configuration file.</summary>
    public ImmutableDictionary<string, string> Configuration { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether the findings are what is expected.</summary>
    public bool Holds(ImmutableArray<Diagnostic> findings) => Rule == AnyRule || findings.Any(Fits) == Fires;

    public override string ToString() => $"{Rule} {(Fires ? "fires" : "is silent")}{(Text is null ? "" : $" ({Text})")} in\n{string.Join("\n", Files.Select(static file => $"--- {file.Path}\n{file.Text}"))}";

    private bool Fits(Diagnostic finding) =>
        finding.Id == Rule
        && (Severity is null || finding.Severity == Severity)
        && (Text is null || finding.GetMessage().Contains(Text, StringComparison.Ordinal) || finding.Properties.Values.Any(value => value?.Contains(Text, StringComparison.Ordinal) == true));
}
