using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Readers.Json;

/// <summary>Options that recorders take from the JSON files of an application's settings.</summary>
public class JsonSettingsTests
{
    private const string Catalog = """
        recorder ShopReplay
          json-setting Shop:Replay/MaskText            protects=text     safe=true  default=false
          json-setting Shop:Replay/Privacy:MaskInputs  protects=inputs   safe=true  default=true
          json-setting Shop:Replay/SampleRate          protects=rate     full=1     default=0.1 safe=0.1
          json-setting Shop:Replay/SendEmail           protects=identity safe=false default=false
          json-setting Shop:Replay/CaptureBodies       protects=network  safe=false default=false
          json-setting Shop:Replay/AutoStart           protects=consent  safe=false default=false
          json-setting *:Tracker/Mode                  protects=text     safe=Strict
        """;

    [Theory]
    [InlineData("""{ "Shop": { "Replay": { "MaskText": true, "Privacy": { {|RPL2001:"MaskInputs": false|} } } } }""")]
    [InlineData("""{ "Shop": { "Replay": { {|RPL2001:"MaskText": "False"|} } } }""")]
    [InlineData("""{ "shop": { "REPLAY": { {|RPL2001:"masktext": false|} } } }""")]
    [InlineData("""{ "Shop:Replay": { {|RPL2001:"MaskText": false|} } }""")]
    [InlineData("""{ {|RPL2001:"Shop:Replay:MaskText": false|} }""")]
    [InlineData("""{ "Shop": { "Replay": { "MaskText": true, {|RPL2001:"Privacy:MaskInputs": false|} } } }""")]
    [InlineData("""{ "Shop": { "Replay": { "MaskText": true, {|RPL3001:"SampleRate": 1.0|} } } }""")]
    [InlineData("""{ "Shop": { "Replay": { "MaskText": true, {|RPL4001:"SendEmail": true|} } } }""")]
    [InlineData("""{ "Shop": { "Replay": { "MaskText": true, {|RPL2006:"CaptureBodies": true|} } } }""")]
    [InlineData("""{ "Shop": { "Replay": { "MaskText": true, {|RPL1003:"AutoStart": true|} } } }""")]
    [InlineData("""{ "Shop": { {|RPL2002:"Replay"|}: { } } }""")]
    [InlineData("""{ "A": { "B": { "Tracker": { {|RPL2001:"Mode": "Lax"|} } } } }""")]
    [InlineData("""{ "Tracker": { {|RPL2001:"Mode": "Lax"|} } }""")]
    public Task An_option_is_judged_where_it_stands(string settings) => VerifyAsync(("appsettings.json", settings));

    [Theory]
    [InlineData("""{ "Shop": { "Replay": { "MaskText": true } } }""")]
    [InlineData("""{ "Shop": { "Replay": { "MaskText": "TRUE", "SampleRate": 0.1, "SendEmail": false } } }""")]
    [InlineData("""{ "Other": { "Replay": { "MaskText": false } } }""")]
    [InlineData("""{ "X": { "Shop": { "Replay": { "MaskText": false } } } }""")]
    [InlineData("""{ "Shop": { "Replay": [ { "MaskText": false } ] } }""")]
    [InlineData("""{ "Shop": { "Replay": "MaskText" } }""")]
    [InlineData("""{ "Tracker": { "Mode": "strict" } }""")]
    [InlineData("""[ { "Shop": { "Replay": { "MaskText": false } } } ]""")]
    [InlineData("")]
    public Task What_protects_or_is_another_section_is_none(string settings) => VerifyAsync(("appsettings.json", settings));

    [Fact]
    public Task Comments_and_trailing_commas_are_read() =>
        VerifyAsync(("appsettings.json", """
            {
              // What we record.
              "Shop": {
                /* of the shop */
                "Replay": {
                  {|RPL2001:"MaskText": false|}, // for now
                },
              },
            }
            """));

    [Theory]
    [InlineData("appsettings.Production.json")]
    [InlineData("appsettings.Staging.json")]
    [InlineData("wwwroot/appsettings.json")]
    [InlineData("Resources/Raw/appsettings.json")]
    public Task Every_file_of_settings_is_read(string name) =>
        VerifyAsync((name, """{ "Shop": { "Replay": { {|RPL2001:"MaskText": false|} } } }"""));

