using System.Collections.Immutable;

namespace ReplayLint.Catalog;

/// <summary>A named list of words, or of runs of words, by which names in code are understood.</summary>
/// <param name="Name">The name of the list.</param>
/// <param name="Entries">The entries in lower case; an entry of several words is joined by <c>-</c>.</param>
internal sealed record WordList(string Name, ImmutableArray<string> Entries);
