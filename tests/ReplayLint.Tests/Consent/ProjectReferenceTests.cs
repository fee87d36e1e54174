using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Consent;

/// <summary>
/// An editor hands the projects that one references as source, a build as assemblies, and a project that was not restored has
/// neither. The findings are the same.
/// </summary>
public class ProjectReferenceTests
{
    private const string Library = """
        using Microsoft.AspNetCore.Http;
        namespace Library
        {
            public class Measurement(IHttpContextAccessor accessor)
            {
                public const string Snippet = "<script src='https://www.clarity.ms/tag/abc'></script>";
                public bool Switch => accessor.HttpContext != null;
                public bool HasUserConsented => accessor.HttpContext?.Request.Cookies[".AspNet.Consent"] == "yes";
                public bool Check(bool value) => value;
                public event System.Action? Changed;
                public void Raise() => Changed?.Invoke();
            }
        }
        """;

    private const string Code = """
        using Library;
        public class Use(Measurement m, Microsoft.JSInterop.IJSRuntime js)
        {
            public string Gated() => m.HasUserConsented ? "<script src='https://www.clarity.ms/tag/abc'></script>" : "";
            public string Open() => m.Switch && m.Check(m.Switch) ? "<script src='https://www.clarity.ms/tag/def'></script>" : "";
            public string Kept() => Measurement.Snippet;
            public void Later() { m.Changed += () => System.Console.Write("<script src='https://www.clarity.ms/tag/ghi'></script>"); }
            public void Call() => js.InvokeAsync<object>("clarity", Measurement.Snippet);
        }
        """;

    private const string View = """
        @model Library.Measurement
        @if (Model.HasUserConsented)
        {
            <script src="https://www.clarity.ms/tag/abc"></script>
        }
        """;

    [Fact]
    public async Task A_referenced_project_is_what_its_assembly_is()
    {
        var library = CSharpCompilation.Create("Library", [CSharpSyntaxTree.ParseText(Library)], TestReferences.Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var assembly = new MemoryStream();
        Assert.True(library.Emit(assembly).Success);

        var asSource = await FindAsync(library.ToMetadataReference());
        var asAssembly = await FindAsync(MetadataReference.CreateFromImage(assembly.ToArray()));

        Assert.Equal(asAssembly, asSource);
        Assert.Contains(asSource, static finding => finding.Contains("RPL1001 Code.cs(5", StringComparison.Ordinal));
        Assert.DoesNotContain(asSource, static finding => finding.Contains("RPL1001 Code.cs(4", StringComparison.Ordinal) || finding.Contains("RPL1001 _View", StringComparison.Ordinal) || finding.Contains("RPL1002 _View", StringComparison.Ordinal));
    }

    /// <summary>What is missing is judged by its names, so that nobody is warned while packages are being restored.</summary>
    [Fact]
    public async Task A_guard_of_a_type_that_is_missing_counts_by_its_name()
    {
        var findings = await FindAsync(null);

        Assert.Contains(findings, static finding => finding.Contains("RPL1001 Code.cs(5", StringComparison.Ordinal));
        Assert.DoesNotContain(findings, static finding => finding.Contains("RPL1001 Code.cs(4", StringComparison.Ordinal) || finding.Contains("RPL1001 _View", StringComparison.Ordinal) || finding.Contains("RPL1002 _View", StringComparison.Ordinal));
    }

    private static async Task<List<string>> FindAsync(MetadataReference? library)
    {
        var compilation = RazorCompiler.Compile([("Code.cs", Code), ("Annotations.cs", TestReferences.Annotations)], [("Views/_View.cshtml", View)], library is null ? TestReferences.Framework : [.. TestReferences.Framework, library]);
        var findings = await RuleRunner.GetFindingsAsync(compilation, [new TestFile(RazorCompiler.Root + "Views/_View.cshtml", View)]);
        return [.. findings.Select(static finding => $"{finding.Severity} {finding.Id} {Path.GetFileName(finding.Location.GetLineSpan().Path)}({finding.Location.GetLineSpan().StartLinePosition.Line + 1})").Order()];
    }
}
