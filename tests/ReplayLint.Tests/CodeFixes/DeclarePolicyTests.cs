using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.CodeFixes.Edits;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes;

public class DeclarePolicyTests
{
    private const string Head = """
        using ReplayLint;

        // Purpose and retention must be what the record of processing says and what the vendor's console does.
        // The figure is a proposal of ReplayLint; the CNIL's draft recommendation gives none.

        """;

    [Theory]
    [InlineData("DeclarePolicy:ErrorDiagnosis", "ReplayPurpose.ErrorDiagnosis, RetentionDays = 30")]
    [InlineData("DeclarePolicy:ExperienceImprovement", "ReplayPurpose.ExperienceImprovement, RetentionDays = 30")]
    [InlineData("DeclarePolicy:Support", "ReplayPurpose.Support, RetentionHours = 24")]
    [InlineData(null, "ReplayPurpose.ErrorDiagnosis, RetentionDays = 30")]
    public Task A_project_without_assembly_attributes_gets_a_file(string? key, string policy) => VerifyAsync(
        RecorderApi.Sentry,
        [("App.cs", Start)],
        [("App.cs", Fixed(Start)), ("SessionReplayPolicy.cs", Head + $"[assembly: SessionReplayPolicy(\"Sentry\", {policy})]\n")],
        key);

    [Fact]
    public Task Each_recorder_gets_one_attribute_however_often_it_is_started() => VerifyAsync(
        RecorderApi.All,
        [("App.cs", Start), ("Other.cs", Others)],
        [
            ("App.cs", Fixed(Start)),
            ("Other.cs", Fixed(Others)),
            ("SessionReplayPolicy.cs", Head + """
                [assembly: SessionReplayPolicy("Sentry", ReplayPurpose.ErrorDiagnosis, RetentionDays = 30)]
                [assembly: SessionReplayPolicy("Datadog", ReplayPurpose.ErrorDiagnosis, RetentionDays = 30)]

                """),
        ]);

    [Fact]
    public Task An_existing_file_of_assembly_attributes_takes_it_after_the_last() => VerifyAsync(
        RecorderApi.Sentry,
        [
            ("App.cs", Start),
            ("Properties/AssemblyInfo.cs", """
                // Copyright.
                using System.Reflection;

                [assembly: AssemblyTitle("Shop")] // the name
                [assembly: AssemblyCompany("Shop")] // us
                [module: System.CLSCompliant(false)]

                """),
        ],
        [
            ("App.cs", Fixed(Start)),
            ("Properties/AssemblyInfo.cs", """
                // Copyright.
                using System.Reflection;

                [assembly: AssemblyTitle("Shop")] // the name
                [assembly: AssemblyCompany("Shop")] // us

                // Purpose and retention must be what the record of processing says and what the vendor's console does.
                // The figure is a proposal of ReplayLint; the CNIL's draft recommendation gives none.
                [assembly: ReplayLint.SessionReplayPolicy("Sentry", ReplayLint.ReplayPurpose.ErrorDiagnosis, RetentionDays = 30)]
                [module: System.CLSCompliant(false)]

                """),
        ]);

    [Fact]
    public Task A_file_of_policies_takes_the_ones_that_are_missing() => VerifyAsync(
        RecorderApi.All,
        [
            ("App.cs", Start),
            ("Other.cs", Others),
            ("AssemblyInfo.cs", "[assembly: System.Reflection.AssemblyTitle(\"Shop\")]"),
            ("SessionReplayPolicy.cs", "using ReplayLint;\r\n\r\n[assembly: SessionReplayPolicy(\"LaunchDarkly\", ReplayPurpose.Support, RetentionHours = 4)] // ours"),
        ],
        [
            ("App.cs", Fixed(Start)),
            ("Other.cs", Fixed(Others)),
            ("AssemblyInfo.cs", "[assembly: System.Reflection.AssemblyTitle(\"Shop\")]"),
            ("SessionReplayPolicy.cs", "using ReplayLint;\r\n\r\n[assembly: SessionReplayPolicy(\"LaunchDarkly\", ReplayPurpose.Support, RetentionHours = 4)] // ours\r\n[assembly: SessionReplayPolicy(\"Sentry\", ReplayPurpose.ErrorDiagnosis, RetentionDays = 30)]\r\n[assembly: SessionReplayPolicy(\"Datadog\", ReplayPurpose.ErrorDiagnosis, RetentionDays = 30)]\r\n"),
        ]);

