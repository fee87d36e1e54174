using ReplayLint.Consent;
using Xunit;

namespace ReplayLint.Tests.Consent;

/// <summary>Shapes beyond the fifty, with the state at each start: granted, unknown or not granted.</summary>
public class MoreShapesTests
{
    internal const string Declarations = """

        enum ConsentStatus { Unknown, Denied, Granted, Full }
        class Answer { public bool Granted { get; set; } public ConsentStatus Status { get; set; } }
        class Manager
        {
            public event EventHandler<Answer> Changed;
            public event Action ConsentGiven;
            public bool TryGetConsent(out bool granted) { granted = false; return true; }
            public bool TryGetValue(string key, out bool value) { value = false; return true; }
            public ConsentStatus ConsentStatus { get; set; }
        }
        static class MainThread { public static void BeginInvokeOnMainThread(Action a) { } public static Task InvokeOnMainThreadAsync(Action a) => null; }
        """;

    [Theory]
    [InlineData("void M(Answer consent) { if (consent is { Granted: true }) Recorder.Start(); }", "G")]
    [InlineData("void M(Answer consent) { if (consent is { Granted: not true }) Recorder.Start(); else Recorder.Start(); }", "NN")]
    [InlineData("void M(ConsentStatus status) { if (status is ConsentStatus.Granted or ConsentStatus.Full) Recorder.Start(); }", "N")]
    [InlineData("void M(ConsentStatus status) { if (status is ConsentStatus.Granted) Recorder.Start(); }", "G")]
    [InlineData("void M(ConsentStatus status) { if (status == ConsentStatus.Denied) return; Recorder.Start(); }", "N")]
    [InlineData("void M(ConsentStatus status) { if (status is not ConsentStatus.Granted) return; Recorder.Start(); }", "G")]
    [InlineData("int M(ConsentStatus status) => status switch { ConsentStatus.Granted => Recorder.Start(), ConsentStatus.Denied => Recorder.Start(), _ => 0 };", "GN")]
    [InlineData("void M(ConsentStatus status) { switch (status) { case ConsentStatus.Granted when x: Recorder.Start(); break; case var s when s == ConsentStatus.Granted: Recorder.Start(); break; default: Recorder.Start(); break; } }", "GGN")]
    [InlineData("int M(Answer consent) => consent switch { { Status: ConsentStatus.Granted } => Recorder.Start(), { Granted: true } => Recorder.Start(), _ => 0 };", "GG")]
    public void Patterns_and_states(string body, string states) => Check(body, states);

    [Theory]
    [InlineData("void M(Manager m) { if (m.TryGetConsent(out var granted) && granted) Recorder.Start(); }", "G")]
    [InlineData("void M(Manager m) { if (m.TryGetConsent(out var granted)) Recorder.Start(); }", "N")]
    [InlineData("void M(Manager m) { if (m.TryGetValue(\"replay-consent\", out var value) && value) Recorder.Start(); }", "G")]
    [InlineData("void M(Manager m) { if (m.TryGetValue(\"theme\", out var value) && value) Recorder.Start(); }", "N")]
    [InlineData("void M(Manager m) { m.TryGetConsent(out bool ok); if (!ok) return; Recorder.Start(); }", "G")]
    public void Output_parameters(string body, string states) => Check(body, states);

    [Theory]
    [InlineData("void M() { bool? ok = null; ok ??= c.Granted; if (ok == true) Recorder.Start(); }", "G")]
    [InlineData("void M() { bool? ok = x; ok ??= c.Granted; if (ok == true) Recorder.Start(); }", "N")]
    [InlineData("void M() { var ok = c.Granted; ok &= x; if (ok) Recorder.Start(); }", "G")]
    [InlineData("void M() { var ok = x; ok &= c.Granted; if (ok) Recorder.Start(); }", "G")]
    [InlineData("void M() { var ok = c.Granted; ok ^= x; if (ok) Recorder.Start(); }", "N")]
    [InlineData("void M() { var (ok, _) = (c.Granted, 1); if (ok) Recorder.Start(); }", "G")]
    [InlineData("void M() { (bool a, bool b) = (x, c.Granted); if (a) Recorder.Start(); if (b) Recorder.Start(); }", "NG")]
    [InlineData("void M() { var t = (Ok: c.Granted, Other: x); if (t.Ok) Recorder.Start(); }", "G")]
    [InlineData("void M() { var t = (Ok: c.Granted, Other: x); if (t.Other) Recorder.Start(); }", "N")]
    [InlineData("void M() { if ((c.Granted, x) is (true, _)) Recorder.Start(); }", "G")]
    [InlineData("void M() { if ((c.Granted, x) is (_, true)) Recorder.Start(); }", "N")]
    [InlineData("int M() => (c.Granted, x) switch { (true, true) => Recorder.Start(), _ => 0 };", "G")]
    public void Assignments_and_tuples(string body, string states) => Check(body, states);

