using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Fuzz.Inputs;
using ReplayLint.Fuzz.Properties;

namespace ReplayLint.Fuzz.Targets;

/// <summary>
/// Every fix of every finding in programs: generated ones, those of the tests, and broken ones. A fix leaves code that parses
/// and compiles where it did before, answers its finding, brings no other, and takes away nothing but what it is about. All of
/// them, again and again, come to an end.
/// </summary>
internal sealed class CodeFixTarget : Target
{
    private const int MostFindings = 12;
    private const int MostRounds = 12;
    private const int MostLevels = 30;

    /// <summary>Rules whose findings a fix hands over to a person: the reason is still to be written.</summary>
    private static readonly ImmutableHashSet<string> LeftToPeople = ["RPL9001"];

    /// <summary>
    /// What may stand behind a finding that a fix answers. Where several places set how much is recorded, the others still may. Once a purpose is declared, settings and users are judged by it; a
    /// fraction of all sessions may be more than a purpose needs; and a time that is short enough for the draft may be one that
    /// the vendor does not offer.
    /// </summary>
    private static readonly ImmutableHashSet<(string Answered, string Found)> Successors =
        [("RPL1001", "RPL1002"), ("RPL3001", "RPL5004"), ("RPL5001", "RPL4003"), ("RPL5001", "RPL5003"), ("RPL5001", "RPL5004"), ("RPL5002", "RPL5003")];

    /// <summary>A fix must not write what the project's version of C# does not know.</summary>
    private static readonly ImmutableArray<LanguageVersion> Languages =
        [LanguageVersion.CSharp7_3, LanguageVersion.CSharp8, LanguageVersion.CSharp9, LanguageVersion.CSharp10, LanguageVersion.CSharp12, LanguageVersion.Latest, LanguageVersion.Latest];

    public override string Name => "code-fix";

    public override int Share => 1;

    public override int CutInputs => 0;

    public override int MostAttempts => 20;

    public override ImmutableArray<string> Seeds { get; } = [.. Corpus.Of(CorpusKind.Code).Where(static text => text.Length <= 3_000)];

    public override void Check(FuzzInput input)
    {
        var before = CodeProject.Create(input.Text, LanguageOf(input.Files[0].Path));
        var findings = before.Findings;
        if (findings.IsEmpty)
            return;

        var isWhole = before.Errors.IsEmpty;
        foreach (var finding in findings.Take(MostFindings))
        {
            foreach (var offer in before.OffersFor(finding))
                CheckFix(before, finding, $"'{offer.Title}' for {finding}", before.Apply(offer), isWhole);
        }

        if (isWhole)
            CheckFixAll(before);
    }

    protected override string Change(string text, Random random) => random.Next(10) switch
    {
        < 6 => CodePrograms.Create(random),
        < 8 => text,
        8 => TextMutator.Mutate(text, Seeds, random, MostLevels),
        _ => TextMutator.Mutate(CodePrograms.Create(random), Seeds, random, MostLevels),
    };

    protected override FuzzInput Of(ImmutableArray<string> texts, Random random) => new($"csharp{Languages[random.Next(Languages.Length)].ToDisplayString()}/Code.cs", texts[0]);

    /// <summary>The version that the folder of a file names; the latest where it names none.</summary>
    private static LanguageVersion LanguageOf(string path) =>
        path.StartsWith("csharp", StringComparison.Ordinal) && LanguageVersionFacts.TryParse(path["csharp".Length..path.IndexOf('/', StringComparison.Ordinal)], out var language) ? language : LanguageVersion.Latest;

    private static void CheckFix(CodeProject before, Diagnostic finding, string fix, CodeProject after, bool isWhole)
    {
        var text = after.Text.ToString();
        Require(!before.Root.ContainsDiagnostics == !after.Root.ContainsDiagnostics || before.Root.ContainsDiagnostics, $"{fix} leaves code that does not parse:\n{text}");
        EditCheck.Check(before.Root, after.Root, finding, fix);
        if (!isWhole)
            return;

        Require(after.Errors.IsEmpty, $"{fix} leaves code that does not compile, {after.Errors.FirstOrDefault()}:\n{text}");

        // The duty that moves to callers may be theirs to neglect.
        var isLeftToCallers = text.Contains("[RequiresConsent]", StringComparison.Ordinal) || text.Contains("[ReplayLint.RequiresConsent]", StringComparison.Ordinal);
        if (!LeftToPeople.Contains(finding.Id) && !isLeftToCallers)
            Require(Count(after, finding.Id) < Count(before, finding.Id), $"{fix} does not answer it:\n{text}");

        foreach (var id in after.Findings.Select(static found => found.Id).Distinct())
            Require(Count(before, id) > 0 || Successors.Contains((finding.Id, id)) || (isLeftToCallers && id == "RPL1001"), $"{fix} brings {after.Findings.First(found => found.Id == id)}:\n{text}");
    }

    /// <summary>The best fix of each finding, until there is none.</summary>
    private static void CheckFixAll(CodeProject project)
    {
        for (var round = 0; ; round++)
        {
            var after = project.FixAll(project.Findings);
            if (after.Text.ContentEquals(project.Text))
                return;

            Require(after.Errors.IsEmpty, $"All fixes leave code that does not compile, {after.Errors.FirstOrDefault()}:\n{after.Text}");
            Require(round < MostRounds, $"All fixes find no end:\n{after.Text}");
            project = after;
        }
    }

    private static int Count(CodeProject project, string id) => project.Findings.Count(finding => finding.Id == id);
}
