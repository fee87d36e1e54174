using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Catalog;
using ReplayLint.Readers.CSharp;
using ReplayLint.Readers.Interop;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Readers;

/// <summary>Of which types the compiler is asked for bodies.</summary>
public class ConcernedTypesTests
{
    private const string Other = """
        namespace Shop
        {
            public class Order { public decimal Total { get; set; } public bool IsPaid => Total > 0; class Part { void M() { System.Console.WriteLine(); } } }
            public enum State { Open, Paid }
            public interface IStore { void Save(Order order); }
        }
        """;

    [Theory]
    [InlineData("class A { void M() => Sentry.SentrySdk.Init(); } class B { }", "A, B")]
    [InlineData("class A { class B { void M() => Sentry.SentrySdk.Init(); } }", "A, B")]
    [InlineData("class A { // Init comes later\n string s = \"Init\"; }", "")]
    [InlineData("class A { bool HasConsent => true; } class B { }", "A")]
    [InlineData("class A { class B { bool HasConsent() => true; } }", "B")]
    [InlineData("class A { int HasConsent => 1; }", "")]
    [InlineData("class A { void M() { System.Console.WriteLine(); } }", "")]
    public void Bodies_are_shown_of_types_that_may_concern_a_recorder(string source, string concerned) =>
        Assert.Equal(concerned, string.Join(", ", Concerned(source)));

    [Fact]
    public void Any_part_of_a_type_counts() =>
        Assert.Equal(["A"], Concerned("partial class A { }", "partial class A { void M() => Sentry.SentrySdk.Init(); }"));

    /// <summary>Who takes consent back has a recorder to stop, if the project starts one.</summary>
    [Fact]
    public void A_member_that_takes_consent_back_counts_where_a_recorder_is_started()
    {
        const string Withdrawal = "class A { void WithdrawConsent() { } }";

        Assert.Empty(Concerned(Withdrawal));
        Assert.Equal(["A", "B"], Concerned(Withdrawal, "class B { void M() => Sentry.SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1); }"));
    }

    [Theory]
    [InlineData("global using Options = Sentry.SentryOptions;", "A")]
    [InlineData("global using Options = System.Text.StringBuilder;", "")]
    [InlineData("using Options = Sentry.SentryOptions;", "")]
    public void A_name_that_the_whole_project_gives_a_type_counts(string directive, string concerned) =>
        Assert.Equal(concerned, string.Join(", ", Concerned(directive, "class A { object o = new Options(); }")));

    [Fact]
    public void What_the_project_marks_is_looked_for_by_its_name() =>
        Assert.Equal(
            ["A", "B"],
            Concerned("class A { [ReplayLint.RequiresConsent] public static void Film() { } }", "class B { void M() { A.Film(); } }", "class C { void M() { System.Console.WriteLine(); } }", TestReferences.Annotations)
                .Where(static name => name.Length == 1));

    /// <summary>The price of going by names: what makes options without naming them, or what takes them, is not shown.</summary>
    [Fact]
    public void Options_that_no_file_of_a_class_names_are_not_seen() =>
        Assert.Equal(
            ["Base"],
            Concerned("class Base { protected Sentry.SentryOptions o; }", "class A : Base { A() { o = new(); } }"));

    [Theory]
    [InlineData(true, false, false, "class A { void M() => js.InvokeVoidAsync(\"x\"); } class js { }", "A, js")]
    [InlineData(false, true, false, "class A { void M() { } }", "A, IStore, Order, Part, State")]
    [InlineData(false, false, true, "class A { string s = \"https://www.clarity.ms/tag/x\"; }", "A")]
    [InlineData(true, false, true, "class A { void M() { } }", "")]
    public void What_reaches_the_scripts_of_a_page_counts(bool calls, bool imports, bool texts, string source, string concerned) =>
        Assert.Equal(concerned, string.Join(", ", Concerned(new EmbeddedScripts(calls, imports, texts), source)));

    private static IEnumerable<string> Concerned(params string[] sources) => Concerned(EmbeddedScripts.None, sources);

    private static IEnumerable<string> Concerned(EmbeddedScripts embedded, params string[] sources)
    {
        var compilation = CSharpCompilation.Create(
            "Test",
            sources.Append(Other).Select(static source => CSharpSyntaxTree.ParseText(source)),
            TestReferences.Of(RecorderApi.SentryOnAndroid).Single(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var replay = ReplayContext.Create(compilation, RecorderCatalog.BuiltIn, new AnalyzerOptions([]));
        var types = new ConcernedTypes(replay, embedded, readsApi: true, new GuardReader(replay.Guards, new ValueReader(new SourceOperations(replay.Models))));

        return compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Type).Cast<INamedTypeSymbol>().Where(types.Contains).Select(static type => type.Name).Order(StringComparer.Ordinal);
    }
}
