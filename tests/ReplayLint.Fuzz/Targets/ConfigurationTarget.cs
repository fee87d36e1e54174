using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Configuration;
using ReplayLint.Fuzz.Inputs;
using ReplayLint.Tests.Verification;

namespace ReplayLint.Fuzz.Targets;

/// <summary>
/// The whole analyzer with settings that mean nothing: values of each option, keys that are none, whole configuration files,
/// properties of the build, and policies of the project file.
/// </summary>
internal sealed class ConfigurationTarget : Target
{
    private const string Policies = "policies";
    private const string File = "fuzz.globalconfig";

    private static readonly FuzzInput Project = new(
    [
        ("App.cs", "class App { void Start() { if (HasConsent) Sentry.SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 1.0); } bool HasConsent => true; }"),
        ("Silent.cs", "#pragma warning disable RPL2001 // until 2026-13-99\n[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"ReplayLint\", \"RPL1001\", Justification = \"later\")]"),
        ("Pages/Index.cshtml", "@* replaylint-disable RPL1001: because *@<script src=\"https://static.hotjar.com/c/hotjar-1.js\"></script>"),
    ]);

    private static readonly CSharpCompilation Compilation = Analysis.Compile(Project);
    private static readonly ImmutableArray<AdditionalText> Files = Analysis.FilesOf(Project);

    private static readonly ImmutableArray<string> Properties =
        ["Mode", "Evidence", "IsLibrary", "HasProjectReferences", "IncludeMarkup", "Today"];

    public override string Name => "configuration";

    public override int Share => 5;

    public override int TextsPerInput => 12;

    public override ImmutableArray<string> Seeds { get; } = [.. Corpus.Of(CorpusKind.Configuration), .. Corpus.Of(CorpusKind.Words)];

    public override void Check(FuzzInput input)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, text) in input.Files)
        {
            if (key == File)
            {
                foreach (var (setting, value) in AnalyzerConfigSet.Create(ImmutableArray.Create(AnalyzerConfig.Parse("is_global = true\n" + text, "/" + File))).GlobalConfigOptions.AnalyzerOptions)
                    values[setting] = value;
            }
            else if (key == Policies)
            {
                values["build_property.ReplayLintPolicies"] = text;
            }
            else
            {
                values[key] = text;
            }
        }

        Analysis.Find(Compilation, Files, values);
    }

    protected override FuzzInput Of(ImmutableArray<string> texts, Random random) =>
        new([.. texts.Select(text => (KeyOf(random), text)).Select(file => file.Item1 == Policies ? (Policies, Policy(file.text, random)) : file).DistinctBy(static file => file.Item1)]);

    private static string KeyOf(Random random)
    {
        var rule = Descriptors[random.Next(Descriptors.Length)].Id;
        return random.Next(6) switch
        {
            0 => File,
            1 => Policies,
            2 => "build_property.ReplayLint" + Properties[random.Next(Properties.Length)],
            3 => random.Next(2) == 0 ? $"dotnet_diagnostic.{rule}.severity" : $"replaylint.{rule}x.enabled",
            _ => ReplayLintOptions.All[random.Next(ReplayLintOptions.All.Length)].KeyFor(rule),
        };
    }

    private static readonly ImmutableArray<DiagnosticDescriptor> Descriptors = new ReplayLintAnalyzer().SupportedDiagnostics;

    /// <summary>What the package's targets hand over, with a text somewhere in it; or no base 64 at all.</summary>
    private static string Policy(string text, Random random)
    {
        if (random.Next(8) == 0)
            return text;

        string[] fields = ["Sentry", "ErrorDiagnosis", "30", "", "ROPA-1", "banner", "/fuzz/Shop.csproj"];
        fields[random.Next(fields.Length)] = text;
        var policy = string.Join('\x1F', fields.Take(random.Next(6) == 0 ? random.Next(8) : 7));
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(policy + '\x1E' + policy));
    }
}
