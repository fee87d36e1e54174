using ReplayLint.Consent;
using Xunit;

namespace ReplayLint.Tests.Consent;

/// <summary>What counts as a guard in code that declares none, and what only looks like one.</summary>
public class NamedGuardTests
{
    private const string Services = """
        enum ConsentStatus { Unknown, Denied, Accepted, Granted }
        interface IConsentStore { bool HasConsent(string purpose); bool IsGranted { get; } ConsentStatus Status { get; } }
        class Settings { public bool Enabled; public bool EnablePlugin; public string ProjectId; public string Region; public bool IsProduction; public bool UseCookies; }
        class Cookies { public string this[string key] => null; public bool TryGetValue(string key, out string value) { value = null; return false; } }
        static class Names { public const string ConsentCookie = "c1"; public const string Other = "c2"; }
        static class Preferences { public static bool Get(string key, bool missing) => missing; public static string Get(string key, string missing) => missing; }

        """;

    [Theory]
    [InlineData("void M(bool hasUserConsented) { if (hasUserConsented) Recorder.Start(); }")]
    [InlineData("void M(bool analyticsCookiesAccepted) { if (analyticsCookiesAccepted) Recorder.Start(); }")]
    [InlineData("bool AnalyticsCookiesEnabled { get; set; } void M() { if (AnalyticsCookiesEnabled) Recorder.Start(); }")]
    [InlineData("void M(IConsentStore s) { if (s.HasConsent(\"replay\")) Recorder.Start(); }")]
    [InlineData("void M(IConsentStore s) { if (!s.IsGranted) return; Recorder.Start(); }")]
    [InlineData("void M(IConsentStore s) { if (s.Status == ConsentStatus.Accepted) Recorder.Start(); }")]
    [InlineData("void M(IConsentStore s) { if (s.Status != ConsentStatus.Granted) return; Recorder.Start(); }")]
    [InlineData("void M(IConsentStore s) { if (s.Status is ConsentStatus.Granted or ConsentStatus.Accepted) Recorder.Start(); }")]
    [InlineData("void M(IConsentStore s) { switch (s.Status) { case ConsentStatus.Granted: Recorder.Start(); break; } }")]
    [InlineData("void M(IConsentStore s) { if (s is { IsGranted: true }) Recorder.Start(); }")]
    [InlineData("void M(IConsentStore s) { if (s is not { IsGranted: true }) return; Recorder.Start(); }")]
    [InlineData("void M(IConsentStore s) { if (s is { Status: ConsentStatus.Accepted }) Recorder.Start(); }")]
    [InlineData("void M(Cookies k) { if (k[\"site-consent\"] == \"yes\") Recorder.Start(); }")]
    [InlineData("void M(Cookies k) { var accepted = k[Names.ConsentCookie] == \"true\"; if (accepted) Recorder.Start(); }")]
    [InlineData("void M(Cookies k) { var choice = k[\"consent\"]; if (choice != \"accepted\") return; Recorder.Start(); }")]
    [InlineData("void M(Cookies k) { if (string.Equals(k[\"consent\"], \"YES\", StringComparison.OrdinalIgnoreCase)) Recorder.Start(); }")]
    [InlineData("void M(Cookies k) { if (k?[\"consent\"] == \"yes\") Recorder.Start(); }")]
    [InlineData("void M(Cookies k) { if (k[\"analytics_preference\"] == \"true\") Recorder.Start(); }")]
    [InlineData("void M(Cookies k) { var load = k[\"cookie_policy\"] == \"enabled\"; if (load) Recorder.Start(); }")]
    [InlineData("void M(Cookies k) { if (k.TryGetValue(\"analytics_preference\", out var v) && v == \"true\") Recorder.Start(); }")]
    [InlineData("void M(Cookies k) { var acceptsAnalytics = k[\"a\"]; if (acceptsAnalytics == \"True\") Recorder.Start(); }")]
    [InlineData("void M(bool einwilligungErteilt) { if (einwilligungErteilt) Recorder.Start(); }")]
    [InlineData("bool HatStatistikZugestimmt { get; set; } void M() { if (HatStatistikZugestimmt) Recorder.Start(); }")]
    [InlineData("void M(Cookies k) { if (k[\"cookie-toestemming\"] == \"geaccepteerd\") Recorder.Start(); }")]
    [InlineData("void M(bool cookiesGeaccepteerd) { if (cookiesGeaccepteerd) Recorder.Start(); }")]
    [InlineData("bool ConsentementDonné { get; set; } void M() { if (!ConsentementDonné) return; Recorder.Start(); }")]
    [InlineData("void M(Cookies k) { if (k[\"consentement\"] == \"oui\") Recorder.Start(); }")]
    [InlineData("void M(bool zgodaNaStatystyki) { if (zgodaNaStatystyki) Recorder.Start(); }")]
    [InlineData("void M(Cookies k) { if (k[\"cookie_samtykke\"] == \"accepteret\") Recorder.Start(); }")]
    [InlineData("void M(Cookies k) { if (k.TryGetValue(\"consent\", out var v) && v == \"yes\") Recorder.Start(); }")]
    [InlineData("void M() { if (Preferences.Get(\"replay-consent\", false)) Recorder.Start(); }")]
    [InlineData("async Task M(Func<Task<bool>> load) { var hasConsent = await load(); if (hasConsent) Recorder.Start(); }")]
    [InlineData("void M() { bool ok = x; ok &= c.Granted; if (ok) Recorder.Start(); }")]
    [InlineData("void M() { var (a, b) = (c.Granted, x); if (a) Recorder.Start(); }")]
    [InlineData("void M() { foreach (var i in new[] { 1 }) { if (!c.Granted) continue; Recorder.Start(); } }")]
    [InlineData("IEnumerable<int> M() { if (!c.Granted) yield break; yield return Recorder.Start(); }")]
    [InlineData("Sut() { if (c.Granted) Recorder.Start(); }")]
    [InlineData("int P { get { return c.Granted ? Recorder.Start() : 0; } }")]
    [InlineData("void M() { if (false) Recorder.Start(); }")]
    [InlineData("[RequiresConsent] int P => Recorder.Start();")]
    [InlineData("void M() { [RequiresConsent] void L() => Recorder.Start(); if (c.Granted) L(); }")]
    [InlineData("void M() { if (!c.Granted) return; Task.Run(() => Recorder.Start()); }")]
    public void Guards(string member) => Assert.Equal(0, ConsentSource.CountReports(member, declarations: Services));

