using Microsoft.CodeAnalysis;

namespace ReplayLint.Readers;

/// <summary>The category into which a page puts a script for a consent platform.</summary>
/// <param name="Name">The platform's name of it.</param>
/// <param name="Location">The attribute that says so.</param>
/// <param name="Mark">The same, as <see cref="FixProperties.Unmark"/>.</param>
/// <param name="Instead">What would make the script wait for consent to statistics, as <see cref="FixProperties.Mark"/>; null when that is not known.</param>
internal sealed record ScriptCategory(string Name, Location Location, string Mark, string? Instead);
