using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes;

public class AddJustificationTests
{
    private const string Id = "RPL9001";

    [Fact]
    public Task A_place_for_the_reason_is_added_and_the_finding_stays() =>
        RuleVerifier.VerifyFixAsync(
            Id,
            RecorderApi.SentryOnAndroid,
            """
            using System.Diagnostics.CodeAnalysis;

            [assembly: [|SuppressMessage("ReplayLint.Masking", "RPL2001:Masking is turned off", Scope = "type", Target = "~T:App")|]]

            class App
            {
                [[|SuppressMessage(
                    "ReplayLint.Masking", // the family
                    "RPL2001")|], System.Obsolete]
                void M() { }

                [[|SuppressMessage("", "RPL2001" /* masking */ )|]]
                void N() { }
            }
            """,
            """
            using System.Diagnostics.CodeAnalysis;

            [assembly: [|SuppressMessage("ReplayLint.Masking", "RPL2001:Masking is turned off", Scope = "type", Target = "~T:App", Justification = "<Pending>")|]]

            class App
            {
                [[|SuppressMessage(
                    "ReplayLint.Masking", // the family
                    "RPL2001", Justification = "<Pending>")|], System.Obsolete]
                void M() { }

                [[|SuppressMessage("", "RPL2001", Justification = "<Pending>" /* masking */ )|]]
                void N() { }
            }
            """);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"<Pending>\"")]
    [InlineData("\"by design\"")]
    public async Task Where_there_is_a_place_only_a_human_can_fill_it(string justification)
    {
        var source = $$"""
            using System.Diagnostics.CodeAnalysis;

            [SuppressMessage("", "RPL2001", Justification = {{justification}})]
            class App { }
            """;

        Assert.Empty(await FixRunner.GetOffersAsync(source, RecorderApi.SentryOnAndroid, Id));
        Assert.Equal(source, await FixRunner.FixAllAsync(source, RecorderApi.SentryOnAndroid, Id, equivalenceKey: null));
    }
}
