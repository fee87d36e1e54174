using ReplayLint.Catalog.Script;
using ReplayLint.Catalog.Tests.Npm;

namespace ReplayLint.Catalog.Tests.Proof;

/// <summary>A fact of the catalogue, and what the packages say about it.</summary>
internal sealed record ProvenFact(Recorder Recorder, SourcedFact Fact, Finding Finding)
{
    /// <summary>The fact as a message names it.</summary>
    public string Name => $"{Recorder.Name}: {Describe(Fact)}";

    public static string Describe(SourcedFact fact) => fact switch
    {
        ScriptFact script => script.Key,
        Fact member => $"{member.GetType().Name} {member.Id}",
        VendorRetention retention => $"Retention {retention.MinimumDays}..{retention.MaximumDays}",
        _ => fact.ToString(),
    };
}

/// <summary>Every fact about every recorder, compared with every package.</summary>
internal sealed class CatalogueProof
{
    private readonly DotnetProver _dotnet = new();
    private readonly Dictionary<(string Recorder, string? Until), ScriptProver> _scripts = [];

    private CatalogueProof()
    {
        var archives = NpmPackages.Fetch(Manifest.Default.Packages.Values);
        foreach (var content in Manifest.Default.Sets.AsParallel().AsOrdered().Select(set => new PackageContent(set, archives)))
        {
            var set = content.Set;
            var recorder = RecorderCatalog.BuiltIn.Find(set.Recorder) ?? throw new InvalidOperationException($"package.json names the recorder {set.Recorder}, which the catalogue does not know.");
            _scripts.Add((set.Recorder, set.Until), new ScriptProver(recorder, content));
        }

        Facts = [.. RecorderCatalog.BuiltIn.Recorders.SelectMany(AllFacts)];
    }

    /// <summary>Made once: the packages are large.</summary>
    public static Lazy<CatalogueProof> Instance { get; } = new(static () => new CatalogueProof());

    public IReadOnlyList<ProvenFact> Facts { get; }

    /// <summary>What the packages say about a fact of a recorder, which the catalogue need not hold.</summary>
    public Finding Prove(Recorder recorder, SourcedFact fact) => fact switch
    {
        Fact member => _dotnet.Prove(member),
        ScriptFact script when ProverFor(recorder, script) is { } prover => prover.Prove(script),
        PackageFact package => Finding.Disproven($"{package.Name} is not in package.json"),
        ScriptFact => Finding.Declared(Unprovable.NoPackage),
        _ => Finding.Declared(Unprovable.Retention),
    };

    /// <summary>What the packages say about the type with a documentation id.</summary>
    public Finding ProveType(string id) => _dotnet.ProveType(id);

    private ScriptProver? ProverFor(Recorder recorder, ScriptFact fact) =>
        _scripts.GetValueOrDefault((recorder.Name, fact.Until)) ?? _scripts.GetValueOrDefault((recorder.Name, null));

    private IEnumerable<ProvenFact> AllFacts(Recorder recorder)
    {
        foreach (var fact in recorder.Facts.Concat<SourcedFact>(recorder.ScriptFacts))
            yield return new ProvenFact(recorder, fact, Prove(recorder, fact));

        if (recorder.Retention is { } retention)
            yield return new ProvenFact(recorder, retention, Prove(recorder, retention));
    }
}
