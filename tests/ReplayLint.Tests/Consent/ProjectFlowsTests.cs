using Xunit;

namespace ReplayLint.Tests.Consent;

/// <summary>What the other members of a project say about a body: those that call it, and those that it asks.</summary>
public class ProjectFlowsTests
{
    [Theory]
    [InlineData("void M() { if (c.Granted) S(); } private void S() { Recorder.Start(); }", 0)]
    [InlineData("void M() { S(); } private void S() { Recorder.Start(); }", 1)]
    [InlineData("void M() { if (c.Granted) S(); else S(); } private void S() { Recorder.Start(); }", 1)]
    [InlineData("void M() { if (c.Granted) S(); } void N() { S(); } private void S() { Recorder.Start(); }", 1)]
    [InlineData("void M() { if (c.Granted) S(); } internal void S() { Recorder.Start(); }", 0)]
    [InlineData("void M() { if (c.Granted) S(); } public void S() { Recorder.Start(); }", 0)] // The class is internal.
    [InlineData("private void S() { Recorder.Start(); }", 1)]
    [InlineData("void M() { if (c.Granted) S(); } private void S() { T(); } private void T() { Recorder.Start(); }", 0)]
    [InlineData("void M() { if (c.Granted) S(3); } private void S(int n) { if (n > 0) S(n - 1); Recorder.Start(); }", 0)]
    [InlineData("void M() { if (c.Granted) S(); } private void S() { T(); } private void T() { if (x) S(); Recorder.Start(); }", 0)]
    [InlineData("void M() { if (c.Granted) c.Other(S); } private void S() { Recorder.Start(); }", 0)]
    [InlineData("void M() { c.Other(S); } private void S() { Recorder.Start(); }", 1)]
    [InlineData("void M() { c.WhenGranted(S); } private void S() { Recorder.Start(); }", 0)]
    [InlineData("void M() { var name = nameof(S); if (c.Granted) S(); } private void S() { Recorder.Start(); }", 0)]
    [InlineData("void M() { if (c.Granted) { _ = P; } } private int P => Recorder.Start();", 0)]
    [InlineData("void M() { _ = P; } private int P => Recorder.Start();", 1)]
    [InlineData("async Task M() { if (await c.AskAsync()) await S(); } private async Task S() { await Task.Yield(); Recorder.Start(); }", 0)]
    [InlineData("[Obsolete] private void S() { Recorder.Start(); } void M() { if (c.Granted) S(); }", 0)]
    [InlineData("[System.ComponentModel.DefaultValue(1)] private int S() => Recorder.Start(); void M() { if (c.Granted) S(); }", 1)]
    [InlineData("void M() { c.Require(); S(); } private void S() { Recorder.Start(); }", 0)]
    [InlineData("[RequiresConsent] void M() { S(); } private void S() { Recorder.Start(); }", 0)]
    [InlineData("void M() { if (c.Granted) N(); } private void N() { c.Withdraw(); S(); } private void S() { Recorder.Start(); }", 1)]
    public void A_helper_begins_with_what_is_known_at_all_of_its_calls(string members, int reports) => Check(members, reports);

    [Theory]
    [InlineData("void M(I i) { if (c.Granted) i.Run(); } interface I { void Run(); } class A : I { public void Run() { Recorder.Start(); } }", 0)]
    [InlineData("void M(I i) { i.Run(); } interface I { void Run(); } class A : I { public void Run() { Recorder.Start(); } }", 1)]
    [InlineData("void M(A a) { if (c.Granted) a.Dispose(); } class A : IDisposable { public void Dispose() { Recorder.Start(); } }", 1)]
    [InlineData("void M(B b) { if (c.Granted) b.Run(); } abstract class B { public abstract void Run(); } class A : B { public override void Run() { Recorder.Start(); } }", 0)]
    [InlineData("void M(A a) { if (c.Granted) _ = a.ToString(); } class A { public override string ToString() { Recorder.Start(); return \"\"; } }", 1)]
    public void Calls_through_a_base_class_or_an_interface_count(string members, int reports) => Check(members, reports);

    [Theory]
    [InlineData("bool May() => c.Granted; void M() { if (May()) Recorder.Start(); }", 0)]
    [InlineData("bool May() => x; void M() { if (May()) Recorder.Start(); }", 1)]
    [InlineData("bool May() => c.Granted && x; void M() { if (May()) Recorder.Start(); }", 0)]
    [InlineData("bool May() => c.Granted || x; void M() { if (May()) Recorder.Start(); }", 1)]
    [InlineData("bool May() { if (!x) return false; return c.Granted; } void M() { if (May()) Recorder.Start(); }", 0)]
    [InlineData("bool May() { if (x) return true; return c.Granted; } void M() { if (May()) Recorder.Start(); }", 1)]
    [InlineData("bool May => c.Granted; void M() { if (May) Recorder.Start(); }", 0)]
    [InlineData("bool May { get { return c.Granted; } } void M() { if (May) Recorder.Start(); }", 0)]
    [InlineData("bool Not => !c.Granted; void M() { if (Not) return; Recorder.Start(); }", 0)]
    [InlineData("Task<bool> May() => c.AskAsync(); async Task M() { if (await May()) Recorder.Start(); }", 0)]
    [InlineData("async Task<bool> May() => x && await c.AskAsync(); async Task M() { if (await May()) Recorder.Start(); }", 0)]
    [InlineData("protected virtual bool May() => c.Granted; void M() { if (May()) Recorder.Start(); }", 1)]
    [InlineData("bool May(int n) => n > 3 ? c.Granted : May(n + 1); void M() { if (May(1)) Recorder.Start(); }", 0)]
    [InlineData("bool A() => x ? B() : c.Granted; bool B() => A(); void M() { if (A()) Recorder.Start(); }", 0)]
    [InlineData("bool A() => x ? B() : x; bool B() => A(); void M() { if (A()) Recorder.Start(); }", 1)]
    [InlineData("bool May() => false; void M() { if (May()) Recorder.Start(); }", 1)]
    public void A_member_is_worth_what_it_returns(string members, int reports) => Check(members, reports);

