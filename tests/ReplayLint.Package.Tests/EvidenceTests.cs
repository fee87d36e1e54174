using System.Text.Json;
using Xunit;

namespace ReplayLint.Package.Tests;

/// <summary>What a build with a SARIF log writes down besides its findings, so that a report needs no second analysis.</summary>
[Collection(nameof(PackedPackage))]
public class EvidenceTests(PackedPackage package)
{
    private const string Id = "RPL9009";

    [Fact]
    public async Task The_log_of_a_build_says_what_the_app_does_with_its_recorder()
    {
        var (output, evidence) = await BuildAsync("Shop.Mobile.Compliant");

        Assert.DoesNotContain(Id, output);
        var start = Assert.Single(evidence, static e => e["Kind"] == "start");
        Assert.Equal(("Sentry", "granted"), (start["Recorder"], start["Consent"]));
        Assert.NotEqual("", start["Guard"]);
        Assert.EndsWith(".cs", start["GuardFile"]);
        Assert.Contains(evidence, static e => e["Kind"] == "setting" && e["Protects"] == "text" && e["Safe"] == "true");
        Assert.Contains(evidence, static e => e["Kind"] == "setting" && e["Protects"] == "rate");
        var policy = Assert.Single(evidence, static e => e["Kind"] == "policy");
        Assert.Equal(("Sentry", "ErrorDiagnosis"), (policy["Recorder"], policy["Purpose"]));
        Assert.NotEqual("", policy["Reference"]);
    }

    [Theory]
    [InlineData("Shop.Web", "not-granted")]
    [InlineData("Shop.Web.Compliant", "granted")]
    public async Task The_log_covers_pages_and_scripts(string sample, string consent)
    {
        var (output, evidence) = await BuildAsync(sample);

        Assert.DoesNotContain(Id, output);
        var starts = evidence.Where(static e => e["Kind"] == "start").ToList();
        Assert.Contains(starts, e => e["Recorder"] == "Clarity" && e["Consent"] == consent);
        Assert.Contains(starts, e => e["Recorder"] == "PostHog" && e["Consent"] == consent);
        Assert.All(starts.Where(static e => e["Consent"] == "granted"), static e => Assert.NotEqual("", e["Guard"]));
    }

    [Fact]
    public async Task A_build_without_a_log_looks_for_no_evidence()
    {
        var sample = package.CopySample("Shop.Mobile.Compliant");

        // The hints of a compiler are in its output, though the console does not show them.
        var (exitCode, output) = await package.BuildAsync(sample, "-v:d");

        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("info " + Id, output);
    }

    private async Task<(string Output, List<Dictionary<string, string>> Evidence)> BuildAsync(string name)
    {
        var sample = package.CopySample(name);
        var log = Path.Combine(sample, "replay.sarif");
        var (exitCode, output) = await package.BuildAsync(sample, $"-p:ErrorLog={log}%2cversion=2.1");
        Assert.True(exitCode == 0, output);

        using var sarif = JsonDocument.Parse(await File.ReadAllTextAsync(log));
        return (output, [.. sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Where(static result => result.GetProperty("ruleId").GetString() == Id)
            .Select(Read)]);
    }

    private static Dictionary<string, string> Read(JsonElement result)
    {
        Assert.Equal("note", result.GetProperty("level").GetString());
        var properties = result.GetProperty("properties").GetProperty("customProperties").EnumerateObject().ToDictionary(static p => p.Name, static p => p.Value.GetString()!);
        foreach (var key in new[] { "Kind", "Recorder", "Consent", "Guard", "Protects", "Safe", "Purpose", "Reference" })
            properties.TryAdd(key, "");

        if (result.TryGetProperty("relatedLocations", out var related))
            properties["GuardFile"] = related[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!;

        return properties;
    }
}
