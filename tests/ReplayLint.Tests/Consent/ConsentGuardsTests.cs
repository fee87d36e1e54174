using ReplayLint.Catalog;
using ReplayLint.Consent;
using Xunit;

namespace ReplayLint.Tests.Consent;

public class ConsentGuardsTests
{
    private const string Types = """
        enum ConsentStatus { NotAsked, Accepted, Granted, Denied, Rejected, NotRequired, Required, Obtained }
        enum CookieChoice { None, Necessary, Accepted }
        enum PermissionStatus { Unknown, Denied, Granted }
        enum OrderStatus { Open, Accepted }
        class Cookies { public string this[string key] => null; public bool TryGetValue(string key, out string value) { value = null; return false; } public bool ContainsKey(string key) => false; public bool Accepted; public bool AcceptedAnalytics; }
        class HttpRequest { public Cookies Cookies; }
        static class Preferences { public static bool Get(string key, bool defaultValue) => false; public static string Get(string key, string defaultValue) => null; }
        interface IJs { Task<T> InvokeAsync<T>(string name, params object[] arguments); }
        class ConsentService { public bool IsGranted; public bool Enabled; public bool IsAllowed(string purpose) => false; public Task<bool> HasAsync(string purpose) => null; public bool Analytics; public ConsentStatus Status; public string Value; public event Action Accepted; public event Action Changed; public void WhenGranted(Action a) { } public bool TryGet(out bool granted) { granted = false; return true; } public bool IsSaved; public bool Check() => false; }
        class Features { public bool IsEnabled(string name) => false; }
        class Env { public bool IsProduction() => false; public string Name; }
        class User { public string ConsentStatus; public string Region; public bool HasConsented; }
        """;

    [Theory]
    [InlineData("HasUserConsented")]
    [InlineData("IsConsentGranted")]
    [InlineData("AnalyticsConsentGiven")]
    [InlineData("AnalyticsCookiesEnabled")]
    [InlineData("AllowAnalyticsCookies")]
    [InlineData("HasConsent")]
    [InlineData("HasClarityConsent")]
    [InlineData("ConsentGiven")]
    [InlineData("CookiesAccepted")]
    [InlineData("_hasConsent")]
    [InlineData("hasGDPRConsent")]
    [InlineData("UserHasAcceptedCookies")]
    [InlineData("TrackingConsent")]
    [InlineData("OptedIn")]
    [InlineData("IsOptedInToReplay")]
    [InlineData("AnalyticsAccepted")]
    [InlineData("user_consented")]
    public void A_member_is_a_guard_by_its_name(string name)
    {
        AssertReports(0, $"bool {name}; void M() {{ if ({name}) Recorder.Start(); }}");
        AssertReports(0, $"bool {name} => x; void M() {{ if (!{name}) return; Recorder.Start(); }}");
        AssertReports(0, $"bool {name}() => x; void M() {{ if ({name}()) Recorder.Start(); }}");
        AssertReports(0, $"Task<bool> {name}Async() => null; async Task M() {{ if (await {name}Async()) Recorder.Start(); }}");
        AssertReports(0, $"void M(bool {name}) {{ if ({name}) Recorder.Start(); }}");
        AssertReports(1, $"bool {name}; void M() {{ if (!{name}) Recorder.Start(); }}");
        AssertReports(1, $"void M(bool {name} = true) {{ if ({name}) Recorder.Start(); }}");
        Assert.Equal([ConsentState.Unknown], ConsentSource.States(ConsentSource.InClass($"bool {name}; void M() {{ if ({name}) Recorder.Start(); }}"), declaredOnly: true));
    }

    [Theory]
    [InlineData("NoConsent")]
    [InlineData("HasNotConsented")]
    [InlineData("ConsentMissing")]
    [InlineData("ConsentNotGiven")]
    public void A_negated_name_is_a_guard_when_false(string name)
    {
        AssertReports(1, $"bool {name}; void M() {{ if ({name}) Recorder.Start(); }}");
        AssertReports(0, $"bool {name}; void M() {{ if ({name}) return; Recorder.Start(); }}");
    }

