using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Readers;

/// <summary>Every form in which C# can touch a recorder, read through the rule that speaks of it.</summary>
public class CSharpReaderTests
{
    [Theory]
    [InlineData("o.Native.ExperimentalOptions.SessionReplay.MaskAllText = false")]
    [InlineData("o.Native.ExperimentalOptions.SessionReplay.MaskAllText = Constants.Off")]
    [InlineData("o.Native.ExperimentalOptions.SessionReplay.MaskAllText = Constants.ReadOnly")]
    [InlineData("o.Native.ExperimentalOptions.SessionReplay.MaskAllText = Constants.Property")]
    [InlineData("o.Native.ExperimentalOptions.SessionReplay.MaskAllText = Constants.Getter")]
    [InlineData("o.Native.ExperimentalOptions.SessionReplay.MaskAllText = Constants.Passed")]
    [InlineData("o.Native.ExperimentalOptions.SessionReplay.MaskAllText = (false)")]
    [InlineData("o.Native.ExperimentalOptions.SessionReplay.MaskAllText = !true")]
    [InlineData("o.Native.ExperimentalOptions.SessionReplay.MaskAllText = DateTime.Now.Year > 1 ? false : Constants.Off")]
    public Task A_value_is_followed_to_its_constant(string statement) =>
        RuleVerifier.VerifyAsync("RPL2001", RecorderApi.Sentry, $$"""
            using System;
            using Sentry;

            static class Constants
            {
                public const bool Off = false;
                public static readonly bool ReadOnly = false;
                public static bool Property => false;
                public static bool Getter { get { return Off; } }
                public static readonly bool Passed = Property;
            }

            class C
            {
                void M(SentryOptions o) => [|{{statement}}|];
            }
            """);

    [Theory]
    [InlineData("Options.Changeable")]
    [InlineData("Options.Computed")]
    [InlineData("Options.Circular")]
    [InlineData("Options.Assigned")]
    [InlineData("flag")]
    [InlineData("DateTime.Now.Year > 1 ? true : false")]
    [InlineData("true")]
    public Task A_value_that_code_does_not_fix_is_not_judged(string value) =>
        RuleVerifier.VerifyAsync("RPL2001", RecorderApi.Sentry, $$"""
            using System;
            using Sentry;

            class Options
            {
                public static bool Changeable = false;
                public static bool Computed => DateTime.Now.Year > 1;
                public static bool Circular => Again;
                public static bool Again => Circular;
                public static readonly bool Assigned = false;
                static Options() { Assigned = true; }
            }

            class C
            {
                void M(SentryOptions o, bool flag) => o.Native.ExperimentalOptions.SessionReplay.MaskAllText = {{value}};
            }
            """);

    [Fact]
    public Task Initialisers_aliases_locals_and_target_typed_new_are_read() =>
        RuleVerifier.VerifyAsync("RPL2001", RecorderApi.Datadog, """
            using Datadog.Maui;
            using Datadog.Maui.Configuration;
            using Images = Datadog.Maui.Configuration.ImagePrivacy;

            class C
            {
                void M()
                {
                    SessionReplayConfiguration configuration = new() { [|ImagePrivacyLevel = Images.MaskNone|], TouchPrivacyLevel = TouchPrivacy.Hide };
                    var level = TextAndInputPrivacy.MaskAllInputs;
                    [|configuration.TextAndInputPrivacyLevel = level|];
                    DdSessionReplay.Enable(configuration);
                }
            }
            """);

    [Fact]
    public Task Arguments_of_constructors_are_read_by_position_and_by_name() =>
        RuleVerifier.VerifyAsync("RPL2001", RecorderApi.LaunchDarkly, """
            using LaunchDarkly.Observability;
            using LaunchDarkly.SessionReplay;

            class C
            {
                void M() => LDObserve.Init("key", new(), new(isEnabled: false, privacy: new([|false|], maskLabels: true, [|maskImages: false|], maskWebViews: true)));
            }
            """);

