using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes;

public class GuardRecordingTests
{
    [Fact]
    public Task A_call_is_put_behind_the_guard_of_its_type_with_its_comments_and_paragraphs() => VerifySentry(
        """
        using Sentry;

        class App
        {
            bool HasConsent { get; set; }

            void Start()
            {
                Prepare();

                // Crash reports and replay.
                [|SentrySdk.Init|](o =>
                {
                    o.Dsn = "x";

                    // On mobile only.
                    o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1; // a tenth
                }); // started

                Prepare();
            }

            void Prepare() { }
        }
        """,
        """
        using Sentry;

        class App
        {
            bool HasConsent { get; set; }

            void Start()
            {
                Prepare();

                // Crash reports and replay.
                if (HasConsent)
                {
                    SentrySdk.Init(o =>
                    {
                        o.Dsn = "x";

                        // On mobile only.
                        o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1; // a tenth
                    }); // started
                }

                Prepare();
            }

            void Prepare() { }
        }
        """);

    [Fact]
    public Task A_type_without_a_guard_gets_one_to_fill_in_for_all_its_findings() => VerifySentry(
        """
        using Sentry;

        static class App
        {
            static void Start()
            {
                [|SentrySdk.Init|](o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1);
            }

            static void Again()
            {
                [|SentrySdk.Init|](o => o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0);
            }
            // The end.
        }
        """,
        """
        using Sentry;

        static class App
        {
            static void Start()
            {
                if (HasReplayConsent())
                {
                    SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1);
                }
            }

            static void Again()
            {
                if (HasReplayConsent())
                {
                    SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0);
                }
            }
            // The end.

            // Return true only once the user has agreed to session replay.
            [ReplayLint.ConsentGuard]
            private static bool HasReplayConsent() => false;
        }
        """);

    [Fact]
    public Task The_attribute_of_an_added_guard_is_named_as_the_file_allows() => RuleVerifier.VerifyFixAsync(
        "RPL1001",
        RecorderApi.LaunchDarkly,
        [
            """
            using LaunchDarkly.SessionReplay;
            using ReplayLint;

            class App
            {
                void Start() { [|LDReplay.IsEnabled = true|]; }
            }
            """,
            """
            namespace Shop.ReplayLint
            {
                class Other
                {
                    void Start() { [|LaunchDarkly.SessionReplay.LDReplay.IsEnabled = true|]; }
                }
            }
            """,
        ],
        [
            """
            using LaunchDarkly.SessionReplay;
            using ReplayLint;

            class App
            {
                void Start() { if (HasReplayConsent()) { LDReplay.IsEnabled = true; } }

                // Return true only once the user has agreed to session replay.
                [ConsentGuard]
                private static bool HasReplayConsent() => false;
            }
            """,
            """
            namespace Shop.ReplayLint
            {
                class Other
                {
                    void Start() { if (HasReplayConsent()) { LaunchDarkly.SessionReplay.LDReplay.IsEnabled = true; } }

                    // Return true only once the user has agreed to session replay.
                    [global::ReplayLint.ConsentGuard]
                    private static bool HasReplayConsent() => false;
                }
            }
            """,
        ],
        "Guard");

    [Theory]
    [InlineData("void M() { [|LDReplay.IsEnabled = true|]; }", "void M() { if (HasConsent) { LDReplay.IsEnabled = true; } }")]
    [InlineData("void M(bool x) { if (x) [|LDReplay.IsEnabled = true|]; }", "void M(bool x) { if (x && HasConsent) LDReplay.IsEnabled = true; }")]
    [InlineData("void M(bool x) { if (x || !x) [|LDReplay.IsEnabled = true|]; }", "void M(bool x) { if ((x || !x) && HasConsent) LDReplay.IsEnabled = true; }")]
    [InlineData("void M(bool x) { if (x) [|LDReplay.IsEnabled = true|]; else M(!x); }", "void M(bool x) { if (x) { if (HasConsent) { LDReplay.IsEnabled = true; } } else M(!x); }")]
    [InlineData("void M(bool x) { if (x) M(!x); else [|LDReplay.IsEnabled = true|]; }", "void M(bool x) { if (x) M(!x); else if (HasConsent) { LDReplay.IsEnabled = true; } }")]
    [InlineData("void M(bool x) { while (x) [|LDReplay.IsEnabled = true|]; }", "void M(bool x) { while (x) { if (HasConsent) { LDReplay.IsEnabled = true; } } }")]
    [InlineData("void M(int x) { switch (x) { case 1: [|LDReplay.IsEnabled = true|]; break; } }", "void M(int x) { switch (x) { case 1: if (HasConsent) { LDReplay.IsEnabled = true; } break; } }")]
    [InlineData("void M(out bool x) { x = [|LDReplay.IsEnabled = true|]; }", "void M(out bool x) { x = LDReplay.IsEnabled = HasConsent; }")]
    [InlineData("bool M() => [|LDReplay.IsEnabled = true|];", "bool M() => LDReplay.IsEnabled = HasConsent;")]
    [InlineData("int P { get => 0; set => [|LDReplay.IsEnabled = true|]; }", "int P { get => 0; set { if (HasConsent) { LDReplay.IsEnabled = true; } } }")]
    [InlineData("void M() { a: [|LDReplay.IsEnabled = true|]; goto a; }", "void M() { a: if (HasConsent) { LDReplay.IsEnabled = true; } goto a; }")]
    public Task On_one_line_it_stays_on_one_line(string member, string fixedMember) => VerifyFlip(Member(member), Member(fixedMember));