    [Theory]
    [InlineData("ConsentDenied")]
    [InlineData("ConsentWithdrawn")]
    [InlineData("OptedOut")]
    [InlineData("HasOptedOut")]
    [InlineData("IsOptedOutOfTracking")]
    [InlineData("ConsentNeeded")]
    [InlineData("ConsentRequired")]
    [InlineData("IsConsentNeeded")]
    [InlineData("CheckConsentNeeded")]
    [InlineData("ShowConsentBanner")]
    [InlineData("HasSeenConsentBanner")]
    [InlineData("AskForConsent")]
    [InlineData("Enabled")]
    [InlineData("IsEnabled")]
    [InlineData("EnablePlugin")]
    [InlineData("AnalyticsEnabled")]
    [InlineData("EnableTracking")]
    [InlineData("CookiesEnabled")]
    [InlineData("UseConsentMode")]
    [InlineData("IsProduction")]
    [InlineData("IsEuropeanUnion")]
    [InlineData("LocationPermissionGranted")]
    [InlineData("TermsAccepted")]
    [InlineData("OrderAccepted")]
    [InlineData("Granted")]
    [InlineData("IsConsentGrantedByDefault")]
    public void A_name_that_only_looks_like_a_guard_is_none(string name) =>
        AssertReports(2, $"bool {name}; void M() {{ if ({name}) Recorder.Start(); else Recorder.Start(); }}");

