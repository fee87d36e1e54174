using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Consent;

public class RequiresConsentMismatchTests
{
    private const string Id = "RPL1009";

    [Fact]
    public Task A_member_that_callers_see_must_say_it_too() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, """
            using System;
            using ReplayLint;

            interface IReplay
            {
                void Start();
                bool Active { get; set; }
                void Stop();
                int this[int index] { get; }
            }

            interface IGeneric<T>
            {
                void Use(T value);
            }

            abstract class Base
            {
                public abstract void Begin();
                public virtual bool Enabled { get; set; }
            }

            class Replay : Base, IReplay, IGeneric<string>, IDisposable
            {
                [RequiresConsent] public void [|Start|]() { }
                [RequiresConsent] public bool [|Active|] { get; set; }
                [RequiresConsent] void IReplay.[|Stop|]() { }
                [RequiresConsent] public int [|this|][int index] => 0;
                [RequiresConsent] public void [|Use|](string value) { }
                [RequiresConsent] public override void [|Begin|]() { }
                [RequiresConsent] public override bool [|Enabled|] { get; set; }
                [RequiresConsent] public void [|Dispose|]() { }
                [RequiresConsent] public override string [|ToString|]() => "";
            }

            abstract class Partly : IDisposable
            {
                [RequiresConsent] public abstract void [|Dispose|]();
            }
            """);

    [Fact]
    public Task Where_the_seen_member_says_it_or_there_is_none_all_is_well() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, """
            using ReplayLint;

            interface IReplay
            {
                [RequiresConsent] void Start();
                [RequiresConsent] bool Active { get; }
                void Stop();
            }

            interface IRecorder : IReplay
            {
                void Pause();
            }

            class Replay : IRecorder
            {
                [RequiresConsent] public virtual void Start() { }
                [RequiresConsent] public bool Active => false;
                [RequiresConsent] public void Stop(bool now) { }
                [RequiresConsent] public void Resume() { }
                public void Stop() { }
                public void Pause() { }
            }

            class Derived : Replay
            {
                [RequiresConsent] public override void Start() { }
                [RequiresConsent] public new void Pause() { }
            }

            class Third : Derived
            {
                public override void Start() { }
            }

            // The duty is inherited from the root, though the member in between does not repeat it.
            class Fourth : Third
            {
                [RequiresConsent] public override void Start() { }
            }

            class Created
            {
                [RequiresConsent] public Created() { }
                [RequiresConsent] static void Start() { }
            }
            """);

    [Fact]
    public async Task The_first_seen_member_counts_and_one_of_the_project_is_named_for_a_fix()
    {
        const string Source = """
            using ReplayLint;
            interface IFirst { void Start(string name); }
            interface ISecond { void Start(string name); }
            class Replay : IFirst, ISecond, System.IDisposable
            {
                [RequiresConsent] public void Start(string name) { }
                [RequiresConsent] public void Dispose() { }
            }
            """;
        var findings = await RuleRunner.GetFindingsAsync([Source, TestReferences.Annotations], TestReferences.Of(RecorderApi.SentryOnAndroid).Single());

        Assert.Collection(
            findings,
            static first =>
            {
                Assert.Equal("'Replay.Start' requires consent and 'IFirst.Start' does not say so, so callers through 'IFirst.Start' are not asked for it; add [RequiresConsent] there (CNIL draft, SR-01)", first.GetMessage());
                Assert.Equal("M:IFirst.Start(System.String)", first.Properties[FixProperties.Member]);
            },
            static second =>
            {
                Assert.Contains("'IDisposable.Dispose'", second.GetMessage());
                Assert.False(second.Properties.ContainsKey(FixProperties.Member));
            });
    }

    [Fact]
    public Task An_attribute_by_that_name_from_elsewhere_says_nothing() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, """
            using System;

            class RequiresConsentAttribute : Attribute { }

            class Replay : IDisposable
            {
                [RequiresConsent] public void Dispose() { }
            }
            """);

    [Fact]
    public Task Without_a_recorder_nothing_is_found() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.None, """
            class Replay : System.IDisposable
            {
                [ReplayLint.RequiresConsent] public void Dispose() { }
            }
            """);

    [Fact]
    public Task Generated_code_is_left_alone() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, """
            // <auto-generated/>
            class Replay : System.IDisposable
            {
                [ReplayLint.RequiresConsent] public void Dispose() { }
            }
            """);

    [Fact]
    public Task Broken_code_is_read_as_far_as_it_goes() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.Sentry, """
            using ReplayLint;

            interface IReplay { void Start(); }

            class Replay : {|CS0535:IReplay|}, {|CS0246:IMissing|}
            {
                [RequiresConsent] public void Start(int again) { }
                [RequiresConsent] public override void {|CS0115:Stop|}() { }
                [{|CS1729:RequiresConsent({|CS0103:nothing|})|}] public void Pause() { }
            }
            """);
}
