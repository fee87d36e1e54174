using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes;

public class SetPolicyRetentionTests
{
    [Theory]
    [InlineData("ErrorDiagnosis, RetentionDays = 400, Reference = \"R\"", "ErrorDiagnosis, RetentionDays = 90, Reference = \"R\"")]
    [InlineData("Support, RetentionDays = 30", "Support, RetentionHours = 24")]
    [InlineData("Support, RetentionDays = /* a week */ 7, Reference = \"R\" /* ours */", "Support, RetentionHours = 24, Reference = \"R\" /* ours */")]
    [InlineData("Support, Reference = \"R\", RetentionHours = 48", "Support, Reference = \"R\", RetentionHours = 24")]
    [InlineData("Support, RetentionDays = 2, RetentionHours = 48", "Support, RetentionHours = 24")]
    public Task The_figure_of_the_purpose_is_written(string before, string after) =>
        RuleVerifier.VerifyFixAsync(
            "RPL5002",
            RecorderApi.None,
            $"using ReplayLint;\r\n\r\n[assembly: [|SessionReplayPolicy(\"Sentry\", ReplayPurpose.{before})|]] // policy\r\n",
            $"using ReplayLint;\r\n\r\n[assembly: SessionReplayPolicy(\"Sentry\", ReplayPurpose.{after})] // policy\r\n");

    [Fact]
    public Task All_are_fixed_at_once() =>
        RuleVerifier.VerifyFixAsync(
            "RPL5002",
            RecorderApi.None,
            """
            using ReplayLint;

            [assembly: [|SessionReplayPolicy("Sentry", ReplayPurpose.ErrorDiagnosis, RetentionDays = 365)|]]
            [assembly: SessionReplayPolicy("Clarity", ReplayPurpose.ExperienceImprovement, RetentionDays = 30)]
            [assembly:
                [|SessionReplayPolicy(
                    "Datadog",
                    ReplayPurpose.Support,
                    RetentionDays = 30,
                    Reference = "R-7")|],
                [|SessionReplayPolicy("*", ReplayPurpose.Support, RetentionDays = 2)|]]
            """,
            """
            using ReplayLint;

            [assembly: SessionReplayPolicy("Sentry", ReplayPurpose.ErrorDiagnosis, RetentionDays = 90)]
            [assembly: SessionReplayPolicy("Clarity", ReplayPurpose.ExperienceImprovement, RetentionDays = 30)]
            [assembly:
                SessionReplayPolicy(
                    "Datadog",
                    ReplayPurpose.Support,
                    RetentionHours = 24,
                    Reference = "R-7"),
                SessionReplayPolicy("*", ReplayPurpose.Support, RetentionHours = 24)]
            """);
}
