using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Readers.Interop;

/// <summary>Calls from C# to functions of the page.</summary>
public class InteropReaderTests
{
    [Theory]
    [InlineData("await js.InvokeVoidAsync(\"clarity\", \"identify\", [|state.Username|], null, null, state.Username);")]
    [InlineData("await js.InvokeVoidAsync(\"clarity\", \"set\", \"username\", [|state.Username|]);")]
    [InlineData("await js.InvokeVoidAsync(\"clarity\", \"set\", \"points\", state.Points.ToString());")]
    [InlineData("await js.InvokeVoidAsync(\"clarity\", \"identify\", state.Id);")]
    [InlineData("await js.InvokeVoidAsync(\"posthog.capture\", \"signed_up\", new { [|email = Email.Trim()|] });")]
    [InlineData("await js.InvokeVoidAsync(\"posthog.capture\", \"signed_up\", new { plan = \"free\", count = Email.Length });")]
    [InlineData("await js.InvokeVoidAsync(\"posthog.identify\", state.Id, new Dictionary<string, object> { [|[\"email\"] = Email|], [\"plan\"] = \"free\" });")]
    [InlineData("await js.InvokeVoidAsync(\"posthog.identify\", state.Id, new Dictionary<string, string> { [|{ \"name\", state.Id }|] });")]
    [InlineData("await js.InvokeAsync<object>(\"window.LogRocket.identify\", state.Id, new Person { [|Contact = Email|], Hidden = Email });")]
    [InlineData("await js.InvokeVoidAsync(\"DD_RUM.setUser\", new Traits(state.Id, [|Email|]));")]
    [InlineData("var traits = new { id = state.Id, [|email = Email|] }; await js.InvokeVoidAsync(\"Sentry.setUser\", traits);")]
    [InlineData("await js.InvokeVoidAsync(\"posthog.identify\", Hash(Email), new { email = Hash(Email) });")]
    [InlineData("await js.InvokeVoidAsync(Function, TimeSpan.FromSeconds(1), [|Email|]);")]
    [InlineData("await js.InvokeVoidAsync(\"_paq.push\", new object[] { new object[] { \"setUserId\", Email } });")]
    [InlineData("((IJSInProcessRuntime)js).InvokeVoid(\"posthog.identify\", [|Email|]);")]
    [InlineData("await module.InvokeVoidAsync(\"init\", true, Email);")]
    [InlineData("await js.InvokeAsync<IJSObjectReference>(\"import\", \"./clarity.js\");")]
    [InlineData("await js.InvokeVoidAsync(\"pushToDataLayer\", \"x\", new { email = Email });")]
    [InlineData("await js.InvokeVoidAsync(\"localStorage.setItem\", \"clarity\", Email);")]
    [InlineData("await js.InvokeVoidAsync(\"eval\", $[|\"posthog.identify('{Email}')\"|]);")]
    [InlineData("object?[] given = { \"identify\", [|Email|] }; await js.InvokeVoidAsync(\"clarity\", given);")]
    [InlineData("await js.InvokeVoidAsync(\"clarity\", [\"identify\", [|Email|]]);")]
    [InlineData("await js.InvokeVoidAsync(\"clarity\", args: new object?[] { \"identify\", [|Email|] });")]
    [InlineData("await js.InvokeVoidAsync(\"posthog.capture\", \"x\", Made);")]
    [InlineData("var d = new Dictionary<string, object?>(); [|d[\"email\"] = Email|]; [|d.Add(\"name\", state.Username)|]; await js.InvokeVoidAsync(\"posthog.identify\", state.Id, d);")]
    [InlineData("var p = new Person(); [|p.Contact = Email|]; await js.InvokeVoidAsync(\"posthog.identify\", state.Id, p);")]
    [InlineData("await js.InvokeVoidAsync(\"posthog.identify\", state.Id, new Named(\"x\", [|Email|]));")]
    [InlineData("Page.Identify([|Email|]);")]
    [InlineData("Page.OfModule(Email);")]
    [InlineData("Page.Other(Email);")]
    [InlineData("await js.InvokeConstructorAsync(\"Rollbar\", new { replay = new { enabled = true }, payload = new { person = new { [|email = Email|] } } });")]
    [InlineData("await js.SetValueAsync(\"_rollbarConfig\", new { replay = new { enabled = true }, payload = new { person = new { [|email = Email|] } } });")]
    [InlineData("await js.SetValueAsync(\"document.title\", Email);")]
    [InlineData("await js.InvokeVoidAsync(\"eval\", $\"posthog.identify('{state.Id}')\");")]
    public Task An_identity_is_read_from_the_arguments(string statement) => RuleVerifier.VerifyAsync("RPL4001", RecorderApi.None, Component(statement.Replace("$[|\"", "[|$\"")));

