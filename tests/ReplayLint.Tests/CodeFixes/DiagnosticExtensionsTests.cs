using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.CodeFixes.Edits;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes;

public class DiagnosticExtensionsTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("2", 2)]
    [InlineData("9", 2)]
    [InlineData("-1", 0)]
    [InlineData("all", 0)]
    [InlineData(null, 0)]
    public void Only_as_many_locations_are_edited_as_the_rule_says(string? edited, int expected)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (edited is not null)
            properties = properties.Add(FixProperties.Edited, edited);

        Location[] locations = [At(1), At(2)];
        var finding = Diagnostic.Create(Descriptors.RPL1001_RecordingStartsWithoutConsent, At(0), locations, properties);

        Assert.Equal(locations.Take(expected), finding.EditedLocations());

        static Location At(int line) => Location.Create("Test.cs", new TextSpan(line, 1), new LinePositionSpan(new(line, 0), new(line, 1)));
    }

    [Theory]
    [InlineData("Sentry.SentrySdk.Init(o => { o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 1; o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1; });", 2)]
    [InlineData("LaunchDarkly.SessionReplay.LDReplay.IsEnabled = true;", 0)]
    public async Task A_start_says_which_settings_make_it_record(string start, int expected)
    {
        var findings = await RuleRunner.GetFindingsAsync([$"class C {{ void M() {{ {start} }} }}"], TestReferences.Of(RecorderApi.All).First());

        Assert.Equal(expected, findings.First(static finding => finding.Id == "RPL1001").EditedLocations().Count());
    }
}