    [Theory]
    [InlineData("private bool f; void L() { f = c.Granted; } void M() { if (f) Recorder.Start(); }", 0)]
    [InlineData("private bool f; void L() { f = x; } void M() { if (f) Recorder.Start(); }", 1)]
    [InlineData("private bool f; void L() { f = c.Granted; } void N() { f = x; } void M() { if (f) Recorder.Start(); }", 1)]
    [InlineData("private bool f; void M() { if (f) Recorder.Start(); }", 1)]
    [InlineData("private bool f = true; void L() { f = c.Granted; } void M() { if (f) Recorder.Start(); }", 1)]
    [InlineData("private bool f = false; void L() { f = c.Granted && x; } void M() { if (f) Recorder.Start(); }", 0)]
    [InlineData("internal bool f; void L() { f = c.Granted; } void M() { if (f) Recorder.Start(); }", 1)]
    [InlineData("private bool f; void L() { f = c.Granted; f &= x; } void M() { if (f) Recorder.Start(); }", 0)]
    [InlineData("private bool f; void L() { f = c.Granted; f |= x; } void M() { if (f) Recorder.Start(); }", 1)]
    [InlineData("private bool f; void L() { if (c.Granted) f = true; } void M() { if (f) Recorder.Start(); }", 0)]
    [InlineData("private bool f; void L() { f = true; } void M() { if (f) Recorder.Start(); }", 1)]
    [InlineData("private bool f; void L() { Set(ref f); f = c.Granted; } void Set(ref bool b) { } void M() { if (f) Recorder.Start(); }", 1)]
    [InlineData("private bool f; void L() { (f, x) = (c.Granted, true); } void M() { if (f) Recorder.Start(); }", 0)]
    [InlineData("private bool f; void L() { c.Other(() => f = c.Granted); } void M() { if (f) Recorder.Start(); }", 0)]
    [InlineData("private bool f; void L() { c.Other(() => f = x); f = c.Granted; } void M() { if (f) Recorder.Start(); }", 1)]
    [InlineData("private readonly bool f; Sut() { f = c.Granted; } void M() { if (f) Recorder.Start(); }", 0)]
    [InlineData("bool P { get; } Sut() { P = c.Granted; } void M() { if (P) Recorder.Start(); }", 0)]
    [InlineData("internal bool P { get; private set; } void L() { P = c.Granted; } void M() { if (P) Recorder.Start(); }", 0)]
    [InlineData("internal bool P { get; set; } void L() { P = c.Granted; } void M() { if (P) Recorder.Start(); }", 1)]
    [InlineData("private bool? f; void L() { f ??= c.Granted; } void M() { if (f == true) Recorder.Start(); }", 0)]
    [InlineData("private bool f; void L() { f = c.Granted; } void M(bool f) { if (f) Recorder.Start(); }", 1)]
    public void A_field_is_worth_what_its_type_writes_to_it(string members, int reports) => Check(members, reports);

    [Theory]
    [InlineData("void M() { S(c.Granted); } private void S(bool on) { if (on) Recorder.Start(); }", 0)]
    [InlineData("void M() { S(c.Granted); S(x); } private void S(bool on) { if (on) Recorder.Start(); }", 1)]
    [InlineData("void M() { S(c.Granted); S(false); } private void S(bool on) { if (on) Recorder.Start(); }", 0)]
    [InlineData("void M() { S(x); } private void S(bool on) { if (on) Recorder.Start(); }", 1)]
    [InlineData("void M() { S(c.Granted); c.Other(S); } void S() { } private void S(bool on) { if (on) Recorder.Start(); }", 0)]
    [InlineData("void M() { S(c.Granted); Action<bool> a = S; } private void S(bool on) { if (on) Recorder.Start(); }", 1)]
    public void A_parameter_of_a_helper_is_worth_what_its_callers_pass(string members, int reports) => Check(members, reports);

    [Fact]
    public void Callers_in_other_types_and_partial_declarations_count()
    {
        const string Guarded = "partial class Sut { internal void Go() { if (c.Granted) S(); } } class Elsewhere { void N(Sut s) { s.S(); } }";
        Assert.Equal(0, ConsentSource.CountReports("internal void S() { Recorder.Start(); }", declarations: "partial class Sut { void Go() { if (c.Granted) S(); } }"));
        Assert.Equal(1, ConsentSource.CountReports("internal void S() { Recorder.Start(); }", declarations: Guarded));
    }

    [Fact]
    public void What_another_assembly_may_call_is_not_settled_by_the_calls_in_sight()
    {
        Assert.Single(ConsentSource.States("public class A { Consent c; void M() { if (c.Granted) S(); } public void S() { Recorder.Start(); } }"), static s => s == ReplayLint.Consent.ConsentState.NotGranted);
        Assert.Single(ConsentSource.States("new A().M(); public class A { Consent c; public void M() { if (c.Granted) S(); } public void S() { Recorder.Start(); } }"), static s => s == ReplayLint.Consent.ConsentState.Granted);
    }

    private static void Check(string members, int reports)
    {
        Assert.Empty(ConsentSource.Errors(ConsentSource.InClass(members)));
        Assert.Equal(reports, ConsentSource.CountReports(members));
    }
}
