using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Catalog.Script;
using ReplayLint.Readers.Markup;

namespace ReplayLint.Readers.Gates;

/// <summary>
/// The attributes by which the consent platform of a project's pages holds a script back: those that other scripts of the
/// project have, or those of the platform's category for statistics.
/// </summary>
internal sealed class PlatformGates(ScriptCatalog catalog)
{
    /// <summary>The attributes, each as <see cref="FixProperties.Mark"/>; none when the pages use no platform, or only one whose scripts have no category.</summary>
    public ImmutableArray<string> Find(AnalyzerOptions options, CancellationToken cancellation)
    {
        var loaded = new List<ConsentPlatform>();
        var seen = new List<ScriptGateMatch>();
        foreach (var additional in options.AdditionalFiles)
        {
            cancellation.ThrowIfCancellationRequested();
            if (WebFile.KindOf(additional.Path) is WebFileKind.None or WebFileKind.Script || WebFile.Read(additional, cancellation) is not { } file)
                continue;

            loaded.AddRange(catalog.FindPlatforms(file.Text));
            if (catalog.MayHoldBack(file.Text))
                seen.AddRange(GatesIn(file));
        }

        var used = seen
            .GroupBy(static gate => gate.Fact.Platform)
            .OrderByDescending(static gates => gates.Count())
            .ThenBy(static gates => gates.Key.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        if (used is not null)
            return Write(Best(used.ToList(), used.Key.StatisticsCategory));

        var platform = loaded.OrderBy(static platform => platform.Name, StringComparer.Ordinal).FirstOrDefault(static platform => platform.StatisticsCategory is not null);
        return platform?.Facts.OfType<ScriptGateFact>().FirstOrDefault(static fact => !fact.IsUnverified) is { } gate
            ? Write(new ScriptGateMatch(gate, platform.StatisticsCategory!))
            : ImmutableArray<string>.Empty;
    }

    /// <summary>The gates of a page that name a category which the user is asked about.</summary>
    private IEnumerable<ScriptGateMatch> GatesIn(WebFile file)
    {
        foreach (var element in file.Document.Descendants().OfType<MarkupElement>())
        {
            if (!element.Is("script"))
                continue;

            foreach (var attribute in element.Attributes)
            {
                foreach (var gate in attribute.IsLiteral ? catalog.FindScriptGates(attribute.Name, attribute.Value) : [])
                {
                    if (NamesCategory(gate) && (gate.Fact.Type is null || gate.Fact.Type == element.FindAttribute("type")?.Value?.Trim()))
                        yield return gate;
                }
            }
        }
    }

    /// <summary>Whether what the attribute names is a category, as the platform has at least one of, and one that the user is asked about.</summary>
    private static bool NamesCategory(ScriptGateMatch gate) =>
        !gate.Fact.IsUnverified
        && !gate.IsEssential
        && gate.Category.Length > 0
        && char.IsLetterOrDigit(gate.Category[0])
        && gate.Fact.Platform.Facts.Any(static fact => fact is EssentialCategoryFact { IsUnverified: false });

    private static ScriptGateMatch Best(List<ScriptGateMatch> gates, string? statistics) =>
        gates
            .GroupBy(static gate => gate.Category, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(same => string.Equals(same.Key, statistics, StringComparison.OrdinalIgnoreCase))
            .ThenByDescending(static same => same.Count())
            .ThenBy(static same => same.Key, StringComparer.Ordinal)
            .First()
            .First();

    private static ImmutableArray<string> Write(ScriptGateMatch gate)
    {
        var attributes = ImmutableArray.CreateBuilder<string>();
        if (gate.Fact.Type is { } type)
            attributes.Add("type=" + type);

        attributes.Add(gate.Fact.Atom.MarkFor(gate.Category));
        return attributes.ToImmutable();
    }
}
