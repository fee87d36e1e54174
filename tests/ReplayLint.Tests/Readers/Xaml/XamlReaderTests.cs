using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Readers.Xaml;

public class XamlReaderTests
{
    private const string Head = """
        <?xml version="1.0" encoding="utf-8" ?>
        <ContentPage xmlns="http://schemas.microsoft.com/dotnet/2021/maui"
                     xmlns:s="clr-namespace:Sentry.Maui;assembly=Sentry.Maui"
                     xmlns:u="using:Sentry.Maui"
                     xmlns:own="clr-namespace:Shop.Controls">

        """;

    [Theory]
    [InlineData("<Label s:SessionReplay.Mask=\"Unmask\" Text=\"Price\" />", "s:SessionReplay.Mask=\"Unmask\"")]
    [InlineData("<Label u:SessionReplay.Mask='Unmask' />", "u:SessionReplay.Mask='Unmask'")]
    [InlineData("<Grid>\n  <Entry\n    s:SessionReplay.Mask = \"Unmask\"\n  /></Grid>", "s:SessionReplay.Mask = \"Unmask\"")]
    public async Task An_attached_property_that_unmasks_is_found(string element, string found)
    {
        var finding = Assert.Single(await FindAsync(Head + element + "</ContentPage>"));

        Assert.Equal("RPL2003", finding.Id);
        Assert.Equal(found, (Head + element).Substring(finding.Location.SourceSpan.Start, finding.Location.SourceSpan.Length));
    }

    [Theory]
    [InlineData("<Label s:SessionReplay.Mask=\"Mask\" />")]
    [InlineData("<Label own:SessionReplay.Mask=\"Unmask\" />")]
    [InlineData("<Label SessionReplay.Mask=\"Unmask\" />")]
    [InlineData("<Label Text=\"s:SessionReplay.Mask=Unmask\" />")]
    [InlineData("<!-- <Label s:SessionReplay.Mask=\"Unmask\" /> -->")]
    public async Task Other_properties_are_not(string element) => Assert.Empty(await FindAsync(Head + element + "</ContentPage>"));

    [Fact]
    public async Task A_password_field_that_is_shown_is_found()
    {
        var findings = await FindAsync(Head + "<Entry IsPassword=\"True\" s:SessionReplay.Mask=\"Unmask\" /><Entry s:SessionReplay.Mask=\"Unmask\" IsPassword=\"False\" /></ContentPage>");

        Assert.Equal(["RPL2003", "RPL2003", "RPL2004"], findings.Select(static finding => finding.Id).Order(StringComparer.Ordinal));
        Assert.Equal(DiagnosticSeverity.Warning, findings.Single(static finding => finding.Id == "RPL2004").Severity);
    }

    [Theory]
    [InlineData(RecorderApi.LaunchDarkly, "LaunchDarkly.Observability.LDObserve.Init(\"key\", new(), new LaunchDarkly.SessionReplay.SessionReplayOptions { Privacy = new() { MaskTextInputs = false } });", true)]
    [InlineData(RecorderApi.LaunchDarkly, "LaunchDarkly.Observability.LDObserve.Init(\"key\", new(), new LaunchDarkly.SessionReplay.SessionReplayOptions { Privacy = new() { MaskTextInputs = true, MaskLabels = false } });", false)]
    [InlineData(RecorderApi.LaunchDarkly, "LaunchDarkly.Observability.LDObserve.Init(\"key\", new(), new LaunchDarkly.SessionReplay.SessionReplayOptions());", false)]
    [InlineData(RecorderApi.SentryOnAndroid, "Sentry.SentrySdk.Init(o => { o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1; o.Native.ExperimentalOptions.SessionReplay.MaskAllText = false; });", true)]
    [InlineData(RecorderApi.SentryOnAndroid, "Sentry.SentrySdk.Init(o => { o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1; });", false)]
    [InlineData(RecorderApi.SentryOnAndroid, "Sentry.SentrySdk.Init(o => { o.Native.ExperimentalOptions.SessionReplay.MaskAllText = false; });", false)]
    [InlineData(RecorderApi.Datadog, "Datadog.Maui.DdSessionReplay.Enable(new() { TextAndInputPrivacyLevel = Datadog.Maui.Configuration.TextAndInputPrivacy.MaskSensitiveInputs });", false)]
    public async Task Options_that_show_all_fields_give_a_hint(RecorderApi api, string start, bool isFound)
    {
        var source = $"static class App {{ static void Start() {{ {start} }} }}";
        var references = TestReferences.Of(api).Single();
        Assert.Empty(CSharpCompilation.Create("App", [CSharpSyntaxTree.ParseText(source)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));

        var text = Head + "<Entry Text=\"a\" /><Entry IsPassword=\"true\" /></ContentPage>";
        var findings = (await RuleRunner.GetFindingsAsync([source], references, [new TestFile("/app/MainPage.xaml", text)])).Where(static finding => finding.Id == "RPL2004").ToList();

        Assert.Equal(isFound ? 1 : 0, findings.Count);
        Assert.All(findings, static finding => Assert.Equal(DiagnosticSeverity.Info, finding.Severity));
        Assert.All(findings, finding => Assert.Equal("Entry", text.Substring(finding.Location.SourceSpan.Start, finding.Location.SourceSpan.Length)));
    }

    [Fact]
    public async Task A_file_that_is_being_typed_is_read_as_far_as_it_goes()
    {
        var text = Head + "<Label s:SessionReplay.Mask=\"Unmask\" /><Label s:SessionReplay.";
        for (var length = 0; length <= text.Length; length += 7)
            await FindAsync(text[..length]);

        Assert.Single(await FindAsync(text));
    }

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(string xaml) =>
        await RuleRunner.GetFindingsAsync([""], TestReferences.Of(RecorderApi.SentryMaui).Single(), [new TestFile("/app/MainPage.xaml", xaml)]);
}
