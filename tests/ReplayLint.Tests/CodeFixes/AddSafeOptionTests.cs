using ReplayLint.CodeFixes.Edits;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes;

public class AddSafeOptionTests
{
    [Theory]
    [InlineData("[|new SessionReplayOptions|]()", "new SessionReplayOptions { Privacy = new SessionReplayOptions.PrivacyOptions { MaskLabels = true, MaskImages = true, MaskWebViews = true } }")]
    [InlineData("[|new SessionReplayOptions|] { IsEnabled = false }", "new SessionReplayOptions { IsEnabled = false, Privacy = new SessionReplayOptions.PrivacyOptions { MaskLabels = true, MaskImages = true, MaskWebViews = true } }")]
    [InlineData("[|new SessionReplayOptions|] { Privacy = new() { MaskLabels = true } }", "new SessionReplayOptions { Privacy = new() { MaskLabels = true, MaskImages = true, MaskWebViews = true } }")]
    [InlineData("[|new SessionReplayOptions|](isEnabled: false)", "new SessionReplayOptions(isEnabled: false, privacy: new SessionReplayOptions.PrivacyOptions { MaskLabels = true, MaskImages = true, MaskWebViews = true })")]
    [InlineData("[|new SessionReplayOptions|](isEnabled: false, privacy: new(maskTextInputs: true))", "new SessionReplayOptions(isEnabled: false, privacy: new(maskTextInputs: true, maskLabels: true, maskImages: true, maskWebViews: true))")]
    [InlineData("[|new SessionReplayOptions|](false, \"app\", new SessionReplayOptions.PrivacyOptions(true, true))", "new SessionReplayOptions(false, \"app\", new SessionReplayOptions.PrivacyOptions(true, true, maskLabels: true, maskImages: true))")]
    public Task Masking_is_added_in_the_style_of_the_code(string options, string fixedOptions) =>
        RuleVerifier.VerifyFixAsync(
            "RPL2002",
            RecorderApi.LaunchDarkly,
            Source(options),
            Source(fixedOptions));

    [Fact]
    public Task A_local_gets_its_options_where_it_is_made() =>
        RuleVerifier.VerifyFixAsync(
            "RPL2002",
            RecorderApi.LaunchDarkly,
            """
            using LaunchDarkly.Observability;
            using LaunchDarkly.SessionReplay;

            class C
            {
                void M()
                {
                    // The options of the app.
                    var options = [|new SessionReplayOptions|]
                    {
                        IsEnabled = false, // until consent
                        Privacy = new SessionReplayOptions.PrivacyOptions
                        {
                            MaskImages = true,
                            MaskWebViews = true,
                        },
                    };
                    LDObserve.Init("key", null, options);
                }
            }
            """,
            """
            using LaunchDarkly.Observability;
            using LaunchDarkly.SessionReplay;

            class C
            {
                void M()
                {
                    // The options of the app.
                    var options = new SessionReplayOptions
                    {
                        IsEnabled = false, // until consent
                        Privacy = new SessionReplayOptions.PrivacyOptions
                        {
                            MaskImages = true,
                            MaskWebViews = true,
                            MaskLabels = true,
                        },
                    };
                    LDObserve.Init("key", null, options);
                }
            }
            """);

    [Fact]
    public Task An_open_switch_that_is_not_set_is_set() =>
        RuleVerifier.VerifyFixAsync(
            "RPL1003",
            RecorderApi.Datadog,
            """
            using Datadog.Maui.Configuration;
            using Datadog.Maui.Hosting;
            using Microsoft.Maui.Hosting;

            class C
            {
                void M() => MauiApp.CreateBuilder()
                    .UseDatadog([|new DdSdkConfiguration|]
                    {
                        ClientToken = "pub",
                        Environment = "prod" // the only one
                    })
                    .UseDatadogSessionReplay(new SessionReplayConfiguration())
                    .Build();
            }
            """,
            """
            using Datadog.Maui.Configuration;
            using Datadog.Maui.Hosting;
            using Microsoft.Maui.Hosting;

            class C
            {
                void M() => MauiApp.CreateBuilder()
                    .UseDatadog(new DdSdkConfiguration
                    {
                        ClientToken = "pub",
                        Environment = "prod", // the only one
                        TrackingConsent = TrackingConsent.NotGranted
                    })
                    .UseDatadogSessionReplay(new SessionReplayConfiguration())
                    .Build();
            }
            """);

