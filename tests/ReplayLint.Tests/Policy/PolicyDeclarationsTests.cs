using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Catalog;
using ReplayLint.Policy;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Policy;

public class PolicyDeclarationsTests
{
    [Fact]
    public void Items_of_the_project_are_read_whatever_they_hold()
    {
        var policies = Read("", new Item("Clarity", "errordiagnosis", Days: "30", Reference: "R; 1 #2 = \"é\"", File: "/src/Directory.Build.props"), new Item("*", "Support", Hours: "4")).Own;

        Assert.Equal(2, policies.Length);
        Assert.Equal(("Clarity", "ErrorDiagnosis", 30.0, "R; 1 #2 = \"é\"", "/src/Directory.Build.props"), (policies[0].Recorder, policies[0].Purpose, policies[0].Days, policies[0].Reference, policies[0].Location.GetLineSpan().Path));
        Assert.Equal((true, "Support", 4 / 24.0), (policies[1].IsForEveryRecorder, policies[1].Purpose, policies[1].Days));
        Assert.Null(policies[1].Reference);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base 64")]
    [InlineData("QUJD")]
    [InlineData("////")]
    public void What_is_no_list_of_policies_is_none(string encoded) =>
        Assert.Empty(PolicyDeclarations.Read(new SemanticModels(Compile("")), Options(encoded), RecorderCatalog.BuiltIn).Own);

    [Theory]
    [InlineData("Sentry", "ErrorDiagnosis")]
    [InlineData("SENTRY", "ErrorDiagnosis")]
    [InlineData("Clarity", "Support")]
    public void A_policy_for_the_recorder_comes_before_one_for_all(string recorder, string purpose) =>
        Assert.Equal(purpose, Assert.Single(Read(
            "[assembly: ReplayLint.SessionReplayPolicy(\"*\", ReplayLint.ReplayPurpose.Support, RetentionHours = 4)]",
            new Item("Sentry", "ErrorDiagnosis", Days: "30")).For(recorder)).Purpose);

    [Fact]
    public void What_a_referenced_project_declares_holds_unless_the_project_says_otherwise()
    {
        var library = Compile("""
            [assembly: ReplayLint.SessionReplayPolicy("Sentry", ReplayLint.ReplayPurpose.ErrorDiagnosis, RetentionDays = 30)]
            [assembly: ReplayLint.SessionReplayPolicy("*", ReplayLint.ReplayPurpose.ErrorDiagnosis, RetentionDays = 30)]
            """, "Library");
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        var reference = MetadataReference.CreateFromImage(image.ToArray());

        var silent = PolicyDeclarations.Read(new SemanticModels(Compile("", "App", reference)), Options(""), RecorderCatalog.BuiltIn);
        Assert.True(silent.Cover("Sentry"));
        Assert.Empty(silent.Own);

        // What is for every recorder of the library is not for every one of the application.
        Assert.False(silent.Cover("Clarity"));

        var explicitly = PolicyDeclarations.Read(new SemanticModels(Compile("[assembly: ReplayLint.SessionReplayPolicy(\"*\", ReplayLint.ReplayPurpose.Support, RetentionHours = 4)]", "App", reference)), Options(""), RecorderCatalog.BuiltIn);
        Assert.Equal("Support", Assert.Single(explicitly.For("Sentry")).Purpose);
    }

    [Fact]
    public async Task A_recorder_of_a_library_may_be_declared_by_the_application()
    {
        const string Source = "class App { void M([ReplayLint.ConsentGuard] bool ok) { if (ok) Sentry.SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0); } }";

        Assert.Equal(["RPL5001 Warning: Sentry.SentrySdk.Init"], await FindingList.OfAsync(Source, ["RPL5001"]));
        Assert.Equal(["RPL5001 Info: Sentry.SentrySdk.Init"], await FindingList.OfAsync(Source, ["RPL5001"], configuration: new Dictionary<string, string> { ["build_property.ReplayLintIsLibrary"] = "true" }));
    }

    [Fact]
    public async Task An_item_of_the_project_covers_a_recorder_and_is_reported_at_its_file()
    {
        const string Source = "class App { void M([ReplayLint.ConsentGuard] bool ok) { if (ok) Sentry.SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 1.0); } }";
        var items = new Dictionary<string, string>
        {
            [ProjectPolicies.Key] = Encode(
                new Item("Sentry", "ErrorDiagnosis", Days: "soon", File: "/src/Directory.Build.props"),
                new Item("Clarty", "Fun", Days: "400")),
        };

        Assert.Equal(
            ["RPL5005 Warning: ", "RPL5005 Warning: ", "RPL5005 Warning: /src/Directory.Build.props"],
            (await FindingList.OfAsync(Source, ["RPL5001", "RPL5005"], configuration: items)).Order(StringComparer.Ordinal));
        Assert.Contains("This session replay policy has a RetentionDays of 'soon'; the least is 1 (CNIL draft, SR-07 and SR-23)", await FindingList.MessagesAsync(Source, "RPL5005", configuration: items));
    }

    private sealed record Item(string Recorder, string Purpose, string Days = "", string Hours = "", string Reference = "", string Mechanism = "", string File = "");

    private static PolicyDeclarations Read(string source, params Item[] items) => PolicyDeclarations.Read(new SemanticModels(Compile(source)), Options(Encode(items)), RecorderCatalog.BuiltIn);

    private static string Encode(params Item[] items) => Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join(
        '\x1E',
        items.Select(static i => string.Join('\x1F', i.Recorder, i.Purpose, i.Days, i.Hours, i.Reference, i.Mechanism, i.File)))));

    private static Microsoft.CodeAnalysis.Diagnostics.AnalyzerConfigOptions Options(string policies) =>
        new TestConfiguration(new Dictionary<string, string> { [ProjectPolicies.Key] = policies }).GlobalOptions;

    private static CSharpCompilation Compile(string source, string name = "Test", params MetadataReference[] references) => CSharpCompilation.Create(
        name,
        [CSharpSyntaxTree.ParseText(source), CSharpSyntaxTree.ParseText(TestReferences.Annotations)],
        [.. TestReferences.Framework, .. references],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
}
