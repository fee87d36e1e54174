using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace ReplayLint.Tests.Verification;

/// <summary>
/// Checks what is found of the content of a project's pages. <c>{|RPL2004:…|}</c> marks a finding, <c>{|RPL2004?:…|}</c> one
/// that is a hint; with several recorders one mark stands for each. The views are compiled as the Razor SDK does, and once
/// more cut off in the middle, when nothing may throw.
/// </summary>
internal static class ContentVerifier
{
    /// <summary>A layout in which PostHog records: inputs are masked, text is not.</summary>
    public const string PostHog = "<html><head><script>posthog.init('phc_key', { api_host: 'https://eu.i.posthog.com' });</script></head><body>@RenderBody()</body></html>";

    /// <summary>The same with everything that people type in clear.</summary>
    public const string PostHogWithInputs = "<html><head><script>posthog.init('phc_key', { session_recording: { maskAllInputs: false } });</script></head><body>@RenderBody()</body></html>";

    private const string Imports = "@using Shop\n@addTagHelper *, Microsoft.AspNetCore.Mvc.TagHelpers";

    private const string ComponentImports = "@using Microsoft.AspNetCore.Components\n@using Microsoft.AspNetCore.Components.Forms\n@using Microsoft.AspNetCore.Components.Web\n@using Microsoft.JSInterop\n@using Shop";

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading.Tasks;

        """;

    private static readonly string[] Rules = ["RPL2004", "RPL2005"];

    /// <summary>Checks one view below a layout.</summary>
    public static Task VerifyAsync(string layout, string page, string source = "", string name = "Views/Home/Index.cshtml") =>
        VerifyAsync(source, ("Views/Shared/_Layout.cshtml", layout), (name, page));

    /// <summary>Checks the views, pages and scripts of a project.</summary>
    public static async Task VerifyAsync(string source, params (string Name, string Marked)[] files)
    {
        var read = files.Select(static file => (file.Name, Read: MarkedText.Parse(file.Marked))).ToList();
        var compilation = Compile(source, [.. read.Select(static file => (file.Name, file.Read.Text))]);
        Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));

        await VerifyAsync(compilation, read);
        await FindAsync(Compile(source, [.. read.Select(static file => (file.Name, file.Read.Text[..(file.Read.Text.Length / 2)]))]), [.. read.Select(static file => (file.Name, file.Read.Text[..(file.Read.Text.Length / 2)]))]);
    }

    /// <summary>Checks the same where no Razor compiler has made C# of the views.</summary>
    public static async Task VerifyTextAsync(string source, params (string Name, string Marked)[] files) =>
        await VerifyAsync(Create(source), [.. files.Select(static file => (file.Name, MarkedText.Parse(file.Marked)))]);

    /// <summary>What the two rules find.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindAsync(Compilation compilation, (string Name, string Text)[] files)
    {
        var found = await RuleRunner.GetFindingsAsync(compilation, [.. files.Select(static file => new TestFile(RazorCompiler.Root + file.Name, file.Text))]);
        return [.. found.Where(static finding => Rules.Contains(finding.Id))];
    }

    /// <summary>A project with views.</summary>
    public static Compilation Compile(string source, params (string Name, string Text)[] files) =>
        RazorCompiler.Compile(Usings + source, [("_ViewImports.cshtml", Imports), ("_Imports.razor", ComponentImports), .. files.Where(static file => file.Name.EndsWith(".cshtml", StringComparison.Ordinal) || file.Name.EndsWith(".razor", StringComparison.Ordinal))]);

    private static CSharpCompilation Create(string source) => CSharpCompilation.Create(
        "Shop",
        [CSharpSyntaxTree.ParseText(Usings + source, path: RazorCompiler.Root + "Code.cs")],
        TestReferences.Framework,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private static async Task VerifyAsync(Compilation compilation, List<(string Name, MarkedText Read)> files)
    {
        var found = await FindAsync(compilation, [.. files.Select(static file => (file.Name, file.Read.Text))]);
        foreach (var (name, (text, marks)) in files)
        {
            var actual = found
                .Where(finding => finding.Location.GetLineSpan().Path == RazorCompiler.Root + name)
                .Select(finding => PageVerifier.Show((finding.Id + (finding.Severity == DiagnosticSeverity.Info ? "?" : ""), finding.Location.SourceSpan), text))
                .Order(StringComparer.Ordinal);
            Assert.Equal(marks.Select(mark => PageVerifier.Show(mark, text)).Order(StringComparer.Ordinal), actual);
        }
    }
}