    [Theory]
    [InlineData("void M(IDisposable d) { using (d) { if (!c.Granted) return; Recorder.Start(); } }", "G")]
    [InlineData("void M(IDisposable d) { using var e = d; if (c.Granted) Recorder.Start(); }", "G")]
    [InlineData("async Task M(IAsyncDisposable d) { await using (d) { if (await c.AskAsync()) Recorder.Start(); } }", "G")]
    [InlineData("void M(int[] a) { foreach (var i in a) { if (!c.Granted) break; Recorder.Start(); } }", "G")]
    [InlineData("void M(int[] a) { foreach (var i in a) { if (c.Granted) continue; Recorder.Start(); } }", "N")]
    [InlineData("void M(int[] a) { if (!c.Granted) return; foreach (var i in a) Recorder.Start(); }", "G")]
    [InlineData("async Task M(IAsyncEnumerable<bool> a) { await foreach (var i in a) if (c.Granted) Recorder.Start(); }", "G")]
    [InlineData("void M() { try { throw new Exception(); } catch (Exception) when (c.Granted) { Recorder.Start(); } }", "G")]
    [InlineData("void M() { try { throw new Exception(); } catch (Exception e) when (e.Message == \"\") { Recorder.Start(); } }", "N")]
    [InlineData("void M() { while (c.Granted) { Recorder.Start(); c.Withdraw(); Recorder.Start(); } Recorder.Start(); }", "GNN")]
    [InlineData("void M() { if (!c.Granted) return; while (x) { Recorder.Start(); c.Withdraw(); } }", "N")]
    [InlineData("void M() { if (!c.Granted) return; do { Recorder.Start(); } while (x); }", "G")]
    [InlineData("IEnumerable<int> M() { if (!c.Granted) yield break; yield return Recorder.Start(); }", "G")]
    public void Blocks_and_loops(string body, string states) => Check(body, states);

    [Theory]
    [InlineData("void M() { if (c.Granted) Task.Run(() => Recorder.Start()); }", "G")]
    [InlineData("void M() { Task.Run(() => Recorder.Start()); }", "N")]
    [InlineData("void M() { Task.Run(async () => { if (await c.AskAsync()) Recorder.Start(); }); }", "G")]
    [InlineData("void M() { if (!c.Granted) return; MainThread.BeginInvokeOnMainThread(() => Recorder.Start()); }", "G")]
    [InlineData("void M() { MainThread.BeginInvokeOnMainThread(() => { if (c.Granted) Recorder.Start(); }); }", "G")]
    [InlineData("void M() { c.AskAsync().ContinueWith(t => { if (t.Result) Recorder.Start(); }); }", "G")]
    [InlineData("void M() { c.AskAsync().ContinueWith(t => Recorder.Start()); }", "N")]
    [InlineData("void M() { Task.Delay(1).ContinueWith(t => { if (c.Granted) Recorder.Start(); }); }", "G")]
    [InlineData("void M(Manager consent) { consent.Changed += (_, e) => { if (e.Granted) Recorder.Start(); }; }", "G")]
    [InlineData("void M(Manager consent) { consent.Changed += (_, e) => Recorder.Start(); }", "?")]
    [InlineData("void M() { AppDomain.CurrentDomain.ProcessExit += (_, e) => Recorder.Start(); }", "N")]
    [InlineData("void M(Manager consent) { consent.Changed += OnChanged; } private void OnChanged(object s, Answer consent) { if (consent.Granted) Recorder.Start(); }", "G")]
    [InlineData("void M(Manager m) { m.ConsentGiven += () => Recorder.Start(); }", "G")]
    [InlineData("void M(Manager m) { m.ConsentGiven += Go; } private void Go() { Recorder.Start(); }", "G")]
    [InlineData("Action a; void M() { a = () => Recorder.Start(); }", "?")]
    [InlineData("Action a; void M() { if (c.Granted) a = () => Recorder.Start(); }", "G")]
    [InlineData("void M() { Action a = () => Recorder.Start(); if (c.Granted) a(); }", "?")]
    [InlineData("Func<int> M() => () => Recorder.Start();", "?")]
    [InlineData("void M() { var list = new List<Action> { () => Recorder.Start() }; }", "N")]
    [InlineData("void M() { void L() { Recorder.Start(); } if (c.Granted) L(); }", "?")]
    [InlineData("void M() { void L() { Recorder.Start(); } L(); }", "N")]
    [InlineData("void M() { if (!c.Granted) return; void L() { Recorder.Start(); } L(); }", "?")]
    [InlineData("void M() { [RequiresConsent] void L() { Recorder.Start(); } if (c.Granted) L(); }", "G")]
    public void Delegates_and_local_functions(string body, string states) => Check(body, states);

    [Theory]
    [InlineData("void M() { if (c.Has(\"advertising\")) Recorder.Start(); }", "N")]
    [InlineData("void M() { if (c.Has(\"session-replay\")) Recorder.Start(); }", "G")]
    [InlineData("void M() { if (c.Has(\"a7\")) Recorder.Start(); }", "G")]
    [InlineData("bool HasMarketingConsent() => x; void M() { if (HasMarketingConsent()) Recorder.Start(); }", "N")]
    [InlineData("bool HasAnalyticsConsent() => x; void M() { if (HasAnalyticsConsent()) Recorder.Start(); }", "G")]
    [InlineData("bool HasConsent(string purpose) => x; void M() { if (HasConsent(\"marketing\")) Recorder.Start(); }", "N")]
    [InlineData("bool HasConsent(string purpose) => x; void M() { if (HasConsent(\"marketing, analytics\")) Recorder.Start(); }", "G")]
    [InlineData("enum Purpose { Ads, Replay } bool HasConsent(Purpose p) => x; void M() { if (HasConsent(Purpose.Ads)) Recorder.Start(); if (HasConsent(Purpose.Replay)) Recorder.Start(); }", "NG")]
    public void A_guard_for_another_purpose_does_not_cover_recording(string body, string states) => Check(body, states);

    private static void Check(string body, string states)
    {
        var source = ConsentSource.InClass(body) + Declarations;
        Assert.Empty(ConsentSource.Errors(source));
        Assert.Equal(states, string.Concat(ConsentSource.States(source).Select(static state => state switch
        {
            ConsentState.Granted => 'G',
            ConsentState.Unknown => '?',
            _ => 'N',
        })));
    }
}
