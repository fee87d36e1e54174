using System.Collections.Immutable;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Catalog;

/// <summary>A session replay tool as the catalogue describes it.</summary>
internal sealed class Recorder
{
    public Recorder(string name, IEnumerable<Fact> facts, IEnumerable<ScriptFact> scriptFacts)
    {
        Name = name;
        Facts = Attach(facts);
        ScriptFacts = Attach(scriptFacts);
        HasVersions = ScriptFacts.Any(static fact => fact.IsVersioned);
    }

    /// <summary>The same recorder with other facts about its .NET API.</summary>
    public Recorder With(IEnumerable<Fact> facts) => new(Name, facts, ScriptFacts) { ApiTypes = ApiTypes, EnabledBy = EnabledBy, Retention = Retention, IsStoredByTeam = IsStoredByTeam };

    /// <summary>Stands for whichever recorder is started by a member that only says that it needs consent.</summary>
    public static Recorder Unnamed { get; } = new("A recorder", [], []);

    public string Name { get; }

    /// <summary>The name where it is one; null for a recorder that code does not name.</summary>
    public string? KnownName => this == Unnamed ? null : Name;

    /// <summary>What is known about its .NET API.</summary>
    public ImmutableArray<Fact> Facts { get; }

    /// <summary>What is known about it in pages and scripts.</summary>
    public ImmutableArray<ScriptFact> ScriptFacts { get; }

    /// <summary>Documentation ids of the types whose presence means that the recorder's replay API is referenced.</summary>
    public ImmutableArray<string> ApiTypes { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Documentation ids of the types by which its .NET API is known: without types of its own, those that facts name.</summary>
    public IEnumerable<string> KnownBy => ApiTypes.IsEmpty ? Facts.Select(static fact => fact.ContainingTypeId).Distinct() : ApiTypes;

    /// <summary>
    /// Names of which code mentions at least one when it switches replay on; empty when a reference is proof enough.
    /// A package may do far more than replay, and its other uses are not our business.
    /// </summary>
    public ImmutableArray<string> EnabledBy { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Whether what is known about it in pages and scripts depends on its version.</summary>
    public bool HasVersions { get; }

    /// <summary>Whether how much is recorded can be set in the vendor's console only.</summary>
    public bool IsVolumeSetInConsole => ScriptFacts.Any(static fact => fact is ConsoleOnlyFact { What: Protects.Rate });

    /// <summary>The class or attribute that keeps an element out of recordings, or else masks it; null when no source names one.</summary>
    public MarkupAtom? ProtectingMark =>
        ProtectingMarks.FirstOrDefault(static fact => fact.Effect == MarkupEffect.Block)?.Atom ?? ProtectingMarks.FirstOrDefault()?.Atom;

    /// <summary>The class or attribute that masks the text of an element, or else leaves the element out; null when no source names one.</summary>
    public MarkupAtom? MaskingMark =>
        ProtectingMarks.FirstOrDefault(static fact => fact.Effect == MarkupEffect.Mask && fact.IsAbout(Protects.Text))?.Atom ?? ProtectingMarks.FirstOrDefault(static fact => fact.Effect == MarkupEffect.Block)?.Atom;

    private ImmutableArray<T> Attach<T>(IEnumerable<T> facts)
        where T : AttachedFact
    {
        var attached = ImmutableArray.CreateBuilder<T>();
        foreach (var fact in facts)
            attached.Add((T)fact.Attach(this));

        return attached.ToImmutable();
    }

    private IEnumerable<MarkupFact> ProtectingMarks =>
        ScriptFacts.OfType<MarkupFact>().Where(static fact => fact is { Effect: MarkupEffect.Block or MarkupEffect.Mask, Option: null, IsUnverified: false, Atom.Mark: not null });

    /// <summary>How long the vendor keeps recordings, or null when that is not known.</summary>
    public VendorRetention? Retention { get; init; }

    /// <summary>Whether recordings go nowhere by themselves, so that the team's own code keeps them.</summary>
    public bool IsStoredByTeam { get; init; }
}

/// <summary>How long a vendor keeps recordings, in days, from the shortest to the longest plan.</summary>
internal sealed record VendorRetention(int MinimumDays, int MaximumDays) : SourcedFact;