    [Theory]
    [InlineData("await js.InvokeVoidAsync([|\"Clarity.init\"|], \"x\");")]
    [InlineData("if (await consent.HasConsentAsync()) await js.InvokeVoidAsync(\"Clarity.init\", \"x\");")]
    [InlineData("await js.InvokeVoidAsync([|\"posthog.startSessionRecording\"|]);")]
    [InlineData("await js.InvokeVoidAsync(\"posthog.init\", \"x\", new { opt_out_capturing_by_default = true });")]
    [InlineData("await js.InvokeVoidAsync([|\"rrweb.record\"|], new { maskAllInputs = true });")]
    [InlineData("await js.InvokeVoidAsync(\"DD_RUM.init\", new { sessionReplaySampleRate = 0 });")]
    [InlineData("await js.InvokeVoidAsync([|\"DD_RUM.init\"|], new { sessionReplaySampleRate = 20 });")]
    [InlineData("await js.InvokeVoidAsync(\"eval\", [|\"posthog.init('x')\"|]);")]
    [InlineData("await js.InvokeVoidAsync(\"SmartAnalyser.Init\");")]
    [InlineData("await js.InvokeAsync<IJSObjectReference>(\"import\", [|\"https://static.hotjar.com/c/hotjar-1.js\"|]);")]
    [InlineData("await js.InvokeAsync<IJSObjectReference>(\"import\", \"./consent.js\");")]
    [InlineData("await module.InvokeAsync<object>([|\"rrweb.record\"|]);")]
    [InlineData("Page.Identify(\"x\");")]
    [InlineData("await Invoke(\"Clarity.init\");")]
    public Task A_start_is_read_with_its_options(string statement) => RuleVerifier.VerifyAsync("RPL1001", RecorderApi.None, Component(statement));

    [Fact]
    public Task Options_are_judged() => RuleVerifier.VerifyAsync("RPL2001", RecorderApi.None, Component(
        "await js.InvokeVoidAsync(\"rrweb.record\", new { [|maskAllInputs = false|], recordCanvas = false });"));

    [Fact]
    public Task An_object_that_is_kept_is_read_where_it_is_made() => RuleVerifier.VerifyAsync("RPL4001", RecorderApi.None, Component("await js.InvokeVoidAsync(\"posthog.capture\", \"x\", Kept);")
        .Replace("static object Made", "static readonly object Kept = new { [|email = Environment.UserName|] }; static object Made", StringComparison.Ordinal));

    [Theory]
    [InlineData("await js.InvokeVoidAsync([|\"rrweb.record\"|], new Dictionary<string, object?>());")]
    [InlineData("var o = new Dictionary<string, object?>(); await js.InvokeVoidAsync([|\"rrweb.record\"|], o);")]
    [InlineData("var o = new Dictionary<string, object?>(); o[\"maskAllInputs\"] = true; o.Add(\"maskTextSelector\", \"*\"); await js.InvokeVoidAsync(\"rrweb.record\", o);")]
    [InlineData("var o = new Dictionary<string, object?>(); Fill(o); await js.InvokeVoidAsync(\"rrweb.record\", o);")]
    [InlineData("await js.InvokeVoidAsync(\"rrweb.record\", new Dictionary<string, object?> { [state.Id] = true });")]
    [InlineData("await js.InvokeVoidAsync(\"rrweb.record\", new Person());")]
    [InlineData("await js.InvokeVoidAsync([|\"rrweb.record\"|], Made);")]
    public Task Options_that_are_not_written_are_missed(string statement) => RuleVerifier.VerifyAsync("RPL2002", RecorderApi.None, Component(statement));

    [Fact]
    public Task Retention_is_asked_for_once() => RuleVerifier.VerifyAsync("RPL5001", RecorderApi.None, Component(
        "await js.InvokeVoidAsync([|\"posthog.init\"|], \"x\"); await js.InvokeVoidAsync(\"posthog.startSessionRecording\");"));

    private static string Component(string statement) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Runtime.InteropServices.JavaScript;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Microsoft.JSInterop;

        class State { public string Username { get; set; } = ""; public int Points { get; set; } public string Id { get; set; } = ""; }
        class Person { [JsonPropertyName("email")] public string Contact { get; set; } = ""; [JsonIgnore] public string Hidden { get; set; } = ""; }
        record Traits(string Id, string Email);
        record Named(string Id, [property: JsonPropertyName("email")] string Contact);

        static partial class Page
        {
            [JSImport("globalThis.posthog.identify")] public static partial void Identify(string id);
            [JSImport("posthog.identify", "module")] public static partial void OfModule(string id);
            [JSImport("globalThis.show")] public static partial void Other(string id);
            public static partial void Identify(string id) { }
            public static partial void OfModule(string id) { }
            public static partial void Other(string id) { }
        }
        interface IConsent { Task<bool> HasConsentAsync(); }

        class C(IJSRuntime js, IJSObjectReference module, State state, IConsent consent)
        {
            const string Function = "posthog.identify";
            string Email = "";
            static object Made => new { plan = "free" };

            public async Task M()
            {
                {{statement}}
                await module.InvokeVoidAsync("done", consent, Function, Email);
            }

            static string Hash(string text) => text.GetHashCode().ToString();
            static void Fill(Dictionary<string, object?> options) => options["maskAllInputs"] = true;
            static Task Invoke(string name) => Task.CompletedTask;
        }
        """;
}
