using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.CodeFixes.Web;
using ReplayLint.Fuzz.Inputs;
using ReplayLint.Readers.Script;

namespace ReplayLint.Fuzz.Targets;

/// <summary>
/// The fixes of what is found in pages and scripts that use the recorders of the catalogue. A fix leaves a script that parses
/// where it did before, answers its finding, brings no other, and keeps comments and line ends. All of them come to an end.
/// </summary>
internal sealed partial class PageFixTarget : Target
{
    private const int MostFindings = 6;

    /// <summary>
    /// See the fixes of code: a purpose that is declared is judged by. Once a recorder waits, the call that lets it go on is a
    /// start, and an option that protects a user may look like one that waits.
    /// </summary>
    private static readonly ImmutableHashSet<(string Answered, string Found)> Successors =
        [("RPL1001", "RPL1002"), ("RPL1002", "RPL1001"), ("RPL1004", "RPL1001"), ("RPL1004", "RPL1002"), ("RPL4001", "RPL1004"), ("RPL5001", "RPL4003"), ("RPL5001", "RPL5003"), ("RPL5001", "RPL5004")];

    public override string Name => "page-fix";

    public override int Share => 4;

    public override int CutInputs => 0;

    public override int MostAttempts => 100;

    public override ImmutableArray<string> Seeds { get; } = [.. Corpus.Of(CorpusKind.Page).Concat(Corpus.Of(CorpusKind.Script)).Where(static text => text.Length <= 3_000)];

    public override void Check(FuzzInput input)
    {
        var path = Analysis.Root + input.Files[0].Path;
        var before = SourceText.From(input.Text);
        var findings = Find(input);
        foreach (var finding in findings.Take(MostFindings))
        {
            var after = WebFixer.Fix(path, before, [finding]);
            if (!after.ContentEquals(before))
                CheckFix(input, before, findings, finding, after);
        }

        CheckFixAll(input, path, before);
    }

    protected override string Change(string text, Random random) => random.Next(10) switch
    {
        < 5 => PagePrograms.CreatePage(random),
        < 7 => PagePrograms.CreateScript(random),
        < 9 => text,
        _ => TextMutator.Mutate(PagePrograms.CreatePage(random), Seeds, random, mostLevels: 60),
    };

    protected override FuzzInput Of(ImmutableArray<string> texts, Random random) =>
        new("Page" + (texts[0].TrimStart().StartsWith('<') ? random.Next(2) == 0 ? ".html" : ".cshtml" : texts[0].Contains("</", StringComparison.Ordinal) ? ".cshtml" : ".js"), texts[0]);

    private static ImmutableArray<Diagnostic> Find(FuzzInput input) =>
        [.. Analysis.Find(input).Where(static finding => finding.Location.Kind == LocationKind.ExternalFile).OrderBy(static finding => finding.Location.SourceSpan).ThenBy(static finding => finding.Id, StringComparer.Ordinal)];

    private static void CheckFix(FuzzInput input, SourceText before, ImmutableArray<Diagnostic> findings, Diagnostic finding, SourceText after)
    {
        var text = after.ToString();
        var fix = $"The fix of {finding}";
        if (input.Files[0].Path.EndsWith(".js", StringComparison.Ordinal))
            Require(ScriptParser.Parse(input.Text, out _) is null || ScriptParser.Parse(text, out _) is not null, $"{fix} leaves a script that does not parse:\n{text}");

        Require(input.Text.Replace("\r\n", "", StringComparison.Ordinal).Contains('\n', StringComparison.Ordinal) || !input.Text.Contains('\n', StringComparison.Ordinal) || !text.Replace("\r\n", "", StringComparison.Ordinal).Contains('\n', StringComparison.Ordinal), $"{fix} mixes line ends:\n{text}");
        Require(input.Text.Contains('\r', StringComparison.Ordinal) || !text.Contains('\r', StringComparison.Ordinal), $"{fix} brings carriage returns:\n{text}");
        foreach (var change in after.GetTextChanges(before))
        {
            // A comment behind a statement goes with it; one on a line of its own stays.
            var lost = before.ToString(change.Span);
            Require(Comments().Count(lost) <= Comments().Count(change.NewText ?? ""), $"{fix} loses a comment in '{lost}':\n{text}");
        }

        var left = Find(new FuzzInput(input.Files[0].Path, text));
        Require(AreFewer(left, found => found.Id == finding.Id) || (finding.Id is "RPL1001" or "RPL1002" && AreFewer(left, found => found.GetMessage() == finding.GetMessage())), $"{fix} does not answer it:\n{text}");
        foreach (var found in left)
            Require(findings.Any(known => known.Id == found.Id) || Successors.Contains((finding.Id, found.Id)), $"{fix} brings {found}:\n{text}");

        // Another call may be a start now, which says so of itself.
        bool AreFewer(ImmutableArray<Diagnostic> after, Func<Diagnostic, bool> same) => after.Count(same) < findings.Count(same);
    }

    /// <summary>The best fix of each finding, until there is none; then nothing is left to fix.</summary>
    private static void CheckFixAll(FuzzInput input, string path, SourceText before)
    {
        var files = ImmutableDictionary<string, SourceText>.Empty.Add(path, before);
        var after = WebFixer.FixAllAsync(files, (current, _) => Task.FromResult(Find(new FuzzInput(input.Files[0].Path, current[path].ToString()))), CancellationToken.None).GetAwaiter().GetResult()[path];
        Require(WebFixer.Fix(path, after, Find(new FuzzInput(input.Files[0].Path, after.ToString()))).ContentEquals(after), $"All fixes find no end:\n{after}");
    }

    [GeneratedRegex(@"\n[ \t]*(<!--|/\*|@\*|//)")]
    private static partial Regex Comments();
}