    [Theory]
    [InlineData("void M(HttpRequest r) { if (r.Cookies[\"cookie_consent\"] == \"yes\") Recorder.Start(); }")]
    [InlineData("void M(HttpRequest r) { if (\"true\" == r.Cookies[\"CookieConsent\"]) Recorder.Start(); }")]
    [InlineData("void M(HttpRequest r) { if (r.Cookies[\".AspNet.Consent\"]?.ToLower() == \"granted\") Recorder.Start(); }")]
    [InlineData("void M(HttpRequest r) { if (string.Equals(r.Cookies[\"myapp-consent\"], \"accepted\", StringComparison.OrdinalIgnoreCase)) Recorder.Start(); }")]
    [InlineData("void M(HttpRequest r) { var ok = r.Cookies[\"consent\"] == \"yes\"; if (ok) Recorder.Start(); }")]
    [InlineData("void M(HttpRequest r) { var v = r.Cookies[\"consent\"] ?? \"no\"; if (v is \"yes\" or \"all\") Recorder.Start(); }")]
    [InlineData("void M(HttpRequest r) { if (r.Cookies.TryGetValue(\"consent\", out var v) && v == \"yes\") Recorder.Start(); }")]
    [InlineData("void M(HttpRequest r) { if (r.Cookies[\"consent\"] != \"yes\") return; Recorder.Start(); }")]
    [InlineData("const string Key = \"analytics-cookies\"; void M(HttpRequest r) { if (r.Cookies[Key] == \"accepted\") Recorder.Start(); }")]
    [InlineData("static readonly string ConsentCookie = Environment.NewLine; void M(HttpRequest r) { if (r.Cookies[ConsentCookie] == \"1\") Recorder.Start(); }")]
    [InlineData("void M(HttpRequest r) { if (bool.TryParse(r.Cookies[\"consent\"], out var given) && given) Recorder.Start(); }")]
    [InlineData("void M(HttpRequest r) { if (bool.Parse(r.Cookies[\"consent\"])) Recorder.Start(); }")]
    [InlineData("void M(HttpRequest r) { switch (r.Cookies[\"consent\"]) { case \"yes\": Recorder.Start(); break; } }")]
    [InlineData("void M(HttpRequest r) { if (r.Cookies.Accepted) Recorder.Start(); }")]
    [InlineData("void M(HttpRequest r) { if (r.Cookies.AcceptedAnalytics) Recorder.Start(); }")]
    [InlineData("void M() { if (Preferences.Get(\"replay-consent\", false)) Recorder.Start(); }")]
    [InlineData("void M() { if (Preferences.Get(\"replay-consent\", \"no\") == \"yes\") Recorder.Start(); }")]
    [InlineData("async Task M(IJs js) { if (await js.InvokeAsync<bool>(\"hasConsent\")) Recorder.Start(); }")]
    [InlineData("async Task M(IJs js) { var v = await js.InvokeAsync<string>(\"localStorage.getItem\", \"cookie-consent\"); if (v == \"accepted\") Recorder.Start(); }")]
    [InlineData("async Task M(IJs js) { var consentGiven = await js.InvokeAsync<bool>(\"ask\"); if (consentGiven) Recorder.Start(); }")]
    [InlineData("void M(HttpRequest r) { var hasConsent = r.Cookies[\"ck\"] == \"7\"; if (hasConsent) Recorder.Start(); }")]
    [InlineData("void M(ConsentStatus status) { if (status == ConsentStatus.Accepted) Recorder.Start(); }")]
    [InlineData("void M(ConsentStatus status) { if (status is ConsentStatus.Accepted or ConsentStatus.Granted) Recorder.Start(); }")]
    [InlineData("void M(ConsentStatus status) { if (status != ConsentStatus.Obtained) return; Recorder.Start(); }")]
    [InlineData("void M(ConsentStatus? status) { if (status == ConsentStatus.Accepted) Recorder.Start(); }")]
    [InlineData("int M(ConsentStatus status) => status switch { ConsentStatus.Accepted => Recorder.Start(), _ => 0 };")]
    [InlineData("void M(ConsentStatus status) { switch (status) { case ConsentStatus.Accepted: case ConsentStatus.Granted: Recorder.Start(); break; } }")]
    [InlineData("void M(ConsentService s) { if (s is { Status: ConsentStatus.Granted }) Recorder.Start(); }")]
    [InlineData("void M(CookieChoice choice) { if (choice == CookieChoice.Accepted) Recorder.Start(); }")]
    [InlineData("void M(ConsentService s) { if (s.IsGranted) Recorder.Start(); }")]
    [InlineData("void M(ConsentService s) { if (s.IsAllowed(\"analytics\")) Recorder.Start(); }")]
    [InlineData("async Task M(ConsentService s) { if (await s.HasAsync(\"analytics\")) Recorder.Start(); }")]
    [InlineData("void M(ConsentService s) { if (s.Analytics) Recorder.Start(); }")]
    [InlineData("void M(ConsentService s) { if (s.Value == \"granted\") Recorder.Start(); }")]
    [InlineData("void M(ConsentService s) { if (s.TryGet(out var granted) && granted) Recorder.Start(); }")]
    [InlineData("void M(ConsentService s) { s.Accepted += () => Recorder.Start(); }")]
    [InlineData("void M(ConsentService s) { s.WhenGranted(() => Recorder.Start()); }")]
    [InlineData("void M(User user) { if (user.ConsentStatus == \"granted\") Recorder.Start(); }")]
    [InlineData("void M(User user) { if (user?.HasConsented == true) Recorder.Start(); }")]
    public void Real_gates(string body) => AssertReports(0, body);

