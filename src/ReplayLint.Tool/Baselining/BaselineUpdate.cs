using ReplayLint.Baseline;

namespace ReplayLint.Tool.Baselining;

/// <summary>What becomes of a baseline when it is held against what is found today.</summary>
internal sealed class BaselineUpdate
{
    private readonly List<BaselineLine> _lines = [];
    private readonly List<BaselineEntry> _old;
    private readonly string _reason;

    /// <summary>Decides about each entry and each finding.</summary>
    /// <param name="entries">The entries of the old baseline.</param>
    /// <param name="findings">Everything that is found when no baseline is heeded.</param>
    /// <param name="isWanted">Which findings are recorded, unless code suppresses them.</param>
    /// <param name="holds">Whether an entry covers anything, going by its reason.</param>
    /// <param name="knows">Whether everything was analysed that could find something in a file.</param>
    /// <param name="reason">The reason of new entries.</param>
    public BaselineUpdate(IEnumerable<BaselineEntry> entries, IEnumerable<RecordedFinding> findings, Func<RecordedFinding, bool> isWanted, Func<BaselineEntry, bool> holds, Func<string, bool> knows, string? reason)
    {
        _old = [.. entries];
        _reason = reason ?? "";

        // Analysis looks at lines, and at those that code suppresses too: it is the compiler that takes out what they find.
        var groups = findings
            .GroupBy(static finding => (finding.Rule, finding.Fingerprint, Path: finding.Path.ToUpperInvariant()))
            .OrderBy(static group => group.First().Path, StringComparer.Ordinal)
            .ThenBy(static group => group.Key.Rule, StringComparer.Ordinal)
            .ThenBy(static group => group.Key.Fingerprint, StringComparer.Ordinal)
            .Select(static group => (Finding: group.First(), Lines: group.Select(static finding => finding.Line).Distinct().Count(), All: group.ToList()))
            .ToList();

        // What stands in its own file comes before what has come from another.
        var missing = groups.ConvertAll(group => group.Lines - Keep(group.Finding, group.Lines, holds));
        for (var i = 0; i < groups.Count; i++)
        {
            var rest = missing[i] - Move(groups[i].Finding, missing[i], holds);
            if (groups[i].All.Exists(finding => !finding.IsSuppressed && isWanted(finding)))
                Add(groups[i].Finding, rest);
            else
                KeepLapsed(groups[i].Finding, rest);
        }

        foreach (var entry in _old.FindAll(entry => !knows(entry.Path)))
            Take(entry, entry);

        Pruned = _old.Count;
    }

    /// <summary>The new baseline, in its order.</summary>
    public IReadOnlyList<BaselineLine> Lines =>
    [
        .. _lines.OrderBy(static line => line.Entry.Path, StringComparer.Ordinal)
            .ThenBy(static line => line.Entry.Rule, StringComparer.Ordinal)
            .ThenBy(static line => line.Entry.Fingerprint, StringComparer.Ordinal)
            .ThenBy(static line => line.Entry.Reason, StringComparer.Ordinal),
    ];

    /// <summary>The entries that no old one was, and that need a reason.</summary>
    public IReadOnlyList<BaselineEntry> New => [.. _lines.Where(static line => line.Before is null).Select(static line => line.Entry)];

    /// <summary>How many of the new entries take the place of one whose reason is missing or past.</summary>
    public int Lapsed { get; private set; }

    /// <summary>How many entries follow their finding into another file.</summary>
    public int Moved => _lines.Count(static line => line.Before is { } before && !BaselinePath.Comparer.Equals(before.Path, line.Entry.Path));

    /// <summary>How many entries cover nothing any more.</summary>
    public int Pruned { get; }

    /// <summary>How many entries stay as they are.</summary>
    public int Kept => _lines.Count - New.Count - Moved;

    private int Keep(RecordedFinding finding, int lines, Func<BaselineEntry, bool> holds)
    {
        var own = _old.FindAll(entry => IsOf(entry, finding) && holds(entry)).Take(lines).ToList();
        foreach (var entry in own)
            Take(entry, entry);

        return own.Count;
    }

    private int Move(RecordedFinding finding, int lines, Func<BaselineEntry, bool> holds)
    {
        var gone = _old.FindAll(entry => entry.Rule == finding.Rule && entry.Fingerprint == finding.Fingerprint && holds(entry) && !File.Exists(entry.Path)).Take(lines).ToList();
        foreach (var entry in gone)
            Take(entry, entry with { Path = finding.Path });

        return gone.Count;
    }

    private void Add(RecordedFinding finding, int lines)
    {
        var lapsed = _old.FindAll(entry => IsOf(entry, finding)).Take(lines).ToHashSet();
        Lapsed += _old.RemoveAll(lapsed.Contains);
        for (var i = 0; i < lines; i++)
            _lines.Add(new BaselineLine(new BaselineEntry(finding.Rule, finding.Fingerprint, finding.Path, _reason, default), Before: null));
    }

    private void KeepLapsed(RecordedFinding finding, int lines)
    {
        foreach (var entry in _old.FindAll(entry => IsOf(entry, finding)).Take(lines))
            Take(entry, entry);
    }

    private void Take(BaselineEntry old, BaselineEntry entry)
    {
        _old.RemoveAll(other => ReferenceEquals(other, old));
        _lines.Add(new BaselineLine(entry, old));
    }

    private static bool IsOf(BaselineEntry entry, RecordedFinding finding) =>
        entry.Rule == finding.Rule && entry.Fingerprint == finding.Fingerprint && BaselinePath.Comparer.Equals(entry.Path, finding.Path);
}