    [Theory]
    [InlineData("void M(Settings s) { if (s.Enabled) Recorder.Start(); }")]
    [InlineData("void M(Settings s) { if (s.EnablePlugin) Recorder.Start(); }")]
    [InlineData("void M(Settings s) { if (!string.IsNullOrEmpty(s.ProjectId)) Recorder.Start(); }")]
    [InlineData("void M(Settings s) { if (s.IsProduction) Recorder.Start(); }")]
    [InlineData("void M(Settings s) { if (s.Region == \"EU\") Recorder.Start(); }")]
    [InlineData("void M(bool isConsentNeeded) { if (isConsentNeeded) Recorder.Start(); }")]
    [InlineData("void M(bool isConsentNeeded) { if (!isConsentNeeded) Recorder.Start(); }")]
    [InlineData("void M(bool cameraPermissionGranted) { if (cameraPermissionGranted) Recorder.Start(); }")]
    [InlineData("void M(bool checkConsentNeeded) { if (checkConsentNeeded) Recorder.Start(); }")]
    [InlineData("void M(bool shouldAskForConsent) { if (!shouldAskForConsent) Recorder.Start(); }")]
    [InlineData("void M(bool consentDenied) { if (consentDenied) Recorder.Start(); }")]
    [InlineData("void M(IConsentStore s) { if (s.Status != ConsentStatus.Granted) Recorder.Start(); }")]
    [InlineData("void M(IConsentStore s) { if (s.Status == ConsentStatus.Unknown) Recorder.Start(); }")]
    [InlineData("void M(IConsentStore s) { if (s.Status is ConsentStatus.Granted or ConsentStatus.Unknown) Recorder.Start(); }")]
    [InlineData("void M(IConsentStore s) { if (s is { IsGranted: false }) Recorder.Start(); }")]
    [InlineData("void M(Cookies k) { if (k[\"consent\"] == \"no\") Recorder.Start(); }")]
    [InlineData("void M(Cookies k) { if (k[\"consent\"] != \"no\") Recorder.Start(); }")]
    [InlineData("void M(Cookies k) { if (k[\"consent\"] != null) Recorder.Start(); }")]
    [InlineData("void M(Cookies k) { if (k[Names.Other] == \"yes\") Recorder.Start(); }")]
    [InlineData("void M() { if (Preferences.Get(\"replay-consent\", true)) Recorder.Start(); }")]
    [InlineData("void M() { if (Preferences.Get(\"theme\", false)) Recorder.Start(); }")]
    [InlineData("void M() { bool hasConsent = true; if (hasConsent) Recorder.Start(); }")]
    [InlineData("void M() { bool ok = c.Granted; ok |= x; if (ok) Recorder.Start(); }")]
    [InlineData("void M() { if (c.Granted) { c.Withdraw(); Recorder.Start(); } }")]
    [InlineData("void M() { var ok = c.Granted; c.Withdraw(); if (ok) Recorder.Start(); }")]
    [InlineData("void M() { if (!c.Granted) return; while (x) { Recorder.Start(); c.Withdraw(); } }")]
    [InlineData("void M() { c.Require(); try { c.Withdraw(); } finally { Recorder.Start(); } }")]
    [InlineData("void M() { c.Require(); try { } finally { c.Withdraw(); } Recorder.Start(); }")]
    [InlineData("void M(bool cookiesAbgelehnt) { if (cookiesAbgelehnt) Recorder.Start(); }")]
    [InlineData("void M(bool keineEinwilligung) { if (keineEinwilligung) Recorder.Start(); }")]
    [InlineData("void M(Cookies k) { if (k[\"toestemming\"] == \"geweigerd\") Recorder.Start(); }")]
    [InlineData("void M(Cookies k) { if (k[\"cookie_policy\"] == \"disabled\") Recorder.Start(); }")]
    [InlineData("void M(Cookies k) { if (k[\"marketing\"] == \"true\") Recorder.Start(); }")]
    [InlineData("void M(Cookies k) { if (k[\"analytics_id\"] == \"1\") Recorder.Start(); }")]
    [InlineData("void M() { if (Preferences.Get(\"cookie_policy\", \"\") == \"enabled\") Recorder.Start(); }")]
    [InlineData("int f = Recorder.Start();")]
    [InlineData("Action a = () => Recorder.Start();")]
    [InlineData("void M() { c.Other(() => { if (x) Recorder.Start(); }); }")]
    public void Look_alikes(string member) => Assert.Equal(1, ConsentSource.CountReports(member, declarations: Services));

    /// <summary>Who has not refused may have agreed, or not; a setting may follow an answer, or not.</summary>
    [Theory]
    [InlineData("void M(bool consentDenied) { if (consentDenied) return; Recorder.Start(); }")]
    [InlineData("void M(Settings s) { if (!s.UseCookies) return; Recorder.Start(); }")]
    [InlineData("void M(bool hasOptedOut) { if (!hasOptedOut) Recorder.Start(); }")]
    public void Maybes(string member) => Assert.Equal([ConsentState.Unknown], ConsentSource.States(ConsentSource.InClass(member) + Services));
}
