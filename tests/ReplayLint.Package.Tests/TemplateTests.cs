using System.Text.Json;
using Xunit;

namespace ReplayLint.Package.Tests;

/// <summary>What the SDK makes for a new project records nobody: the package has nothing to say about it, and does not fail on it.</summary>
[Collection(nameof(PackedPackage))]
public class TemplateTests(PackedPackage package)
{
    /// <summary>Those that need no other package.</summary>
    [Theory]
    [InlineData("console")]
    [InlineData("web")]
    [InlineData("webapi --no-openapi")]
    [InlineData("webapi --no-openapi --use-controllers")]
    [InlineData("mvc")]
    [InlineData("webapp")]
    [InlineData("blazor --interactivity None")]
    [InlineData("blazor --interactivity Server --all-interactive")]
    [InlineData("razorclasslib --support-pages-and-views true")]
    public async Task A_new_project_has_no_finding(string template)
    {
        var project = await package.CreateFromTemplateAsync(template);
        var (exitCode, output) = await package.BuildAsync(project, "-warnaserror", "-p:ErrorLog=findings.sarif%2Cversion=2.1");

        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("RPL", output);

        // The rules that were there to be broken, and what broke one, whatever its severity.
        using var log = JsonDocument.Parse(File.ReadAllText(Path.Combine(project, "findings.sarif")));
        var run = log.RootElement.GetProperty("runs")[0];
        Assert.Contains("RPL1001", IdsIn(run.GetProperty("tool").GetProperty("driver").GetProperty("rules"), "id"));
        Assert.DoesNotContain(IdsIn(run.GetProperty("results"), "ruleId"), static id => id == "AD0001" || id.StartsWith("RPL", StringComparison.Ordinal));

        static IEnumerable<string> IdsIn(JsonElement items, string property) => items.EnumerateArray().Select(item => item.GetProperty(property).GetString()!);
    }
}