    [Theory]
    [InlineData("SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.5)")]
    [InlineData("SentrySdk.Init(delegate(SentryOptions o) { o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.5; })")]
    [InlineData("SentrySdk.Init(Configure)")]
    [InlineData("SentrySdk.Init(o => Configure(o))")]
    [InlineData("SentrySdk.Init(Indirect)")]
    [InlineData("SentrySdk.Init(Setup.Extension)")]
    [InlineData("SentrySdk.Init(o => o.Extension())")]
    [InlineData("SentrySdk.Init(new SentryOptions { Native = { ExperimentalOptions = { SessionReplay = { SessionSampleRate = 0.5 } } } })")]
    [InlineData("SentrySdk.Init(o => { var replay = o.Native.ExperimentalOptions.SessionReplay; replay.SessionSampleRate = 0.5; })")]
    [InlineData("SentrySdk.Init(o => { o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1; })")]
    public Task Options_are_followed_to_the_call_that_takes_them(string call) =>
        RuleVerifier.VerifyAsync("RPL1001", RecorderApi.Sentry, $$"""
            using Sentry;

            static class Setup
            {
                public static void Extension(this SentryOptions options) => options.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.5;
            }

            class C
            {
                void M() { {{call.Replace("SentrySdk.Init", "[|SentrySdk.Init|]")}}; }
                static void Configure(SentryOptions options) { options.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.5; }
                static void Indirect(SentryOptions options) => Configure(options);
            }
            """);

    [Fact]
    public Task Options_in_a_local_are_followed_through_its_statements() =>
        RuleVerifier.VerifyAsync("RPL1001", RecorderApi.Sentry, """
            using System;
            using Sentry;

            class C
            {
                void Local()
                {
                    var options = new SentryOptions { Dsn = "dsn" };
                    options.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.5;
                    [|SentrySdk.Init|](options);
                }

                void Delegate()
                {
                    Action<SentryOptions> configure = o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.5;
                    [|SentrySdk.Init|](configure);
                }

                void Function()
                {
                    [|SentrySdk.Init|](Configure);
                    void Configure(SentryOptions o) => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.5;
                }
            }
            """);

    [Theory]
    [InlineData("SentrySdk.Init(o => o.Dsn = \"dsn\")")]
    [InlineData("SentrySdk.Init(\"dsn\")")]
    [InlineData("SentrySdk.Init(new SentryOptions())")]
    [InlineData("SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0)")]
    [InlineData("SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = null)")]
    [InlineData("SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = rate)")]
    [InlineData("SentrySdk.Init(o => Read(o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate))")]
    public Task A_call_that_does_not_certainly_record_is_no_start(string call) =>
        RuleVerifier.VerifyAsync("RPL1001", RecorderApi.Sentry, $$"""
            using Sentry;

            class C
            {
                void M(double rate) { {{call}}; }
                static void Read(double? rate) { }
            }
            """);

    [Theory]
    [InlineData("_field = options;")]
    [InlineData("Register(options);")]
    [InlineData("options = Other();")]
    [InlineData("var all = new[] { options };")]
    public Task Options_that_escape_have_nothing_left_to_a_default(string statement) =>
        RuleVerifier.VerifyAsync("RPL2002", RecorderApi.LaunchDarkly, $$"""
            using System;
            using LaunchDarkly.Observability;
            using LaunchDarkly.SessionReplay;

            class C
            {
                SessionReplayOptions _field;
                Action<SessionReplayOptions> Register;
                static SessionReplayOptions Other() => null;

                void M(SessionReplayOptions given)
                {
                    var options = new SessionReplayOptions();
                    {{statement}}
                    LDObserve.Init("key", null, options);
                    LDObserve.Init("key", null, given);
                    LDObserve.Init("key", null, _field);
                    LDObserve.Init("key", null, Other());
                    LDObserve.Init("key", null, new SessionReplayOptions { Privacy = Privacy() });
                }

                SessionReplayOptions.PrivacyOptions Privacy() => null;
            }
            """);

