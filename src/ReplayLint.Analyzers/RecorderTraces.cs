using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Baseline;
using ReplayLint.Catalog;

namespace ReplayLint;

/// <summary>
/// Looks for signs that a project has to do with a recorder although no reader found a place: its name in a page or script,
/// its address in code, or another project that may be the one that uses it.
/// </summary>
internal sealed class RecorderTraces(Compilation compilation, AnalyzerOptions options, RecorderCatalog catalog, CancellationToken cancellation)
{
    private const string HasProjectReferencesKey = "build_property.ReplayLintHasProjectReferences";

    public bool Of(Recorder recorder) => MayBeUsedElsewhere() || options.AdditionalFiles.Any(file => IsMentioned(recorder, file)) || IsAddressed(recorder);

    private bool MayBeUsedElsewhere() =>
        compilation.References.Any(static reference => reference is CompilationReference)
        || (options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(HasProjectReferencesKey, out var has) && string.Equals(has, "true", StringComparison.OrdinalIgnoreCase));

    private bool IsMentioned(Recorder recorder, AdditionalText file) =>
        !RecorderCatalog.IsCatalogFile(file.Path)
        && !BaselineFile.Is(file.Path)
        && file.GetText(cancellation)?.ToString() is { } text
        && (text.IndexOf(recorder.Name, StringComparison.OrdinalIgnoreCase) >= 0 || HasAddress(recorder, text));

    /// <summary>An address in code, as in a content security policy, shows that somebody else loads the script.</summary>
    private bool IsAddressed(Recorder recorder) =>
        compilation.SyntaxTrees.Any(tree =>
        {
            cancellation.ThrowIfCancellationRequested();
            return HasAddress(recorder, tree.GetText(cancellation).ToString());
        });

    private bool HasAddress(Recorder recorder, string text) =>
        catalog.Scripts.HasHost(text) && catalog.Scripts.FindHosts(text).Any(match => match.Recorder == recorder);
}
