using System.Text.Json;
using ReplayLint.Browser.Tests.Claims;
using ReplayLint.Browser.Tests.Packages;
using ReplayLint.Browser.Tests.Pages;
using ReplayLint.Browser.Tests.Recorders;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;
using Xunit;
using Xunit.Abstractions;

namespace ReplayLint.Browser.Tests;

/// <summary>What the catalogue and the fixes say about recorders is what the recorders do, in a real browser.</summary>
[Collection(BrowserCollection.Name)]
public class ProofTests(ProofFixture fixture, ITestOutputHelper output)
{
    private BrowserProof Proof => fixture.Proof;

    [Fact]
    public void No_claim_is_disproven()
    {
        foreach (var claim in Proof.Claims)
            output.WriteLine(claim.ToString());

        var disproven = Proof.Claims.Where(static claim => claim.Outcome == Outcome.Disproven).ToList();
        Assert.True(disproven.Count == 0, string.Join("\n", disproven));
    }

    /// <summary>Nothing follows from silence: each recorder has recorded, and something of the page was in clear.</summary>
    [Fact]
    public void Each_recorder_has_recorded() =>
        Assert.All(Proof.Leaked, static recorder => Assert.NotEmpty(recorder.Value));

    /// <summary>Every option that a fix writes is tried, or it is said why not.</summary>
    [Fact]
    public void What_a_fix_writes_is_tried()
    {
        var tried = Proof.Claims.Select(static claim => (claim.Recorder, claim.Subject.Split(' ')[0])).ToHashSet();
        var missing =
            from recorder in Proof.Recorders.Where(static recorder => !recorder.IsLoadedFromVendor)
            from start in recorder.Starts
            from setting in OptionValues.Settings(start)
            where setting.Protects is Protects.Inputs or Protects.Text or Protects.Media or Protects.Network or Protects.Consent or Protects.Rate
            where !tried.Contains((recorder, setting.Path.ToString()))
            select $"{recorder}: {setting.Path}";
        Assert.Empty(missing);
    }

    [Fact]
    public void Packages_are_those_that_the_catalogue_is_compared_with()
    {
        var versions = Versions(Path.Combine("tests", "ReplayLint.Catalog.Tests"));
        var here = Versions(Path.Combine("tests", "ReplayLint.Browser.Tests"));
        Assert.All(RecorderDescription.All, recorder => Assert.Equal(versions[recorder.Package], here[recorder.Package]));

        static Dictionary<string, string> Versions(string folder) =>
            JsonDocument.Parse(File.ReadAllText(Path.Combine(ProjectFolders.Repository, folder, "package.json"))).RootElement.GetProperty("dependencies")
                .EnumerateObject().ToDictionary(static member => member.Name, static member => member.Value.GetString()!);
    }

    /// <summary>The page of the catalogue says what was seen; with <c>REPLAYLINT_UPDATE=1</c> it is written, otherwise compared.</summary>
    [Fact]
    public void The_page_of_the_catalogue_has_the_table()
    {
        const string Start = "<!-- Written by tests/ReplayLint.Browser.Tests with REPLAYLINT_UPDATE=1. -->\n";
        const string End = "<!-- End of what was tried. -->\n";
        if (ProofFixture.IsPartial)
            return;

        Assert.DoesNotContain(Proof.Claims, static claim => claim.Outcome == Outcome.Disproven);
        var path = Path.Combine(ProjectFolders.Repository, "rules", "recorders", "README.md");
        var page = File.ReadAllText(path);
        var (start, end) = (page.IndexOf(Start, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        Assert.True(start >= 0 && end > start, "rules/recorders/README.md has lost the marks around what was tried in a browser");
        var expected = page[..(start + Start.Length)] + "\n" + ProofTable.Write(Proof) + "\n" + page[end..];

        if (Environment.GetEnvironmentVariable("REPLAYLINT_UPDATE") == "1")
            File.WriteAllText(path, expected);
        else
            Assert.Equal(expected, page);
    }
}
