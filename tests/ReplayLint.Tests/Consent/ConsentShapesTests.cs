using Xunit;

namespace ReplayLint.Tests.Consent;

/// <summary>
/// Fifty ways to start a recorder, and in how many of the calls consent may be missing. The number of a row is its name;
/// the expectations are the specification of the analysis.
/// </summary>
public class ConsentShapesTests
{
    public static TheoryData<int, string, int> Shapes { get; } = new()
    {
        { 1, "void M() { Recorder.Start(); }", 1 },
        { 2, "void M() { if (c.Granted) Recorder.Start(); }", 0 },
        { 3, "void M() { if (!c.Granted) Recorder.Start(); }", 1 },
        { 4, "void M() { if (!c.Granted) return; Recorder.Start(); }", 0 },
        { 5, "void M() { if (c.Granted) { } Recorder.Start(); }", 1 },
        { 6, "void M() { if (c.Granted && x) Recorder.Start(); }", 0 },
        { 7, "void M() { if (c.Granted || x) Recorder.Start(); }", 1 },
        { 8, "void M() { if (!c.Granted || x) return; Recorder.Start(); }", 0 },
        { 9, "void M() { if (c.Granted == true) Recorder.Start(); }", 0 },
        { 10, "void M() { if (c.Granted is true) Recorder.Start(); }", 0 },
        { 11, "void M() { if (c.Granted is not true) Recorder.Start(); }", 1 },
        { 12, "void M() { var ok = c.Granted; if (ok) Recorder.Start(); }", 0 },
        { 13, "void M() { var ok = c.Granted && x; if (ok) Recorder.Start(); }", 0 },
        { 14, "void M() { var ok = c.Granted; ok = x; if (ok) Recorder.Start(); }", 1 },
        { 15, "async Task M() { if (await c.AskAsync()) Recorder.Start(); }", 0 },
        { 16, "async Task M() { var ok = await c.AskAsync().ConfigureAwait(false); if (!ok) return; Recorder.Start(); }", 0 },
        { 17, "void M() { c.Require(); Recorder.Start(); }", 0 },
        { 18, "void M() { Recorder.Start(); c.Require(); }", 1 },
        { 19, "void M() { c.WhenGranted(() => Recorder.Start()); }", 0 },
        { 20, "void M() { c.Other(() => Recorder.Start()); }", 1 },
        { 21, "[RequiresConsent] void M() { Recorder.Start(); }", 0 },
        { 22, "void M() { while (!c.Granted) { } Recorder.Start(); }", 0 },
        { 23, "void M() { try { c.Require(); Recorder.Start(); } catch { Recorder.Start(); } }", 1 },
        { 24, "void M() { try { c.Require(); } finally { Recorder.Start(); } }", 1 },
        { 25, "int M() => c.Granted ? Recorder.Start() : 0;", 0 },
        { 26, "int M() => c.Granted ? 0 : Recorder.Start();", 1 },
        { 27, "void M() { switch (c.Granted) { case true: Recorder.Start(); break; default: break; } }", 0 },
        { 28, "void M() { if (c?.Granted == true) Recorder.Start(); }", 0 },
        { 29, "void M() { if (c?.Granted ?? false) Recorder.Start(); }", 0 },
        { 30, """void M() { if (c.Has("analytics") is var h && h) Recorder.Start(); }""", 0 },
        { 31, "int M() => c.Granted switch { true => Recorder.Start(), false => 0 };", 0 },
        { 32, "void M() { void L() { Recorder.Start(); } if (c.Granted) L(); }", 1 },
        { 33, "void M() { for (int i=0;i<3;i++) { if (!c.Granted) continue; Recorder.Start(); } }", 0 },
        { 34, "void M() { if (x) { if (!c.Granted) throw new Exception(); } else { c.Require(); } Recorder.Start(); }", 0 },
        { 35, "void M() { using (var d = (IDisposable)null) { if (c.Granted) Recorder.Start(); } }", 0 },
        { 36, "void M() { goto a; a: if (c.Granted) Recorder.Start(); else goto b; b: ; }", 0 },
        { 37, "void M() { bool a = c.Granted, b = a; if (b) Recorder.Start(); }", 0 },
        { 38, "void M() { if (c?.Granted == true) {} else Recorder.Start(); }", 1 },
        { 39, "void M() { bool? q = c?.Granted; if (q == false) Recorder.Start(); }", 1 },
        { 40, "void M() { bool ok = c.Granted || x; if (ok) Recorder.Start(); }", 1 },
        { 41, "void M() { bool ok = !c.Granted; if (ok) return; Recorder.Start(); }", 0 },
        { 42, "void M() { bool ok; if (x) ok = c.Granted; else ok = false; if (ok) Recorder.Start(); }", 0 },
        { 43, "void M() { bool ok = true; if (x) ok = c.Granted; if (ok) Recorder.Start(); }", 1 },
        { 44, "void M() { if (c.Granted) c.Other(() => Recorder.Start()); }", 0 },
        { 45, "void M() { if (!c.Granted) return; c.Other(() => { c.Other(() => Recorder.Start()); }); }", 0 },
        { 46, "void M() { if (c.Granted == false) return; Recorder.Start(); }", 0 },
        { 47, "void M() { if (c.Granted == false) { throw new Exception(); } Recorder.Start(); }", 0 },
        { 48, "void M() { if (c.Granted is false) Recorder.Start(); }", 1 },
        { 49, "void M() { Action a = () => Recorder.Start(); if (c.Granted) a(); }", 1 },
        { 50, "void M() { lock(this) { if (c.Granted) goto z; return; z: Recorder.Start(); } }", 0 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_start_is_reported_unless_every_path_to_it_passes_a_guard(int number, string body, int reports)
    {
        Assert.Empty(ConsentSource.Errors(ConsentSource.InClass(body)));
        Assert.True(ConsentSource.CountReports(body) == reports, $"Shape {number}: {body}");
        Assert.True(ConsentSource.CountReports(body, declaredOnly: true) == reports, $"Shape {number}, declared guards only: {body}");
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Code_that_is_being_typed_is_analysed_without_a_fault(int number, string body, int reports)
    {
        _ = (number, reports);
        var source = ConsentSource.InClass(body);
        for (var length = source.Length; length > source.IndexOf('}'); length -= 3)
            ConsentSource.States(source.Substring(0, length));

        foreach (var token in new[] { ";", ")", "(", "{", "c.", "if", "ok" })
            ConsentSource.States(source.Replace(token, "", StringComparison.Ordinal));
    }
}
