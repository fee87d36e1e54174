using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;
using Xunit.Abstractions;

namespace ReplayLint.Package.Tests;

/// <summary>
/// Every way to silence a rule, with a reason and without, through real builds: what is reported, and what the SARIF log says.
/// The table stands in rules/suppressions.md; it is written there with <c>REPLAYLINT_UPDATE=1</c>, otherwise compared.
/// </summary>
[Collection(nameof(PackedPackage))]
public partial class SilencingTests(PackedPackage package, ITestOutputHelper output)
{
    private const string Rule = "RPL1001";
    private const string Reason = "The shell application asks before it loads us.";
    private const string Key = $"replaylint.{Rule}.justification = {Reason}\n";
    private const string Start = "Vendor.Tracker.Begin();";
    private const string Page = "<script src=\"https://www.clarity.ms/tag/abc\"></script>\n";

    private static readonly string[] Without = ["Without", ""];
    private static readonly string[] With = ["With", Reason];

    [Fact]
    public async Task Every_way_to_silence_a_rule()
    {
        var rows = new List<Row>();
        await ReadFilesAsync(rows);
        await ReadProjectsAsync(rows);

        var table = new StringBuilder("| Way | Reason | Reported | The result in the SARIF log | Evidence in the SARIF log |\n| --- | --- | --- | --- | --- |\n");
        foreach (var row in rows)
            table.Append($"| {row.Way} | {(row.HasReason ? "yes" : "no")} | {row.Reported} | {row.Log} | {row.Evidence} |\n");

        output.WriteLine(table.ToString());
        Compare(table.ToString());

        // Whatever the table says: what has no reason is never quiet, and what has one is never an error.
        Assert.All(rows.Where(static row => !row.HasReason), static row => Assert.Matches(@"RPL", row.Reported));
        Assert.All(rows.Where(static row => row.HasReason), static row => Assert.DoesNotMatch(@"RPL900[12]|RPLPKG", row.Reported));

        // What is quiet leaves its reason in the log, one way or the other, as long as anything is analysed.
        Assert.All(rows.Where(static row => row is { HasReason: true, Reported: "nothing", Way: not "mode `off`" }), static row => Assert.Equal("with the reason", row.Evidence));
    }

