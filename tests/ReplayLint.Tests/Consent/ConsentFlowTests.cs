using System.Reflection;
using ReplayLint.Consent;
using Xunit;

namespace ReplayLint.Tests.Consent;

public class ConsentFlowTests
{
    [Theory]
    [InlineData("void M() { if (c is { Granted: true }) Recorder.Start(); }", 0)]
    [InlineData("void M() { if (c is { Granted: false }) Recorder.Start(); }", 1)]
    [InlineData("void M() { if (c is not { Granted: true }) return; Recorder.Start(); }", 0)]
    [InlineData("void M() { if (c is { Granted: var g } && g) Recorder.Start(); }", 0)]
    [InlineData("void M() { if (c is { Granted: true } or null) Recorder.Start(); }", 1)]
    [InlineData("void M() { if (c is { Granted: true } k && k != null) Recorder.Start(); }", 0)]
    [InlineData("void M() { if (c.Granted is true or false) Recorder.Start(); }", 1)]
    [InlineData("int M() => c switch { { Granted: true } => Recorder.Start(), _ => 0 };", 0)]
    [InlineData("int M() => c switch { { Granted: true } => 0, _ => Recorder.Start() };", 1)]
    [InlineData("int M() => x switch { true when c.Granted => Recorder.Start(), _ => 0 };", 0)]
    [InlineData("void M() { switch (x) { case true when c.Granted: Recorder.Start(); break; case false: Recorder.Start(); break; } }", 1)]
    public void Patterns(string body, int reports) => Check(body, reports);

    [Theory]
    [InlineData("void M() { var ok = x; ok &= c.Granted; if (ok) Recorder.Start(); }", 0)]
    [InlineData("void M() { var ok = c.Granted; ok |= x; if (ok) Recorder.Start(); }", 1)]
    [InlineData("void M() { var ok = false; ok |= c.Granted; if (ok) Recorder.Start(); }", 0)]
    [InlineData("void M() { bool ok; if (ok = c.Granted) Recorder.Start(); }", 0)]
    [InlineData("void M() { var ok = false; ok = x && c.Granted; if (ok) Recorder.Start(); }", 0)]
    [InlineData("void M() { var ok = false; ok = x || c.Granted; if (ok) Recorder.Start(); }", 1)]
    [InlineData("void M() { if (c.Granted & x) Recorder.Start(); }", 0)]
    [InlineData("void M() { if (c.Granted | x) Recorder.Start(); }", 1)]
    [InlineData("void M() { if (!(x | !c.Granted)) Recorder.Start(); }", 0)]
    [InlineData("void M() { if (c.Granted ^ x) Recorder.Start(); }", 1)]
    [InlineData("void M() { var (ok, other) = (c.Granted, x); if (ok) Recorder.Start(); if (other) Recorder.Start(); }", 1)]
    [InlineData("void M(bool y) { bool ok = c.Granted; (ok, y) = (y, ok); if (ok) Recorder.Start(); }", 1)]
    [InlineData("void M() { var ok = c.Granted; Change(ref ok); if (ok) Recorder.Start(); } void Change(ref bool b) { }", 1)]
    [InlineData("void M() { var ok = c.Granted; Change(out ok); if (ok) Recorder.Start(); } void Change(out bool b) { b = x; }", 1)]
    [InlineData("void M() { var ok = c.Granted; ref var r = ref ok; r = x; if (ok) Recorder.Start(); }", 1)]
    [InlineData("unsafe void M() { var ok = c.Granted; var p = &ok; *p = true; if (ok) Recorder.Start(); }", 1)]
    [InlineData("void M() { var ok = c.Granted; Action a = () => ok = true; a(); if (ok) Recorder.Start(); }", 1)]
    [InlineData("void M() { bool? q = c?.Granted; if (q != true) return; Recorder.Start(); }", 0)]
    [InlineData("void M() { bool? q = c?.Granted; if (q != false) Recorder.Start(); }", 1)]
    [InlineData("void M() { bool? q = c?.Granted; if (q.GetValueOrDefault()) Recorder.Start(); }", 0)]
    [InlineData("void M() { bool? q = c?.Granted; if (q.GetValueOrDefault(true)) Recorder.Start(); }", 1)]
    [InlineData("void M() { if (c?.Granted ?? true) Recorder.Start(); }", 1)]
    [InlineData("void M() { bool? q = null; q ??= c.Granted; if (q == true) Recorder.Start(); }", 0)]
    [InlineData("void M() { var n = 0; if (c.Granted) n = 1; if (n == 1) Recorder.Start(); }", 1)]
    public void Values(string body, int reports) => Check(body, reports);

