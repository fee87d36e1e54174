using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Masking;

public class WrapperDefaultIsPermissiveTests
{
    private const string RuleId = "RPL2007";

    [Theory]
    [InlineData("bool MaskText { get; set; } = [|false|];")]
    [InlineData("bool MaskText { get; init; } = [|Off|];")]
    [InlineData("bool [|MaskText|] { get; set; }")]
    [InlineData("bool MaskText = [|false|];")]
    [InlineData("bool [|MaskText|];")]
    public Task An_option_whose_default_flows_into_a_setting(string option) => VerifyAsync(option, "replay.MaskAllText = options.MaskText;");

    [Theory]
    [InlineData("bool ShowText { get; set; } = [|true|];", "replay.MaskAllText = !options.ShowText;")]
    [InlineData("double Share { get; set; } = [|1.0|];", "replay.SessionSampleRate = options.Share;")]
    [InlineData("double? Share { get; set; } = [|1|];", "replay.SessionSampleRate = options.Share;")]
    public Task What_flows_in_another_form(string option, string write) => VerifyAsync(option, write);

    [Theory]
    [InlineData("bool MaskText { get; set; } = true;", "replay.MaskAllText = options.MaskText;")]
    [InlineData("bool ShowText { get; set; }", "replay.MaskAllText = !options.ShowText;")]
    [InlineData("double Share { get; set; } = 0.1;", "replay.SessionSampleRate = options.Share;")]
    [InlineData("double Share { get; set; }", "replay.SessionSampleRate = options.Share;")]
    [InlineData("double OnError { get; set; } = 1.0;", "replay.OnErrorSampleRate = options.OnError;")]
    public Task A_default_that_protects_is_none(string option, string write) => VerifyAsync(option, write);

    [Theory]
    [InlineData("bool MaskText { get; set; } = System.DateTime.Now.Year > 1;")]
    [InlineData("bool MaskText { get; } = false;")]
    [InlineData("bool MaskText { get; private set; } = false;")]
    [InlineData("bool MaskText => false;")]
    [InlineData("bool MaskText { get => _mask; set => _mask = value; } bool _mask = false;")]
    [InlineData("ShopReplayOptions(bool mask) => MaskText = mask; public bool MaskText { get; set; } = false;")]
    [InlineData("const bool MaskText = false;")]
    public Task What_is_no_option_or_not_known_is_none(string option) =>
        VerifyAsync(option, option.StartsWith("const", StringComparison.Ordinal) ? "" : "replay.MaskAllText = options.MaskText;");

    [Theory]
    [InlineData("replay.MaskAllText = options.MaskText || true;")]
    [InlineData("replay.MaskAllText = Check(options.MaskText);")]
    [InlineData("var own = new ShopReplayOptions { MaskText = true }; replay.MaskAllText = own.MaskText;")]
    [InlineData("System.Console.WriteLine(options.MaskText);")]
    public Task What_does_not_flow_as_it_is_is_none(string write) => VerifyAsync("bool MaskText { get; set; } = false;", write);

    [Fact]
    public Task A_default_that_flows_twice_is_one_finding() =>
        VerifyAsync("bool MaskText { get; set; } = [|false|];", "replay.MaskAllText = options.MaskText; replay.MaskAllText = options.MaskText;");

    [Fact]
    public Task A_record_of_options() =>
        RuleVerifier.VerifyAsync(RuleId, RecorderApi.DatadogNet, """
            using DatadogNet;

            public sealed record ReplaySettings(TextAndInputPrivacy Text = [|TextAndInputPrivacy.MaskSensitiveInputs|], float Share = [|100f|], bool AutoStart = [|true|]);

            static class Replay
            {
                public static SessionReplayOptions Of(ReplaySettings settings) => new()
                {
                    TextAndInputPrivacy = settings.Text,
                    SampleRate = settings.Share,
                    StartRecordingImmediately = settings.AutoStart,
                };
            }
            """);

    [Fact]
    public Task An_argument_of_a_constructor() =>
        RuleVerifier.VerifyAsync(RuleId, RecorderApi.LaunchDarkly, """
            using LaunchDarkly.SessionReplay;

            public class PrivacySettings { public bool MaskLabels { get; set; } = [|false|]; }

            static class Replay
            {
                public static SessionReplayOptions.PrivacyOptions Of(PrivacySettings settings) => new(maskLabels: settings.MaskLabels);
            }
            """);

