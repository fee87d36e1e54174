using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests;

/// <summary>What is remembered of references must hold for exactly these references.</summary>
public class ReferencedTypesTests
{
    private const string Options = "T:Sentry.SentryOptions";

    [Fact]
    public void A_type_of_a_reference_is_declared_and_one_of_the_project_is_not()
    {
        var compilation = Compile("namespace Shop { class Cart { } } namespace Sentry { public class SentryOptions { } }");

        Assert.True(Declare(compilation, "T:System.String"));
        Assert.False(Declare(compilation, "T:Shop.Cart"));
        Assert.False(Declare(compilation, Options));

        // Declared twice, it is referenced all the same.
        Assert.True(Declare(compilation.AddReferences(TestReferences.Sentry(TestReferences.SentryAndroid)), Options));
    }

    [Fact]
    public void Answers_follow_the_references()
    {
        var without = Compile("");
        var with = without.AddReferences(TestReferences.Sentry(TestReferences.SentryAndroid));

        // The last reference is the same.
        var before = without.WithReferences([TestReferences.Sentry(TestReferences.SentryAndroid), .. without.ExternalReferences]);

        for (var round = 0; round < 2; round++)
        {
            Assert.False(Declare(without, Options));
            Assert.True(Declare(with, Options));
            Assert.True(Declare(before, Options));
            Assert.False(Declare(without.RemoveAllReferences(), Options));
        }
    }

    [Fact]
    public void Compilations_with_the_same_references_share_what_is_known()
    {
        var compilation = Compile("class A { }");

        Assert.Same(ReferencedTypes.Of(compilation), ReferencedTypes.Of(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class B { }"))));
    }

    private static bool Declare(Compilation compilation, string type) => ReferencedTypes.Of(compilation).Declare(type, compilation);

    private static CSharpCompilation Compile(string code) => CSharpCompilation.Create("App", [CSharpSyntaxTree.ParseText(code)], TestReferences.Framework);
}