    [Theory]
    [InlineData("void M() { foreach (var i in new[] { 1 }) { if (!c.Granted) break; Recorder.Start(); } }", 0)]
    [InlineData("void M() { foreach (var i in new[] { 1 }) { if (c.Granted) break; Recorder.Start(); } Recorder.Start(); }", 2)]
    [InlineData("void M() { do { Recorder.Start(); } while (!c.Granted); Recorder.Start(); }", 1)]
    [InlineData("void M() { for (;;) { if (c.Granted) break; } Recorder.Start(); }", 0)]
    [InlineData("void M() { var ok = false; while (x) { if (ok) Recorder.Start(); ok = c.Granted; } }", 0)]
    [InlineData("void M() { var ok = false; while (x) { if (ok) Recorder.Start(); ok = x; } }", 1)]
    [InlineData("void M() { if (c.Granted) { c.Withdraw(); Recorder.Start(); } }", 1)]
    [InlineData("void M() { var ok = c.Granted; c.Withdraw(); if (ok) Recorder.Start(); }", 1)]
    [InlineData("void M() { if (!c.Granted) return; while (x) { Recorder.Start(); c.Withdraw(); } }", 1)]
    [InlineData("void M() { c.Require(); try { c.Withdraw(); } catch { Recorder.Start(); } }", 1)]
    [InlineData("void M() { try { c.Require(); } finally { x = true; } Recorder.Start(); }", 0)]
    [InlineData("void M() { try { c.Require(); } finally { c.Withdraw(); } Recorder.Start(); }", 1)]
    [InlineData("void M() { var ok = c.Granted; try { x = true; } finally { ok = x; } if (ok) Recorder.Start(); }", 1)]
    [InlineData("void M() { c.Require(); try { x = true; } finally { Recorder.Start(); } }", 0)]
    [InlineData("void M() { try { c.Require(); } catch (Exception) { return; } Recorder.Start(); }", 0)]
    [InlineData("void M() { try { c.Require(); } catch (Exception) { } Recorder.Start(); }", 1)]
    [InlineData("void M() { try { x = true; } catch (Exception) when (c.Granted) { Recorder.Start(); } }", 0)]
    [InlineData("void M() { var ok = false; try { ok = x; ok = c.Granted; } catch { if (ok) Recorder.Start(); } }", 1)]
    [InlineData("void M() { if (!c.Granted) throw new Exception(); Recorder.Start(); }", 0)]
    [InlineData("void M() { _ = c.Granted ? 0 : throw new Exception(); Recorder.Start(); }", 0)]
    [InlineData("void M() { return; Recorder.Start(); }", 0)]
    [InlineData("IEnumerable<int> M() { if (!c.Granted) yield break; yield return Recorder.Start(); }", 0)]
    [InlineData("async Task M() { await c.RequireAsync(); Recorder.Start(); }", 0)]
    [InlineData("async Task M() { await c.RequireAsync().ConfigureAwait(false); Recorder.Start(); }", 0)]
    [InlineData("void M() { c.RequireAsync().GetAwaiter().GetResult(); Recorder.Start(); }", 0)]
    [InlineData("void M() { c.RequireAsync().Wait(); Recorder.Start(); }", 0)]
    [InlineData("void M() { c.RequireAsync(); Recorder.Start(); }", 1)]
    [InlineData("void M() { c?.Require(); Recorder.Start(); }", 1)]
    [InlineData("async Task M() { if (await c.AskSoonAsync()) Recorder.Start(); }", 0)]
    [InlineData("void M() { if (c.AskAsync().Result) Recorder.Start(); }", 0)]
    [InlineData("void M() { if (c.AskAsync().GetAwaiter().GetResult()) Recorder.Start(); }", 0)]
    [InlineData("void M() { Check(c.Granted); Recorder.Start(); } void Check([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(false)] bool b) { }", 0)]
    [InlineData("void M() { Check(c.Granted); Recorder.Start(); } void Check([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(true)] bool b) { }", 1)]
    [InlineData("void M() { Check(c.Granted); Recorder.Start(); } void Check(bool b) { }", 1)]
    [InlineData("void M() { System.Diagnostics.Debug.Assert(c.Granted); Recorder.Start(); }", 1)]
    [InlineData("void M() { if (c.AskAsync() != null) Recorder.Start(); }", 1)]
    [InlineData("async Task M() { await foreach (var i in Items()) { if (c.Granted) Recorder.Start(); } } async IAsyncEnumerable<int> Items() { yield return 1; }", 0)]
    public void Paths(string body, int reports) => Check(body, reports);

