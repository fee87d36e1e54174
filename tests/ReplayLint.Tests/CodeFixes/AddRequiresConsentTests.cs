using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes;

public class AddRequiresConsentTests
{
    [Fact]
    public Task The_member_that_starts_asks_its_callers() => Verify(
        """
        using System;
        using LaunchDarkly.SessionReplay;

        class C
        {
            /// <summary>Starts.</summary>
            // Kept.
            [Obsolete] // why
            public void Method()
            {
                [|LDReplay.IsEnabled = true|];
                [|LDReplay.IsEnabled = true|];
                Later(() => [|LDReplay.IsEnabled = true|]);
            }

            C() => [|LDReplay.IsEnabled = true|];

            void Later(Action run) { }

            bool Property
            {
                get => true;
        #if !NONE
                set => [|LDReplay.IsEnabled = true|];
        #endif
            }

            bool Short => [|LDReplay.IsEnabled = true|];

            int this[int x] { get { [|LDReplay.IsEnabled = true|]; return x; } }

            void Outer()
            {
                // Runs now and then.
                void Local()
                {
                    [|LDReplay.IsEnabled = true|];
                }
            }

            void OnOneLine() { void Local() { [|LDReplay.IsEnabled = true|]; } }
        }
        """,
        """
        using System;
        using LaunchDarkly.SessionReplay;

        class C
        {
            /// <summary>Starts.</summary>
            // Kept.
            [ReplayLint.RequiresConsent]
            [Obsolete] // why
            public void Method()
            {
                LDReplay.IsEnabled = true;
                LDReplay.IsEnabled = true;
                Later(() => LDReplay.IsEnabled = true);
            }

            [ReplayLint.RequiresConsent]
            C() => LDReplay.IsEnabled = true;

            void Later(Action run) { }

            [ReplayLint.RequiresConsent]
            bool Property
            {
                get => true;
        #if !NONE
                set => LDReplay.IsEnabled = true;
        #endif
            }

            [ReplayLint.RequiresConsent]
            bool Short => LDReplay.IsEnabled = true;

            [ReplayLint.RequiresConsent]
            int this[int x] { get { LDReplay.IsEnabled = true; return x; } }

            void Outer()
            {
                // Runs now and then.
                [ReplayLint.RequiresConsent]
                void Local()
                {
                    LDReplay.IsEnabled = true;
                }
            }

            void OnOneLine() { [ReplayLint.RequiresConsent] void Local() { LDReplay.IsEnabled = true; } }
        }
        """);

    [Fact]
    public Task Whose_caller_is_a_framework_is_not_asked() => VerifyNot(
        """
        using System;
        using System.ComponentModel;
        using LaunchDarkly.SessionReplay;

        class C : IDisposable
        {
            static C() { [|LDReplay.IsEnabled = true|]; }
            ~C() { [|LDReplay.IsEnabled = true|]; }
            static void Main() { [|LDReplay.IsEnabled = true|]; }
            public override string ToString() { [|LDReplay.IsEnabled = true|]; return ""; }
            public void Dispose() { [|LDReplay.IsEnabled = true|]; }
            void OnClicked(object sender, EventArgs e) { [|LDReplay.IsEnabled = true|]; }
            void OnChanged(object sender, PropertyChangedEventArgs e) { [|LDReplay.IsEnabled = true|]; }
            bool _field = [|LDReplay.IsEnabled = true|];
            bool Property { get; } = [|LDReplay.IsEnabled = true|];
            event Action Happened { add { [|LDReplay.IsEnabled = true|]; } remove { } }
            public static C operator +(C c) { [|LDReplay.IsEnabled = true|]; return c; }
        }

        class Derived : C
        {
            public override string ToString() { [|LDReplay.IsEnabled = true|]; return ""; }
        }

        class Explicit : IDisposable
        {
            void IDisposable.Dispose() { [|LDReplay.IsEnabled = true|]; }
        }
        """);

    [Fact]
    public Task A_member_of_the_projects_own_base_class_or_interface_is() => Verify(
        """
        using LaunchDarkly.SessionReplay;

        interface IStart { void Start(); }
        abstract class Base { public abstract void Again(); }

        class C : Base, IStart
        {
            public void Start() { [|LDReplay.IsEnabled = true|]; }
            public override void Again() { [|LDReplay.IsEnabled = true|]; }
        }
        """,
        """
        using LaunchDarkly.SessionReplay;

        interface IStart { void Start(); }
        abstract class Base { public abstract void Again(); }

        class C : Base, IStart
        {
            [ReplayLint.RequiresConsent]
            public void Start() { LDReplay.IsEnabled = true; }
            [ReplayLint.RequiresConsent]
            public override void Again() { LDReplay.IsEnabled = true; }
        }
        """);

