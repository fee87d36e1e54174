using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>What a rule says to a fix.</summary>
internal static class DiagnosticExtensions
{
    /// <summary>The value of a property, or null when the rule did not give it.</summary>
    public static string? Get(this Diagnostic diagnostic, string property) =>
        diagnostic.Properties.TryGetValue(property, out var value) ? value : null;

    /// <summary>The additional locations that the edit writes to; the others explain the finding.</summary>
    public static IEnumerable<Location> EditedLocations(this Diagnostic diagnostic) =>
        int.TryParse(diagnostic.Get(FixProperties.Edited), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? diagnostic.AdditionalLocations.Take(count)
            : [];
}
