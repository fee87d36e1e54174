using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Rules.Integrity;

public class JustificationLostTests
{
    private const string Id = "RPL9003";
    private const string Why = "Justification = \"The demo shows made-up names only.\"";

    [Fact]
    public Task A_namespace_with_descendants_loses_the_justification() =>
        RuleVerifier.VerifyAsync(Id, RecorderApi.SentryOnAndroid, $$"""
            using System.Diagnostics.CodeAnalysis;

            [assembly: [|SuppressMessage("", "RPL2001", Scope = "namespaceanddescendants", Target = "~N:Shop", {{Why}})|]]
            [assembly: [|SuppressMessage("", "RPL2001", Scope = "NamespaceAndDescendants", Target = "Shop", {{Why}})|]]
            [module: [|SuppressMessage("", "RPL2001", Scope = Texts.Scope, {{Why}})|]]
            [assembly: SuppressMessage("", "CA1000", Scope = "namespaceanddescendants", Target = "~N:Shop")]
            [assembly: SuppressMessage("", "RPL2001", Scope = "type", Target = "~T:Texts", {{Why}})]
            [assembly: SuppressMessage("", "RPL2001", Scope = "module", {{Why}})]
            [assembly: SuppressMessage("", "RPL2001", {{Why}})]

            static class Texts
            {
                public const string Scope = "namespaceanddescendants";
            }
            """);

    [Fact]
    public Task The_fix_names_the_type() =>
        RuleVerifier.VerifyFixAsync(
            Id,
            RecorderApi.SentryOnAndroid,
            $$"""
            using System.Diagnostics.CodeAnalysis;

            // The demo.
            [assembly: [|SuppressMessage("", "RPL2001", {{Why}}, Scope = "namespaceanddescendants", Target = "~N:Shop.Demo")|]] // decided in May

            namespace Shop.Demo
            {
                class App { class Inner { } }
            }
            """,
            $$"""
            using System.Diagnostics.CodeAnalysis;

            // The demo.
            [assembly: SuppressMessage("", "RPL2001", {{Why}}, Scope = "type", Target = "~T:Shop.Demo.App")] // decided in May

            namespace Shop.Demo
            {
                class App { class Inner { } }
            }
            """);

    [Fact]
    public Task The_fix_names_each_of_several_types() =>
        RuleVerifier.VerifyFixAsync(
            Id,
            RecorderApi.SentryOnAndroid,
            $$"""
            using System.Diagnostics.CodeAnalysis;

            [assembly: [|SuppressMessage("", "RPL2001",
                Scope = "namespaceanddescendants", Target = "Shop", {{Why}})|]]
            [assembly: System.Reflection.AssemblyTitle("Shop")]

            namespace Shop
            {
                class App<T> { }
                namespace Inner { delegate void D(); }
            }
            """,
            $$"""
            using System.Diagnostics.CodeAnalysis;

            [assembly: SuppressMessage("", "RPL2001",
                Scope = "type", Target = "~T:Shop.App`1", {{Why}})]
            [assembly: SuppressMessage("", "RPL2001",
                Scope = "type", Target = "~T:Shop.Inner.D", {{Why}})]
            [assembly: System.Reflection.AssemblyTitle("Shop")]

            namespace Shop
            {
                class App<T> { }
                namespace Inner { delegate void D(); }
            }
            """);

    [Theory]
    [InlineData("Target = \"~N:Nowhere\"", "")]
    [InlineData("MessageId = \"\"", "")]
    [InlineData("Target = \"~N:Shop\"", "class A; class B; class C; class D; class E; class F; class G; class H; class I; class J; class K;")]
    public async Task Where_there_are_no_types_or_too_many_a_human_decides(string target, string types)
    {
        var source = $$"""
            using System.Diagnostics.CodeAnalysis;

            [assembly: SuppressMessage("", "RPL2001", Scope = "namespaceanddescendants", {{target}}, {{Why}})]

            namespace Shop { {{types}} }
            """;

        Assert.Empty(await FixRunner.GetOffersAsync(source, RecorderApi.SentryOnAndroid, Id));
        Assert.Equal(source, await FixRunner.FixAllAsync(source, RecorderApi.SentryOnAndroid, Id, equivalenceKey: null));
    }
}
