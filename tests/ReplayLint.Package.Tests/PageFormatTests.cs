using Xunit;

namespace ReplayLint.Package.Tests;

/// <summary><c>dotnet format</c> changes views, which it does only through a finding in C#.</summary>
[Collection(nameof(PackedPackage))]
public class PageFormatTests(PackedPackage package)
{
    [Fact]
    public async Task Dotnet_format_fixes_views_from_where_code_starts_the_recorder()
    {
        var sample = package.CopySample("Shop.Web");
        var restored = await Dotnet.RunAsync(sample, "restore", $"-p:ReplayLintVersion={package.Version}");
        Assert.True(restored.ExitCode == 0, restored.Output);
        package.PinVersion(sample);

        await FormatAsync(sample);

        var layout = File.ReadAllText(Path.Combine(sample, "Views", "Shared", "_Layout.cshtml"));
        Assert.Contains("    @if (Context.Features.Get<Microsoft.AspNetCore.Http.Features.ITrackingConsentFeature>()?.CanTrack == true)\n    {\n    <script>\n        (function (c, l, a, r, i, t, y) {", layout.ReplaceLineEndings("\n"));
        Assert.DoesNotContain("data-clarity-unmask", File.ReadAllText(Path.Combine(sample, "Pages", "Checkout.cshtml")));

        // The others are not started in C#.
        Assert.DoesNotContain("CanTrack", File.ReadAllText(Path.Combine(sample, "Views", "Shared", "_PostHog.cshtml")));

        var (exitCode, output) = await package.BuildAsync(sample);
        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain(Finding.Parse(output), static finding => finding.Id is "RPL1001" or "RPL2003" && (finding.File.EndsWith("_Layout.cshtml", StringComparison.Ordinal) || finding.File.EndsWith("Checkout.cshtml", StringComparison.Ordinal)));

        var once = Views(sample);
        await FormatAsync(sample);
        Assert.Equal(once, Views(sample));
    }

    [Fact]
    public async Task Dotnet_format_fixes_components_from_where_code_calls_their_script()
    {
        var sample = package.CopySample("Shop.Blazor");
        var restored = await Dotnet.RunAsync(sample, "restore", $"-p:ReplayLintVersion={package.Version}");
        Assert.True(restored.ExitCode == 0, restored.Output);
        package.PinVersion(sample);
        var component = Path.Combine(sample, "Components", "Pages", "Account.razor");
        Assert.Contains("<p data-clarity-unmask=\"true\">", File.ReadAllText(component));

        await FormatAsync(sample);

        var text = File.ReadAllText(component);
        Assert.DoesNotContain("data-clarity-unmask", text);
        Assert.Matches("<p( [^>]*)?>Signed in", text);
        var (exitCode, output) = await package.BuildAsync(sample);
        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain(Finding.Parse(output), static finding => finding.Id == "RPL2003");
    }

    private static async Task FormatAsync(string sample)
    {
        var (exitCode, output) = await Dotnet.RunAsync(sample, "format", "analyzers", "--no-restore", "--severity", "info", "--diagnostics", "RPL9007", "-v", "n");
        Assert.True(exitCode == 0, output);
    }

    private static Dictionary<string, string> Views(string sample) =>
        Directory.EnumerateFiles(sample, "*.*html", SearchOption.AllDirectories).ToDictionary(static path => path, File.ReadAllText);
}
