using Microsoft.CodeAnalysis;

namespace ReplayLint.Readers;

/// <summary>The category into which a page puts a script for a consent platform.</summary>
internal sealed record ScriptCategory(string Name, Location Location);