    [Theory]
    [InlineData("void M(HttpRequest r) { if (r.Cookies[\"consent\"] == \"no\") Recorder.Start(); }")]
    [InlineData("void M(HttpRequest r) { if (r.Cookies[\"consent\"] != \"no\") Recorder.Start(); }")]
    [InlineData("void M(HttpRequest r) { if (r.Cookies[\"consent\"] != null) Recorder.Start(); }")]
    [InlineData("void M(HttpRequest r) { if (!string.IsNullOrEmpty(r.Cookies[\"consent\"])) Recorder.Start(); }")]
    [InlineData("void M(HttpRequest r) { var v = r.Cookies[\"consent\"] ?? \"yes\"; if (v == \"yes\") Recorder.Start(); }")]
    [InlineData("void M(HttpRequest r) { if (r.Cookies.TryGetValue(\"consent\", out var v)) Recorder.Start(); }")]
    [InlineData("void M(HttpRequest r) { if (r.Cookies.ContainsKey(\"consent\")) Recorder.Start(); }")]
    [InlineData("void M(HttpRequest r) { if (r.Cookies[\"theme\"] == \"yes\") Recorder.Start(); }")]
    [InlineData("void M(HttpRequest r) { if (r.Cookies[\"consent-denied\"] == \"yes\") Recorder.Start(); }")]
    [InlineData("void M() { if (Preferences.Get(\"replay-consent\", true)) Recorder.Start(); }")]
    [InlineData("void M() { if (Preferences.Get(\"replay-consent\", \"yes\") == \"yes\") Recorder.Start(); }")]
    [InlineData("void M() { if (Preferences.Get(\"replay-enabled\", false)) Recorder.Start(); }")]
    [InlineData("void M() { if (Preferences.Get(\"consent-required\", false)) Recorder.Start(); }")]
    [InlineData("void M(Features f) { if (f.IsEnabled(\"CookieConsent\")) Recorder.Start(); }")]
    [InlineData("void M(Env env) { if (env.IsProduction()) Recorder.Start(); }")]
    [InlineData("void M(Env env) { if (env.Name == \"accepted\") Recorder.Start(); }")]
    [InlineData("void M(User user) { if (user.Region != \"EU\") Recorder.Start(); }")]
    [InlineData("void M(string projectId) { if (!string.IsNullOrEmpty(projectId)) Recorder.Start(); }")]
    [InlineData("void M(PermissionStatus status) { if (status == PermissionStatus.Granted) Recorder.Start(); }")]
    [InlineData("void M(OrderStatus status) { if (status == OrderStatus.Accepted) Recorder.Start(); }")]
    [InlineData("void M(ConsentStatus status) { if (status == ConsentStatus.Denied) Recorder.Start(); }")]
    [InlineData("void M(ConsentStatus status) { if (status != ConsentStatus.Denied) Recorder.Start(); }")]
    [InlineData("void M(ConsentStatus status) { if (status == ConsentStatus.NotRequired) Recorder.Start(); }")]
    [InlineData("void M(ConsentStatus status) { if (status is ConsentStatus.Accepted or ConsentStatus.Denied) Recorder.Start(); }")]
    [InlineData("void M(ConsentStatus status) { if (status is not ConsentStatus.Accepted) Recorder.Start(); }")]
    [InlineData("void M(ConsentService s) { if (s.Enabled) Recorder.Start(); }")]
    [InlineData("void M(ConsentService s) { if (s.IsSaved) Recorder.Start(); }")]
    [InlineData("void M(ConsentService s) { if (s.Check()) Recorder.Start(); }")]
    [InlineData("void M(ConsentService s) { if (s.TryGet(out var granted)) Recorder.Start(); }")]
    [InlineData("void M(ConsentService s) { if (s != null) Recorder.Start(); }")]
    [InlineData("void M(ConsentService s) { s.Changed += () => Recorder.Start(); }")]
    [InlineData("void M() { var hasConsent = true; if (hasConsent) Recorder.Start(); }")]
    [InlineData("void M() { var hasConsent = x || c.Granted; if (hasConsent) Recorder.Start(); }")]
    [InlineData("bool IsConsentNeeded; void M() { var hasConsent = IsConsentNeeded; if (hasConsent) Recorder.Start(); }")]
    [InlineData("bool? hasConsent; void M() { if (hasConsent.HasValue) Recorder.Start(); }")]
    [InlineData("bool? hasConsent; void M() { if (hasConsent != null) Recorder.Start(); }")]
    [InlineData("bool? hasConsent; void M() { if (hasConsent != false) Recorder.Start(); }")]
    [InlineData("const bool HasConsent = true; void M() { if (HasConsent) Recorder.Start(); }")]
    [InlineData("void M(string consent) { if (consent.Length > 0) Recorder.Start(); }")]
    public void Look_alikes(string body) => AssertReports(1, body);