    [Theory]
    [InlineData("void M() { [RequiresConsent] void L() { Recorder.Start(); } }", 0)]
    [InlineData("[RequiresConsent] void M() { void L() { Recorder.Start(); } L(); }", 0)]
    [InlineData("void M() { [RequiresConsent] void L() { c.Other(() => Recorder.Start()); } }", 0)]
    [InlineData("void M() { void L() { void K() { if (c.Granted) Recorder.Start(); Recorder.Start(); } K(); } L(); }", 1)]
    [InlineData("void M() { Action a = [RequiresConsent] () => Recorder.Start(); }", 0)]
    [InlineData("[RequiresConsent] int P => Recorder.Start();", 0)]
    [InlineData("int P { [RequiresConsent] get => Recorder.Start(); }", 0)]
    [InlineData("int P { get { return c.Granted ? Recorder.Start() : 0; } set { Recorder.Start(); } }", 1)]
    [InlineData("public Sut(Consent k) { if (k.Granted) Recorder.Start(); }", 0)]
    [InlineData("public Sut() => Recorder.Start();", 1)]
    [InlineData("public Sut(int i) { } public Sut() : this(Recorder.Start()) { }", 1)]
    [InlineData("Action a = () => Recorder.Start();", 1)]
    [InlineData("static Consent s = new(); Action a = () => { if (s.Granted) Recorder.Start(); };", 0)]
    [InlineData("Action P { get; } = () => Recorder.Start();", 1)]
    [InlineData("static int i = Recorder.Start();", 1)]
    [InlineData("void M() { c.WhenGranted(delegate { Recorder.Start(); }); }", 0)]
    [InlineData("void M() { c?.WhenGranted(() => Recorder.Start()); }", 0)]
    [InlineData("void M() { c.WhenGranted(x ? () => Recorder.Start() : null); }", 0)]
    [InlineData("void M() { c.WhenGranted(() => { c.Other(() => Recorder.Start()); }); }", 0)]
    [InlineData("void M() { c.WhenGranted(() => { c.Withdraw(); Recorder.Start(); }); }", 1)]
    [InlineData("void M() { var ok = c.Granted; c.Other(() => { if (ok) Recorder.Start(); }); }", 0)]
    [InlineData("void M() { var ok = c.Granted; c.Other(() => { if (ok) Recorder.Start(); }); ok = x; }", 1)]
    [InlineData("void M() { var ok = c.Granted; void L() { if (ok) Recorder.Start(); } L(); }", 0)]
    [InlineData("void M() { var ok = c.Granted; void L() { if (ok) Recorder.Start(); } ok = x; L(); }", 1)]
    [InlineData("void M([ConsentGuard] bool p) { if (p) Recorder.Start(); }", 0)]
    [InlineData("void M([ConsentGuard] bool p) { c.Other(() => { if (p) Recorder.Start(); }); }", 0)]
    [InlineData("void M([ConsentGuard] bool p) { p = x; if (p) Recorder.Start(); }", 1)]
    [InlineData("void M([ConsentGuard] bool p) { if (p) Recorder.Start(); p = x; }", 0)]
    [InlineData("void M([ConsentGuard] bool p) { c.Other(() => { if (p) Recorder.Start(); }); p = x; }", 1)]
    [InlineData("object M() => c.Granted ? from i in new[] { 1 } select Recorder.Start() : null;", 0)]
    [InlineData("object M() => from i in new[] { 1 } select Recorder.Start();", 1)]
    [InlineData("object M() => from i in new[] { 1 } where c.Granted select Recorder.Start();", 1)]
    public void Functions_and_members(string body, int reports) => Check(body, reports);

    [Theory]
    [InlineData("partial class Sut : Base { protected override void Run() { Recorder.Start(); } } class Base { [RequiresConsent] protected virtual void Run() { } }", 0)]
    [InlineData("partial class Sut : IRun { public void Run() { Recorder.Start(); } } interface IRun { [RequiresConsent] void Run(); }", 0)]
    [InlineData("partial class Sut : IRun { void IRun.Run() { Recorder.Start(); } } interface IRun { [RequiresConsent] void Run(); }", 0)]
    [InlineData("partial class Sut { void M(Impl k) { if (k.Yes) Recorder.Start(); } } interface IYes { [ConsentGuard] bool Yes { get; } } class Impl : IYes { public bool Yes => false; }", 0)]
    [InlineData("partial class Sut { void M(Impl k) { if (k.Yes) Recorder.Start(); } } class Yess { [ConsentGuard] public virtual bool Yes => false; } class Impl : Yess { public override bool Yes => false; }", 0)]
    [InlineData("partial class Sut { void M(Impl k) { k.Run(() => Recorder.Start()); } } interface IRun { void Run([ConsentCallback] Action a); } class Impl : IRun { public void Run(Action a) { } }", 0)]
    [InlineData("partial class Sut { void M(bool p) { if (p) Recorder.Start(); } } namespace Other { class ConsentGuardAttribute : Attribute { } }", 1)]
    [InlineData("partial class Sut { [Other.ConsentGuard] bool p; void M() { if (p) Recorder.Start(); } } namespace Other { class ConsentGuardAttribute : Attribute { } }", 1)]
    [InlineData("partial class Sut { [ConsentGuard] int p; void M() { if (p > 0) Recorder.Start(); } }", 1)]
    [InlineData("partial class Sut<T> { [ConsentGuard] bool p; void M() { if (new Sut<int>().p) Recorder.Start(); } }", 0)]
    public void Annotations_are_inherited_and_matched_by_full_name(string source, int reports) =>
        Assert.Equal(reports, ConsentSource.States(source, declaredOnly: true).Count(static s => s != ConsentState.Granted));

