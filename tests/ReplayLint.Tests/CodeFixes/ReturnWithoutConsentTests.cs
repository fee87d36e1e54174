using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes;

public class ReturnWithoutConsentTests
{
    [Fact]
    public Task A_method_ends_before_the_start_it_ends_with() => Verify(
        """
        void M()
        {
            Prepare();

            // Replay.
            [|LDReplay.IsEnabled = true|]; // now
        }
        """,
        """
        void M()
        {
            Prepare();

            if (!HasConsent)
                return;

            // Replay.
            LDReplay.IsEnabled = true; // now
        }
        """);

    [Fact]
    public Task A_method_ends_before_it_is_about_the_recorder_only() => Verify(
        """
        async Task M(bool x)
        {
            await Task.Yield();
            [|LDReplay.IsEnabled = true|];
            [|LDReplay.IsEnabled = true|];
            LDReplay.IsEnabled = false;
        }

        void Lambda() => Task.Run(() =>
        {
            [|LDReplay.IsEnabled = true|];
            LDReplay.IsEnabled = x > 1;
        });
        """,
        """
        async Task M(bool x)
        {
            await Task.Yield();
            if (!HasConsent)
                return;

            LDReplay.IsEnabled = true;
            LDReplay.IsEnabled = true;
            LDReplay.IsEnabled = false;
        }

        void Lambda() => Task.Run(() =>
        {
            if (!HasConsent)
                return;

            LDReplay.IsEnabled = true;
            LDReplay.IsEnabled = x > 1;
        });
        """);

    [Theory]
    [InlineData("_consent?.IsGiven == true", "_consent?.IsGiven != true")]
    [InlineData("await AskAsync()", "!await AskAsync()")]
    public Task The_question_is_turned_round(string guard, string negated)
    {
        var members = guard.StartsWith("await", StringComparison.Ordinal)
            ? "[ReplayLint.ConsentGuard] Task<bool> AskAsync() => null;"
            : "IConsent? _consent;";
        var source = $$"""
            #nullable enable
            using System.Threading.Tasks;
            using LaunchDarkly.SessionReplay;

            interface IConsent { [ReplayLint.ConsentGuard] bool IsGiven { get; } }

            class C
            {
                {{members}}

                async Task M()
                {
                    await Task.Yield();
                    await Task.Yield();
                    @LDReplay.IsEnabled = true;
                }
            }
            """;
        return RuleVerifier.VerifyFixAsync(
            "RPL1001",
            RecorderApi.LaunchDarkly,
            source.Replace("@LDReplay.IsEnabled = true", "[|LDReplay.IsEnabled = true|]").Replace("=> null", "=> null!"),
            source.Replace("@", $"if ({negated})\n            return;\n\n        ").Replace("=> null", "=> null!"),
            "ReturnWithoutConsent");
    }

    [Theory]
    [InlineData("void M()\n{\n    [|LDReplay.IsEnabled = true|];\n}")]
    [InlineData("void M()\n{\n    Prepare();\n    [|LDReplay.IsEnabled = true|];\n    Prepare();\n}")]
    [InlineData("void M()\n{\n    [|LDReplay.IsEnabled = true|];\n    LDReplay.IsEnabled = false;\n    LDReplay.IsEnabled = bool.Parse(\"\");\n}")]
    [InlineData("int M()\n{\n    Prepare();\n    [|LDReplay.IsEnabled = true|];\n    return 1;\n}")]
    [InlineData("Task M()\n{\n    Prepare();\n    [|LDReplay.IsEnabled = true|];\n    throw null;\n}")]
    [InlineData("IEnumerable<int> M()\n{\n    yield return 1;\n    Prepare();\n    [|LDReplay.IsEnabled = true|];\n}")]
    [InlineData("void M()\n{\n    if (HasConsent == HasConsent)\n    {\n        Prepare();\n        Prepare();\n        [|LDReplay.IsEnabled = true|];\n    }\n}")]
    [InlineData("C()\n{\n    Prepare();\n    Prepare();\n    [|LDReplay.IsEnabled = true|];\n}")]
    [InlineData("void M() { Prepare(); Prepare(); [|LDReplay.IsEnabled = true|]; }")]
    public Task A_method_with_more_to_do_does_not_end(string member) => Verify(member, member);

    [Fact]
    public Task Line_endings_and_tabs_stay_what_they_are() => RuleVerifier.VerifyFixAsync(
        "RPL1001",
        RecorderApi.LaunchDarkly,
        "using LaunchDarkly.SessionReplay;\r\n\r\nclass C\r\n{\r\n\tbool HasConsent;\r\n\tvoid M()\r\n\t{\r\n\t\tM();\r\n\r\n\t\t[|LDReplay.IsEnabled = true|];\r\n\t}\r\n}\r\n",
        "using LaunchDarkly.SessionReplay;\r\n\r\nclass C\r\n{\r\n\tbool HasConsent;\r\n\tvoid M()\r\n\t{\r\n\t\tM();\r\n\r\n\t\tif (!HasConsent)\r\n\t\t\treturn;\r\n\r\n\t\tLDReplay.IsEnabled = true;\r\n\t}\r\n}\r\n",
        "ReturnWithoutConsent");

    private static Task Verify(string member, string fixedMember) =>
        RuleVerifier.VerifyFixAsync("RPL1001", RecorderApi.LaunchDarkly, Source(member), Source(fixedMember), "ReturnWithoutConsent");

    private static string Source(string member) => $$"""
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using LaunchDarkly.SessionReplay;

        class C
        {
            bool HasConsent;
            int x;
            void Prepare() { }
        {{member.Replace("\n", "\n    ").Insert(0, "    ").Replace("\n    \n", "\n\n")}}
        }
        """;
}
