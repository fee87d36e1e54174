using ReplayLint.Catalog;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Retention;

public class RetentionNotWhatTheVendorAppliesTests
{
    private const string Id = "RPL5003";
    private static readonly string[] Rules = [Id];

    [Theory]
    [InlineData("Hotjar", "ErrorDiagnosis, RetentionDays = 90", "Warning")]
    [InlineData("hotjar", "ErrorDiagnosis, RetentionDays = 364, Reference = \"R-1\"", "Warning")]
    [InlineData("Hotjar", "ErrorDiagnosis, RetentionDays = 365", null)]
    [InlineData("Datadog", "Support, RetentionHours = 24", "Warning")]
    [InlineData("Datadog", "ErrorDiagnosis, RetentionDays = 30", null)]
    [InlineData("Sentry", "ErrorDiagnosis, RetentionDays = 14", "Warning")]
    [InlineData("Sentry", "ErrorDiagnosis, RetentionDays = 30", "Info")]
    [InlineData("Sentry", "ErrorDiagnosis, RetentionDays = 30, Reference = \"R-1\"", null)]
    [InlineData("Sentry", "ErrorDiagnosis, RetentionDays = 30, Reference = \" \"", "Info")]
    [InlineData("Sentry", "ErrorDiagnosis, RetentionDays = 90", null)]
    [InlineData("Sentry", "ErrorDiagnosis", null)]
    [InlineData("Dynatrace", "ErrorDiagnosis, RetentionDays = 7", "Info")]
    [InlineData("rrweb", "Support, RetentionHours = 1", null)]
    [InlineData("FullStory", "Support, RetentionHours = 1", null)]
    [InlineData("Nobody", "Support, RetentionHours = 1", null)]
    public async Task A_policy_is_held_against_the_vendor(string recorder, string policy, string? severity)
    {
        var attribute = $"SessionReplayPolicy(\"{recorder}\", ReplayPurpose.{policy})";
        var expected = severity is null ? [] : new[] { $"{Id} {severity}: {attribute}" };

        Assert.Equal(expected, await FindingList.OfAsync($"using ReplayLint; [assembly: {attribute}]", Rules));
    }

    /// <summary>The figures of every vendor that the catalogue has.</summary>
    public static TheoryData<string> Vendors() => [.. RecorderCatalog.BuiltIn.Recorders.Where(static recorder => recorder.Retention is not null).Select(static recorder => recorder.Name)];

    [Theory]
    [MemberData(nameof(Vendors))]
    public async Task Every_figure_of_a_vendor_is_held_against_a_policy(string recorder)
    {
        var retention = RecorderCatalog.BuiltIn.Recorders.Single(known => known.Name == recorder).Retention!;

        Assert.Equal([retention.IsUnverified ? "Info" : "Warning"], await SeveritiesAsync(retention.MinimumDays - 1));
        Assert.Equal(retention.MinimumDays == retention.MaximumDays ? [] : ["Info"], await SeveritiesAsync(retention.MinimumDays));
        Assert.Empty(await SeveritiesAsync(retention.MaximumDays));

        async Task<IEnumerable<string>> SeveritiesAsync(int days)
        {
            var findings = await FindingList.OfAsync($"using ReplayLint; [assembly: SessionReplayPolicy(\"{recorder}\", ReplayPurpose.ErrorDiagnosis, RetentionDays = {days})]", Rules);
            return findings.Select(static finding => finding.Split(' ', ':')[1]);
        }
    }

    [Theory]
    [InlineData("SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0)", true)]
    [InlineData("SentrySdk.Init(\"dsn\")", false)]
    public async Task A_general_policy_is_held_against_each_recorder_in_use(string start, bool reported)
    {
        var found = await FindingList.MessagesAsync($$"""
            using ReplayLint;
            using Sentry;

            [assembly: SessionReplayPolicy("*", ReplayPurpose.ErrorDiagnosis, RetentionDays = 7)]
            [assembly: SessionReplayPolicy("Hotjar", ReplayPurpose.ErrorDiagnosis, RetentionDays = 365)]

            class App { void M() => {{start}}; }
            """, Id, files: ("wwwroot/index.html", "<script src=\"https://static.hotjar.com/c/hotjar-1.js\"></script>"));

        Assert.Equal(
            reported ? ["Sentry keeps recordings for at least 30 days, and the policy declares 7 days; declare what it does, choose another recorder, or delete recordings earlier yourself and say so when you suppress this (CNIL draft, SR-23)"] : [],
            found);
    }

    [Fact]
    public async Task What_depends_on_the_plan_is_to_be_checked() =>
        Assert.Equal(
            ["Sentry keeps recordings for 30 to 90 days, depending on plan and settings, and the policy declares 30 days; check yours and name your record of it as Reference (CNIL draft, SR-23)"],
            await FindingList.MessagesAsync("using ReplayLint; [assembly: SessionReplayPolicy(\"Sentry\", ReplayPurpose.ErrorDiagnosis, RetentionDays = 30)]", Id));
}