    [Theory]
    [InlineData("[|LDReplay.IsEnabled = true|];", "[|LDReplay.IsEnabled = true|];")]
    [InlineData("System.Threading.Tasks.Task.Run(() => [|LDReplay.IsEnabled = true|]);", "System.Threading.Tasks.Task.Run(() => [|LDReplay.IsEnabled = true|]);")]
    [InlineData("void Start() => [|LDReplay.IsEnabled = true|];", "[RequiresConsent]\nvoid Start() => LDReplay.IsEnabled = true;")]
    public Task A_program_has_no_callers_but_its_functions_do(string statement, string fixedStatement)
    {
        const string Usings = "using LaunchDarkly.SessionReplay;\nusing ReplayLint;\n\n";
        return RuleVerifier.VerifyProgramFixAsync("RPL1001", RecorderApi.LaunchDarkly, Usings + statement, Usings + fixedStatement, "AddRequiresConsent");
    }

    [Fact]
    public Task Line_endings_and_tabs_stay_what_they_are() => Verify(
        "using LaunchDarkly.SessionReplay;\r\n\r\nclass C\r\n{\r\n\t// Start.\r\n\tvoid M() => [|LDReplay.IsEnabled = true|];\r\n}\r\n",
        "using LaunchDarkly.SessionReplay;\r\n\r\nclass C\r\n{\r\n\t// Start.\r\n\t[ReplayLint.RequiresConsent]\r\n\tvoid M() => LDReplay.IsEnabled = true;\r\n}\r\n");

    [Fact]
    public async Task Without_the_annotations_there_is_nothing_to_add()
    {
        const string Source = "class C { void M() => LaunchDarkly.SessionReplay.LDReplay.IsEnabled = true; }\n";

        Assert.DoesNotContain("RequiresConsent", await FixRunner.FixAllAsync(Source, RecorderApi.LaunchDarkly, "RPL1001", "AddRequiresConsent"));
    }

    [Fact]
    public Task Where_consent_may_be_missing_it_is_offered_too() => RuleVerifier.VerifyFixAsync(
        new MentionAnalyzer(Descriptors.RPL1002_ConsentMayBeMissing, "Begin"),
        RecorderApi.None,
        [
            """
            static class Recorder { public static void Begin(int x = 0) { } }

            class C
            {
                void M(bool x)
                {
                    if (x)
                        Recorder.[|Begin|]();
                }
            }
            """.Replace("void Begin", "void [|Begin|]"),
        ],
        [
            """
            static class Recorder { public static void Begin(int x = 0) { } }

            class C
            {
                [ReplayLint.RequiresConsent]
                void M(bool x)
                {
                    if (x)
                        Recorder.[|Begin|]();
                }
            }
            """.Replace("void Begin", "void [|Begin|]"),
        ]);

    [Fact]
    public Task The_member_that_callers_see_gets_it() => RuleVerifier.VerifyFixAsync(
        new MentionAnalyzer(Descriptors.RPL1009_RequiresConsentMismatch, "Record", [("Member", "M:IRecording.Start")]),
        RecorderApi.None,
        [
            """
            class Recording : IRecording
            {
                [ReplayLint.RequiresConsent] void [|Record|]() { }
                void IRecording.Start() => [|Record|]();
            }
            """,
            """
            using ReplayLint;

            public interface IRecording
            {
                // Starts.
                void Start();
            }
            """,
        ],
        [
            """
            class Recording : IRecording
            {
                [ReplayLint.RequiresConsent] void [|Record|]() { }
                void IRecording.Start() => [|Record|]();
            }
            """,
            """
            using ReplayLint;

            public interface IRecording
            {
                // Starts.
                [RequiresConsent]
                void Start();
            }
            """,
        ]);

    [Theory]
    [InlineData("M:System.IDisposable.Dispose")]
    [InlineData("M:Nobody.Knows")]
    [InlineData("")]
    [InlineData(null)]
    public Task A_member_of_metadata_does_not(string? member)
    {
        string[] sources = ["class C : System.IDisposable { public void [|Dispose|]() { } }"];
        return RuleVerifier.VerifyFixAsync(
            new MentionAnalyzer(Descriptors.RPL1009_RequiresConsentMismatch, "Dispose", member is null ? [] : [("Member", member)]),
            RecorderApi.None,
            sources,
            sources);
    }

    private static Task Verify(string source, string fixedSource) =>
        RuleVerifier.VerifyFixAsync("RPL1001", RecorderApi.LaunchDarkly, source, fixedSource, "AddRequiresConsent");

    private static Task VerifyNot(string source) => Verify(source, source);
}