    [Fact]
    public Task An_attached_property_is_read_by_its_field() =>
        RuleVerifier.VerifyAsync("RPL2003", RecorderApi.SentryMaui, """
            using Microsoft.Maui.Controls;
            using Sentry.Maui;

            class C
            {
                void M(Entry entry, BindableProperty other, SessionReplayMaskMode mode)
                {
                    [|entry.SetValue(SessionReplay.MaskProperty, SessionReplayMaskMode.Unmask)|];
                    entry.SetValue(SessionReplay.MaskProperty, SessionReplayMaskMode.Mask);
                    entry.SetValue(SessionReplay.MaskProperty, mode);
                    entry.SetValue(other, SessionReplayMaskMode.Unmask);
                    var read = entry.GetValue(SessionReplay.MaskProperty);
                }
            }
            """);

    [Fact]
    public Task A_package_without_its_replay_is_not_our_business() =>
        RuleVerifier.VerifyAsync("RPL4001", RecorderApi.Sentry, """
            using Sentry;

            class C
            {
                // SessionSampleRate in a comment switches nothing on.
                void M(string email) => SentrySdk.ConfigureScope(s => s.User = new SentryUser { Email = email });
                void N() => SentrySdk.Init(o => o.SendDefaultPii = true);
            }
            """);

    [Fact]
    public Task A_name_that_only_looks_alike_is_nothing() =>
        RuleVerifier.VerifyAsync("RPL2001", RecorderApi.All, """
            class SessionReplayOptions { public bool MaskAllText { get; set; } public bool MaskLabels { get; set; } }

            class C
            {
                void M(SessionReplayOptions o)
                {
                    o.MaskAllText = false;
                    o.MaskLabels = false;
                }
            }
            """);

    [Fact]
    public Task Every_kind_of_body_is_read() =>
        RuleVerifier.VerifyAsync("RPL1001", RecorderApi.LaunchDarkly, """
            using System;
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using LaunchDarkly.SessionReplay;

            class B { public B(bool x = false) { } }

            class C : B
            {
                bool field = [|LDReplay.IsEnabled = true|];
                static bool shared = [|LDReplay.IsEnabled = true|];
                bool Property { get; } = [|LDReplay.IsEnabled = true|];
                bool Arrow => [|LDReplay.IsEnabled = true|];
                bool this[int i] { get => [|LDReplay.IsEnabled = true|]; set { [|LDReplay.IsEnabled = true|]; } }
                event Action Changed { add { [|LDReplay.IsEnabled = true|]; } remove => [|LDReplay.IsEnabled = true|]; }
                static C() { [|LDReplay.IsEnabled = true|]; }
                C() : base([|LDReplay.IsEnabled = true|]) { }
                C(int i) : this() => [|LDReplay.IsEnabled = true|];
                ~C() { [|LDReplay.IsEnabled = true|]; }
                public static C operator +(C a, C b) { [|LDReplay.IsEnabled = true|]; return a; }
                public static implicit operator bool(C c) => [|LDReplay.IsEnabled = true|];
                IEnumerable<int> Iterate() { [|LDReplay.IsEnabled = true|]; yield return 1; }
                async Task Async() { await Task.Yield(); [|LDReplay.IsEnabled = true|]; }
                void Local() { Inner(); void Inner() => [|LDReplay.IsEnabled = true|]; }
                void Lambda() { Task.Run(() => { [|LDReplay.IsEnabled = true|]; }); }
                void Query() { foreach (var x in new[] { 1 }) { [|LDReplay.IsEnabled = true|]; } }
            }

            class P(int i) : B([|LDReplay.IsEnabled = true|])
            {
                int I => i;
            }

            struct S { public S() { [|LDReplay.IsEnabled = true|]; } }

            record R(int I) { public int Twice { get { [|LDReplay.IsEnabled = true|]; return I * 2; } } }

            interface I { void M() { [|LDReplay.IsEnabled = true|]; } }
            """);
}
