using ReplayLint.Catalog.Script;
using ReplayLint.Catalog.Tests.Proof;
using ReplayLint.Tests.Verification;
using Xunit;
using Xunit.Abstractions;

namespace ReplayLint.Catalog.Tests;

/// <summary>The facts of the catalogue are those of the vendors' own packages.</summary>
public class ProofTests(ITestOutputHelper output)
{
    private static IReadOnlyList<ProvenFact> Facts => CatalogueProof.Instance.Value.Facts;

    [Fact]
    public void No_package_contradicts_a_fact() => AssertNone(Facts.Where(static fact => fact.Finding.Verdict == Verdict.Disproven).Select(Describe));

    /// <summary>The types by whose presence a recorder counts as referenced: in the real assemblies, or else in a stub.</summary>
    [Fact]
    public void The_types_of_a_recorder_exist()
    {
        var types = RecorderCatalog.BuiltIn.Recorders.SelectMany(static recorder => recorder.ApiTypes).ToList();

        Assert.NotEmpty(types);
        AssertNone(types.Select(CatalogueProof.Instance.Value.ProveType).Where(static found => found.Verdict is Verdict.Open or Verdict.Disproven).Select(static found => found.Text));
        Assert.Equal(Verdict.Open, CatalogueProof.Instance.Value.ProveType(types[0] + "q").Verdict);
    }

    [Fact]
    public void What_a_package_can_prove_is_proven()
    {
        var open = Facts.Where(static fact => fact.Finding.Verdict == Verdict.Open).Select(Describe).ToList();
        var proven = Facts.Count(static fact => fact.Finding.Verdict == Verdict.Proven);
        foreach (var fact in open)
            output.WriteLine(fact);

        Assert.True(proven >= 0.95 * (proven + open.Count), string.Join("\n", open));
    }

    /// <summary>A proof that a wrong fact passes as well is none.</summary>
    [Fact]
    public void A_fact_with_a_mistake_is_not_proven()
    {
        var proof = CatalogueProof.Instance.Value;
        AssertNone(
            from fact in Facts
            where fact.Finding.Verdict == Verdict.Proven
            from mutation in Mutations.Of(fact.Fact)
            let finding = proof.Prove(fact.Recorder, mutation)
            where finding.Verdict == Verdict.Proven
            select $"{fact.Name} as {ProvenFact.Describe(mutation)}: {finding.Text}");
    }

    /// <summary>The page of the catalogue says what was found; with <c>REPLAYLINT_UPDATE=1</c> it is written, otherwise compared.</summary>
    [Fact]
    public void The_page_of_the_catalogue_has_the_table()
    {
        const string Start = "<!-- Written by tests/ReplayLint.Catalog.Tests with REPLAYLINT_UPDATE=1. -->\n";
        const string End = "<!-- End of what is written. -->\n";
        var table = ProofTable.Write(CatalogueProof.Instance.Value);
        output.WriteLine(table);

        var path = TestReferences.RepositoryPath("rules", "recorders", "README.md");
        var page = File.ReadAllText(path);
        var (start, end) = (page.IndexOf(Start, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        Assert.True(start >= 0 && end > start, "rules/recorders/README.md has lost the marks around its table");
        var expected = page[..(start + Start.Length)] + "\n" + table + "\n" + page[end..];

        if (Environment.GetEnvironmentVariable("REPLAYLINT_UPDATE") == "1")
            File.WriteAllText(path, expected);
        else
            Assert.Equal(expected, page);
    }

    /// <summary>An address in the code is the vendor's; that a script from there records is more than that.</summary>
    [Fact]
    public void What_is_proven_is_not_marked_as_unverified() =>
        AssertNone(Facts.Where(static fact => fact is { Finding.Verdict: Verdict.Proven, Fact: { IsUnverified: true } and not SourceFact }).Select(Describe));

    [Fact]
    public void Every_statement_is_about_a_fact_and_shows_code()
    {
        var subjects = RecorderCatalog.BuiltIn.Recorders.SelectMany(static recorder => recorder.ScriptFacts).Select(static fact => (fact.Recorder.Name, Statements.Subject(fact))).ToHashSet();

        Assert.All(Statements.Default.Subjects, subject => Assert.Contains(subject, subjects));
        Assert.Empty(Statements.Default.Empty);
    }

    /// <summary>As <see cref="Assert.Empty"/>, with everything that there is in the message.</summary>
    private static void AssertNone(IEnumerable<string> wrong)
    {
        var lines = wrong.ToList();
        Assert.True(lines.Count == 0, string.Join("\n", lines));
    }

    private static string Describe(ProvenFact fact) => $"{fact.Name}: {fact.Finding.Text}";
}
