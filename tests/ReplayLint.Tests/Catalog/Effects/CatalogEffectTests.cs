using System.Collections.Concurrent;
using System.Diagnostics;
using ReplayLint.Catalog;
using Xunit;
using Xunit.Abstractions;

namespace ReplayLint.Tests.Catalog.Effects;

/// <summary>
/// Every line of the catalogue does something. For each a small project is written by the kind of the line; the rule that the
/// line is there for finds what it should, and without the line something else is found.
/// </summary>
public class CatalogEffectTests(ITestOutputHelper output)
{
    public static TheoryData<string> Files() => [.. CatalogFile.All.Select(static file => file.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Each_line_has_the_effect_that_its_kind_promises(string name)
    {
        var watch = Stopwatch.StartNew();
        var file = CatalogFile.All.Single(file => file.Name == name);
        var problems = new ConcurrentBag<string>();
        var cases = 0;
        await Parallel.ForEachAsync(file.Facts, async (fact, _) =>
        {
            try
            {
                foreach (var problem in await CheckAsync(fact, () => Interlocked.Increment(ref cases)))
                    problems.Add($"{fact}\n    {problem}");
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                problems.Add($"{fact}\n    {e}");
            }
        });

        output.WriteLine($"{file.Facts.Length} facts, {cases} projects, {watch.ElapsedMilliseconds} ms");
        Assert.True(problems.IsEmpty, string.Join("\n", problems.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Each_line_is_tried()
    {
        foreach (var file in CatalogFile.All)
        {
            Assert.Empty(file.Errors);
            Assert.Equal(file.Lines.Select(line => $"{file.Name}({line})"), file.Facts.Select(static fact => $"{fact.File.Name}({fact.Number})").Distinct());
        }
    }

    [Fact]
    public void Each_kind_of_line_is_tried()
    {
        var known = CatalogGrammar.Sections.SelectMany(static section => CatalogGrammar.ShapesOf(section).Select(shape => $"{section} {shape.Verb}")).Where(static kind => kind != "recorder evidence");

        Assert.Equal(known.Order(StringComparer.Ordinal), CatalogFile.All.SelectMany(static file => file.Facts).Where(static fact => fact.Section != "words").Select(static fact => fact.Kind).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_exemption_is_needed() =>
        Assert.All(Exemption.All, static exemption => Assert.Contains(CatalogFile.All.SelectMany(static file => file.Facts), fact => exemption.Fits(fact)));

    private static async Task<List<string>> CheckAsync(StatedFact fact, Action count)
    {
        var problems = new List<string>();
        var cases = await EffectGenerators.CasesOfAsync(fact);
        if (cases is null)
            return [$"no generator knows lines of the kind '{fact.Kind}'"];

        var exemption = Exemption.All.FirstOrDefault(exemption => exemption.Fits(fact));
        var without = new Lazy<RecorderCatalog>(() => fact.File.Without(fact));
        var hasEffect = false;
        foreach (var project in cases)
        {
            count();
            var found = await EffectRunner.FindAsync(CatalogFile.Complete, project);
            if (exemption is null && !project.Holds(found))
                problems.Add($"{project}\n    found: {EffectRunner.Show(found)}");
            else if (!hasEffect)
                hasEffect = EffectRunner.Show(found) != EffectRunner.Show(await EffectRunner.FindAsync(without.Value, project));
        }

        var isSaidByOptions = Exemption.IsSaidByOptions(fact);
        if (isSaidByOptions == false)
            problems.Add("the default of an option says something else");

        if (hasEffect && exemption is not null)
            problems.Add($"the line has an effect, so that it needs no exemption: {exemption.Reason}");
        else if (!hasEffect && exemption is null && isSaidByOptions is null)
            problems.Add($"nothing changes when the line is taken away, in {cases.Count} projects");

        return problems;
    }
}
