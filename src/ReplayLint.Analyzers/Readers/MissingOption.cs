using Microsoft.CodeAnalysis;

namespace ReplayLint.Readers;

/// <summary>An option that a call does not give and could.</summary>
/// <param name="Assignment">The option and the value to give it: <c>path=value</c>.</param>
/// <param name="Site">The object with the call's options, or where one could be.</param>
internal sealed record MissingOption(string Assignment, Location Site);