    [Fact]
    public Task A_rate_that_is_not_set_is_set() =>
        RuleVerifier.VerifyFixAsync(
            "RPL3001",
            RecorderApi.Datadog,
            """
            class C
            {
                void M() => Datadog.Maui.DdSessionReplay.Enable([|new Datadog.Maui.Configuration.SessionReplayConfiguration|]());
                void N() => Datadog.Maui.DdSessionReplay.Enable([|new|]());
            }
            """,
            """
            class C
            {
                void M() => Datadog.Maui.DdSessionReplay.Enable(new Datadog.Maui.Configuration.SessionReplayConfiguration { ReplaySampleRate = 10.0 });
                void N() => Datadog.Maui.DdSessionReplay.Enable(new() { ReplaySampleRate = 10.0 });
            }
            """);

    [Theory]
    [InlineData("new SessionReplayOptions(false, privacy: new SessionReplayOptions.PrivacyOptions(maskTextInputs: false))", "new SessionReplayOptions(false, privacy: new SessionReplayOptions.PrivacyOptions(maskTextInputs: true, maskLabels: true, maskImages: true, maskWebViews: true))")]
    [InlineData("new SessionReplayOptions { IsEnabled = false, Privacy = new() { MaskTextInputs = false } }", "new SessionReplayOptions { IsEnabled = false, Privacy = new() { MaskTextInputs = true, MaskLabels = true, MaskImages = true, MaskWebViews = true } }")]
    public async Task An_option_in_it_is_set_in_the_same_step(string options, string fixedOptions) =>
        Assert.Equal(Source(fixedOptions), await FixRunner.FixAllAsync(Source(options), RecorderApi.LaunchDarkly, ruleId: null, equivalenceKey: null));

    private static string Source(string options) => $$"""
        using LaunchDarkly.Observability;
        using LaunchDarkly.SessionReplay;

        class C
        {
            void M() => LDObserve.Init("key", null, {{options}});
        }
        """;

    /// <summary>Whoever makes the edits without an editor, as <c>replaylint fix</c> does, gets what an editor writes.</summary>
    [Theory]
    [InlineData("new SessionReplayOptions()")]
    [InlineData("new SessionReplayOptions(isEnabled: false)")]
    [InlineData("new SessionReplayOptions { IsEnabled = false }")]
    [InlineData("new SessionReplayOptions { Privacy = new() }")]
    public async Task Without_an_editor_the_code_is_the_same(string options)
    {
        var source = Source(options);
        var after = await FixRunner.FixAllAsync(source, RecorderApi.LaunchDarkly, "RPL2002", equivalenceKey: null);

        Assert.Equal(await FixRunner.FixFirstAsync(source, RecorderApi.LaunchDarkly, "RPL2002"), after);
        Assert.Contains(" { MaskLabels = true, MaskImages = true, MaskWebViews = true }", after.Replace("(maskLabels: true, maskImages: true, maskWebViews: true)", "", StringComparison.Ordinal));
    }

    /// <summary>The formatter of an editor breaks lines where code is not whole, and ends them as its machine does.</summary>
    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public async Task Lines_end_as_they_do_in_the_file_where_the_code_is_not_whole(string endOfLine)
    {
        const string Source = """
            Datadog.Maui.DdSessionReplay.Enable(new Datadog.Maui.Configuration.SessionReplayConfiguration { TextAndInputPrivacyLevel = Datadog.Maui.Configuration.TextAndInputPrivacy.MaskAll,
                TouchPrivacyLevel
            """;
        var after = await FixRunner.FixFirstAsync(Source.ReplaceLineEndings(endOfLine), RecorderApi.Datadog, "RPL3001");

        Assert.Contains("ReplaySampleRate = 10.0", after);
        Assert.Contains("," + endOfLine, after);
        Assert.Equal(after.ReplaceLineEndings(endOfLine), after);
    }
}
