using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Tests.Verification;

namespace ReplayLint.Fuzz;

/// <summary>
/// Analyses all code, views, pages and scripts of a folder as one project, once as it is and once with every recorder referenced.
/// It will not compile; what matters is that nothing throws, and what is found where there is no recorder.
/// </summary>
internal static class FolderRun
{
    private static readonly ImmutableArray<string> Endings = [".cshtml", ".razor", ".html", ".htm", ".js", ".mjs", ".json", ".xaml"];

    /// <summary>Runs and prints what it found; throws what the analyzer throws.</summary>
    public static void Run(string folder)
    {
        var paths = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var trees = paths.Where(static path => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)).Select(static path => CSharpSyntaxTree.ParseText(TextOf(path), new CSharpParseOptions(LanguageVersion.Preview), path)).ToList();
        ImmutableArray<AdditionalText> files = [.. paths.Where(static path => Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)).Select(static path => new TestFile(path, TextOf(path)))];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{trees.Count:N0} sources of {trees.Sum(static tree => tree.GetText().Lines.Count):N0} lines, {files.Length:N0} other files of {files.Sum(static file => file.GetText()!.Lines.Count):N0} lines"));

        foreach (var (name, references) in new[] { ("as it is", TestReferences.Framework), ("with every recorder referenced", TestReferences.Of(RecorderApi.All).Single()) })
        {
            var compilation = CSharpCompilation.Create("Folder", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
            var findings = Analysis.Find(compilation, files, isConcurrent: true);
            Console.WriteLine($"\n{findings.Length} findings {name}");
            foreach (var group in findings.GroupBy(static finding => finding.Id).OrderBy(static group => group.Key, StringComparer.Ordinal))
                Console.WriteLine($"{group.Count(),6} {group.Key}, the first: {Path.GetRelativePath(folder, group.First().Location.GetLineSpan().Path is { Length: > 0 } path ? path : folder)}{group.First().Location.GetLineSpan().StartLinePosition}: {group.First().GetMessage()}");
        }
    }

    private static SourceText TextOf(string path)
    {
        using var stream = File.OpenRead(path);
        return SourceText.From(stream);
    }
}