    /// <summary>The ways that concern one file or place, all in one project.</summary>
    private async Task ReadFilesAsync(List<Row> rows)
    {
        var ways = new List<(string Way, string File, bool HasReason)>();
        var files = new List<(string, string)>();
        var config = new StringBuilder("root = true\n");
        var baseline = new StringBuilder();

        Add("Nothing", "Nothing.cs", Without, Class("Nothing"));
        foreach (var kind in new[] { Without, With })
        {
            var argument = kind[1].Length == 0 ? "" : $", Justification = \"{kind[1]}\"";
            var key = kind[1].Length == 0 ? "" : Key;
            var comment = kind[1].Length == 0 ? "" : " // " + kind[1];

            Add("`#pragma warning disable`", $"Pragma{kind[0]}.cs", kind, Class($"Pragma{kind[0]}", $"\n#pragma warning disable {Rule}{comment}\n{Start}\n#pragma warning restore {Rule}\n"));
            Add("`#pragma warning disable` of all warnings", $"Blanket{kind[0]}.cs", kind, Class($"Blanket{kind[0]}", $"\n#pragma warning disable{comment}\n{Start}\n#pragma warning restore\n"));
            Add("`[SuppressMessage]` on a member", $"Member{kind[0]}.cs", kind, Class($"Member{kind[0]}", attribute: Suppress(argument)));
            Add("`[SuppressMessage]` on a type", $"Type{kind[0]}.cs", kind, Class($"Type{kind[0]}", typeAttribute: Suppress(argument)));
            Add("`[assembly: SuppressMessage(Scope = \"member\")]`", $"TargetMember{kind[0]}.cs", kind,
                Assembly($", Scope = \"member\", Target = \"~M:TargetMember{kind[0]}.App.M\"" + argument) + Class($"TargetMember{kind[0]}"));
            Add("`[assembly: SuppressMessage(Scope = \"type\")]`", $"Target{kind[0]}.cs", kind,
                Assembly($", Scope = \"type\", Target = \"~T:Target{kind[0]}.App\"" + argument) + Class($"Target{kind[0]}"));
            Add("`[assembly: SuppressMessage(Scope = \"namespace\")]`", $"Space{kind[0]}.cs", kind,
                Assembly($", Scope = \"namespace\", Target = \"~N:Space{kind[0]}\"" + argument) + Class($"Space{kind[0]}"));
            Add("`[assembly: SuppressMessage(Scope = \"namespaceanddescendants\")]`", $"Spaces{kind[0]}.cs", kind,
                Assembly($", Scope = \"namespaceanddescendants\", Target = \"~N:Spaces{kind[0]}\"" + argument) + Class($"Spaces{kind[0]}"));
            Add("severity in an `.editorconfig`, C#", $"Severity{kind[0]}.cs", kind, Class($"Severity{kind[0]}"), $"dotnet_diagnostic.{Rule}.severity = none\n{key}");
            Add("severity in an `.editorconfig`, page", $"Severity{kind[0]}.html", kind, Page, $"dotnet_diagnostic.{Rule}.severity = none\n{key}");
            Add($"`replaylint.{Rule}.enabled = false`, C#", $"Switch{kind[0]}.cs", kind, Class($"Switch{kind[0]}"), $"replaylint.{Rule}.enabled = false\n{key}");
            Add($"`replaylint.{Rule}.enabled = false`, page", $"Switch{kind[0]}.html", kind, Page, $"replaylint.{Rule}.enabled = false\n{key}");
            AddEntry("line of a baseline, C#", $"Baseline{kind[0]}.cs", kind, Class($"Baseline{kind[0]}"), "Tracker", Start);
            AddEntry("line of a baseline, page", $"Baseline{kind[0]}.html", kind, Page, "Clarity", Page.Trim());
            Add("`replaylint-disable` in a page", $"Comment{kind[0]}.html", kind, $"<!-- replaylint-disable {Rule}{(kind[1].Length == 0 ? "" : ": " + kind[1])} -->\n{Page}");
        }

        var project = CreateProject([.. files, (".editorconfig", config.ToString()), (BaselineTests.File, baseline.ToString())]);
        var build = await BuildAsync(project);
        rows.AddRange(ways.OrderBy(way => ways.FindIndex(first => first.Way == way.Way)).Select(way => new Row(way.Way, way.HasReason, build.ReportedAt(way.File), build.LogOf(way.File), build.EvidenceOf(way.File))));

        void Add(string way, string file, string[] kind, string text, string section = "")
        {
            ways.Add((way, file, kind == With));
            files.Add((file, text));
            if (section.Length > 0)
                config.Append($"[{file}]\n{section}");
        }

        void AddEntry(string way, string file, string[] kind, string text, string recorder, string line)
        {
            Add(way, file, kind, text);
            baseline.Append(BaselineTests.Entry(Rule, recorder, line, file, kind[1]));
        }
    }

