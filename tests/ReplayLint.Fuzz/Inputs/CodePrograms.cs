using System.Collections.Immutable;
using System.Text;

namespace ReplayLint.Fuzz.Inputs;

/// <summary>Programs that compile and use recorders: an API, options, a guard, a place, and a way to lay out code.</summary>
internal static class CodePrograms
{
    private static readonly ImmutableArray<string> Booleans = ["true", "false", "false", "Settings.Flag", "!true"];
    private static readonly ImmutableArray<string> Rates = ["1.0", "1", "0.1", "0", "0.5 * 2", "Settings.Rate"];

    /// <summary>Statements that start, configure or stop recorders, tell who the user is, or show content.</summary>
    private static readonly ImmutableArray<Func<Random, string>> Uses =
    [
        static random => $"Sentry.SentrySdk.Init(o => {{ {Options(random, "o", SentryOptions)} }});",
        static random => $"var options = new Sentry.SentryOptions(); {Options(random, "options", SentryOptions)} Sentry.SentrySdk.Init(options);",
        static random => $"Sentry.SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = {Pick(random, Rates)});",
        static random => $"Datadog.Maui.DdSessionReplay.Enable(new Datadog.Maui.Configuration.SessionReplayConfiguration {{ {Members(random, DatadogOptions)} }});",
        static random => $"var replay = new Datadog.Maui.Configuration.SessionReplayConfiguration(); {Options(random, "replay", DatadogOptions)} Datadog.Maui.DdSessionReplay.Enable(replay);",
        static random => $"Datadog.Maui.DdSdk.Initialize(new Datadog.Maui.Configuration.DdSdkConfiguration {{ TrackingConsent = Datadog.Maui.Configuration.TrackingConsent.{(random.Next(2) == 0 ? "Granted" : "Pending")} }});",
        static random => "Datadog.Maui.DdSdk.SetTrackingConsent(Datadog.Maui.Configuration.TrackingConsent.Granted);",
        static random => $"Datadog.Maui.DdSdk.SetUserInfo(id: user, email: {Pick(random, ["email", "null", "\"a@example.com\""])});",
        static random => "Com.UXCam.UXCam.StartWithKey(\"key\");",
        static random => "Com.UXCam.UXCam.SetUserIdentity(email);",
        static random => $"LDReplay.IsEnabled = {Pick(random, Booleans)};",
        static random => $"LDObserve.Init(\"key\", new ObservabilityOptions(), new SessionReplayOptions(isEnabled: {Pick(random, Booleans)}, privacy: new SessionReplayOptions.PrivacyOptions(maskTextInputs: {Pick(random, Booleans)})));",
        static random => $"var privacy = new SessionReplayOptions.PrivacyOptions {{ {Members(random, LaunchDarklyOptions)} }}; LDObserve.Init(\"key\", new ObservabilityOptions(), new SessionReplayOptions {{ Privacy = privacy }});",
        static random => "Sentry.SentrySdk.ConfigureScope(scope => scope.User = new Sentry.SentryUser { Id = user, Email = email, Username = user });",
        static random => "Sentry.SentrySdk.ConfigureScope(scope => { scope.User.Email = email; scope.User.IpAddress = \"{{auto}}\"; });",
        static random => "Sentry.SentrySdk.Close();",
        static random => "cookies.Append(\"consent\", \"yes\", new Microsoft.AspNetCore.Http.CookieOptions { MaxAge = System.TimeSpan.FromDays(365) });",
        static random => "hasConsent = false;",
        static random => "System.Console.WriteLine(user);",
        static random => "js.InvokeVoidAsync(\"posthog.identify\", email);",
        static random => "js.InvokeVoidAsync(\"posthog.init\", \"key\", new { mask_all_text = false, session_recording = new { maskAllInputs = false } });",
        static random => "var html = \"<script src='https://static.hotjar.com/c/hotjar-1.js'></script>\";",
    ];

    private static readonly ImmutableArray<(string Name, Func<Random, string> Value)> SentryOptions =
    [
        ("Native.ExperimentalOptions.SessionReplay.SessionSampleRate", static random => Pick(random, Rates)),
        ("Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate", static random => Pick(random, Rates)),
        ("Native.ExperimentalOptions.SessionReplay.MaskAllText", static random => Pick(random, Booleans)),
        ("Native.ExperimentalOptions.SessionReplay.MaskAllImages", static random => Pick(random, Booleans)),
        ("Native.AttachScreenshot", static random => Pick(random, Booleans)),
        ("SendDefaultPii", static random => Pick(random, Booleans)),
        ("CaptureFailedRequests", static random => Pick(random, Booleans)),
        ("Dsn", static _ => "\"https://key@example.com/1\""),
    ];

    private static readonly ImmutableArray<(string Name, Func<Random, string> Value)> DatadogOptions =
    [
        ("ReplaySampleRate", static random => Pick(random, ["100", "100.0", "20", "0"])),
        ("TextAndInputPrivacyLevel", static random => "Datadog.Maui.Configuration.TextAndInputPrivacy." + Pick(random, ["MaskAll", "MaskAllInputs", "MaskSensitiveInputs"])),
        ("ImagePrivacyLevel", static random => "Datadog.Maui.Configuration.ImagePrivacy." + Pick(random, ["MaskAll", "MaskNone"])),
        ("TouchPrivacyLevel", static random => "Datadog.Maui.Configuration.TouchPrivacy." + Pick(random, ["Hide", "Show"])),
    ];

    private static readonly ImmutableArray<(string Name, Func<Random, string> Value)> LaunchDarklyOptions =
    [
        ("MaskTextInputs", static random => Pick(random, Booleans)),
        ("MaskWebViews", static random => Pick(random, Booleans)),
        ("MaskLabels", static random => Pick(random, Booleans)),
        ("MaskImages", static random => Pick(random, Booleans)),
    ];

    /// <summary>What stands around a statement, <c>@</c>.</summary>
    private static readonly ImmutableArray<string> Guards =
    [
        "@", "@", "@", "if (hasConsent) { @ }", "if (hasConsent)\n{\n@\n}\nelse\n{\n    Other();\n}", "if (!hasConsent) return;\n@", "if (ready) { @ }", "if (ready && HasConsent()) { @ }", "if (hasConsent || ready) { @ }",
        "try { @ } finally { Other(); }", "foreach (var item in new[] { 1, 2 }) { @ }", "{ void Local() { @ } Local(); }", "System.Action later = () => { @ }; later();", "switch (ready) { case true: @ break; default: Other(); break; }",
        "lock (gate) { @ }", "do { @ } while (HasConsent());", "if (consent.IsGiven) { @ }", "System.Threading.Tasks.Task.Run(() => { @ });", "if (hasConsent is true) { @ } // checked", "#pragma warning disable RPL2001\n@\n#pragma warning restore RPL2001",
        "if (consent.IsNeeded) { @ }", "using (new System.IO.MemoryStream()) { @ }", "// why\n@ // what", "/* why */ @ /* what */", "#if !OTHER\n@\n#endif",
    ];

    /// <summary>What stands around statements, <c>@</c>, as a member of the type.</summary>
    private static readonly ImmutableArray<string> Places =
    [
        "public void Start(string user, string email)\n{\n@\n}", "public static async System.Threading.Tasks.Task StartAsync(string user, string email)\n{\nawait System.Threading.Tasks.Task.Yield();\n@\n}", "[ReplayLint.RequiresConsent]\nprivate void Begin(string user, string email)\n{\n@\n}",
        "private bool Try(string user, string email) { @ return true; }", "public string Name { get => user; set { @ } }", "public event System.Action Changed { add { @ } remove { } }", "/// <summary>Withdraws consent.</summary>\npublic void Withdraw() { hasConsent = false; @ }",
        "private System.Collections.Generic.IEnumerable<int> Each() { @ yield return 1; }", "public int this[int i] { get { @ return i; } }", "protected virtual void On(object sender, System.EventArgs e)\n{\n    // First.\n@\n    // Last.\n}",
    ];

    private static readonly ImmutableArray<string> LineEnds = ["\n", "\n", "\r\n"];
    private static readonly ImmutableArray<string> Indents = ["    ", "    ", "  ", "\t"];

    /// <summary>A program, as the numbers decide.</summary>
    public static string Create(Random random)
    {
        var members = new StringBuilder();
        for (var places = random.Next(1, 4); places > 0; places--)
            members.Append(Place(random, places)).Append('\n');

        var consent = (random.Next(4) == 0 ? "[ReplayLint.ConsentGuard] " : "") + "private static bool hasConsent;";
        var service = random.Next(3) == 0 ? "public interface IConsent { [ReplayLint.ConsentGuard] bool IsGiven { get; } bool IsNeeded { get; } }" : "public interface IConsent { bool IsGiven { get; } bool IsNeeded { get; } }";
        var usings = random.Next(2) == 0 ? "using System;\nusing LaunchDarkly.Observability;\nusing LaunchDarkly.SessionReplay;\nusing Microsoft.JSInterop;\n\n" : "using LaunchDarkly.Observability;\nusing LaunchDarkly.SessionReplay;\nusing Microsoft.JSInterop; // pages\n\n";
        var policy = random.Next(3) == 0 ? "[assembly: ReplayLint.SessionReplayPolicy(\"Sentry\", ReplayLint.ReplayPurpose.Support, RetentionDays = 400)]\n\n" : "";
        var type = $"public class App\n{{\n{consent}\nprivate static string user, email;\nprivate static bool ready;\nprivate static readonly object gate = new object();\nprivate static IConsent consent;\nprivate static IJSRuntime js;\nprivate static Microsoft.AspNetCore.Http.IResponseCookies cookies;\nprivate static bool HasConsent() => hasConsent;\nprivate static void Other() {{ }}\n\n{members}}}\n";
        var wrapper = random.Next(3) == 0 ? $"public class ReplayOptions\n{{\npublic bool MaskAllText {{ get; set; }} = {Pick(random, Booleans)};\npublic double SampleRate {{ get; set; }} = 1.0;\n}}\n" : "";
        var scope = random.Next(2) == 0 ? "namespace Shop;\n\n" : "";
        var text = usings + policy + scope + service + "\npublic static class Settings { public static bool Flag => true; public static double Rate { get; set; } }\n\n" + type + wrapper;
        return Indent(text, Pick(random, Indents)).Replace("\n", Pick(random, LineEnds), StringComparison.Ordinal);
    }

    private static string Place(Random random, int number)
    {
        var statements = new StringBuilder();
        for (var uses = random.Next(1, 4); uses > 0; uses--)
            statements.Append("{\n").Append(Pick(random, Guards).Replace("@", Pick(random, Uses)(random), StringComparison.Ordinal)).Append("\n}\n");

        // What declares locals has a scope of its own, but where there is but one.
        var text = statements.ToString();
        if (text.Split("{\n").Length == 2 && text.StartsWith("{\n", StringComparison.Ordinal))
            text = text[2..^2];

        return Pick(random, Places).Replace("@", text, StringComparison.Ordinal)
            .Replace("Start(", $"Start{number}(", StringComparison.Ordinal).Replace("StartAsync(", $"StartAsync{number}(", StringComparison.Ordinal);
    }

    private static string Options(Random random, string variable, ImmutableArray<(string Name, Func<Random, string> Value)> options) =>
        string.Join(random.Next(2) == 0 ? " " : "\n", Some(random, options).Select(option => $"{variable}.{option.Name} = {option.Value(random)};"));

    private static string Members(Random random, ImmutableArray<(string Name, Func<Random, string> Value)> options) =>
        string.Join(random.Next(2) == 0 ? ", " : ",\n", Some(random, options).Select(option => $"{option.Name} = {option.Value(random)}"));

    private static IEnumerable<T> Some<T>(Random random, ImmutableArray<T> items) => items.Where(_ => random.Next(5) < 2).ToList();

    private static T Pick<T>(Random random, ImmutableArray<T> items) => items[random.Next(items.Length)];

    /// <summary>Indents lines by the braces that are open.</summary>
    private static string Indent(string text, string indent)
    {
        var result = new StringBuilder();
        var depth = 0;
        foreach (var line in text.Split('\n').Select(static line => line.Trim()))
        {
            var closing = line.TakeWhile(static c => c == '}').Count();
            if (line.Length > 0 && line[0] != '#')
                result.Insert(result.Length, indent, Math.Max(0, depth - closing));

            result.Append(line).Append('\n');
            depth += line.Count(static c => c == '{') - line.Count(static c => c == '}');
        }

        return result.ToString();
    }
}
