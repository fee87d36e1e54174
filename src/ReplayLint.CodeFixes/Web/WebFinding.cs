using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.CodeFixes.Web;

/// <summary>What an edit needs to know of a diagnostic in a page or script. Unlike a diagnostic it can follow its place through changes.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Span">The place of the finding.</param>
/// <param name="Site">The first additional location, where it is in the same file: to where options are added.</param>
/// <param name="Properties">What the rule says to a fix.</param>
internal sealed record WebFinding(string Id, TextSpan Span, TextSpan? Site, ImmutableDictionary<string, string?> Properties)
{
    /// <summary>Reads a diagnostic; null when it is not in the file.</summary>
    public static WebFinding? Of(Diagnostic diagnostic, string path)
    {
        if (diagnostic.Location.SourceTree is not null || !IsIn(diagnostic.Location, path))
            return null;

        var site = diagnostic.AdditionalLocations.FirstOrDefault();
        return new WebFinding(diagnostic.Id, diagnostic.Location.SourceSpan, site is not null && IsIn(site, path) ? site.SourceSpan : null, diagnostic.Properties);
    }

    /// <summary>The value of a property, or null when the rule did not give it.</summary>
    public string? Get(string property) => Properties.TryGetValue(property, out var value) ? value : null;

    /// <summary>The finding after changes of the file; null when they took its place away.</summary>
    /// <param name="changes">The changes, in order, none overlapping another.</param>
    public WebFinding? After(IReadOnlyList<TextChange> changes)
    {
        if (Follow(Span, changes) is not { } span)
            return null;

        if (Site is not { } before)
            return this with { Span = span };

        return Follow(before, changes) is { } site ? this with { Span = span, Site = site } : null;
    }

    private static TextSpan? Follow(TextSpan span, IReadOnlyList<TextChange> changes)
    {
        var (start, end) = (span.Start, span.End);
        foreach (var change in changes)
        {
            var growth = (change.NewText?.Length ?? 0) - change.Span.Length;
            if (change.Span.End <= span.Start)
                (start, end) = (start + growth, end + growth);
            else if (span.Contains(change.Span) && (change.Span.Length > 0 || change.Span.Start < span.End))
                end += growth;
            else if (change.Span.Start < span.End)
                return null;
        }

        return end > start || span.IsEmpty ? TextSpan.FromBounds(start, end) : null;
    }

    private static bool IsIn(Location location, string path) => location.GetLineSpan().Path == path;
}
