using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Annotations;

/// <summary>The source that the package adds to a project, compiled by the oldest compiler that can load the analyzers.</summary>
public class AnnotationSourceTests
{
    private static readonly string Source = File.ReadAllText(TestReferences.RepositoryPath("src", "ReplayLint.Package", "annotations", "ReplayLint.Annotations.cs"));

    // Names that say nothing of consent, so that only the attributes can.
    private const string Declaring = """
        using System.Threading.Tasks;
        using ReplayLint;

        [assembly: SessionReplayPolicy("Sentry", ReplayPurpose.Support, RetentionHours = 4, Reference = "R-1", ConsentMechanism = "banner")]
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Second")]

        public class Privacy
        {
            [ConsentGuard(Purpose = "session-replay")] public static bool Settled { get { return false; } }
            [ConsentGuard] public static Task<bool> SettleAsync() { return Task.FromResult(false); }
            [EnsuresConsent] public static void Demand() { }
            [RevokesConsent] public static void Reset() { }
            [RequiresConsent(Purpose = "session-replay")] public static void Run([ConsentCallback] System.Action run, [ConsentGuard] bool agreed) { run(); }
            public static void RunLater([ConsentCallback] System.Action run) { }
        }
        """;

    /// <summary>Emitting matters: only then does the compiler add attributes of its own beside those of the source.</summary>
    [Theory]
    [InlineData(LanguageVersion.CSharp7_3, NullableContextOptions.Disable)]
    [InlineData(LanguageVersion.CSharp8, NullableContextOptions.Enable)]
    [InlineData(LanguageVersion.Latest, NullableContextOptions.Disable)]
    [InlineData(LanguageVersion.Latest, NullableContextOptions.Enable)]
    public void It_compiles_without_a_warning(LanguageVersion version, NullableContextOptions nullable)
    {
        Assert.Empty(Emit(Compile("First", [Source, Declaring], TestReferences.Framework, version, nullable)).Diagnostics);
        Assert.Empty(Emit(Compile("First", [Source, Declaring], TestReferences.NetStandard, version, nullable)).Diagnostics);
    }

    [Fact]
    public void A_project_that_sees_the_internals_of_another_uses_its_own()
    {
        var first = Emit(Compile("First", [Source, Declaring], TestReferences.Framework));
        var second = Emit(Compile("Second", [Source, Declaring.Replace("class Privacy", "class Other")], [.. TestReferences.Framework, first.Reference]));

        // The package's targets keep this warning out.
        Assert.All(second.Diagnostics, static diagnostic => Assert.Equal("CS0436", diagnostic.Id));
    }

    [Theory]
    [InlineData("if (Privacy.Settled) SentrySdk.Init(Configure);")]
    [InlineData("if (await Privacy.SettleAsync()) SentrySdk.Init(Configure);")]
    [InlineData("Privacy.Demand(); SentrySdk.Init(Configure);")]
    [InlineData("Privacy.RunLater(() => SentrySdk.Init(Configure));")]
    public async Task What_a_referenced_project_declares_counts(string statements)
    {
        var declaring = Emit(Compile("First", [Source, Declaring], TestReferences.Framework));
        var app = $$"""
            using System.Threading.Tasks;
            using Sentry;

            class App
            {
                async Task Run() { await Task.Yield(); {{statements}} }

                void Configure(SentryOptions o) => o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 0.1;
            }
            """;

        var findings = await RuleRunner.GetFindingsAsync([app], [.. TestReferences.Of(RecorderApi.SentryOnAndroid).Single(), declaring.Reference]);

        Assert.DoesNotContain(findings, static finding => finding.Id == "RPL1001");
    }

    private static CSharpCompilation Compile(
        string name,
        ImmutableArray<string> sources,
        ImmutableArray<MetadataReference> references,
        LanguageVersion version = LanguageVersion.Latest,
        NullableContextOptions nullable = NullableContextOptions.Enable) =>
        CSharpCompilation.Create(
            name,
            sources.Select(source => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(version))),
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, warningLevel: 9999, nullableContextOptions: nullable));

    private static (ImmutableArray<Diagnostic> Diagnostics, MetadataReference Reference) Emit(CSharpCompilation compilation)
    {
        using var stream = new MemoryStream();
        var diagnostics = compilation.Emit(stream).Diagnostics.RemoveAll(static d => d.Severity == DiagnosticSeverity.Hidden);
        return (diagnostics, stream.Length == 0 ? compilation.ToMetadataReference() : MetadataReference.CreateFromImage(stream.ToArray()));
    }
}