    [Theory]
    [InlineData("appsettings.Development.json")]
    [InlineData("APPSETTINGS.development.JSON")]
    [InlineData("settings.json")]
    [InlineData("package.json")]
    public Task The_machines_of_developers_and_other_files_are_not(string name) =>
        VerifyAsync((name, """{ "Shop": { "Replay": { "MaskText": false } } }"""));

    [Fact]
    public Task What_a_file_for_one_environment_does_not_set_stands_elsewhere() =>
        VerifyAsync(
            ("appsettings.json", """{ "Shop": { "Replay": { "MaskText": true } } }"""),
            ("appsettings.Production.json", """{ "Shop": { "Replay": { "SampleRate": 0.05 } } }"""));

    [Fact]
    public Task What_another_environment_sets_is_not_left_to_its_default() =>
        VerifyAsync(
            ("appsettings.json", """{ "Shop": { "Replay": { "SampleRate": 0.05 } } }"""),
            ("appsettings.Production.json", """{ "Shop": { "Replay": { "MaskText": true } } }"""));

    [Fact]
    public Task What_only_developers_set_is_left_to_its_default() =>
        VerifyAsync(
            ("appsettings.json", """{ "Shop": { {|RPL2002:"Replay"|}: { "SampleRate": 0.05 } } }"""),
            ("appsettings.Development.json", """{ "Shop": { "Replay": { "MaskText": true } } }"""));

    [Fact]
    public Task A_comment_with_a_reason_suppresses() =>
        VerifyAsync(("appsettings.json", """
            {
              "Shop": {
                "Replay": {
                  // replaylint-disable RPL2001: The shop shows no text of customers (PRIV-3).
                  "MaskText": false,
                  {|RPL3001:"SampleRate": 1|}
                }
              }
            }
            """));

    [Fact]
    public Task A_comment_covers_the_section_behind_it() =>
        VerifyAsync(("appsettings.json", """
            {
              "Shop": {
                // replaylint-disable RPL2001, RPL3001: A test system without users (PRIV-3).
                "Replay": {
                  "MaskText": false,
                  "SampleRate": 1
                }
              }
            }
            """));

    [Fact]
    public Task A_comment_without_a_reason_suppresses_nothing() =>
        VerifyAsync(("appsettings.json", """
            {
              "Shop": {
                "Replay": {
                  {|RPL9001:// replaylint-disable RPL2001|}
                  {|RPL2001:"MaskText": false|}
                }
              }
            }
            """));

    [Fact]
    public Task A_file_that_cannot_be_read_is_said_to_be() =>
        VerifyAsync(("appsettings.json", """{|RPL9006:|}{ "Shop": { "Replay": { "MaskText": false """));

    [Fact]
    public Task A_broken_file_that_names_no_recorder_is_none() =>
        VerifyAsync(("appsettings.json", """{ "Shop": { "Menu": """));

    [Fact]
    public Task A_file_that_nobody_wrote_is_not_read() =>
        VerifyAsync(("appsettings.json", """{ "Shop": { "Replay": { "Text": " """ + new string('x', 1_100_000) + "\" } } }"));

    [Fact]
    public Task A_deep_file_does_not_throw() =>
        VerifyAsync(("appsettings.json", string.Concat(Enumerable.Repeat("{\"a\":", 5_000)) + "1" + new string('}', 5_000)));

    [Fact]
    public async Task A_project_that_wants_no_files_read_has_none()
    {
        var findings = await RuleRunner.GetFindingsAsync(
            [TestReferences.Annotations],
            TestReferences.Framework,
            [new TestFile("/project/replaylint.shop.txt", Catalog), new TestFile("/project/appsettings.json", """{ "Shop": { "Replay": { "MaskText": false } } }""")],
            new Dictionary<string, string> { ["build_property.ReplayLintIncludeMarkup"] = "false" });

        Assert.Empty(findings);
    }

    [Fact]
    public Task A_safe_value_is_set_in_the_style_of_the_file() =>
        VerifyFixAsync(
            "RPL2001",
            """
            {
              // ours
              "Shop": {
                "Replay": {
                  "MaskText": false, // for now
                  "Privacy": { "MaskInputs": "false" }
                }
              },
              "Tracker": { "Mode": "Lax" }
            }
            """,
            """
            {
              // ours
              "Shop": {
                "Replay": {
                  "MaskText": true, // for now
                  "Privacy": { "MaskInputs": true }
                }
              },
              "Tracker": { "Mode": "Strict" }
            }
            """);

