using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes;

public class InjectConsentTests
{
    private const string Consent = "namespace Shop { public interface IConsent { [ReplayLint.ConsentGuard] bool IsGiven { get; } } class Stored : IConsent { public bool IsGiven => 1 > 2; } }";

    [Fact]
    public Task A_type_with_fields_gets_the_service_as_they_are_named() => Verify(
        """
        class C
        {
            // Counts.
            private readonly int _count;

            public C(int count)
            {
                _count = count;
                N();
            }

            void M()
            {
                [|LDReplay.IsEnabled = true|];
            }

            void N() { [|LDReplay.IsEnabled = true|]; }
        }

        class Plain
        {
            private readonly int count; // a

            public Plain(
                int count,
                int more = 1)
            {
                this.count = count;
            }

            void M() { [|LDReplay.IsEnabled = true|]; }
        }
        """,
        """
        class C
        {
            // Counts.
            private readonly int _count;
            private readonly Shop.IConsent _consent;

            public C(int count, Shop.IConsent consent)
            {
                _count = count;
                _consent = consent;
                N();
            }

            void M()
            {
                if (_consent.IsGiven)
                {
                    LDReplay.IsEnabled = true;
                }
            }

            void N() { if (_consent.IsGiven) { LDReplay.IsEnabled = true; } }
        }

        class Plain
        {
            private readonly int count; // a
            private readonly Shop.IConsent consent;

            public Plain(
                int count,
                Shop.IConsent consent,
                int more = 1)
            {
                this.count = count;
                this.consent = consent;
            }

            void M() { if (consent.IsGiven) { LDReplay.IsEnabled = true; } }
        }
        """);

    [Fact]
    public Task A_type_without_a_constructor_gets_one() => Verify(
        """
        using Shop;

        public class C
        {
            // Starts.
            void M() { [|LDReplay.IsEnabled = true|]; }
        }

        class WithField
        {
            static int Count;

            void M() { [|LDReplay.IsEnabled = true|]; }
        }
        """,
        """
        using Shop;

        public class C
        {
            private readonly IConsent _consent;

            public C(IConsent consent)
            {
                _consent = consent;
            }

            // Starts.
            void M() { if (_consent.IsGiven) { LDReplay.IsEnabled = true; } }
        }

        class WithField
        {
            static int Count;
            private readonly IConsent _consent;

            public WithField(IConsent consent)
            {
                _consent = consent;
            }

            void M() { if (_consent.IsGiven) { LDReplay.IsEnabled = true; } }
        }
        """);

    [Fact]
    public Task A_primary_constructor_is_given_it() => Verify(
        """
        class C(int count)
        {
            int M()
            {
                [|LDReplay.IsEnabled = true|];
                return count;
            }
        }

        class Empty() { void M() { [|LDReplay.IsEnabled = true|]; } }

        record R(int Count)
        {
            void M() { [|LDReplay.IsEnabled = true|]; }
        }
        """,
        """
        class C(int count, Shop.IConsent consent)
        {
            int M()
            {
                if (consent.IsGiven)
                {
                    LDReplay.IsEnabled = true;
                }
                return count;
            }
        }

        class Empty(Shop.IConsent consent) { void M() { if (consent.IsGiven) { LDReplay.IsEnabled = true; } } }

        record R(int Count, Shop.IConsent Consent)
        {
            void M() { if (Consent.IsGiven) { LDReplay.IsEnabled = true; } }
        }
        """);

    [Theory]
    [InlineData("class C\n{\n    static void M() { @; }\n}")]
    [InlineData("static class C\n{\n    static void M() { @; }\n}")]
    [InlineData("struct C\n{\n    void M() { @; }\n}")]
    [InlineData("class C\n{\n    C() { }\n    C(int x) { }\n    void M() { @; }\n}")]
    [InlineData("class C\n{\n    void M() { @; }\n}\nclass Maker\n{\n    C Make() => new C();\n}")]
    [InlineData("class C\n{\n    void M() { @; }\n}\nclass Maker\n{\n    C Make() => new();\n}")]
    [InlineData("class C\n{\n    void M() { @; }\n}\nclass Derived : C\n{\n}")]
    [InlineData("class C : System.ComponentModel.Component\n{\n    public C(int x) => _ = x;\n    void M() { @; }\n}")]
    [InlineData("class C : System.EventArgs\n{\n    void M() { @; }\n}")]
    [InlineData("class C : System.EventArgs\n{\n    public C() { }\n    void M() { @; }\n}")]
    [InlineData("class C\n{\n    int consent, _consent;\n    void M() { @; }\n}")]
    [InlineData("class C\n{\n    void M() { System.Threading.Tasks.Task.Run(static () => { @; }); }\n}")]
    [InlineData("class C\n{\n    bool _field = @;\n}")]
    [InlineData("class C { void M() { @; } }")]
    public Task A_type_that_nobody_gives_services_gets_none(string type)
    {
        var source = type.Replace("@", "[|LDReplay.IsEnabled = true|]");
        return Verify(source, source);
    }

