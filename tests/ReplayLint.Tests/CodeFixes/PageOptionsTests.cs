using ReplayLint.CodeFixes.Edits;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes;

/// <summary>Options that C# hands to a recorder of the page.</summary>
public class PageOptionsTests
{
    [Theory]
    [InlineData("RPL2001", "new { [|maskAllInputs = false|], recordCanvas = false }", "new { maskAllInputs = true, recordCanvas = false }")]
    [InlineData("RPL2001", "new { [|maskAllInputs|] }", "new { maskAllInputs = true }")]
    [InlineData("RPL2001", "new { maskAllInputs = true, [|recordCanvas = true|] /* all */ }", "new { maskAllInputs = true, recordCanvas = false /* all */ }")]
    [InlineData("RPL2001", "new Dictionary<string, object> { [|[\"maskAllInputs\"] = false|] }", "new Dictionary<string, object> { [\"maskAllInputs\"] = true }")]
    [InlineData("RPL2001", "new Dictionary<string, bool> { [|{ \"maskAllInputs\", false }|] }", "new Dictionary<string, bool> { { \"maskAllInputs\", true } }")]
    [InlineData("RPL2001", "new Options { [|MaskAllInputs = false|] }", "new Options { MaskAllInputs = true }")]
    [InlineData("RPL2001", "new Record([|false|])", "new Record(true)")]
    [InlineData("RPL2001", "Kept", "Kept")]
    [InlineData("RPL2002", "[|new { recordCanvas = false }|]", "new { recordCanvas = false, maskAllInputs = true, maskTextSelector = \"*\" }")]
    [InlineData("RPL2002", "[|new { }|]", "new { maskAllInputs = true, maskTextSelector = \"*\" }")]
    [InlineData("RPL2002", "[|new Dictionary<string, object> { [\"recordCanvas\"] = false }|]", "new Dictionary<string, object> { [\"recordCanvas\"] = false, [\"maskAllInputs\"] = true, [\"maskTextSelector\"] = \"*\" }")]
    [InlineData("RPL2002", "[|new Dictionary<string, object> { { \"recordCanvas\", false } }|]", "new Dictionary<string, object> { { \"recordCanvas\", false }, { \"maskAllInputs\", true }, { \"maskTextSelector\", \"*\" } }")]
    [InlineData("RPL2002", "[|new Dictionary<string, object>()|]", "new Dictionary<string, object> { [\"maskAllInputs\"] = true, [\"maskTextSelector\"] = \"*\" }")]
    public Task Options_of_rrweb(string rule, string options, string fixedOptions) =>
        RuleVerifier.VerifyFixAsync(rule, RecorderApi.None, Component(Statement(rule, options)), Component(Statement(rule, fixedOptions)).Replace("[|", "").Replace("|]", ""));

    [Theory]
    [InlineData("RPL3001", "js.InvokeVoidAsync(\"DD_RUM.init\", new { [|sessionReplaySampleRate = 100|] })", "js.InvokeVoidAsync(\"DD_RUM.init\", new { sessionReplaySampleRate = 10 })")]
    [InlineData("RPL3001", "js.InvokeVoidAsync(\"DD_RUM.init\", new Dictionary<string, int> { [|[\"sessionReplaySampleRate\"] = 100|] })", "js.InvokeVoidAsync(\"DD_RUM.init\", new Dictionary<string, int> { [\"sessionReplaySampleRate\"] = 10 })")]
    [InlineData("RPL2001", "js.InvokeVoidAsync(\"DD_RUM.init\", new { sessionReplaySampleRate = 10, [|defaultPrivacyLevel = \"allow\"|] })", "js.InvokeVoidAsync(\"DD_RUM.init\", new { sessionReplaySampleRate = 10, defaultPrivacyLevel = \"mask\" })")]
    [InlineData("RPL1003", "js.InvokeVoidAsync(\"DD_RUM.init\", new { sessionReplaySampleRate = 10, [|trackingConsent = \"granted\"|] })", "js.InvokeVoidAsync(\"DD_RUM.init\", new { sessionReplaySampleRate = 10, trackingConsent = \"not-granted\" })")]
    [InlineData("RPL2006", "js.InvokeVoidAsync(\"posthog.init\", \"x\", new { [|enable_recording_console_log = true|] })", "js.InvokeVoidAsync(\"posthog.init\", \"x\", new { enable_recording_console_log = false })")]
    public Task Options_of_others(string rule, string call, string fixedCall) =>
        RuleVerifier.VerifyFixAsync(rule, RecorderApi.None, Component($"await {call};"), Component($"await {fixedCall};"));

