using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ReplayLint.Tool.Analysis;

/// <summary>Watches whether the generators that make code of views can be loaded; what they would make is part of the analysis.</summary>
internal static class ViewGenerators
{
    private static readonly string[] Prefixes = ["Microsoft.CodeAnalysis.Razor", "Microsoft.NET.Sdk.Razor"];

    /// <summary>Begins to watch; the function that is returned ends it and says what failed.</summary>
    public static Func<IEnumerable<string>> Watch(Project project)
    {
        var failures = new ConcurrentQueue<string>();
        var watched = project.AnalyzerReferences.OfType<AnalyzerFileReference>()
            .Where(static reference => Array.Exists(Prefixes, prefix => Path.GetFileName(reference.FullPath).StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            .ToList();
        foreach (var reference in watched)
            reference.AnalyzerLoadFailed += Note;

        // Nothing is told of one that has failed before: ask it once more.
        foreach (var reference in watched)
            reference.GetGenerators(LanguageNames.CSharp);

        return () =>
        {
            foreach (var reference in watched)
                reference.AnalyzerLoadFailed -= Note;

            return failures.Distinct();
        };

        void Note(object? sender, AnalyzerLoadFailureEventArgs failure) => failures.Enqueue(failure.ReferencedCompilerVersion is { } needed
            ? $"Its views were not compiled, so consent in them is not known: the .NET SDK in use needs compiler {needed}, and this version of replaylint has {typeof(Compilation).Assembly.GetName().Version}. Update replaylint, or choose an older SDK in global.json."
            : $"Its views were not compiled, so consent in them is not known: {failure.Message}");
    }
}
