using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.CodeFixes.Web;
using Xunit;

namespace ReplayLint.Tests.Verification;

/// <summary>
/// Checks fixes of views with the C# that the Razor compiler makes of them: before and after. The fixed views compile, the rule
/// finds nothing in them any more, and a second run changes nothing.
/// </summary>
internal static class ViewFixVerifier
{
    private const string Imports = """
        @using Shop
        @addTagHelper *, Microsoft.AspNetCore.Mvc.TagHelpers
        """;

    private const string ComponentImports = """
        @using Microsoft.AspNetCore.Components
        @using Microsoft.AspNetCore.Components.Web
        """;

    /// <summary>Checks what fixing the findings of a rule makes of files.</summary>
    /// <param name="ruleId">The rule.</param>
    /// <param name="source">The C# beside the views.</param>
    /// <param name="files">The views, pages and scripts, by their paths below the project.</param>
    /// <param name="fixedFiles">Those that the fixes change.</param>
    public static async Task VerifyAsync(string ruleId, string source, (string Path, string Text)[] files, params (string Path, string Text)[] fixedFiles)
    {
        var before = files.ToImmutableDictionary(static file => RazorCompiler.Root + file.Path, static file => SourceText.From(file.Text, Encoding.UTF8));
        Assert.Empty(Errors(Compile(source, before)));
        var found = await FindAsync(ruleId, source, before);
        Assert.NotEmpty(found);

        var after = Fix(before, found);
        foreach (var (path, text) in fixedFiles)
            Assert.Equal(text, after[RazorCompiler.Root + path].ToString());

        Assert.Equal(fixedFiles.Select(static file => RazorCompiler.Root + file.Path).Order(StringComparer.Ordinal), after.Keys.Where(path => after[path] != before[path]).Order(StringComparer.Ordinal));
        Assert.Empty(Errors(Compile(source, after)));
        if (fixedFiles.Length > 0)
            Assert.Empty(await FindAsync(ruleId, source, after));

        foreach (var (path, text) in before)
        {
            var half = before.SetItem(path, SourceText.From(text.ToString()[..(text.Length / 2)], Encoding.UTF8));
            Fix(half, await FindAsync(ruleId, source, half));
            Fix(half, found);
        }
    }

    /// <summary>The findings of a rule in files beside C#.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindAsync(string ruleId, string source, ImmutableDictionary<string, SourceText> files)
    {
        var findings = await RuleRunner.GetFindingsAsync(Compile(source, files), [.. files.OrderBy(static file => file.Key, StringComparer.Ordinal).Select(static file => new TestFile(file.Key, file.Value))]);
        return [.. findings.Where(finding => finding.Id == ruleId && finding.Location.Kind == LocationKind.ExternalFile)];
    }

    private static ImmutableDictionary<string, SourceText> Fix(ImmutableDictionary<string, SourceText> files, ImmutableArray<Diagnostic> findings) =>
        files.ToImmutableDictionary(static file => file.Key, file => WebFixer.Fix(file.Key, file.Value, findings));

    private static CSharpCompilation Compile(string source, ImmutableDictionary<string, SourceText> files) =>
        RazorCompiler.Compile(
            "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading.Tasks;\n" + source,
            [
                ("_ViewImports.cshtml", Imports),
                ("_Imports.razor", ComponentImports),
                .. files.Where(static file => file.Key.EndsWith(".cshtml", StringComparison.Ordinal) || file.Key.EndsWith(".razor", StringComparison.Ordinal))
                    .Select(static file => (file.Key[RazorCompiler.Root.Length..], file.Value.ToString())),
            ]);

    private static IEnumerable<string> Errors(Compilation compilation) =>
        compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.ToString());
}
