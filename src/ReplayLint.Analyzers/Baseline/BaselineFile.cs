using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Rules;

namespace ReplayLint.Baseline;

/// <summary>
/// A baseline: the findings that a project had when it was written, and why they may stay. A line each, of words like those of
/// a catalogue: <c>RPL1001 0123456789abcdef src/Shop/App.cs reason=…</c>; the reason goes on to the end of the line.
/// </summary>
internal sealed class BaselineFile
{
    /// <summary>The name of each baseline. It is found beside a project or above.</summary>
    public const string Name = "replaylint-baseline.txt";

    private const string Form = "expected a rule, a fingerprint, a path and reason=";

    private BaselineFile(string path, SourceText text, ImmutableArray<BaselineEntry> entries, ImmutableArray<CatalogError> errors)
    {
        Path = path;
        Text = text;
        Entries = entries;
        Errors = errors;
    }

    public string Path { get; }

    public SourceText Text { get; }

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<BaselineEntry> Entries { get; }

    /// <summary>The lines that say nothing, and why.</summary>
    public ImmutableArray<CatalogError> Errors { get; }

    public static bool Is(string path) => BaselinePath.Comparer.Equals(BaselinePath.NameOf(path), Name);

    public static BaselineFile Read(string path, SourceText text)
    {
        var folder = BaselinePath.FolderOf(path);
        var entries = ImmutableArray.CreateBuilder<BaselineEntry>();
        var errors = ImmutableArray.CreateBuilder<CatalogError>();
        foreach (var line in text.Lines)
        {
            if (CatalogLine.Read(text, line) is not { } words)
                continue;

            if (ErrorIn(words) is { } error)
                errors.Add(error);
            else
                entries.Add(EntryIn(words, folder, text, line.End));
        }

        return new BaselineFile(path, text, entries.ToImmutable(), errors.ToImmutable());
    }

    private static CatalogError? ErrorIn(CatalogLine line)
    {
        var rule = line.Verb.Text.ToUpperInvariant();
        if (!ProjectBaseline.Rules.Contains(rule))
        {
            return new CatalogError(line.Verb.Span, RuleList.Ids.Contains(rule)
                ? $"what {rule} reports cannot be kept in a baseline"
                : $"'{line.Verb.Text}' is no rule; {Form}");
        }

        if (line.Words.Length < 2)
            return new CatalogError(line.Span, Form);

        if (!Fingerprint.Is(line.Words[0].Text))
            return new CatalogError(line.Words[0].Span, $"'{line.Words[0].Text}' is no fingerprint of {Fingerprint.Length} digits 0-9 and a-f; let 'replaylint baseline' write it");

        return line.Words.Length > 2 && !line.Words[2].Text.StartsWith(BaselineEntry.ReasonKey, StringComparison.Ordinal)
            ? new CatalogError(line.Words[2].Span, $"'{line.Words[2].Text}' is not known here; expected {BaselineEntry.ReasonKey} and the reason")
            : null;
    }

    private static BaselineEntry EntryIn(CatalogLine line, string folder, SourceText text, int lineEnd)
    {
        // A reason is a sentence, in which a number sign is no comment.
        var reason = line.Words.Length > 2 ? text.ToString(TextSpan.FromBounds(line.Words[2].Span.Start + BaselineEntry.ReasonKey.Length, lineEnd)).Trim() : null;
        var end = reason is null ? line.Span.End : lineEnd;
        return new BaselineEntry(line.Verb.Text.ToUpperInvariant(), line.Words[0].Text, BaselinePath.Resolve(folder, line.Words[1].Text), reason, TextSpan.FromBounds(line.Span.Start, end));
    }
}
