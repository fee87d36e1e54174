using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Catalog;
using Xunit;

namespace ReplayLint.Tests.Verification;

/// <summary>The stubs stand for packages that cannot be had here, so each member that the catalogue names must be in them.</summary>
public class TestReferencesTests
{
    // Both names of a package declare the same members; only one of them can be bound in the compilation of all.
    private static readonly CSharpCompilation Everything = Compile(RecorderApi.All);
    private static readonly CSharpCompilation FormerName = Compile(RecorderApi.DatadogFormerName);

    public static TheoryData<string, string> Members()
    {
        var members = new TheoryData<string, string>();
        foreach (var recorder in RecorderCatalog.BuiltIn.Recorders)
        {
            foreach (var id in recorder.ApiTypes.Concat(recorder.Facts.Select(static fact => fact.Id)).Distinct())
                members.Add(recorder.Name, id);
        }

        return members;
    }

    [Theory]
    [MemberData(nameof(Members))]
    public void A_member_of_the_catalogue_exists_in_an_assembly_of_the_tests(string recorder, string id)
    {
        Assert.NotEmpty(recorder);
        Assert.True(
            Find(Everything, id) || Find(FormerName, id) || IsOfNeitherVersion(id),
            $"{id} is in no assembly that the tests are compiled against");
    }

    [Fact]
    public void Each_way_to_reference_a_recorder_compiles()
    {
        foreach (var api in Enum.GetValues<RecorderApi>())
        {
            foreach (var references in TestReferences.Of(api))
                Assert.Empty(Compilation([.. references]).GetDiagnostics());
        }
    }

    /// <summary>The catalogue repeats every member below a former namespace; today's builder method never had one.</summary>
    private static bool IsOfNeitherVersion(string id) =>
        id.Contains(".UseDatadogSdk(Microsoft.Maui.Hosting.MauiAppBuilder,Datadog.", StringComparison.Ordinal)
        || id.Contains(".UseDatadog(Microsoft.Maui.Hosting.MauiAppBuilder,DatadogSdk.", StringComparison.Ordinal);

    private static bool Find(Compilation compilation, string id) =>
        !DocumentationCommentId.GetSymbolsForDeclarationId(id, compilation).IsEmpty;

    private static CSharpCompilation Compile(RecorderApi api) => Compilation([.. TestReferences.Of(api).First()]);

    private static CSharpCompilation Compilation(MetadataReference[] references) =>
        CSharpCompilation.Create("Test", [CSharpSyntaxTree.ParseText(TestReferences.Annotations)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
}
