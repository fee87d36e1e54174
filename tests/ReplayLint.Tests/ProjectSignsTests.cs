using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests;

/// <summary>Only where a project shows no sign of a recorder may nothing be read; the rest is told by the analyses themselves.</summary>
public class ProjectSignsTests
{
    [Theory]
    [InlineData("class C { string M(object o) => o.ToString() + \"https://example.com/script.js\"; }")]
    [InlineData("// The recorder of sessions, and its policy for replay.\nclass Recorder { void Start() { } }")]
    [InlineData("class Broken { void M( ")]
    [InlineData("")]
    public void Code_that_has_nothing_to_do_with_a_recorder_has_no_sign(string code) => Assert.False(Any(code));

    [Theory]
    [InlineData("class C { string S => \"<script>\"; }")]
    [InlineData("class C { string S => \"https://WWW.CLARITY.MS/tag/x\"; }")]
    [InlineData("class C { string S => \"https:\\/\\/www.clarity.ms\\/tag\\/x\"; }")]
    [InlineData("class C { string S => \"script-src https://*.clarity.ms\"; }")]
    [InlineData("class C { void M(Microsoft.JSInterop.IJSRuntime js) { } }")]
    [InlineData("class C { [JSImport(\"init\")] static extern void M(); }")]
    [InlineData("[assembly: ReplayLint.SessionReplayPolicy(\"Clarity\")]")]
    [InlineData("[assembly: ReplayLint.SessionReplayPolicyAttribute(\"Clarity\")]")]
    [InlineData("namespace DatadogNet { class SessionReplayOptions { } }")]
    public void Code_shows_it(string code) => Assert.True(Any(code));

    [Theory]
    [InlineData("/packs/ref/net8.0/System.Runtime.dll", true)]
    [InlineData("C:\\packs\\Microsoft.AspNetCore.Http.dll", true)]
    [InlineData("mscorlib", true)]
    [InlineData("/packs/System.dll", true)]
    [InlineData("/packs/Sentry.dll", false)]
    [InlineData("/System.Runtime/Sentry.dll", false)]
    [InlineData("/packs/SystemOfMine.dll", false)]
    [InlineData("/packs/Microsoft.Clarity.dll", false)]
    [InlineData("", false)]
    public void Assemblies_of_the_framework_are_told_by_their_names(string path, bool isFramework) => Assert.Equal(isFramework, FrameworkAssembly.Is(path));

    /// <summary>One that is not told makes the compiler read every reference for us.</summary>
    [Fact]
    public void Everything_that_a_web_application_is_given_by_the_SDK_is_of_the_framework() =>
        Assert.All(TestReferences.Framework.OfType<PortableExecutableReference>(), static reference => Assert.True(FrameworkAssembly.Is(reference.FilePath!), reference.FilePath));

    [Theory]
    [InlineData("/Pages/Index.cshtml", "<p>Hello</p>", false)]
    [InlineData("/Pages/Index.cshtml", "<script src='https://www.clarity.ms/tag/x'></script>", true)]
    [InlineData("/wwwroot/site.js", "posthog.init('x')", true)]
    [InlineData("/wwwroot/site.js", "POSTHOG", true)]
    [InlineData("/wwwroot/site.js", "const nothing = 'to see'", false)]
    [InlineData("/notes.md", "posthog.init('x')", false)]
    [InlineData("/appsettings.json", "{ \"Csp\": \"https://*.clarity.ms\" }", true)]
    [InlineData("/appsettings.json", "{ \"Logging\": { \"Level\": \"Warning\" } }", false)]
    [InlineData("/replaylint.own.txt", "", true)]
    public void Files_beside_the_code_show_it(string path, string text, bool shows) => Assert.Equal(shows, Any("", new TestFile(path, SourceText.From(text))));

    [Fact]
    public void A_sign_is_found_wherever_it_stands_in_a_long_file()
    {
        for (var length = (16 * 1024) - 300; length < (16 * 1024) + 20; length++)
            Assert.True(Any("//" + new string('x', length) + "www.clarity.ms/tag/"), $"after {length} characters");
    }

    [Fact]
    public void Each_address_and_each_word_of_the_catalogue_is_one()
    {
        var facts = RecorderCatalog.BuiltIn.Recorders.SelectMany(static recorder => recorder.ScriptFacts).ToList();

        Assert.All(
            facts.OfType<ReplayLint.Catalog.Script.SourceFact>().Select(static fact => fact.Pattern).Concat(facts.OfType<ReplayLint.Catalog.Script.DomainFact>().Select(static fact => fact.Pattern)),
            static pattern => Assert.True(Any($"class C {{ string S => \"https://{pattern.Text.Replace("*", "x", StringComparison.Ordinal)}\"; }}"), pattern.Text));
        Assert.All(RecorderCatalog.BuiltIn.Scripts.Words, static word => Assert.True(Any("", new TestFile("/a.js", SourceText.From($"a {word} b"))), word));
    }

    private static bool Any(string code, params AdditionalText[] files) =>
        ProjectSigns.Any(Compile(code), new AnalyzerOptions([.. files]), CatalogSigns.BuiltIn.MayConcern, CancellationToken.None);

    private static CSharpCompilation Compile(string code) => CSharpCompilation.Create("App", [CSharpSyntaxTree.ParseText(code)]);
}