    [Theory]
    [InlineData("new { session_recording = new { maskAllInputs = options.MaskInputs } }")]
    [InlineData("options")]
    public Task What_a_page_is_handed(string argument) =>
        RuleVerifier.VerifyAsync(RuleId, RecorderApi.None, $$"""
            using System.Text.Json.Serialization;
            using System.Threading.Tasks;
            using Microsoft.JSInterop;

            public class ReplayOptions
            {
                public bool MaskInputs { get; set; } = {{(argument == "options" ? "true" : "[|false|]")}};

                [JsonPropertyName("session_recording")]
                public Recording Recording { get; set; } = new();
            }

            public class Recording
            {
                public bool MaskAllInputs { get; set; } = {{(argument == "options" ? "[|false|]" : "false")}};
                public bool RecordBody { get; set; }
            }

            class Replay(IJSRuntime js)
            {
                public async Task Start(ReplayOptions options) => await js.InvokeVoidAsync("posthog.init", "phc", {{argument}});
            }
            """);

    [Fact]
    public Task An_object_of_others_is_none() =>
        RuleVerifier.VerifyAsync(RuleId, RecorderApi.None, """
            using System.Threading.Tasks;
            using Microsoft.JSInterop;

            public class MaskOptions { public bool MaskAllInputs { get; set; } = false; }

            class Replay(IJSRuntime js)
            {
                public async Task Start(MaskOptions options)
                {
                    await js.InvokeVoidAsync("shop.init", options);
                    await js.InvokeVoidAsync("posthog.init", "phc", options);
                }
            }
            """);

    [Fact]
    public async Task A_type_that_the_catalogue_lists()
    {
        const string Source = """
            namespace Shop;

            public class ReplayOptions
            {
                public bool MaskText { get; set; } = false;
                public bool MaskImages { get; set; }
                public bool MaskInputs { get; set; } = true;
            }
            """;
        const string Catalog = """
            recorder ShopReplay
              setting P:Shop.ReplayOptions.MaskText   protects=text   safe=true
              setting P:Shop.ReplayOptions.MaskImages protects=media  safe=true
              setting P:Shop.ReplayOptions.MaskInputs protects=inputs safe=true
            """;

        var findings = await RuleRunner.GetFindingsAsync([Source, TestReferences.Annotations], TestReferences.Framework, [new TestFile("/project/replaylint.shop.txt", Catalog)]);

        Assert.Equal(["false", "MaskImages"], findings.Where(static f => f.Id == RuleId).OrderBy(static f => f.Location.SourceSpan.Start).Select(static f => f.Location.SourceTree!.ToString().Substring(f.Location.SourceSpan.Start, f.Location.SourceSpan.Length)));
    }

    [Theory]
    [InlineData("bool MaskText { get; set; } = [|false|]; // for now", "bool MaskText { get; set; } = true; // for now")]
    [InlineData("bool [|MaskText|] { get; set; } // for now", "bool MaskText { get; set; } = true; // for now")]
    [InlineData("bool [|MaskText|];", "bool MaskText = true;")]
    public Task The_initialiser_is_flipped(string option, string expected) => VerifyFixAsync(option, expected, "replay.MaskAllText = options.MaskText;");

    [Theory]
    [InlineData("bool ShowText { get; set; } = [|true|];", "bool ShowText { get; set; } = false;", "replay.MaskAllText = !options.ShowText;")]
    [InlineData("double Share { get; set; } = [|1.0|];", "double Share { get; set; } = 0.1;", "replay.SessionSampleRate = options.Share;")]
    public Task The_value_is_the_one_that_protects(string option, string expected, string write) => VerifyFixAsync(option, expected, write);

    [Fact]
    public Task All_defaults_at_once() =>
        RuleVerifier.VerifyFixAsync(
            RuleId,
            RecorderApi.DatadogNet,
            Record("[|TextAndInputPrivacy.MaskSensitiveInputs|]", "[|100f|]", "[|true|]"),
            Record("TextAndInputPrivacy.MaskAll", "10f", "false"));

    private static string Record(string text, string share, string autoStart) => $$"""
        using DatadogNet;

        public sealed record ReplaySettings(
            TextAndInputPrivacy Text = {{text}}, // what is typed
            float Share = {{share}},
            bool AutoStart = {{autoStart}});

        static class Replay
        {
            public static SessionReplayOptions Of(ReplaySettings settings) => new()
            {
                TextAndInputPrivacy = settings.Text,
                SampleRate = settings.Share,
                StartRecordingImmediately = settings.AutoStart,
            };
        }
        """;

    private static Task VerifyAsync(string option, string write) => RuleVerifier.VerifyAsync(RuleId, RecorderApi.Sentry, Source(option, write));

    private static Task VerifyFixAsync(string option, string expected, string write) =>
        RuleVerifier.VerifyFixAsync(RuleId, RecorderApi.Sentry, Source(option, write), Source(expected, write));

    private static string Source(string option, string write) => $$"""
        using Sentry;

        public class ShopReplayOptions
        {
            public const bool Off = false;
            public {{option}}
        }

        static class Replay
        {
            public static void Apply(ShopReplayOptions options, SentryOptions.NativeOptions.NativeSentryReplayOptions replay)
            {
                {{write}}
            }

            private static bool Check(bool value) => true;
        }
        """;
}
