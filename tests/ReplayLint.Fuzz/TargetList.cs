using System.Collections.Immutable;
using ReplayLint.Fuzz.Targets;

namespace ReplayLint.Fuzz;

/// <summary>All targets.</summary>
internal static class TargetList
{
    public static ImmutableArray<Target> All { get; } =
    [
        new CatalogueTarget(),
        new MarkupTarget(),
        new ScriptTarget(),
        new JsonTarget(),
        new WordsTarget(),
        new FilesTarget(),
        new CodeTarget(),
        new SyntaxTarget(),
        new ConfigurationTarget(),
        new CodeFixTarget(),
        new PageFixTarget(),
    ];

    public static Target Find(string name) =>
        All.FirstOrDefault(target => target.Name == name) ?? throw new ArgumentException($"There is no target '{name}'; there are {string.Join(", ", All.Select(static target => target.Name))}.");
}
