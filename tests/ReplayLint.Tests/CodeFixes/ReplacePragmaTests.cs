using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes;

public class ReplacePragmaTests
{
    private const string Id = "RPL9001";
    private const string Masking = "SuppressMessage(\"ReplayLint.Masking\", \"RPL2001:Masking is turned off\", Justification = ";

    [Fact]
    public Task The_attribute_goes_on_the_member_and_the_directives_go() =>
        VerifyAsync(
            """
            using System.Diagnostics.CodeAnalysis;
            using Sentry;

            class App
            {
                int _before;

                /// <summary>Sets it up.</summary>
                [System.Obsolete]
                void M(SentryOptions options)
                {
                    // The names are made up.
            [|#pragma warning disable RPL2001|]
                    options.Native.ExperimentalOptions.SessionReplay.MaskAllText = false;
            #pragma warning restore RPL2001
                    System.Console.WriteLine();
                }
            }
            """,
            $$"""
            using System.Diagnostics.CodeAnalysis;
            using Sentry;

            class App
            {
                int _before;

                /// <summary>Sets it up.</summary>
                [[|{{Masking}}"<Pending>")|]]
                [System.Obsolete]
                void M(SentryOptions options)
                {
                    // The names are made up.
                    options.Native.ExperimentalOptions.SessionReplay.MaskAllText = false;
                    System.Console.WriteLine();
                }
            }
            """);

    [Fact]
    public Task A_directive_above_a_member_is_about_that_member() =>
        VerifyAsync(
            """
            class App
            {
                [|#pragma warning disable RPL2001, RPL1001 // PRIV-44|]
                // What it does.
                int _field, _other;
                #pragma warning restore RPL2001, RPL1001

                int _after;
            }
            """,
            """
            class App
            {
                // What it does.
                [[|System.Diagnostics.CodeAnalysis.SuppressMessage("ReplayLint.Consent", "RPL1001:Recording starts without consent", Justification = "PRIV-44")|]]
                [[|System.Diagnostics.CodeAnalysis.SuppressMessage("ReplayLint.Masking", "RPL2001:Masking is turned off", Justification = "PRIV-44")|]]
                int _field, _other;

                int _after;
            }
            """);

    [Fact]
    public Task A_directive_above_the_only_type_of_a_file_is_about_that_type() =>
        VerifyAsync(
            """
            [|#pragma warning disable RPL2001|]
            using System.Diagnostics.CodeAnalysis;

            namespace Shop
            {
                // The application.
                public class App
                {
                    int _one;
                    int _two;
                }
            }
            """,
            $$"""
            using System.Diagnostics.CodeAnalysis;

            namespace Shop
            {
                // The application.
                [[|{{Masking}}"<Pending>")|]]
                public class App
                {
                    int _one;
                    int _two;
                }
            }
            """);

    [Fact]
    public Task What_the_directive_says_about_others_stays() =>
        VerifyAsync(
            """
            using System.Diagnostics.CodeAnalysis;

            class App
            {
                void M()
                {
            [|#pragma warning disable CS0168, RPL2001, CS0219 // TODO|]
                    int unused;
            #pragma warning restore RPL2001, CS0168, CS0219
                }
            }
            """,
            $$"""
            using System.Diagnostics.CodeAnalysis;

            class App
            {
                [[|{{Masking}}"TODO")|]]
                void M()
                {
            #pragma warning disable CS0168, CS0219 // TODO
                    int unused;
            #pragma warning restore CS0168, CS0219
                }
            }
            """);

    [Fact]
    public Task Several_of_one_file_are_replaced_together() =>
        VerifyAsync(
            """
            using System.Diagnostics.CodeAnalysis;

            class App
            {
                void M()
                {
            [|#pragma warning disable RPL2001|]
                    System.Console.WriteLine("1");
            #pragma warning restore RPL2001
            [|#pragma warning disable RPL1001|]
                    System.Console.WriteLine("2");
            #pragma warning restore
                }

                int P
                {
                    get
                    {
            [|#pragma warning disable RPL2001|]
                        return 1;
                    }
                }
            #pragma warning restore RPL2001
            }
            """,
            $$"""
            using System.Diagnostics.CodeAnalysis;

            class App
            {
                [[|SuppressMessage("ReplayLint.Consent", "RPL1001:Recording starts without consent", Justification = "<Pending>")|]]
                [[|{{Masking}}"<Pending>")|]]
                void M()
                {
                    System.Console.WriteLine("1");
                    System.Console.WriteLine("2");
            #pragma warning restore
                }

                [[|{{Masking}}"<Pending>")|]]
                int P
                {
                    get
                    {
                        return 1;
                    }
                }
            }
            """);

    [Fact]
    public async Task Line_endings_and_tabs_stay_as_they_are()
    {
        const string Source = "using System.Diagnostics.CodeAnalysis;\r\n\r\nclass App\r\n{\r\n\tvoid M()\r\n\t{\r\n#pragma warning disable RPL2001\r\n\t\tN();\r\n\t}\r\n#pragma warning restore RPL2001\r\n\r\n\tvoid N() { }\r\n}\r\n";

        Assert.Equal(
            "using System.Diagnostics.CodeAnalysis;\r\n\r\nclass App\r\n{\r\n\t[" + Masking + "\"<Pending>\")]\r\n\tvoid M()\r\n\t{\r\n\t\tN();\r\n\t}\r\n\r\n\tvoid N() { }\r\n}\r\n",
            await FixRunner.FixAllAsync(Source, RecorderApi.SentryOnAndroid, Id, equivalenceKey: null));
    }

    [Theory]
    [InlineData("#pragma warning disable RPL2001\nclass A { }\nclass B { }")]
    [InlineData("class A\n{\n#pragma warning disable RPL2001\n    int _a;\n    int _b;\n}")]
    [InlineData("class A { }\n#pragma warning disable RPL2001")]
    [InlineData("#pragma warning disable RPL2001\n#pragma warning restore RPL2001\nclass A { }")]
    [InlineData("#pragma warning disable RPL2001\nSystem.Console.WriteLine();")]
    [InlineData("namespace N;\n#pragma warning disable RPL2001\npublic")]
    public async Task Where_it_is_about_none_or_several_a_human_decides(string source)
    {
        Assert.Empty(await FixRunner.GetOffersAsync(source, RecorderApi.SentryOnAndroid, Id));
        Assert.Equal(source, await FixRunner.FixAllAsync(source, RecorderApi.SentryOnAndroid, Id, equivalenceKey: null));
    }

    private static Task VerifyAsync(string source, string fixedSource) =>
        RuleVerifier.VerifyFixAsync(Id, RecorderApi.SentryOnAndroid, source, fixedSource);
}
