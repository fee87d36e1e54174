using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Catalog;
using ReplayLint.Readers;

namespace ReplayLint;

/// <summary>
/// RPL9007: reports once for each recorder, where C# starts or configures it, that pages and scripts of the project have
/// findings about it which can be fixed. Tools that change code change no page for a finding in it, but do for one in C#.
/// </summary>
internal sealed class PageCompanion(WebAnalysis pages)
{
    /// <summary>The properties of which each says what to change in a page.</summary>
    private static readonly string[] Written =
        [FixProperties.Value, FixProperties.Missing, FixProperties.Guard, FixProperties.ScriptGuard, FixProperties.GateAttributes, FixProperties.Argument, FixProperties.Identifier, FixProperties.Mark, FixProperties.Unmark];

    private readonly Dictionary<Recorder, Location> _places = [];

    /// <summary>Remembers the first place where C# that someone wrote starts or configures a recorder.</summary>
    public void Note(RecorderUsage usage, bool isGenerated)
    {
        if (isGenerated || usage.Kind is not (UsageKind.Start or UsageKind.Configure or UsageKind.Setting or UsageKind.Identify) || !usage.Location.IsInSource)
            return;

        lock (_places)
        {
            if (!_places.TryGetValue(usage.Recorder, out var first) || Compare(usage.Location, first) < 0)
                _places[usage.Recorder] = usage.Location;
        }
    }

    /// <summary>Reports, when the whole project has been read.</summary>
    public void Report(CompilationAnalysisContext context)
    {
        if (_places.Count == 0)
            return;

        var fixable = new List<Diagnostic>();
        foreach (var file in context.Options.AdditionalFiles)
            fixable.AddRange(pages.Find(file, context.Options, context.CancellationToken).Where(diagnostic => IsFixable(diagnostic) && IsOn(diagnostic.Id, context.Compilation.Options)));

        foreach (var place in _places.OrderBy(static place => place.Key.Name, StringComparer.Ordinal))
        {
            var about = fixable.FindAll(diagnostic => diagnostic.Properties[FixProperties.Recorder] == place.Key.Name);
            if (about.Count == 0)
                continue;

            var files = about.Select(static diagnostic => diagnostic.Location.GetLineSpan().Path).Distinct().Count();
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.RPL9007_PagesCanBeFixedFromHere,
                place.Value,
                ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Recorder, place.Key.Name),
                place.Key.Name,
                Count(about.Count, "finding"),
                Count(files, "page or script", "pages and scripts")));
        }
    }

    /// <summary>Whether the rule says to a fix what to do about a recorder.</summary>
    internal static bool IsFixable(Diagnostic diagnostic) =>
        diagnostic.Properties.ContainsKey(FixProperties.Recorder)
        && Array.Exists(Written, diagnostic.Properties.ContainsKey);

    private static bool IsOn(string id, CompilationOptions options) =>
        !(options.SpecificDiagnosticOptions.TryGetValue(id, out var configured) && configured == ReportDiagnostic.Suppress)
        && !(options.SyntaxTreeOptionsProvider is { } provider && provider.TryGetGlobalDiagnosticValue(id, CancellationToken.None, out configured) && configured == ReportDiagnostic.Suppress);

    private static string Count(int count, string one, string? many = null) => count == 1 ? "1 " + one : $"{count} {many ?? one + "s"}";

    private static int Compare(Location left, Location right)
    {
        var byFile = string.CompareOrdinal(left.SourceTree!.FilePath, right.SourceTree!.FilePath);
        return byFile != 0 ? byFile : left.SourceSpan.CompareTo(right.SourceSpan);
    }
}