    [Theory]
    [InlineData("interface IOther { [ReplayLint.ConsentGuard] bool Ok { get; } }", Consent)]
    [InlineData("class User { public bool HasConsent { get; set; } }")]
    [InlineData("record Answer(bool HasConsent);")]
    [InlineData("static class Consents { public static bool HasConsent => 1 > 2; }")]
    [InlineData("interface IConsent<T> { bool HasConsent { get; } }")]
    [InlineData("interface IConsent { [ReplayLint.ConsentGuard] System.Threading.Tasks.Task<bool> AskAsync(); }")]
    [InlineData("public class C2 { public C2(int x) { } }")]
    public Task There_must_be_one_service(params string[] sources)
    {
        const string Source = "using LaunchDarkly.SessionReplay;\n\nclass C\n{\n    void M() { [|LDReplay.IsEnabled = true|]; }\n}\n";
        return RuleVerifier.VerifyFixAsync("RPL1001", RecorderApi.LaunchDarkly, [Source, .. sources], [Source, .. sources], "InjectConsent");
    }

    [Theory]
    [InlineData("class Answers { public bool HasConsent() => 1 > 2; }", "Answers", "answers.HasConsent()")]
    [InlineData("class Answers { public bool HasConsent { get; private set; } }", "Answers", "answers.HasConsent")]
    public Task A_class_that_answers_is_a_service(string service, string name, string guard) => RuleVerifier.VerifyFixAsync(
        "RPL1001",
        RecorderApi.LaunchDarkly,
        ["using LaunchDarkly.SessionReplay;\n\nclass C(int x)\n{\n    void M() { [|LDReplay.IsEnabled = true|]; }\n}\n", service],
        [$"using LaunchDarkly.SessionReplay;\n\nclass C(int x, {name} answers)\n{{\n    void M() {{ if ({guard}) {{ LDReplay.IsEnabled = true; }} }}\n}}\n", service],
        "InjectConsent");

    [Fact]
    public Task A_partial_type_is_given_it_where_its_constructor_is() => RuleVerifier.VerifyFixAsync(
        "RPL1001",
        RecorderApi.LaunchDarkly,
        ["using LaunchDarkly.SessionReplay;\n\npartial class C\n{\n    void M() { [|LDReplay.IsEnabled = true|]; }\n}\n", "partial class C\n{\n    C() { }\n}\n", Consent],
        [
            "using LaunchDarkly.SessionReplay;\n\npartial class C\n{\n    void M() { if (_consent.IsGiven) { LDReplay.IsEnabled = true; } }\n}\n",
            "partial class C\n{\n    private readonly Shop.IConsent _consent;\n\n    C(Shop.IConsent consent) { _consent = consent; }\n}\n",
            Consent,
        ],
        "InjectConsent");

    [Fact]
    public Task Who_can_make_the_type_can_name_the_service() => RuleVerifier.VerifyFixAsync(
        "RPL1001",
        RecorderApi.LaunchDarkly,
        ["using LaunchDarkly.SessionReplay;\n\npublic class C\n{\n    void M() { [|LDReplay.IsEnabled = true|]; }\n}\n", "interface IConsent { bool HasConsent { get; } }"],
        ["using LaunchDarkly.SessionReplay;\n\npublic class C\n{\n    private readonly IConsent _consent;\n\n    internal C(IConsent consent)\n    {\n        _consent = consent;\n    }\n\n    void M() { if (_consent.HasConsent) { LDReplay.IsEnabled = true; } }\n}\n", "interface IConsent { bool HasConsent { get; } }"],
        "InjectConsent");

    [Theory]
    [InlineData("public D(int x) { }")]
    [InlineData("protected D() { }")]
    public Task A_constructor_that_others_see_takes_nothing_they_do_not(string constructor)
    {
        string[] sources = ["using LaunchDarkly.SessionReplay;\n\npublic class D\n{\n    " + constructor + "\n    void M() { [|LDReplay.IsEnabled = true|]; }\n}\n", "interface IConsent { bool HasConsent { get; } }"];
        return RuleVerifier.VerifyFixAsync("RPL1001", RecorderApi.LaunchDarkly, sources, sources, "InjectConsent");
    }

    [Fact]
    public Task Line_endings_and_tabs_stay_what_they_are() => RuleVerifier.VerifyFixAsync(
        "RPL1001",
        RecorderApi.LaunchDarkly,
        ["using LaunchDarkly.SessionReplay;\r\n\r\nclass C\r\n{\r\n\tvoid M() { [|LDReplay.IsEnabled = true|]; }\r\n}\r\n", Consent],
        ["using LaunchDarkly.SessionReplay;\r\n\r\nclass C\r\n{\r\n\tprivate readonly Shop.IConsent _consent;\r\n\r\n\tpublic C(Shop.IConsent consent)\r\n\t{\r\n\t\t_consent = consent;\r\n\t}\r\n\r\n\tvoid M() { if (_consent.IsGiven) { LDReplay.IsEnabled = true; } }\r\n}\r\n", Consent]);

    /// <summary>The first finding of a type brings the service, which is then in scope for the others.</summary>
    private static Task Verify(string source, string fixedSource)
    {
        const string Using = "using LaunchDarkly.SessionReplay;\n";
        return RuleVerifier.VerifyFixAsync("RPL1001", RecorderApi.LaunchDarkly, [Using + source, Consent], [Using + fixedSource, Consent], source == fixedSource ? "InjectConsent" : null);
    }
}
