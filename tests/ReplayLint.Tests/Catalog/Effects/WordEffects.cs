using System.Globalization;
using ReplayLint.Catalog;

namespace ReplayLint.Tests.Catalog.Effects;

/// <summary>
/// Code whose names have the words of a list. How words combine has its own tests; here each line of words is there because
/// without it something else is found.
/// </summary>
internal static class WordEffects
{
    /// <summary>Where in a name a word about consent may stand.</summary>
    private static readonly string[] ConsentNames =
    [
        "Has{0}", "{0}Accepted", "{0}", "Consent{0}", "{0}Consent", "Analytics{0}", "AnalyticsCookies{0}", "{0}ConsentGiven", "Cookies{0}", "{0}AnalyticsAccepted", "No{0}", "ConsentGiven{0}", "Consent{0}Given",
    ];

    /// <summary>By the name of a list: what is found in code that has its words.</summary>
    public static IReadOnlyDictionary<string, Func<StatedFact, IEnumerable<EffectCase>>> ByList { get; } = new Dictionary<string, Func<StatedFact, IEnumerable<EffectCase>>>(StringComparer.Ordinal)
    {
        ["direct-identifier"] = Identifying(static word => $"public string {Pascal(word)} {{ get; }}", static word => $"given.{Pascal(word)}"),
        ["identifier-suffix"] = Identifying(static word => $"public string Email{Pascal(word)} {{ get; }}", static word => $"given.Email{Pascal(word)}"),
        ["pseudonym"] = Identifying(static word => $"public string {Pascal(word)}(string x) => x;", static word => $"given.{Pascal(word)}(email)"),
        ["session-identifier"] = Identifying(static word => $"public string {Pascal(word)}Key {{ get; }}", static word => $"given.{Pascal(word)}Key"),
        ["password-field"] = Fields("{0}"),
        ["payment-field"] = Fields("{0}"),
        ["sensitive-field"] = Fields("{0}"),
        ["doubtful-field"] = Fields("{0}"),
        ["field-suffix"] = Fields("cvc-{0}"),
        ["personal-data"] = Texts("@Model.{0}"),
        ["person-data"] = Texts("@Model.Customer.{0}"),
        ["person"] = Texts("@Model.{0}.Street"),
        ["impersonal"] = Texts("@Model.{0}.LastName"),
        ["email-text"] = Texts("@Model.Customer.{0}"),
        ["number-text"] = Texts("@Model.Customer.{0}"),
        ["recording-name"] = Storing(static words => string.Concat(words.Select(static word => $"[HttpPost] public void {Pascal(word)}(string text) => new Db().Save(text); "))),
        ["storing-method"] = Storing(static words => "[HttpPost] public void Replay(string text) { " + string.Concat(words.Select(static word => $"new Db().{Pascal(word)}(text); ")) + "} "),
        ["deleting-name"] = Storing(static words => "[HttpPost] public void Replay(string text) => new Db().Save(text); " + $"void {Pascal(words[0])}(Db replays) {{ }} "),
        ["script-text"] = fact => [new EffectCase("RPL9006", true, ("Views/Index.cshtml", $"<script>posthog.init('key');</script>\n{string.Concat(fact.Words.Select(static word => $"@Html.Raw(Model.{Pascal(word)})\n"))}"))],
        ["recording-begins"] = static fact => [Any($"class EventCallbackFactory {{ public object Create(object of, System.Action action) => null; }} class Builder {{ public void AddAttribute(int i, string name, object value) {{ }} }} class Code {{ Xamarin.Smartlook.ISmartlook r; void Build(Builder b, EventCallbackFactory f) {{ b.AddAttribute(1, \"onclick\", f.Create(this, {Pascal(fact.Words[0])}Recording)); }} void {Pascal(fact.Words[0])}Recording() {{ r.StartRecording(); }} }}") with { References = EffectRunner.ForApis }],
        ["no-reason"] = Reasons,
        ["no-reason-start"] = Reasons,
        ["consent-yes"] = Guards(static word => $"if (p.Get(\"replay-consent\") == \"{word}\") r.StartRecording();"),
        ["consent-lookup"] = Guards(static word => $"if (p.{Pascal(word)}(\"replay-consent\") == \"yes\") r.StartRecording();"),
        ["consent-ensures"] = Guards(static word => $"p.{Pascal(word)}Consent(); r.StartRecording();"),
        ["consent-withdraws"] = fact => [new EffectCase("RPL1005", true, ("Code.cs", $"class Code {{ bool HasConsent => System.DateTime.Now.Year > 2000; void Run(Xamarin.Smartlook.ISmartlook r) {{ if (HasConsent) r.StartRecording(); }} {string.Concat(fact.Words.Select(static word => $"void {Pascal(word)}Consent() {{ }} "))} }}")) { References = EffectRunner.ForApis }],
        ["consent-ask"] = Guards(static word => $"if (consent.{Pascal(word)}()) r.StartRecording();"),
    };