    [Fact]
    public Task A_call_without_options_gets_some() =>
        RuleVerifier.VerifyFixAsync(
            "RPL2002",
            RecorderApi.None,
            Component("await js.InvokeVoidAsync([|\"rrweb.record\"|]);"),
            Component("await js.InvokeVoidAsync(\"rrweb.record\", new { maskAllInputs = true, maskTextSelector = \"*\" });"));

    [Theory]
    [InlineData("RPL3001", "js.InvokeVoidAsync(\"DD_RUM.init\", new Dictionary<string, string> { [|[\"sessionReplaySampleRate\"] = \"100\"|] })")]
    [InlineData("RPL2002", "js.InvokeVoidAsync([|\"rrweb.record\"|], new Dictionary<string, bool> { [\"recordCanvas\"] = false })")]
    [InlineData("RPL2002", "js.InvokeVoidAsync([|\"rrweb.record\"|], new object[] { })")]
    public Task Where_the_type_does_not_allow_it_nothing_is_offered(string rule, string call) =>
        RuleVerifier.VerifyNoFixAsync(rule, RecorderApi.None, Component($"await {call};"));

    [Fact]
    public Task Options_that_another_file_makes_are_left_alone()
    {
        string[] sources =
        [
            Component("await js.InvokeVoidAsync(\"rrweb.record\", [|Elsewhere.Options|]);"),
            "static class Elsewhere { public static readonly object Options = new { maskAllInputs = false }; }",
        ];

        return RuleVerifier.VerifyFixAsync("RPL2001", RecorderApi.None, sources, sources);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public Task Lines_and_comments_stay(string endOfLine)
    {
        var source = Component("""
            await js.InvokeVoidAsync([|"rrweb.record"|], new
                    {
                        recordCanvas = false, // not needed
                        inlineImages = false // no
                    });
            """);
        var fixedSource = Component("""
            await js.InvokeVoidAsync("rrweb.record", new
                    {
                        recordCanvas = false, // not needed
                        inlineImages = false, // no
                        maskAllInputs = true,
                        maskTextSelector = "*"
                    });
            """);

        return RuleVerifier.VerifyFixAsync("RPL2002", RecorderApi.None, source.ReplaceLineEndings(endOfLine), fixedSource.ReplaceLineEndings(endOfLine));
    }

    [Fact]
    public Task An_object_that_is_serialised_into_a_script_is_edited_too() =>
        RuleVerifier.VerifyFixAsync(
            "RPL2001",
            RecorderApi.None,
            Component("await js.InvokeVoidAsync(\"eval\", $\"rrweb.record({System.Text.Json.JsonSerializer.Serialize(new { [|maskAllInputs = false|] })})\");"),
            Component("await js.InvokeVoidAsync(\"eval\", $\"rrweb.record({System.Text.Json.JsonSerializer.Serialize(new { maskAllInputs = true })})\");"));

    [Fact]
    public Task A_switch_of_the_recorder_can_hold_a_start_back() =>
        RuleVerifier.VerifyFixAsync(
            "RPL1001",
            RecorderApi.None,
            Component("await js.InvokeVoidAsync([|\"DD_RUM.init\"|], new { sessionReplaySampleRate = 10 });"),
            Component("await js.InvokeVoidAsync(\"DD_RUM.init\", new { sessionReplaySampleRate = 10, trackingConsent = \"not-granted\" });"),
            AddSafeOption.AddGate);

    private static string Statement(string rule, string options) =>
        rule == "RPL2002" && options.StartsWith("[|", StringComparison.Ordinal)
            ? $"await js.InvokeVoidAsync([|\"rrweb.record\"|], {options[2..^2]});"
            : $"await js.InvokeVoidAsync(\"rrweb.record\", {options});";

    private static string Component(string statement) => $$"""
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Microsoft.JSInterop;

        class Options { public bool MaskAllInputs { get; set; } }
        record Record(bool MaskAllInputs);

        class C(IJSRuntime js)
        {
            const bool maskAllInputs = false;
            static readonly object Kept = new { maskAllInputs = true };

            public async Task M()
            {
                {{statement}}
                await js.InvokeVoidAsync("done", maskAllInputs, Kept);
            }
        }
        """;
}
