using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes;

public class MoveIntoGrantedBranchTests
{
    [Fact]
    public Task A_start_moves_into_the_branch_after_it() => Verify(
        """
        void M()
        {
            Prepare();

            // Replay.
            [|LDReplay.IsEnabled = true|]; // now

            // Ads too.
            if (_consent.IsGiven)
            {
                Prepare();
            }
        }
        """,
        """
        void M()
        {
            Prepare();

            // Ads too.
            if (_consent.IsGiven)
            {
                // Replay.
                LDReplay.IsEnabled = true; // now
                Prepare();
            }
        }
        """);

    [Fact]
    public Task A_start_moves_into_the_branch_before_it() => Verify(
        """
        async Task M(bool x)
        {
            if ((await AskAsync()))
            {
            }

            [|LDReplay.IsEnabled = true|];
            Prepare();
            switch (x)
            {
                case true:
                    if (IsGiven())
                    {
                        Prepare();
                    }

                    // Replay.
                    [|LDReplay.IsEnabled =
                        true|];
                    break;
            }
        }
        """,
        """
        async Task M(bool x)
        {
            if ((await AskAsync()))
            {
                LDReplay.IsEnabled = true;
            }
            Prepare();
            switch (x)
            {
                case true:
                    if (IsGiven())
                    {
                        Prepare();
                        // Replay.
                        LDReplay.IsEnabled =
                            true;
                    }
                    break;
            }
        }
        """);

    [Theory]
    [InlineData("if (_consent.IsGiven)\n    {\n        Prepare();\n    }\n    else\n    {\n    }\n    [|LDReplay.IsEnabled = true|];")]
    [InlineData("if (_consent.IsGiven)\n    {\n        return;\n    }\n    [|LDReplay.IsEnabled = true|];")]
    [InlineData("if (!_consent.IsGiven)\n    {\n    }\n    [|LDReplay.IsEnabled = true|];")]
    [InlineData("if (_consent.IsGiven && _consent != null)\n    {\n    }\n    [|LDReplay.IsEnabled = true|];")]
    [InlineData("if (_consent.IsGiven)\n        Prepare();\n    [|LDReplay.IsEnabled = true|];")]
    [InlineData("if (_consent.IsGiven) { Prepare(); }\n    [|LDReplay.IsEnabled = true|];")]
    [InlineData("if (_consent.IsGiven)\n    {\n    }\n    Prepare();\n    [|LDReplay.IsEnabled = true|];")]
    [InlineData("if (_consent.IsGiven)\n    {\n    }\n#if !NONE\n    [|LDReplay.IsEnabled = true|];\n#endif")]
    [InlineData("bool asked = true;\n    if (asked)\n    {\n    }\n    [|LDReplay.IsEnabled = true|];")]
    [InlineData("if (_consent.IsGiven)\n    {\n    }\n    var x = [|LDReplay.IsEnabled = true|];")]
    public Task A_start_stays_where_the_branch_is_another_question(string statements)
    {
        var member = $$"""
            void M()
            {
                {{statements}}
            }
            """;
        return Verify(member, member);
    }

    [Fact]
    public Task Line_endings_and_tabs_stay_what_they_are() => RuleVerifier.VerifyFixAsync(
        "RPL1001",
        RecorderApi.LaunchDarkly,
        "using LaunchDarkly.SessionReplay;\r\n\r\nclass C\r\n{\r\n\tbool HasConsent;\r\n\tvoid M()\r\n\t{\r\n\t\t[|LDReplay.IsEnabled = true|];\r\n\t\tif (HasConsent)\r\n\t\t{\r\n\t\t}\r\n\t}\r\n}\r\n",
        "using LaunchDarkly.SessionReplay;\r\n\r\nclass C\r\n{\r\n\tbool HasConsent;\r\n\tvoid M()\r\n\t{\r\n\t\tif (HasConsent)\r\n\t\t{\r\n\t\t\tLDReplay.IsEnabled = true;\r\n\t\t}\r\n\t}\r\n}\r\n",
        "MoveIntoGrantedBranch");

    private static Task Verify(string member, string fixedMember) =>
        RuleVerifier.VerifyFixAsync("RPL1001", RecorderApi.LaunchDarkly, Source(member), Source(fixedMember), "MoveIntoGrantedBranch");

    private static string Source(string member) => $$"""
        using System.Threading.Tasks;
        using LaunchDarkly.SessionReplay;

        interface IConsent { [ReplayLint.ConsentGuard] bool IsGiven { get; } }

        class C
        {
        IConsent _consent;
        [ReplayLint.ConsentGuard] Task<bool> AskAsync() => null;
        [ReplayLint.ConsentGuard] bool IsGiven() => false;
        void Prepare() { }
        {{member}}
        }
        """;
}