    /// <summary>The ways that concern the whole project.</summary>
    private async Task ReadProjectsAsync(List<Row> rows)
    {
        var project = CreateProject([("Nothing.cs", Class("Nothing")), ("Nothing.html", Page)]);
        const string RuleSet = $"""<RuleSet Name="R" ToolsVersion="17.0"><Rules AnalyzerId="ReplayLint.Analyzers" RuleNamespace="ReplayLint"><Rule Id="{Rule}" Action="None" /></Rules></RuleSet>""";
        foreach (var key in new[] { "", Key })
        {
            await AddAsync("severity in a `.globalconfig`", ".globalconfig", $"is_global = true\ndotnet_diagnostic.{Rule}.severity = none\n{key}");
            await AddAsync("`NoWarn`", ".globalconfig", "is_global = true\n" + key, $"-p:NoWarn={Rule}");
            await AddAsync("rule set", ".globalconfig", "is_global = true\n" + key, "-p:CodeAnalysisRuleSet=team.ruleset");
            await AddAsync("`dotnet_analyzer_diagnostic.severity`", ".editorconfig", "root = true\n[*]\ndotnet_analyzer_diagnostic.severity = none\n" + key);
            await AddAsync("`[assembly: SuppressMessage]`", "Suppressions.cs", Assembly(key.Length == 0 ? "" : $", Justification = \"{Reason}\""));
            await AddAsync("mode `off`", ".globalconfig", "is_global = true\n", ["-p:ReplayLintMode=off", .. key.Length == 0 ? Array.Empty<string>() : [$"-p:ReplayLintOffReason={Reason}"]]);

            async Task AddAsync(string way, string file, string text, params string[] properties)
            {
                File.WriteAllText(Path.Combine(project, "team.ruleset"), RuleSet);
                File.WriteAllText(Path.Combine(project, file), text);
                var build = await BuildAsync(project, properties);
                File.Delete(Path.Combine(project, file));

                var row = new Row(way, key.Length > 0, build.ReportedAt("Nothing.cs"), build.LogOf("Nothing.cs"), build.EvidenceOf("Nothing.cs"));
                Assert.Equal(row, new Row(way, key.Length > 0, build.ReportedAt("Nothing.html"), build.LogOf("Nothing.html"), build.EvidenceOf("Nothing.html")));
                var before = rows.FindLastIndex(other => other.Way == way);
                rows.Insert(before < 0 ? rows.Count : before + 1, row);
            }
        }
    }

    private string CreateProject(IEnumerable<(string, string)> files) => package.CreateProject("",
    [
        ("Vendor.cs", "[assembly: ReplayLint.SessionReplayPolicy(\"*\", ReplayLint.ReplayPurpose.ErrorDiagnosis, RetentionDays = 30, Reference = \"R-1\")]\nnamespace Vendor { public static class Tracker { public static void Begin() { } } }\n"),
        ("replaylint.team.txt", "recorder Tracker\n  api T:Vendor.Tracker\n  start M:Vendor.Tracker.Begin\n"),
        .. files,
    ]);

    private async Task<Build> BuildAsync(string project, params string[] properties)
    {
        var log = Path.Combine(project, "findings.sarif");
        var (_, text) = await package.BuildAsync(project, [$"-p:ErrorLog={log}%2cversion=2.1", .. properties]);
        Assert.DoesNotMatch("error (?:CS|MSB|NU)", text);
        return new Build(project, text, File.ReadAllText(log));
    }

