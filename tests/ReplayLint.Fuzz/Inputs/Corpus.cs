using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.Tests.Verification;

namespace ReplayLint.Fuzz.Inputs;

/// <summary>
/// Every source, page, script and catalogue of the repository that is analysed somewhere: the texts in the tests, the samples,
/// the examples of the documentation, and the catalogue itself. Sorted, so that a number always names the same text.
/// </summary>
internal static partial class Corpus
{
    private const int ShortestText = 12;

    private static readonly ILookup<CorpusKind, string> Texts = Read();

    /// <summary>The texts of a kind; there are many of each.</summary>
    public static ImmutableArray<string> Of(CorpusKind kind) => [.. Texts[kind]];

    private static ILookup<CorpusKind, string> Read() =>
        TestTexts().Concat(Samples()).Concat(Examples()).Concat(Catalogue())
            .Where(static text => text.Text.Trim().Length >= ShortestText)
            .Distinct()
            .OrderBy(static text => text.Text, StringComparer.Ordinal)
            .ToLookup(static text => text.Kind, static text => text.Text);

    /// <summary>What tests hold in quotes, and the tests: code as people write it.</summary>
    private static IEnumerable<(CorpusKind Kind, string Text)> TestTexts()
    {
        foreach (var project in Directory.EnumerateDirectories(TestReferences.RepositoryPath("tests"), "*.Tests"))
        {
            foreach (var (_, text) in FilesIn(project, ".cs"))
            {
                yield return (CorpusKind.Code, text);
                foreach (var written in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().Select(TextOf).OfType<string>())
                {
                    var unmarked = Marks().Replace(written, "");
                    yield return (KindOf(unmarked), unmarked);
                }
            }
        }
    }

    private static string? TextOf(SyntaxNode node) => node switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text,
        InterpolatedStringExpressionSyntax interpolated => string.Concat(interpolated.Contents.Select(static part => part is InterpolatedStringTextSyntax text ? text.TextToken.ValueText : "x")),
        _ => null,
    };

    private static IEnumerable<(CorpusKind Kind, string Text)> Samples() =>
        FilesIn(TestReferences.RepositoryPath("tests", "samples"), ".cs", ".cshtml", ".razor", ".html", ".js", ".json", ".xaml", ".editorconfig")
            .Select(static file => (KindOfFile(file.Path), file.Text));

    private static IEnumerable<(CorpusKind Kind, string Text)> Examples() =>
        FilesIn(TestReferences.RepositoryPath("rules"), ".md")
            .SelectMany(static file => Blocks().Matches(file.Text.ReplaceLineEndings("\n")))
            .Select(static block => (KindOfFile("." + block.Groups[2].Value), block.Groups[3].Value));

    private static IEnumerable<(CorpusKind Kind, string Text)> Catalogue() =>
        FilesIn(TestReferences.RepositoryPath("rules"), ".txt", ".globalconfig").Select(static file => (KindOfFile(file.Path), file.Text));

    private static IEnumerable<(string Path, string Text)> FilesIn(string folder, params string[] endings) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => endings.Contains(Path.GetExtension(path)) && !path.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj" or "node_modules"))
            .Order(StringComparer.Ordinal)
            .Select(static path => (path, File.ReadAllText(path)));

    private static CorpusKind KindOfFile(string path) => Path.GetExtension(path) switch
    {
        ".cs" or ".csharp" => CorpusKind.Code,
        ".cshtml" or ".razor" or ".html" => CorpusKind.Page,
        ".js" or ".javascript" => CorpusKind.Script,
        ".json" => CorpusKind.Json,
        ".xaml" or ".xml" => CorpusKind.Xaml,
        ".txt" => CorpusKind.Catalogue,
        ".editorconfig" or ".globalconfig" or ".ini" => CorpusKind.Configuration,
        _ => CorpusKind.Words,
    };

    /// <summary>What a text in a test most likely is; a mistake costs nothing, because every reader takes any text.</summary>
    public static CorpusKind KindOf(string text)
    {
        var start = text.TrimStart();
        if (start.StartsWith("recorder ", StringComparison.Ordinal) || start.StartsWith("consent ", StringComparison.Ordinal) || start.StartsWith("words ", StringComparison.Ordinal))
            return CorpusKind.Catalogue;

        if (text.Contains("clr-namespace:", StringComparison.Ordinal) || text.Contains("schemas.microsoft.com", StringComparison.Ordinal))
            return CorpusKind.Xaml;

        if (start.StartsWith('<') || start.StartsWith('@') || text.Contains("</", StringComparison.Ordinal))
            return CorpusKind.Page;

        if (IsJson(start))
            return CorpusKind.Json;

        if (Declarations().IsMatch(text))
            return CorpusKind.Code;

        if (text.Contains("replaylint.", StringComparison.OrdinalIgnoreCase) || text.Contains("dotnet_diagnostic", StringComparison.Ordinal))
            return CorpusKind.Configuration;

        return text.IndexOfAny(['(', '=', ';']) >= 0 ? CorpusKind.Script : CorpusKind.Words;
    }

    private static bool IsJson(string text)
    {
        if (!text.StartsWith('{'))
            return false;

        try
        {
            JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }).Dispose();
            return true;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // No JSON; or half a character, which none can hold.
            return false;
        }
    }

    /// <summary>By which tests mark what is found.</summary>
    [GeneratedRegex(@"\{\|[A-Z0-9]+:|\|\}|\[\||\|\]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"^( *)```(\w+)\n(.*?)^\1```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"\b(class|record|interface|struct|namespace|using|void|public|private|assembly:)\s")]
    private static partial Regex Declarations();
}
