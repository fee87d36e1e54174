using Microsoft.CodeAnalysis;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules;

public class RuleListTests
{
    private const string Page = """
        <script>
          posthog.init('phc', { api_host: 'https://eu.i.posthog.com' });
        </script>
        <script src="https://static.hotjar.com/c/hotjar-1.js" data-later="@later"></script>
        <script>
          if (visitorChoice()) { Userback.init('key'); }
        </script>
        """;

    [Theory]
    [InlineData("strict")]
    [InlineData(" Strict")]
    public async Task A_strict_project_makes_errors_of_what_is_definite_and_of_nothing_else(string mode)
    {
        var usual = await FindAsync(null);
        var strict = await FindAsync(mode);

        Assert.Equal(
            usual.Select(static f => (f.Id, f.Line, f.Severity == DiagnosticSeverity.Warning ? DiagnosticSeverity.Error : f.Severity)),
            strict.Select(static f => (f.Id, f.Line, f.Severity)));
        Assert.Contains(strict, static f => f is { Id: "RPL1001", Severity: DiagnosticSeverity.Error });
        Assert.Contains(strict, static f => f.Severity == DiagnosticSeverity.Info);
    }

    [Fact]
    public async Task The_rules_of_one_project_are_not_those_of_another()
    {
        await FindAsync("strict");

        Assert.DoesNotContain(await FindAsync("recommended"), static f => f.Severity == DiagnosticSeverity.Error);
    }

    private static async Task<List<(string Id, int Line, DiagnosticSeverity Severity)>> FindAsync(string? mode)
    {
        var configuration = new Dictionary<string, string>();
        if (mode is not null)
            configuration["build_property.ReplayLintMode"] = mode;

        var found = await RuleRunner.GetFindingsAsync([TestReferences.Annotations], TestReferences.Framework, [new TestFile("/project/index.html", Page)], configuration);
        return [.. found.Select(static f => (f.Id, f.Location.GetLineSpan().StartLinePosition.Line, f.Severity)).Order()];
    }
}
