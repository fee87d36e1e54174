using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes;

/// <summary>Identifiers that C# hands to functions of the page.</summary>
public class PageRemovalTests
{
    [Theory]
    [InlineData("await js.InvokeVoidAsync(\"clarity\", \"identify\", [|state.Username|], null, null, state.Username);", "")]
    [InlineData("await js.InvokeVoidAsync(\"clarity\", \"set\", \"username\", [|state.Username|]).ConfigureAwait(false);", "")]
    [InlineData("_ = js.InvokeVoidAsync(\"posthog.identify\", [|Email|]);", "")]
    [InlineData("((IJSInProcessRuntime)js).InvokeVoid(\"posthog.identify\", [|Email|]);", "")]
    [InlineData("Page.Identify([|Email|]);", "")]
    [InlineData("await js.InvokeVoidAsync(\"clarity\", new object[] { \"identify\", [|Email|] });", "")]
    [InlineData("if (first) await js.InvokeVoidAsync(\"posthog.identify\", [|Email|]);", "if (first) { }")]
    [InlineData("await js.InvokeVoidAsync(\"posthog.capture\", \"signed_up\", new { [|email = Email|] });", "await js.InvokeVoidAsync(\"posthog.capture\", \"signed_up\");")]
    [InlineData("await js.InvokeVoidAsync(\"posthog.capture\", \"signed_up\", new { plan = \"free\", [|email = Email|] });", "await js.InvokeVoidAsync(\"posthog.capture\", \"signed_up\", new { plan = \"free\" });")]
    [InlineData("await js.InvokeVoidAsync(\"posthog.capture\", \"signed_up\", new { [|Email|], plan = \"free\", [|name = state.Username|] });", "await js.InvokeVoidAsync(\"posthog.capture\", \"signed_up\", new { plan = \"free\" });")]
    [InlineData("await js.InvokeVoidAsync(\"posthog.capture\", \"signed_up\", new { user = new { [|email = Email|] }, plan = \"free\" });", "await js.InvokeVoidAsync(\"posthog.capture\", \"signed_up\", new { plan = \"free\" });")]
    [InlineData("await js.InvokeVoidAsync(\"posthog.capture\", \"x\", new { [|email = Email|] }, new { now = true });", "await js.InvokeVoidAsync(\"posthog.capture\", \"x\", new { }, new { now = true });")]
    [InlineData("await js.InvokeVoidAsync(\"Sentry.setUser\", new { [|email = Email|] });", "")]
    [InlineData("await js.InvokeVoidAsync(\"posthog.identify\", [|Email|], new { [|email = Email|] });", "")]
    [InlineData("var traits = new { id = state.Id, [|email = Email|] }; await js.InvokeVoidAsync(\"Sentry.setUser\", traits);", "var traits = new { id = state.Id }; await js.InvokeVoidAsync(\"Sentry.setUser\", traits);")]
    [InlineData("await js.InvokeVoidAsync(\"posthog.identify\", state.Id, new Dictionary<string, object> { [|[\"email\"] = Email|], [\"plan\"] = \"free\" });", "await js.InvokeVoidAsync(\"posthog.identify\", state.Id, new Dictionary<string, object> { [\"plan\"] = \"free\" });")]
    [InlineData("await js.InvokeVoidAsync(\"posthog.identify\", state.Id, new Dictionary<string, string> { { \"plan\", \"free\" }, [|{ \"email\", Email }|] });", "await js.InvokeVoidAsync(\"posthog.identify\", state.Id, new Dictionary<string, string> { { \"plan\", \"free\" } });")]
    [InlineData("var d = new Dictionary<string, object>(); [|d[\"email\"] = Email|]; [|d.Add(\"name\", state.Username)|]; d[\"x\"] = 1; await js.InvokeVoidAsync(\"posthog.identify\", state.Id, d);", "var d = new Dictionary<string, object>(); d[\"x\"] = 1; await js.InvokeVoidAsync(\"posthog.identify\", state.Id, d);")]
    [InlineData("await js.InvokeVoidAsync(\"LogRocket.identify\", state.Id, new Person { [|Contact = Email|], Plan = \"free\" });", "await js.InvokeVoidAsync(\"LogRocket.identify\", state.Id, new Person { Plan = \"free\" });")]
    [InlineData("await js.InvokeVoidAsync(\"DD_RUM.setUser\", new Traits(state.Id, [|Email|]));", "await js.InvokeVoidAsync(\"DD_RUM.setUser\", new Traits(state.Id, null));")]
    public Task What_names_a_person_goes(string statement, string fixedStatement) =>
        RuleVerifier.VerifyFixAsync("RPL4001", RecorderApi.None, Component(statement), Component(fixedStatement));

    [Theory]
    [InlineData("var x = await js.InvokeAsync<object>(\"posthog.identify\", [|Email|]); await js.InvokeVoidAsync(\"done\", x);")]
    [InlineData("var traits = new { id = state.Id, [|email = Email|] }; await js.InvokeVoidAsync(\"Sentry.setUser\", traits); System.Console.WriteLine(traits.email);")]
    [InlineData("ValueTask Send() => js.InvokeVoidAsync(\"posthog.identify\", [|Email|]); await Send();")]
    [InlineData("System.Func<ValueTask> send = () => js.InvokeVoidAsync(\"posthog.identify\", [|Email|]); await send();")]
    [InlineData("await js.InvokeVoidAsync(\"DD_RUM.setUser\", new Needed { Id = state.Id, [|Email = Email|] });")]
    [InlineData("await js.InvokeVoidAsync(\"eval\", [|$\"posthog.identify('{Email}')\"|]);")]
    public Task Where_something_depends_on_it_nothing_is_offered(string statement) =>
        RuleVerifier.VerifyNoFixAsync("RPL4001", RecorderApi.None, Component(statement));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public Task Comments_and_lines_stay(string endOfLine)
    {
        var source = Component("""
            // Who signed up.
                    await js.InvokeVoidAsync("clarity", "identify", [|state.Username|]); // asked for by sales

                    await js.InvokeVoidAsync("posthog.capture", "signed_up", new
                    {
                        plan = "free", // for now
                        [|email = Email|],
                        count = 1, // of many
                    });
            """);
        var fixedSource = Component("""
            // Who signed up.
                    // asked for by sales

                    await js.InvokeVoidAsync("posthog.capture", "signed_up", new
                    {
                        plan = "free", // for now
                        count = 1, // of many
                    });
            """);

        return RuleVerifier.VerifyFixAsync("RPL4001", RecorderApi.None, source.ReplaceLineEndings(endOfLine), fixedSource.ReplaceLineEndings(endOfLine));
    }

    private static string Component(string statement) => $$"""
        #nullable enable
        using System.Collections.Generic;
        using System.Runtime.InteropServices.JavaScript;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Microsoft.JSInterop;

        class State { public string Username { get; set; } = ""; public string Id { get; set; } = ""; }
        class Person { [JsonPropertyName("email")] public string Contact { get; set; } = ""; public string Plan { get; set; } = ""; }
        class Needed { public string Id { get; set; } = ""; public required string Email { get; set; } }
        record Traits(string Id, string? Email);

        static partial class Page
        {
            [JSImport("globalThis.posthog.identify")]
            public static partial void Identify(string id);

            public static partial void Identify(string id) { }
        }

        class C(IJSRuntime js, State state, bool first)
        {
            string Email { get; set; } = "";

            public async Task M()
            {
                {{statement}}
                await js.InvokeVoidAsync("done", state, first, Email);
            }
        }
        """.Replace("        \n", "").Replace("        \r\n", "");
}