    [Theory]
    [InlineData("guard P:Vendor.Ok", "if (v.Ok) Recorder.Start();", 0)]
    [InlineData("guard P:Vendor.Ok", "if (w.Ok) Recorder.Start();", 0)]
    [InlineData("not-guard P:Vendor.Ok", "if (v.Ok) Recorder.Start();", 1)]
    [InlineData("guard P:IVendor.Ok", "if (v.Ok) Recorder.Start();", 0)]
    [InlineData("guard P:IVendor.Ok", "if (w.Ok) Recorder.Start();", 0)]
    [InlineData("guard M:Vendor.May(System.String)", "if (v.May(\"a\")) Recorder.Start(); if (v.May(1)) Recorder.Start();", 1)]
    [InlineData("guard M:Vendors.MayToo(Vendor)", "if (v.MayToo()) Recorder.Start();", 0)]
    [InlineData("guard M:Vendor.Generic``1(``0)", "if (v.Generic(1)) Recorder.Start();", 0)]
    [InlineData("ensures M:Vendor.Check", "v.Check(); Recorder.Start();", 0)]
    [InlineData("ensures M:Vendor.Check\nrevokes M:Vendor.Reset", "v.Check(); v.Reset(); Recorder.Start();", 1)]
    [InlineData("ensures M:Vendor.Check\nrevokes P:Vendor.Off", "v.Check(); v.Off = true; Recorder.Start();", 1)]
    [InlineData("callback M:Vendor.Run(System.Action,System.Action)", "v.Run(() => Recorder.Start(), () => Recorder.Start());", 0)]
    [InlineData("callback M:Vendor.Run(System.Action,System.Action) parameter=yes", "v.Run(() => Recorder.Start(), () => Recorder.Start());", 1)]
    [InlineData("granted F:Level.Two", "if (v.Level == Level.Two) Recorder.Start();", 0)]
    [InlineData("granted F:Level.Two", "if (v.Level is Level.One or Level.Two) Recorder.Start();", 1)]
    [InlineData("not-guard P:Vendor.HasConsent", "if (v.HasConsent) Recorder.Start();", 1)]
    [InlineData("guard P:Vendor.Nothing", "if (v.HasConsent) Recorder.Start();", 0)]
    public void The_catalogue_declares_the_members_of_others(string facts, string statements, int reports)
    {
        const string Vendor = """
            interface IVendor { bool Ok { get; } }
            class Vendor : IVendor
            {
                public virtual bool Ok => false;
                public bool HasConsent => false;
                public bool Off { get; set; }
                public Level Level;
                public bool May(string s) => false;
                public bool May(int i) => false;
                public bool Generic<T>(T t) => false;
                public void Check() { }
                public void Reset() { }
                public void Run(Action yes, Action no) { }
            }
            class Special : Vendor { public override bool Ok => false; }
            static class Vendors { public static bool MayToo(this Vendor v) => false; }
            enum Level { One, Two }
            """;

        var body = $"void M(Vendor v, Special w) {{ {statements} }}";
        Assert.Empty(ConsentSource.Errors(ConsentSource.InClass(body) + Vendor));
        Assert.Equal(reports, ConsentSource.CountReports(body, declarations: Vendor, catalog: "consent V\n" + facts));
    }

    [Fact]
    public void Words_of_a_team_are_joined_to_the_convention()
    {
        const string Body = "bool HasHozzajarulas; void M() { if (HasHozzajarulas) Recorder.Start(); }";

        Assert.Equal(1, ConsentSource.CountReports(Body));
        Assert.Equal(0, ConsentSource.CountReports(Body, catalog: "words consent-subject hozzajarulas"));
    }

    [Theory]
    [InlineData("HasUserConsented", "has user consented")]
    [InlineData("hasGDPRConsent", "has gdpr consent")]
    [InlineData("_cookie_consent-v2", "cookie consent v2")]
    [InlineData(".AspNet.Consent", "asp net consent")]
    [InlineData("OK", "ok")]
    [InlineData("", "")]
    [InlineData("__", "")]
    public void Names_are_split_into_words(string name, string words) =>
        Assert.Equal(words, string.Join(" ", NameWords.Split(name)));

    private static void AssertReports(int reports, string body)
    {
        Assert.Empty(ConsentSource.Errors(ConsentSource.InClass(body) + Types));
        Assert.True(ConsentSource.CountReports(body, declarations: Types) == reports, $"Expected {reports}: {body}");
    }
}
