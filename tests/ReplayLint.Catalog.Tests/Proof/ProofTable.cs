using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog.Script;
using ReplayLint.Tests.Verification;

namespace ReplayLint.Catalog.Tests.Proof;

/// <summary>What rules/recorders/README.md says about the recorders and how much of what is known of them is proven.</summary>
internal static class ProofTable
{
    public static string Write(CatalogueProof proof)
    {
        var text = new StringBuilder();
        var files = ReadFiles();
        WriteSummary(text, proof.Facts);
        WriteRecorders(text, proof.Facts, files);
        WriteReasons(text, proof.Facts);
        WriteStubs(text, proof, files);
        return text.ToString();
    }

    private static void WriteSummary(StringBuilder text, IReadOnlyList<ProvenFact> facts)
    {
        var (proven, open) = (Count(facts, Verdict.Proven), Count(facts, Verdict.Open));
        text.Append(CultureInfo.InvariantCulture, $"The catalogue holds {facts.Count} facts about {facts.Select(static fact => fact.Recorder.Name).Distinct().Count()} recorders. ");
        text.Append(CultureInfo.InvariantCulture, $"{proven} are proven: the tests find them in the published packages named here, and would not find them with a letter or a value changed. ");
        text.Append(CultureInfo.InvariantCulture, $"That is {Percent(proven, proven + open)} of those that a public package can prove, and {Percent(proven, facts.Count)} of all. The others are declared only.\n\n");
    }

    private static void WriteRecorders(StringBuilder text, IReadOnlyList<ProvenFact> facts, IReadOnlyList<CatalogFile> files)
    {
        text.Append("| Recorder | Files | Packages | Masked in pages when nothing is configured | Facts | Proven | Declared only |\n");
        text.Append("| --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var recorder in facts.GroupBy(static fact => fact.Recorder).OrderBy(static group => group.Key.Name, StringComparer.OrdinalIgnoreCase))
        {
            var found = recorder.ToList();
            var links = files.Where(file => file.Document.Recorders.Any(other => other.Name == recorder.Key.Name)).Select(static file => $"[{file.Name}]({file.Name})");
            var packages = found.SelectMany(static fact => fact.Finding.Packages).Distinct().Order(StringComparer.Ordinal).Select(static package => $"{package[..package.LastIndexOf('@')]} {package[(package.LastIndexOf('@') + 1)..]}");
            text.Append(CultureInfo.InvariantCulture, $"| {recorder.Key.Name} | {string.Join(", ", links)} | {string.Join(", ", packages)} | {Masked(recorder.Key)} ");
            text.Append(CultureInfo.InvariantCulture, $"| {found.Count} | {Count(found, Verdict.Proven)} | {found.Count - Count(found, Verdict.Proven)} |\n");
        }
    }

    private static void WriteReasons(StringBuilder text, IReadOnlyList<ProvenFact> facts)
    {
        text.Append("\n### What is declared only\n\n| Why | Facts | Of these unverified |\n| --- | --- | --- |\n");
        var declared = facts.Where(static fact => fact.Finding.Verdict != Verdict.Proven).ToList();
        foreach (var reason in declared.GroupBy(static fact => fact.Finding.Verdict == Verdict.Declared ? fact.Finding.Text : "Not found in the packages").OrderByDescending(static group => group.Count()).ThenBy(static group => group.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"| {reason.Key} | {reason.Count()} | {reason.Count(static fact => fact.Fact.IsUnverified)} |\n");
    }

    private static void WriteStubs(StringBuilder text, CatalogueProof proof, IReadOnlyList<CatalogFile> files)
    {
        text.Append("\n### What is tried on signature stubs\n\n");
        text.Append("A signature stub repeats the public members of a package without their code. It shows that the rules understand those members, not that a later version still has them.\n\n");
        text.Append("| File | Assembly | Facts | Read in |\n| --- | --- | --- | --- |\n");
        foreach (var file in files)
        {
            var stubs = file.Document.Recorders
                .SelectMany(recorder => recorder.Facts.Select(fact => proof.Prove(recorder, fact)))
                .Where(static finding => finding.Verdict == Verdict.Declared)
                .GroupBy(static finding => finding.Detail)
                .OrderBy(static group => group.Key, StringComparer.Ordinal);
            foreach (var stub in stubs)
                text.Append(CultureInfo.InvariantCulture, $"| [{file.Name}]({file.Name}) | {stub.Key} | {stub.Count()} | {file.Evidence} |\n");
        }
    }

    private static string Masked(Recorder recorder)
    {
        var defaults = recorder.ScriptFacts.OfType<DefaultFact>().ToList();
        var masked = string.Join(", ", defaults.Where(static fact => fact.IsMasked).Select(static fact => fact.Content.ToString().ToLowerInvariant()));
        return masked.Length > 0 ? masked : defaults.Count > 0 ? "nothing" : "not known";
    }

    private static int Count(IEnumerable<ProvenFact> facts, Verdict verdict) => facts.Count(fact => fact.Finding.Verdict == verdict);

    /// <summary>Rounded down: 100 % is all.</summary>
    private static string Percent(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(100.0 * part / Math.Max(1, whole))} %");

    private static List<CatalogFile> ReadFiles() =>
    [
        .. Directory.EnumerateFiles(TestReferences.RepositoryPath("rules", "recorders"), "*.txt")
            .Order(StringComparer.Ordinal)
            .Select(static path => CatalogFile.Read(Path.GetFileName(path), SourceText.From(File.ReadAllText(path)))),
    ];

    private sealed record CatalogFile(string Name, CatalogDocument Document, string Evidence)
    {
        public static CatalogFile Read(string name, SourceText text)
        {
            var evidence = text.Lines.Select(line => CatalogLine.Read(text, line)).FirstOrDefault(static line => line?.Verb.Text == "evidence");
            return new CatalogFile(name, CatalogParser.Parse(text), string.Join(" ", evidence?.Words.Select(static word => word.Text) ?? []));
        }
    }
}