    [Fact]
    public Task A_statement_that_another_owns_gets_a_block() => VerifyFlip(
        Member("""
            void M(bool x)
            {
                if (x)
                    // Start.
                    [|LDReplay.IsEnabled = true|]; // started
                else
                    M(!x);

                foreach (var c in "")
                    [|LDReplay.IsEnabled = true|];

                if (x) M(x);
                else
                    [|LDReplay.IsEnabled = true|];

                switch (x)
                {
                    case true:
                        [|LDReplay.IsEnabled = true|];
                        break;
                }

                if (x)
                    [|LDReplay.IsEnabled = true|]; // why
            }
        """),
        Member("""
            void M(bool x)
            {
                if (x)
                {
                    // Start.
                    if (HasConsent)
                    {
                        LDReplay.IsEnabled = true; // started
                    }
                }
                else
                    M(!x);

                foreach (var c in "")
                {
                    if (HasConsent)
                    {
                        LDReplay.IsEnabled = true;
                    }
                }

                if (x) M(x);
                else
                {
                    if (HasConsent)
                    {
                        LDReplay.IsEnabled = true;
                    }
                }

                switch (x)
                {
                    case true:
                        if (HasConsent)
                        {
                            LDReplay.IsEnabled = true;
                        }
                        break;
                }

                if (x && HasConsent)
                    LDReplay.IsEnabled = true; // why
            }
        """));

    [Fact]
    public Task A_body_that_is_an_expression_becomes_a_block() => VerifyFlip(
        Member("""
            public C() => [|LDReplay.IsEnabled = true|]; // first

            void M() =>
                // Start.
                [|LDReplay.IsEnabled = true|];

            void G<T>(T x)
                where T : class
                => [|LDReplay.IsEnabled = true|];

            int P
            {
                get => 0;
                set => [|LDReplay.IsEnabled = true|];
            }

            void L(System.Action<System.Action> run, System.Action<System.EventHandler> on, System.Action<System.Func<bool>> use)
            {
                run(() => [|LDReplay.IsEnabled = true|]);
                on((_, _) =>
                    [|LDReplay.IsEnabled = true|]);
                void Local() => [|LDReplay.IsEnabled = true|];
                use(() => [|LDReplay.IsEnabled = true|]);
            }
        """),
        Member("""
            public C()
            {
                if (HasConsent)
                {
                    LDReplay.IsEnabled = true;
                }
            } // first

            void M()
            {
                // Start.
                if (HasConsent)
                {
                    LDReplay.IsEnabled = true;
                }
            }

            void G<T>(T x)
                where T : class
            {
                if (HasConsent)
                {
                    LDReplay.IsEnabled = true;
                }
            }

            int P
            {
                get => 0;
                set
                {
                    if (HasConsent)
                    {
                        LDReplay.IsEnabled = true;
                    }
                }
            }

            void L(System.Action<System.Action> run, System.Action<System.EventHandler> on, System.Action<System.Func<bool>> use)
            {
                run(() =>
                {
                    if (HasConsent)
                    {
                        LDReplay.IsEnabled = true;
                    }
                });
                on((_, _) =>
                {
                    if (HasConsent)
                    {
                        LDReplay.IsEnabled = true;
                    }
                });
                void Local()
                {
                    if (HasConsent)
                    {
                        LDReplay.IsEnabled = true;
                    }
                }
                use(() => LDReplay.IsEnabled = HasConsent);
            }
        """));