    [Theory]
    [InlineData("", "NOTE[assembly: ReplayLint.SessionReplayPolicy(POLICY)]\n", "ReplayLint.")]
    [InlineData("// Nothing yet.", "// Nothing yet.\n\nNOTE[assembly: ReplayLint.SessionReplayPolicy(POLICY)]\n", "ReplayLint.")]
    [InlineData("using System;\nusing ReplayLint;\n", "using System;\nusing ReplayLint;\n\nNOTE[assembly: SessionReplayPolicy(POLICY)]\n", "")]
    public Task An_empty_file_of_assembly_attributes_takes_it_too(string file, string fixedFile, string prefix) => VerifyAsync(
        RecorderApi.SentryOnAndroid,
        [("App.cs", Start), ("AssemblyInfo.cs", file)],
        [
            ("App.cs", Fixed(Start)),
            ("AssemblyInfo.cs", fixedFile
                .Replace("NOTE", Head["using ReplayLint;\n\n".Length..])
                .Replace("POLICY", $"\"Sentry\", {prefix}ReplayPurpose.ErrorDiagnosis, RetentionDays = 30")),
        ]);

    // Where no file can be added it goes into the file of the finding.
    [Theory]
    [InlineData("using System;\n\nnamespace N;\n", "using System;\n\nNOTE[assembly: A]\n\nnamespace N;\n")]
    [InlineData("using System;\nnamespace N { }\n", "using System;\n\nNOTE[assembly: A]\n\nnamespace N { }\n")]
    [InlineData("// Header.\n\n/// <summary>Class.</summary>\nclass C { }", "// Header.\n\nNOTE[assembly: A]\n\n/// <summary>Class.</summary>\nclass C { }")]
    [InlineData("class C { }", "NOTE[assembly: A]\n\nclass C { }")]
    [InlineData("[assembly: X]\n\nclass C { }", "[assembly: X]\n\nNOTE[assembly: A]\n\nclass C { }")]
    [InlineData("[assembly: SessionReplayPolicy()]\nclass C { }", "[assembly: SessionReplayPolicy()]\n[assembly: A]\n\nclass C { }")]
    public void A_file_of_code_takes_it_before_the_code(string file, string fixedFile)
    {
        var unit = PolicyDocument.Add(SyntaxFactory.ParseCompilationUnit(file), "[assembly: A]\n", SyntaxFactory.LineFeed);
        Assert.Equal(fixedFile.Replace("NOTE", Head["using ReplayLint;\n\n".Length..]), unit.ToFullString());
    }

    [Fact]
    public async Task Without_the_annotations_there_is_nothing_to_declare_with()
    {
        var source = Fixed(Start);
        Assert.Equal(source, await FixRunner.FixAllAsync(source, RecorderApi.SentryOnAndroid, "RPL5001", null));
    }

    [Fact]
    public Task A_new_file_has_the_line_endings_of_the_project()
    {
        var start = Start.Replace("\n", "\r\n");
        return VerifyAsync(
            RecorderApi.SentryOnAndroid,
            [("App.cs", start)],
            [("App.cs", Fixed(start)), ("SessionReplayPolicy.cs", (Head + "[assembly: SessionReplayPolicy(\"Sentry\", ReplayPurpose.ErrorDiagnosis, RetentionDays = 30)]\n").Replace("\n", "\r\n"))]);
    }

    private const string Start = """
        using Sentry;

        class App
        {
            void M() => [|SentrySdk.Init|](o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1);
            void N() => [|SentrySdk.Init|](o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 0.1);
        }
        """;

    private const string Others = """
        class Other
        {
            void M() => [|Sentry.SentrySdk.Init|](o => o.Native.ExperimentalOptions.SessionReplay.OnErrorSampleRate = 0.1);
            void N() => [|Datadog.Maui.DdSessionReplay.Enable|](new Datadog.Maui.Configuration.SessionReplayConfiguration());
        }
        """;

    private static string Fixed(string source) => source.Replace("[|", "").Replace("|]", "");

    private static Task VerifyAsync(RecorderApi api, (string Name, string Source)[] sources, (string Name, string Source)[] fixedSources, string? key = "DeclarePolicy:ErrorDiagnosis") =>
        RuleVerifier.VerifyFixAsync("RPL5001", api, sources, fixedSources, key);
}