    /// <summary>Words of the naming convention.</summary>
    public static IEnumerable<EffectCase> OfNames(StatedFact fact) =>
        Guards(static word => string.Concat(ConsentNames.Select(name => $"}} void {Pascal(word)}{Array.IndexOf(ConsentNames, name)}(Xamarin.Smartlook.ISmartlook r, Prefs p) {{ if (p.{Name(name, word)}) r.StartRecording(); }} void Not{Pascal(word)}{Array.IndexOf(ConsentNames, name)}(Xamarin.Smartlook.ISmartlook r, Prefs p) {{ if (!p.{Name(name, word)}) r.StartRecording(); ")))(fact);

    private static Func<StatedFact, IEnumerable<EffectCase>> Guards(Func<string, string> statement) => fact =>
    {
        var methods = string.Concat(fact.Words.Select((word, i) => $"void Run{i}(Xamarin.Smartlook.ISmartlook r, Prefs p, Plain consent) {{ {statement(word)} }}\n"));
        var names = fact.Words.SelectMany(word => ConsentNames.Select(name => Name(name, word))).Distinct().Select(static name => $"public bool {name} {{ get; set; }} ");
        var lookups = fact.Words.Select(Pascal).Append("Get").Distinct().Select(static name => $"public string {name}(string key) => null; public void {name}Consent() {{ }} ");
        var asks = fact.Words.Select(Pascal).Distinct().Select(static name => $"public bool {name}() => System.DateTime.Now.Year > 2000; ");
        var isOfNames = fact.Owner is not ("consent-yes" or "consent-lookup" or "consent-ensures" or "consent-ask");
        var source = $"class Code {{\n{methods}}}\nclass Prefs {{ {string.Concat(isOfNames ? names : lookups)} }}\nclass Plain {{ {string.Concat(asks)} }}";
        return [Any(source) with { References = EffectRunner.ForApis }];
    };

    /// <summary>A project of which only matters what it looks like without the words.</summary>
    private static EffectCase Any(string source) => new(EffectCase.AnyRule, true, ("Code.cs", source));

    private static Func<StatedFact, IEnumerable<EffectCase>> Identifying(Func<string, string> member, Func<string, string> value) => fact =>
    {
        var source = $"class Given {{ object SessionSampleRate; {string.Concat(fact.Words.Select(member))} }}\nclass Code {{ void Run(Sentry.SentryUser user, Given given, string email) {{ {string.Concat(fact.Words.Select(word => $"user.Id = {value(word)}; "))} }} }}";
        return [Any(source) with { References = EffectRunner.ForApis, Files = [("Code.cs", source), WebProject.Policy(CatalogFile.Complete.Find("Sentry")!, "ErrorDiagnosis", "RetentionDays = 30")] }];
    };

    private static Func<StatedFact, IEnumerable<EffectCase>> Fields(string name) => fact =>
        [new EffectCase("RPL2004", true, ("wwwroot/index.html", $"<script>posthog.init('key', {{ session_recording: {{ maskAllInputs: false }} }});</script>\n{string.Concat(fact.Words.Select(word => $"<input name=\"{Format(name, word)}\">\n"))}"))];

    private static Func<StatedFact, IEnumerable<EffectCase>> Texts(string text) => fact =>
        [new EffectCase(EffectCase.AnyRule, true, ("Views/Index.cshtml", $"<script>Clarity.init('key');</script>\n{string.Concat(fact.Words.Select(word => $"<p>{Format(text, Pascal(word))}</p>\n"))}"))];

    private static Func<StatedFact, IEnumerable<EffectCase>> Storing(Func<IReadOnlyList<string>, string> members) => fact =>
    {
        var methods = fact.Words.Select(Pascal).Append("Save").Distinct().Select(static name => $"public void {name}(string text) {{ }} ");
        var source = $"class Db {{ {(fact.Owner == "storing-method" ? string.Concat(methods) : "public void Save(string text) { }")} }} class HttpPostAttribute : System.Attribute {{ }} class Api {{ {members(fact.Words)} }}";
        return [new EffectCase(EffectCase.AnyRule, true, ("Api.cs", source), WebProject.Script("rrweb.record({ emit: e => send(e), maskAllInputs: true });"))];
    };

    private static IEnumerable<EffectCase> Reasons(StatedFact fact)
    {
        var reason = string.Join(" ", fact.Words);
        yield return new EffectCase("RPL9001", true, ("wwwroot/index.html", $"<!-- replaylint-disable RPL1001: {reason} --><p>x</p>\n<!-- replaylint-disable RPL1001: {fact.Words[0]} the vendor answers our question --><p>x</p>\n<script>posthog.init('key');</script>"));
    }

    private static string Name(string pattern, string word) => Format(pattern, Pascal(word));

    private static string Format(string pattern, string word) => string.Format(CultureInfo.InvariantCulture, pattern, word);

    private static string Pascal(string word)
    {
        var name = string.Concat(word.Split('-').Select(static part => part.Length == 0 ? "" : char.ToUpperInvariant(part[0]) + part[1..]));
        return char.IsDigit(name[0]) ? "_" + name : name;
    }
}