    [Fact]
    public Task A_call_of_several_lines_moves_to_the_right_and_its_texts_do_not() => VerifySentry(
        """"
        using Sentry;

        class C
        {
            bool HasConsent;

            void M() =>
                [|SentrySdk.Init|](o =>
                {
        #if DEBUG
                    o.Debug = true;
        #endif
                    o.Dsn = @"a
                        b";
                    o.Release = """
                        a
                        b
                        """;
                    o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;
                });
        }
        """",
        """"
        using Sentry;

        class C
        {
            bool HasConsent;

            void M()
            {
                if (HasConsent)
                {
                    SentrySdk.Init(o =>
                    {
        #if DEBUG
                    o.Debug = true;
        #endif
                        o.Dsn = @"a
                        b";
                        o.Release = """
                        a
                        b
                        """;
                        o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;
                    });
                }
            }
        }
        """");

    [Fact]
    public Task Where_the_result_is_needed_the_settings_that_record_are_guarded() => VerifySentry(
        """
        using System;
        using Sentry;

        class C
        {
            bool HasConsent;

            void Disposed()
            {
                using var sdk = [|SentrySdk.Init|](o =>
                {
                    o.Dsn = "x";
                    // Replay.
                    o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;

                    // With errors.
                    o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0; // all
                    o.Native.ExperimentalOptions.SessionReplay.MaskAllText = true;
                });
            }

            IDisposable Returned()
            {
                var options = new SentryOptions();
                options.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;
                options.Dsn = "x";
                if (HasConsent)
                    options.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0;
                return [|SentrySdk.Init|](options);
            }

            IDisposable Short() => [|SentrySdk.Init|](o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1);

            IDisposable Named() => [|SentrySdk.Init|](Configure);

            IDisposable NamedToo() => [|SentrySdk.Init|](Configure);

            void Configure(SentryOptions o)
            {
                o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;
                o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1;
            }
        }
        """,
        """
        using System;
        using Sentry;

        class C
        {
            bool HasConsent;

            void Disposed()
            {
                using var sdk = SentrySdk.Init(o =>
                {
                    o.Dsn = "x";
                    // Replay.
                    if (HasConsent)
                    {
                        o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;

                        // With errors.
                        o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0; // all
                    }
                    o.Native.ExperimentalOptions.SessionReplay.MaskAllText = true;
                });
            }

            IDisposable Returned()
            {
                var options = new SentryOptions();
                if (HasConsent)
                {
                    options.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;
                }
                options.Dsn = "x";
                if (HasConsent)
                    options.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0;
                return SentrySdk.Init(options);
            }

            IDisposable Short() => SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = HasConsent ? 0.1 : 0);

            IDisposable Named() => SentrySdk.Init(Configure);

            IDisposable NamedToo() => SentrySdk.Init(Configure);

            void Configure(SentryOptions o)
            {
                o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = HasConsent ? 0.1 : 0;
                o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = HasConsent ? 1 : 0;
            }
        }
        """);

    [Fact]
    public Task A_chain_goes_on_without_recording() => RuleVerifier.VerifyFixAsync(
        "RPL1001",
        RecorderApi.SentryMaui,
        """
        using Microsoft.Maui.Controls.Hosting;
        using Microsoft.Maui.Hosting;

        static class MauiProgram
        {
            static MauiApp CreateMauiApp()
            {
                var builder = MauiApp.CreateBuilder();
                builder
                    .UseMauiApp<object>()
                    .[|UseSentry|](o =>
                    {
                        o.Dsn = "x";
                        o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0;
                    })
                    .UseMauiApp<string>();

                [|builder.UseSentry|](static o => o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0);
                return [|builder.UseSentry|](o => o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0).Build();
            }
        }
        """,
        """
        using Microsoft.Maui.Controls.Hosting;
        using Microsoft.Maui.Hosting;

        static class MauiProgram
        {
            static MauiApp CreateMauiApp()
            {
                var builder = MauiApp.CreateBuilder();
                builder
                    .UseMauiApp<object>()
                    .UseSentry(o =>
                    {
                        o.Dsn = "x";
                        if (HasReplayConsent())
                        {
                            o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0;
                        }
                    })
                    .UseMauiApp<string>();

                if (HasReplayConsent())
                {
                    builder.UseSentry(static o => o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0);
                }
                return builder.UseSentry(o => o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = HasReplayConsent() ? 1.0 : 0).Build();
            }

            // Return true only once the user has agreed to session replay.
            [ReplayLint.ConsentGuard]
            private static bool HasReplayConsent() => false;
        }
        """,
        "Guard");

    [Theory]
    // A parameter or local comes first, then a member, then a member of what is in scope.
    [InlineData("bool HasConsent; void M(bool consentGiven) { @; }", "consentGiven")]
    [InlineData("bool HasConsent; void M([ReplayLint.ConsentGuard] bool ok, bool aConsentGiven) { @; }", "ok")]
    [InlineData("bool HasConsent; void M(Settings s) { var userConsented = s.Read(); @; }", "userConsented")]
    [InlineData("bool HasConsent; void M() { bool userConsented = true; @; }", "HasConsent")]
    [InlineData("bool HasConsent; void M() { @; bool userConsented = Settings.Ask(); }", "HasConsent")]
    [InlineData("bool HasConsent; [ReplayLint.ConsentGuard] bool Zed() => false; void M() { @; }", "Zed()")]
    [InlineData("bool HasConsent { get; } const bool AConsentGiven = true; bool ConsentDenied, AskConsent; bool GrantConsent() => true; void M() { @; }", "HasConsent")]
    [InlineData("static bool IsConsentGranted() => false; void M() { @; }", "IsConsentGranted()")]
    [InlineData("static bool HasConsent; bool AConsentGiven; static void M() { @; }", "HasConsent")]
    [InlineData("static bool HasConsent; bool AConsentGiven; void M() { System.Threading.Tasks.Task.Run(static () => { @; }); }", "HasConsent")]
    [InlineData("static bool HasConsent; void M() { bool consentGiven = Settings.Ask(); void L() { @; } }", "HasConsent")]
    [InlineData("static bool HasConsent; void M(out bool consentGiven) { @; consentGiven = false; }", "HasConsent")]
    [InlineData("static bool HasConsent; void M(ref bool consentGiven) { System.Threading.Tasks.Task.Run(() => { @; }); }", "HasConsent")]
    [InlineData("readonly Consent _consent; Consent Property => null; void M(Consent given) { @; }", "given.IsGranted")]
    [InlineData("readonly Consent _consent; void M(string text) { @; }", "_consent.IsGranted")]
    [InlineData("void M(IConsent consent) { @; }", "consent.HasConsent()")]
    [InlineData("#nullable enable\nConsent? _consent; void M() { @; }", "_consent?.IsGranted == true")]
    [InlineData("bool HasConsent { get { @; return false; } } static bool IsConsentGiven; ", "IsConsentGiven")]
    [InlineData("void M(bool @event, [ReplayLint.ConsentGuard] bool @if) { @; }", "@if")]
    [InlineData("static bool HasConsent; class Inner { bool x; void M() { @; } }", "HasConsent")]
    public Task The_nearest_guard_that_can_be_asked_is_chosen(string members, string guard)
    {
        var source = $$"""
            using LaunchDarkly.SessionReplay;

            interface IConsent { bool HasConsent(); }
            class Consent { public bool IsGranted => Settings.Ask(); private bool AHasConsent => false; public static bool AStaticConsent; }
            class Settings { public bool Read() => false; public static bool Ask() => false; }
            class C
            {
                {{members}}
            }
            """;
        return VerifyFlip(source.Replace("@;", "[|LDReplay.IsEnabled = true|];"), source.Replace("@;", $"if ({guard}) {{ LDReplay.IsEnabled = true; }}"));
    }

    [Theory]
    [InlineData("[ReplayLint.ConsentGuard] Task<bool> AskAsync() => null; async Task M() { @; await Task.Yield(); }", "await AskAsync()")]
    [InlineData("ValueTask<bool> HasConsentAsync => default; async Task M() { await Task.Yield(); @; }", "await HasConsentAsync")]
    [InlineData("IAsyncConsent _consent; void M() { Task.Run(async () => { await Task.Yield(); @; }); }", "await _consent.AskAsync()")]
    [InlineData("bool HasConsent; Task<bool> HasConsentAsync() => null; async Task M() { await Task.Yield(); @; }", "HasConsent")]
    [InlineData("bool HasConsent; [ReplayLint.ConsentGuard] Task<bool> AskAsync() => null; void M() { @; }", "HasConsent")]
    [InlineData("bool HasConsent; [ReplayLint.ConsentGuard] Task<bool> AskAsync() => null; async Task M() { await Task.Yield(); void L() { @; } }", "HasConsent")]
    [InlineData("bool HasConsent; [ReplayLint.ConsentGuard] Task<bool> AskAsync() => null; async Task M() { await Task.Yield(); lock (this) { @; } }", "HasConsent")]
    public Task A_guard_that_answers_later_is_asked_where_the_code_can_wait(string members, string guard)
    {
        var source = $$"""
            using System.Threading.Tasks;
            using LaunchDarkly.SessionReplay;

            interface IAsyncConsent { [ReplayLint.ConsentGuard] Task<bool> AskAsync(); }
            class C
            {
                {{members}}
            }
            """;
        return VerifyFlip(source.Replace("@;", "[|LDReplay.IsEnabled = true|];"), source.Replace("@;", $"if ({guard}) {{ LDReplay.IsEnabled = true; }}"));
    }

    [Fact]
    public Task No_method_becomes_asynchronous_for_a_guard() => VerifyFlip(
        """
        using System.Threading.Tasks;
        using LaunchDarkly.SessionReplay;

        class C
        {
            [ReplayLint.ConsentGuard] Task<bool> AskAsync() => null;
            void M() { [|LDReplay.IsEnabled = true|]; }
        }
        """,
        """
        using System.Threading.Tasks;
        using LaunchDarkly.SessionReplay;

        class C
        {
            [ReplayLint.ConsentGuard] Task<bool> AskAsync() => null;
            void M() { if (HasReplayConsent()) { LDReplay.IsEnabled = true; } }

            // Return true only once the user has agreed to session replay.
            [ReplayLint.ConsentGuard]
            private static bool HasReplayConsent() => false;
        }
        """);

    [Fact]
    public Task A_guard_of_the_primary_constructor_is_asked_where_it_can_be() => VerifyFlip(
        """
        using LaunchDarkly.SessionReplay;

        interface IConsent { bool IsGranted { get; } }

        class C(IConsent consent)
        {
            void M() { [|LDReplay.IsEnabled = true|]; }
        }

        struct S(IConsent consent)
        {
            void M() { [|LDReplay.IsEnabled = true|]; }
            void N() { System.Threading.Tasks.Task.Run(() => { [|LDReplay.IsEnabled = true|]; }); }
        }
        """,
        """
        using LaunchDarkly.SessionReplay;

        interface IConsent { bool IsGranted { get; } }

        class C(IConsent consent)
        {
            void M() { if (consent.IsGranted) { LDReplay.IsEnabled = true; } }
        }

        struct S(IConsent consent)
        {
            void M() { if (consent.IsGranted) { LDReplay.IsEnabled = true; } }
            void N() { System.Threading.Tasks.Task.Run(() => { if (HasReplayConsent()) { LDReplay.IsEnabled = true; } }); }

            // Return true only once the user has agreed to session replay.
            [ReplayLint.ConsentGuard]
            private static bool HasReplayConsent() => false;
        }
        """);

    [Fact]
    public Task Generic_partial_and_nested_types_get_their_guard() => RuleVerifier.VerifyFixAsync(
        "RPL1001",
        RecorderApi.LaunchDarkly,
        [
            """
            using LaunchDarkly.SessionReplay;

            partial class C<T>
            {
                async System.Threading.Tasks.Task M()
                {
                    await System.Threading.Tasks.Task.Yield();
                    [|LDReplay.IsEnabled = true|];
                }

                class Inner { void M() { [|LDReplay.IsEnabled = true|]; } }
            }
            """,
            """
            using LaunchDarkly.SessionReplay;

            partial class C<T>
            {
                void N()
                {
                    [|LDReplay.IsEnabled = true|];
                }
            }

            struct Taken
            {
                int HasReplayConsent;

                void N()
                {
                    [|LDReplay.IsEnabled = true|];
                }

            #region End
            #endregion
            }
            """,
        ],
        [
            """
            using LaunchDarkly.SessionReplay;

            partial class C<T>
            {
                async System.Threading.Tasks.Task M()
                {
                    await System.Threading.Tasks.Task.Yield();
                    if (HasReplayConsent())
                    {
                        LDReplay.IsEnabled = true;
                    }
                }

                class Inner { void M() { if (HasReplayConsent()) { LDReplay.IsEnabled = true; } } }

                // Return true only once the user has agreed to session replay.
                [ReplayLint.ConsentGuard]
                private static bool HasReplayConsent() => false;
            }
            """,
            """
            using LaunchDarkly.SessionReplay;

            partial class C<T>
            {
                void N()
                {
                    if (HasReplayConsent())
                    {
                        LDReplay.IsEnabled = true;
                    }
                }
            }

            struct Taken
            {
                int HasReplayConsent;

                void N()
                {
                    if (HasReplayConsentCore())
                    {
                        LDReplay.IsEnabled = true;
                    }
                }

            #region End
            #endregion

                // Return true only once the user has agreed to session replay.
                [ReplayLint.ConsentGuard]
                private static bool HasReplayConsentCore() => false;
            }
            """,
        ],
        "Guard");

    [Fact]
    public Task A_type_on_one_line_gets_lines() => VerifyFlip(
        """
        using LaunchDarkly.SessionReplay;

        class C { void M() { [|LDReplay.IsEnabled = true|]; } }
        """,
        """
        using LaunchDarkly.SessionReplay;

        class C { void M() { if (HasReplayConsent()) { LDReplay.IsEnabled = true; } }

            // Return true only once the user has agreed to session replay.
            [ReplayLint.ConsentGuard]
            private static bool HasReplayConsent() => false;
        }
        """);

    [Fact]
    public Task Line_endings_and_tabs_stay_what_they_are() => VerifyFlip(
        "using LaunchDarkly.SessionReplay;\r\n\r\nclass C\r\n{\r\n\tvoid M() => [|LDReplay.IsEnabled = true|];\r\n\r\n\tvoid N(bool x)\r\n\t{\r\n\t\t// Now.\r\n\t\t[|LDReplay.IsEnabled = true|];\r\n\t}\r\n}\r\n",
        "using LaunchDarkly.SessionReplay;\r\n\r\nclass C\r\n{\r\n\tvoid M()\r\n\t{\r\n\t\tif (HasReplayConsent())\r\n\t\t{\r\n\t\t\tLDReplay.IsEnabled = true;\r\n\t\t}\r\n\t}\r\n\r\n\tvoid N(bool x)\r\n\t{\r\n\t\t// Now.\r\n\t\tif (HasReplayConsent())\r\n\t\t{\r\n\t\t\tLDReplay.IsEnabled = true;\r\n\t\t}\r\n\t}\r\n\r\n\t// Return true only once the user has agreed to session replay.\r\n\t[ReplayLint.ConsentGuard]\r\n\tprivate static bool HasReplayConsent() => false;\r\n}\r\n");

    [Fact]
    public Task A_program_of_top_level_statements_gets_a_local_function() => RuleVerifier.VerifyProgramFixAsync(
        "RPL1001",
        RecorderApi.Sentry,
        """
        using Sentry;

        // Replay.
        [|SentrySdk.Init|](o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1);
        using (var sdk = [|SentrySdk.Init|](o => { o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1; }))
        {
            System.Console.WriteLine();
        }
        class Other { }
        """,
        """
        using Sentry;

        // Replay.
        if (HasReplayConsent())
        {
            SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1);
        }
        using (var sdk = SentrySdk.Init(o => { if (HasReplayConsent()) { o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1; } }))
        {
            System.Console.WriteLine();
        }

        // Return true only once the user has agreed to session replay.
        [ReplayLint.ConsentGuard]
        static bool HasReplayConsent() => false;

        class Other { }
        """,
        "Guard");

    [Fact]
    public Task A_program_of_one_line_gets_lines() => RuleVerifier.VerifyProgramFixAsync(
        "RPL1001",
        RecorderApi.LaunchDarkly,
        "[|LaunchDarkly.SessionReplay.LDReplay.IsEnabled = true|];",
        "if (HasReplayConsent())\n{\n    LaunchDarkly.SessionReplay.LDReplay.IsEnabled = true;\n}\n\n// Return true only once the user has agreed to session replay.\n[ReplayLint.ConsentGuard]\nstatic bool HasReplayConsent() => false;\n",
        "Guard");

    [Fact]
    public Task Recording_can_be_left_switched_off() => RuleVerifier.VerifyFixAsync(
        "RPL1001",
        RecorderApi.All,
        """
        using Datadog.Maui;
        using Datadog.Maui.Configuration;
        using LaunchDarkly.SessionReplay;
        using Sentry;

        class C
        {
            SessionReplayConfiguration Replay { get; } = new();

            void M()
            {
                [|LDReplay.IsEnabled = true|]; // now
                [|DdSdk.SetTrackingConsent|](TrackingConsent.Granted);
                [|SentrySdk.Init|](o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1);
                [|SentrySdk.Init|](Configure);
                [|SentrySdk.Init|](Configure);
            }

            void Configure(SentryOptions o)
            {
                o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;
                o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = /* all */ 1;
            }
        }
        """,
        """
        using Datadog.Maui;
        using Datadog.Maui.Configuration;
        using LaunchDarkly.SessionReplay;
        using Sentry;

        class C
        {
            SessionReplayConfiguration Replay { get; } = new();

            void M()
            {
                LDReplay.IsEnabled = false; // now
                DdSdk.SetTrackingConsent(TrackingConsent.NotGranted);
                SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.0);
                SentrySdk.Init(Configure);
                SentrySdk.Init(Configure);
            }

            void Configure(SentryOptions o)
            {
                o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.0;
                o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = /* all */ 0.0;
            }
        }
        """,
        "SwitchOff");

    [Fact]
    public Task The_settings_can_be_in_another_file() => RuleVerifier.VerifyFixAsync(
        "RPL1001",
        RecorderApi.Sentry,
        [
            """
            using Sentry;

            class App { System.IDisposable Start() => [|SentrySdk.Init|](Replay.Configure); }
            """,
            """
            using Sentry;

            static class Replay
            {
                public static void Configure(SentryOptions o)
                {
                    o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1;
                }
            }
            """,
        ],
        [
            """
            using Sentry;

            class App { System.IDisposable Start() => SentrySdk.Init(Replay.Configure); }
            """,
            """
            using Sentry;

            static class Replay
            {
                public static void Configure(SentryOptions o)
                {
                    o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = HasReplayConsent() ? 0.1 : 0;
                }

                // Return true only once the user has agreed to session replay.
                [ReplayLint.ConsentGuard]
                private static bool HasReplayConsent() => false;
            }
            """,
        ],
        "Guard");

    [Fact]
    public Task An_interface_cannot_hold_a_guard() => RuleVerifier.VerifyFixAsync(
        "RPL1001",
        RecorderApi.LaunchDarkly,
        """
        using LaunchDarkly.SessionReplay;

        interface I
        {
            void M() { [|LDReplay.IsEnabled = true|]; }
        }
        """,
        """
        using LaunchDarkly.SessionReplay;

        interface I
        {
            void M() { [|LDReplay.IsEnabled = true|]; }
        }
        """,
        "Guard");

    [Fact]
    public async Task A_recorder_without_settings_is_not_called_where_its_result_is_used()
    {
        const string Source = """
            using System;
            using System.Threading.Tasks;
            using Acme;

            class C
            {
                bool HasConsent;

                IDisposable M()
                {
                    using var first = Recorder.Start();
                    var second = Recorder.Create().Start();
                    return Recorder.Start(/* now */);
                }

                async Task N()
                {
                    await Recorder.StartAsync().ConfigureAwait(false);
                    _ = Recorder.Start();
                    Recorder.Create()?.Start();
                    Recorder.Start().ToString();
                }

                Task NotATask() => Recorder.StartAsync();

                async Task Short() => await Recorder.StartAsync();
            }

            namespace Acme
            {
                class Recorder
                {
                    public static Recorder Create() => null;
                    public static IDisposable Start(int x = 0) => null;
                    public static Task StartAsync() => null;
                    public IDisposable Start() => null;
                }
            }
            """;

        var fixedSource = await FixRunner.FixAllAsync(
            Source,
            RecorderApi.None,
            "RPL1001",
            "Guard",
            ("replaylint.acme.txt", """
                recorder Acme
                  evidence source of the test
                  api   T:Acme.Recorder
                  start M:Acme.Recorder.Start(System.Int32)
                  start M:Acme.Recorder.Start
                  start M:Acme.Recorder.StartAsync
                """));

        Assert.Equal(
            Source
                .Replace("first = Recorder.Start()", "first = HasConsent ? Recorder.Start() : null")
                .Replace("second = Recorder.Create().Start()", "second = HasConsent ? Recorder.Create().Start() : null")
                .Replace("return Recorder.Start(/* now */)", "return HasConsent ? Recorder.Start(/* now */) : null")
                .Replace("        await Recorder.StartAsync().ConfigureAwait(false);\n", If("await Recorder.StartAsync().ConfigureAwait(false);"))
                .Replace("        _ = Recorder.Start();\n", If("_ = Recorder.Start();"))
                .Replace("        Recorder.Create()?.Start();\n", If("Recorder.Create()?.Start();"))
                .Replace("Short() => await Recorder.StartAsync();\n", "Short()\n    {\n" + If("await Recorder.StartAsync();") + "    }\n"),
            fixedSource);

        static string If(string statement) => $"        if (HasConsent)\n        {{\n            {statement}\n        }}\n";
    }

    [Fact]
    public async Task Without_the_annotations_the_name_of_the_guard_says_it()
    {
        var fixedSource = await FixRunner.FixAllAsync("class C { void M() => LaunchDarkly.SessionReplay.LDReplay.IsEnabled = true; }\n", RecorderApi.LaunchDarkly, "RPL1001", "Guard");

        Assert.DoesNotContain("[", fixedSource);
        Assert.Contains("private static bool HasReplayConsent() => false;", fixedSource);
    }

    [Theory]
    [InlineData("Guard", "if (HasReplayConsent())")]
    [InlineData("SwitchOff", "= false;")]
    [InlineData("AnotherRulesEdit", "if (HasReplayConsent())")]
    [InlineData(null, "if (HasReplayConsent())")]
    public async Task All_are_fixed_also_when_another_rules_edit_is_asked_for(string? key, string expected)
    {
        var fixedSource = await FixRunner.FixAllAsync("class C { void M() { LaunchDarkly.SessionReplay.LDReplay.IsEnabled = true; } }\n", RecorderApi.LaunchDarkly, "RPL1001", key);

        Assert.Contains(expected, fixedSource);
    }

    [Fact]
    public async Task Code_that_is_still_being_typed_is_fixed_or_left_alone()
    {
        const string Source = """
            using Sentry;
            using LaunchDarkly.SessionReplay;
            class C(bool granted)
            {
                void M(bool x)
                {
                    if (x) LDReplay.IsEnabled = true; else SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1);
                    using var sdk = SentrySdk.Init(o => { o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0; });
                }
                void N() => LDReplay.IsEnabled = true;
                System.IDisposable P { get => SentrySdk.Init(Configure); set => LDReplay.IsEnabled = true; }
                void Configure(SentryOptions o) => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 1;
            }
            """;

        for (var length = 60; length < Source.Length; length += 7)
        {
            await FixRunner.FixAllAsync(Source[..length], RecorderApi.All, "RPL1001", "Guard");
            await FixRunner.FixAllAsync(Source[..length], RecorderApi.All, "RPL1001", "SwitchOff");
            await FixRunner.FixAllAsync(Source[..length], RecorderApi.All, "RPL5001", null);
        }
    }

    [Theory]
    [InlineData("InjectConsent")]
    [InlineData("AddRequiresConsent")]
    [InlineData("ReturnWithoutConsent")]
    [InlineData("MoveIntoGrantedBranch")]
    public async Task Every_other_edit_is_too(string key)
    {
        const string Source = """
            using LaunchDarkly.SessionReplay;
            interface IConsent { bool HasConsent { get; } }
            class C
            {
                void M(bool granted, IConsent consent)
                {
                    if (consent.HasConsent)
                    {
                    }
                    LDReplay.IsEnabled = true;
                    LDReplay.IsEnabled = true;
                }
                C(int x) { }
                void N() { LDReplay.IsEnabled = true; }
            }
            """;

        for (var length = 60; length < Source.Length; length += 11)
            await FixRunner.FixAllAsync(Source[..length], RecorderApi.LaunchDarkly, "RPL1001", key);
    }

    [Theory]
    [InlineData("class C\n{\n    bool HasConsent;\n    @\n}", "HasConsent", "Guard ReturnWithoutConsent MoveIntoGrantedBranch AddRequiresConsent SwitchOff")]
    [InlineData("interface IConsent { bool HasConsent { get; } }\nclass C\n{\n    @\n}", "1 > 2", "InjectConsent Guard AddRequiresConsent SwitchOff")]
    [InlineData("static class Consent { public static bool HasConsent => 1 > 2; }\nclass C\n{\n    @\n}", "Consent.HasConsent", "MoveIntoGrantedBranch Guard AddRequiresConsent SwitchOff")]
    public async Task The_best_edit_is_offered_first(string type, string condition, string expected)
    {
        var source = type.Replace("@", $$"""
            void M()
                {
                    if ({{condition}})
                    {
                    }
                    LaunchDarkly.SessionReplay.LDReplay.IsEnabled = true;
                }
            """) + "\nnamespace ReplayLint { class RequiresConsentAttribute : System.Attribute { } }\n";

        Assert.Equal(expected, string.Join(" ", await FixRunner.GetOffersAsync(source, RecorderApi.LaunchDarkly, "RPL1001")));
    }

    private static Task VerifySentry(string source, string fixedSource) =>
        RuleVerifier.VerifyFixAsync("RPL1001", RecorderApi.Sentry, source, fixedSource, "Guard");

    private static Task VerifyFlip(string source, string fixedSource) =>
        RuleVerifier.VerifyFixAsync("RPL1001", RecorderApi.LaunchDarkly, source, fixedSource, "Guard");

    private static string Member(string member) => $$"""
        using LaunchDarkly.SessionReplay;

        class C
        {
            bool HasConsent { get; set; }
            C(int x) { }
        {{member}}
        }
        """;
}