    [Theory]
    [InlineData("{\n  \"Shop\": {\n    \"Replay\": {\n      \"SampleRate\": 0.1\n    }\n  }\n}\n", "{\n  \"Shop\": {\n    \"Replay\": {\n      \"SampleRate\": 0.1,\n      \"MaskText\": true\n    }\n  }\n}\n")]
    [InlineData("{\r\n  \"Shop\": {\r\n    \"Replay\": {\r\n      \"SampleRate\": 0.1\r\n    }\r\n  }\r\n}", "{\r\n  \"Shop\": {\r\n    \"Replay\": {\r\n      \"SampleRate\": 0.1,\r\n      \"MaskText\": true\r\n    }\r\n  }\r\n}")]
    [InlineData("{ \"Shop\": { \"Replay\": {} } }", "{ \"Shop\": { \"Replay\": { \"MaskText\": true } } }")]
    public Task A_missing_option_is_added(string settings, string expected) => VerifyFixAsync("RPL2002", settings, expected);

    [Fact]
    public Task A_rate_is_lowered() =>
        VerifyFixAsync("RPL3001", """{ "Shop": { "Replay": { "MaskText": true, "SampleRate": 1 } } }""", """{ "Shop": { "Replay": { "MaskText": true, "SampleRate": 0.1 } } }""");

    [Fact]
    public Task A_switch_of_a_wrapper_is_judged_in_a_project_that_uses_it() =>
        ProjectVerifier.VerifyAsync(
            RecorderApi.OsirionAnalytics,
            ("Program.cs", """
                using Microsoft.Extensions.Configuration;
                using Microsoft.Extensions.DependencyInjection;
                using Osirion.Blazor.Analytics.Extensions;

                static class Program
                {
                    static void Add(IServiceCollection services, IConfiguration configuration) => services.AddOsirionAnalytics(configuration);
                }
                """),
            ("appsettings.json", """{ "Osirion": { "Analytics": { "YandexMetrica": { "CounterId": "1", {|RPL1003:"WebVisor": true|} } } } }"""));

    [Theory]
    [InlineData("""{ "ClientToken": "pub", "Environment": "prod", {|RPL1003:"TrackingConsent": "Granted"|} }""")]
    [InlineData("""{ "ClientToken": "pub", "Environment": "prod", {|RPL1002:"TrackingConsent": "pending"|} }""")]
    [InlineData("""{ "ClientToken": "pub", "Environment": "prod", "TrackingConsent": "NotGranted" }""")]
    [InlineData("""{|RPL1003:{|} "ClientToken": "pub", "Environment": "prod" }""")]
    [InlineData("""{ "TrackingConsent": "Granted" }""")]
    public Task A_consent_switch_of_a_file_is_judged(string settings) =>
        ProjectVerifier.VerifyAsync(
            RecorderApi.Datadog,
            ("App.cs", """
                using Datadog.Maui;
                using Datadog.Maui.Configuration;

                class App(IConsent consent)
                {
                    void Start(string json) => DdSdk.Initialize(FileBasedConfiguration.ParseJsonConfig(json));

                    void Record()
                    {
                        if (!consent.HasUserConsented)
                        {
                            DdSdk.SetTrackingConsent(TrackingConsent.NotGranted);
                            return;
                        }

                        DdSessionReplay.Enable(new SessionReplayConfiguration { ReplaySampleRate = 5 });
                    }
                }

                interface IConsent { bool HasUserConsented { get; } }
                """),
            ("appsettings.json", settings));

    [Fact]
    public Task A_section_of_a_package_that_is_not_there_is_none() =>
        ProjectVerifier.VerifyAsync(("appsettings.json", """{ "Osirion": { "Analytics": { "YandexMetrica": { "WebVisor": true } } } }"""));

    private static Task VerifyAsync(params (string Name, string Marked)[] files) =>
        ProjectVerifier.VerifyAsync([("replaylint.shop.txt", Catalog), .. files]);

    private static Task VerifyFixAsync(string ruleId, string settings, string expected) =>
        WebFixVerifier.VerifyAsync(ruleId, [("replaylint.shop.txt", Catalog), ("appsettings.json", settings)], [("appsettings.json", expected)]);
}
