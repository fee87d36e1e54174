using ReplayLint.Catalog.Tests.Proof;
using Xunit;
using Xunit.Abstractions;

namespace ReplayLint.Catalog.Tests;

/// <summary>The facts of the catalogue are those of the vendors' own packages.</summary>
public class ProofTests(ITestOutputHelper output)
{
    private static IReadOnlyList<ProvenFact> Facts => CatalogueProof.Instance.Value.Facts;

    [Fact]
    public void Draft()
    {
        foreach (var fact in CatalogueProof.Instance.Value.Facts)
            output.WriteLine($"{fact.Finding.Verdict,-9} {fact.Name} [{fact.Fact.Evidence}] -- {fact.Finding.Text}");
    }

    [Fact]
    public void No_package_contradicts_a_fact() => Assert.Empty(Facts.Where(static fact => fact.Finding.Verdict == Verdict.Disproven).Select(Describe));

    [Fact]
    public void What_a_package_can_prove_is_proven()
    {
        var open = Facts.Where(static fact => fact.Finding.Verdict == Verdict.Open).Select(Describe).ToList();
        var proven = Facts.Count(static fact => fact.Finding.Verdict == Verdict.Proven);
        foreach (var fact in open)
            output.WriteLine(fact);

        Assert.InRange(proven, 0.95 * (proven + open.Count), double.MaxValue);
    }

    /// <summary>A proof that a wrong fact passes as well is none.</summary>
    [Fact]
    public void A_fact_with_a_mistake_is_not_proven()
    {
        var proof = CatalogueProof.Instance.Value;
        var survivors = (
            from fact in Facts
            where fact.Finding.Verdict == Verdict.Proven
            from mutation in Mutations.Of(fact.Fact)
            let finding = proof.Prove(fact.Recorder, mutation)
            where finding.Verdict == Verdict.Proven
            select $"{fact.Name} as {ProvenFact.Describe(mutation)}: {finding.Text}").ToList();
        foreach (var survivor in survivors)
            output.WriteLine(survivor);

        Assert.Empty(survivors);
    }

    private static string Describe(ProvenFact fact) => $"{fact.Name}: {fact.Finding.Text}";
}
