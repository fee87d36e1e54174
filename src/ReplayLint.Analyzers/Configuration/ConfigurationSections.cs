using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ReplayLint.Configuration;

/// <summary>The settings of a project as its files see them: those of the project first, then file by file.</summary>
internal static class ConfigurationSections
{
    /// <summary>Each set of options, with the file that sees it; null for what holds for the whole project.</summary>
    public static IEnumerable<(string? File, AnalyzerConfigOptions Options)> Of(Compilation compilation, AnalyzerOptions options)
    {
        var provider = options.AnalyzerConfigOptionsProvider;
        yield return (null, provider.GlobalOptions);

        foreach (var tree in compilation.SyntaxTrees)
            yield return (tree.FilePath, provider.GetOptions(tree));

        foreach (var file in options.AdditionalFiles)
            yield return (file.Path, provider.GetOptions(file));
    }

    /// <summary>The keys of ours and what they are set to.</summary>
    public static IEnumerable<(string Key, string Value)> KeysOf(AnalyzerConfigOptions options)
    {
        IEnumerable<string> keys;
        try
        {
            keys = options.Keys;
        }
        catch (NotImplementedException)
        {
            // A host may not list them. What it does not list cannot be checked; what it is asked for it knows.
            yield break;
        }

        foreach (var key in keys)
        {
            if (key.StartsWith(ReplayLintOptions.Prefix, StringComparison.OrdinalIgnoreCase) && options.TryGetValue(key, out var value))
                yield return (key, value);
        }
    }
}