    [Theory]
    [InlineData("var k = new Consent(); if (k.Granted) Recorder.Start();", 0)]
    [InlineData("var k = new Consent(); if (!k.Granted) return; L(); void L() { Recorder.Start(); }", 1)]
    [InlineData("Recorder.Start(); await new Consent().RequireAsync(); Recorder.Start();", 1)]
    [InlineData("var k = new Consent(); k.WhenGranted(() => Recorder.Start()); k.Other(() => Recorder.Start());", 1)]
    public void Top_level_statements(string source, int reports) =>
        Assert.Equal(reports, ConsentSource.States(source).Count(static s => s != ConsentState.Granted));

    [Theory]
    [InlineData("void M() { Recorder.Start(); }", "NotGranted")]
    [InlineData("void M() { c.Other(() => Recorder.Start()); }", "NotGranted")]
    [InlineData("void M() { new Lazy<int>(() => Recorder.Start()); }", "NotGranted")]
    [InlineData("Action a = () => Recorder.Start();", "Unknown")]
    [InlineData("void M() { Action a = () => Recorder.Start(); }", "Unknown")]
    [InlineData("Func<int> M() => () => Recorder.Start();", "Unknown")]
    [InlineData("event Action E; void M() { E += () => Recorder.Start(); }", "Unknown")]
    [InlineData("bool ConsentLoaded; void M() { if (ConsentLoaded) Recorder.Start(); }", "NotGranted")]
    [InlineData("bool ConsentModel; void M() { if (ConsentModel) Recorder.Start(); }", "Unknown")]
    [InlineData("bool ConsentModel; void M() { if (ConsentModel || c.Granted) Recorder.Start(); }", "Unknown")]
    [InlineData("bool ConsentModel; void M() { if (ConsentModel || x) Recorder.Start(); }", "NotGranted")]
    [InlineData("void M() { EnsureConsent(); Recorder.Start(); } void EnsureConsent() { }", "Unknown")]
    [InlineData("async Task M() { await EnsureConsentAsync(); Recorder.Start(); } Task EnsureConsentAsync() => null;", "Unknown")]
    [InlineData("void M() { EnsureConsentAsync(); Recorder.Start(); } Task EnsureConsentAsync() => null;", "NotGranted")]
    [InlineData("bool HasConsentCookie; void M() { if (HasConsentCookie) Recorder.Start(); }", "Unknown")]
    [InlineData("List<string> consents; void M() { if (consents.Contains(\"replay\")) Recorder.Start(); }", "Unknown")]
    public void What_cannot_be_told_is_unknown(string body, string state) =>
        Assert.Equal(state, Assert.Single(ConsentSource.States(ConsentSource.InClass(body))).ToString());

    [Fact]
    public void A_very_long_expression_is_analysed()
    {
        var sum = string.Join(" + ", Enumerable.Repeat("\"a\" + i", 700));

        Check($"void M(int i) {{ var s = {sum}; if (c.Granted) Recorder.Start(); }}", 0);
    }

    [Fact]
    public void Half_of_any_source_is_analysed_without_a_fault()
    {
        var sources = new[] { typeof(ConsentFlowTests), typeof(ConsentGuardsTests) }
            .SelectMany(static type => type.GetMethods())
            .SelectMany(static method => method.GetCustomAttributesData())
            .Where(static data => data.AttributeType == typeof(InlineDataAttribute))
            .SelectMany(static data => (IEnumerable<CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!)
            .Select(static argument => argument.Value)
            .OfType<string>()
            .Where(static source => source.Contains("Recorder", StringComparison.Ordinal));

        foreach (var source in sources)
        {
            var start = source.IndexOf("Recorder.Start()", StringComparison.Ordinal) + "Recorder.Start()".Length;
            ConsentSource.States(ConsentSource.InClass(source[..start]));
            ConsentSource.States(ConsentSource.InClass(source[(source.Length / 2)..]));
            ConsentSource.States(ConsentSource.InClass(source.Replace("c.", "c.Missing.", StringComparison.Ordinal)));
            ConsentSource.States(source);
        }
    }

    private static void Check(string body, int reports)
    {
        Assert.Empty(ConsentSource.Errors(ConsentSource.InClass(body)));
        Assert.Equal(reports, ConsentSource.CountReports(body));
    }
}