    private static void Compare(string table)
    {
        var path = Path.Combine(PackedPackage.RepositoryRoot, "rules", "suppressions.md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var start = page.IndexOf("| Way |", StringComparison.Ordinal);
        var end = page.IndexOf("\n<!-- End of the table. -->", StringComparison.Ordinal);
        var expected = page[..start] + table + page[end..];
        if (Environment.GetEnvironmentVariable("REPLAYLINT_UPDATE") == "1")
            File.WriteAllText(path, expected);
        else
            Assert.Equal(expected, page);
    }

    private static string Suppress(string arguments) => $"[System.Diagnostics.CodeAnalysis.SuppressMessage(\"ReplayLint.Consent\", \"{Rule}\"{arguments})]\n";

    private static string Assembly(string arguments) => Suppress(arguments).Replace("[System", "[assembly: System");

    private static string Class(string space, string body = Start, string attribute = "", string typeAttribute = "") =>
        $"namespace {space}\n{{\n{typeAttribute}public class App\n{{\n{attribute}public void M()\n{{\n{body}\n}}\n}}\n}}\n";

    private sealed record Row(string Way, bool HasReason, string Reported, string Log, string Evidence);

    /// <summary>What a build printed and logged.</summary>
    private sealed partial class Build(string project, string text, string log)
    {
        private readonly IReadOnlyList<Finding> _findings = Finding.Parse(text, project);

        /// <summary>The rules that are reported in a file, and those reported for the project that name it or no file.</summary>
        public string ReportedAt(string file)
        {
            var inFile = _findings.Where(finding => finding.File == file).Select(static finding => finding.Id);
            var named = ForProject().Matches(text)
                .Where(finding => !finding.Value.Contains(" for '", StringComparison.Ordinal) || finding.Value.Contains($" for '{file}'", StringComparison.Ordinal))
                .Select(static finding => finding.Groups["id"].Value);
            var elsewhere = _findings.Where(static finding => finding.File == "Suppressions.cs").Select(static finding => finding.Id);
            var entry = _findings.Where(finding => finding.File == BaselineTests.File && finding.Line == EntryOf(file)).Select(static finding => finding.Id);
            var ids = inFile.Concat(named).Concat(elsewhere).Concat(entry).Distinct().Order(StringComparer.Ordinal).ToList();
            return ids.Count == 0 ? "nothing" : string.Join(", ", ids);
        }

        /// <summary>What the log says of the rule's result in a file.</summary>
        public string LogOf(string file)
        {
            using var document = JsonDocument.Parse(log);
            var results = document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
                .Where(result => result.GetProperty("ruleId").GetString() == Rule && UriOf(result).EndsWith("/" + file, StringComparison.Ordinal))
                .ToList();
            if (results.Count == 0)
                return "no result";

            if (!results[0].TryGetProperty("suppressions", out var suppressions) || suppressions.GetArrayLength() == 0)
                return "a result";

            var suppression = suppressions[0];
            var by = suppression.TryGetProperty("properties", out var properties) && properties.TryGetProperty("suppressionType", out var type) ? type.GetString() : "unknown";
            var hasReason = suppression.TryGetProperty("justification", out var justification) && justification.GetString() == Reason;
            return $"suppressed by {by}, {(hasReason ? "with the reason" : "no reason")}";
        }

        /// <summary>What the log says of the silencing itself, at the file or for the project.</summary>
        public string EvidenceOf(string file)
        {
            using var document = JsonDocument.Parse(log);
            var reasons = document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
                .Where(static result => result.GetProperty("ruleId").GetString() == "RPL9009")
                .Where(result => UriOf(result) is { Length: > 0 } uri
                    ? uri.EndsWith("/" + file, StringComparison.Ordinal) || uri.EndsWith("/Suppressions.cs", StringComparison.Ordinal) || (uri.EndsWith("/" + BaselineTests.File, StringComparison.Ordinal) && LineOf(result) == EntryOf(file))
                    : !MessageOf(result).Contains(" for '", StringComparison.Ordinal) || MessageOf(result).Contains($" for '{file}'", StringComparison.Ordinal))
                .Select(static result => result.GetProperty("properties").GetProperty("customProperties"))
                .Where(static properties => properties.GetProperty("Kind").GetString() is "suppression" or "hidden" && properties.GetProperty("Rules").GetString() == Rule)
                .Select(static properties => properties.TryGetProperty("Justification", out var reason) ? reason.GetString() : null)
                .Distinct()
                .ToList();
            return reasons switch
            {
                [] => "none",
                [Reason] => "with the reason",
                [null] => "without a reason",
                _ => "contradicts itself",
            };
        }

        /// <summary>The line of the baseline that names a file; 0 when none does.</summary>
        private int EntryOf(string file) =>
            Array.FindIndex(File.Exists(Path.Combine(project, BaselineTests.File)) ? File.ReadAllLines(Path.Combine(project, BaselineTests.File)) : [], line => line.Contains($" {file}", StringComparison.Ordinal)) + 1;

        private static int LineOf(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32();

        private static string MessageOf(JsonElement result) => result.GetProperty("message").GetProperty("text").GetString()!;

        private static string UriOf(JsonElement result) =>
            result.TryGetProperty("locations", out var locations) && locations.GetArrayLength() > 0
                ? locations[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!
                : "";

        [GeneratedRegex(@"^(?:CSC|[^\r\n(]*targets\(\d+,\d+\)) : (?:error|warning) (?<id>RPL\w+): .*$|(?:error|warning) (?<id>RPLPKG\d+): .*$", RegexOptions.Multiline)]
        private static partial Regex ForProject();
    }
}
