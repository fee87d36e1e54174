using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Consent;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Consent;

/// <summary>The names of what is marked, in the project and in what it references: assemblies as a build has them, and projects as an editor does.</summary>
public class MarkedMembersTests
{
    private const string Library = """
        using ReplayLint;
        public interface IFilm { void Roll(); }
        public class Film : IFilm
        {
            [RequiresConsent] public static void Start() { }
            [RequiresConsent] public int Rate { get; set; }
            [RequiresConsent] void IFilm.Roll() { }
            [RevokesConsent] public void Leave() { }
            public void Other() { }
            [System.Obsolete] public void Old() { }
        }
        public class Reel<T> { [RequiresConsent] public Reel() { } }
        """;

    [Fact]
    public void Of_the_project_itself()
    {
        var library = Compile(Library);

        Assert.Equal(["Rate", "Reel", "Roll", "Start"], NamesOf(library, "RequiresConsent"));
        Assert.Equal(["Leave"], NamesOf(library, "RevokesConsent"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_what_it_references(bool asProject)
    {
        var project = Compile("class App { [ReplayLint.RequiresConsent] void Run() { } }", Reference(Compile(Library), asProject));

        Assert.Equal(["Rate", "Reel", "Roll", "Run", "Start"], NamesOf(project, "RequiresConsent"));
        Assert.Equal(["Leave"], NamesOf(project, "RevokesConsent"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Where_nothing_is_marked_nobody_needs_to_ask(bool asProject) =>
        Assert.True(new MarkedMembers(new SemanticModels(Compile("class App { }", Reference(Compile("public class Film { }"), asProject))), "RequiresConsent").IsEmpty);

    private static IEnumerable<string> NamesOf(CSharpCompilation compilation, string attribute) =>
        new MarkedMembers(new SemanticModels(compilation), attribute).Names.Order(StringComparer.Ordinal);

    private static MetadataReference Reference(CSharpCompilation library, bool asProject)
    {
        if (asProject)
            return library.ToMetadataReference();

        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static CSharpCompilation Compile(string source, params MetadataReference[] references) =>
        CSharpCompilation.Create(
            "Of" + references.Length,
            [CSharpSyntaxTree.ParseText(source), CSharpSyntaxTree.ParseText(TestReferences.Annotations)],
            TestReferences.Framework.AddRange(references),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
}
