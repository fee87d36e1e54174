using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Tests.Documentation;
using ReplayLint.Tests.Readers.Markup;
using ReplayLint.Tests.Readers.Script;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests;

/// <summary>Whatever is typed into a page, a script or code: the analyzer ends in time, throws nothing, and points into the file.</summary>
public class PageRobustnessTests
{
    private const string Recorder = "<script src=\"https://static.hotjar.com/c/hotjar-1.js\"></script>";
    private const string ScriptRecorder = "posthog.init('x', { mask_all_text: false }); posthog.identify(user.email);";

    /// <summary>Far more than it takes on a busy machine, far less than work that grows out of hand.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    /// <summary>The pages and scripts of the tests, the samples and the documentation; each mentions a recorder.</summary>
    private static readonly ImmutableArray<(string Path, string Text)> Pages =
    [
        .. MarkupPages.Names.Select(static name => ("Pages/" + name + EndingOf(MarkupPages.Get(name).Language), MarkupPages.Get(name).Text)),
        .. ScriptShapes.All.Select(static (text, i) => ($"wwwroot/shape{i}.js", text)),
        .. SamplePages("Shop.Web"),
        .. SamplePages("Shop.Web.Compliant"),
        .. SamplePages("Shop.Blazor"),
        .. SamplePages("Shop.Blazor.Compliant"),
        .. Examples("html").Select(static (text, i) => ($"Examples/Example{i}.cshtml", text)),
    ];

    [Fact]
    public async Task A_page_cut_off_at_any_token()
    {
        var files = Pages.SelectMany(static page => Cuts(page.Text, new Random(page.Text.Length), 24).Select((text, i) => (page.Path, i % 2 == 0 ? WithRecorder(page.Path, text) : WithRecorder(page.Path, "") + text)));

        await AnalyzeAsync(files);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_page_after_random_edits(int seed)
    {
        var random = new Random(seed);
        var files = Pages.SelectMany(page => Enumerable.Range(0, 10).Select(_ => (page.Path, Edit(WithRecorder(page.Path, page.Text), random)))).ToList();

        await AnalyzeAsync(files);
    }

    [Theory]
    [InlineData("Shop.Web")]
    [InlineData("Shop.Web.Compliant")]
    [InlineData("Shop.Blazor")]
    [InlineData("Shop.Blazor.Compliant")]
    public async Task A_page_that_is_no_longer_what_the_Razor_compiler_read(string sample)
    {
        (string Path, string Text)[] pages = [.. SamplePages(sample)];
        var views = pages.Where(static page => !page.Path.EndsWith(".js", StringComparison.Ordinal)).ToArray();
        var compilation = RazorCompiler.Compile(string.Join("\n", SampleSources(sample)), views);
        Assert.Contains(compilation.SyntaxTrees, static tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));

        var random = new Random(20260225);
        for (var round = 0; round < 6; round++)
        {
            var edited = pages.Select(page => new TestFile(RazorCompiler.Root + page.Path, round == 0 ? page.Text[..random.Next(page.Text.Length)] : Edit(page.Text, random)));

            CheckPlaces(await RuleRunner.GetFindingsAsync(compilation, [.. edited]), _ => int.MaxValue);
        }
    }

    [Fact]
    public async Task Code_cut_off_at_any_token_or_after_random_edits()
    {
        var random = new Random(7);
        var sources = Examples("csharp").Concat(SampleSources("Shop.Web")).Concat(SampleSources("Shop.Blazor"))
            .SelectMany(source => Cuts(source, random, 6).Append(Edit(source, random)).Append(Edit(source, random)));
        var compilation = CSharpCompilation.Create(
            "Edited",
            sources.Select(static (source, i) => CSharpSyntaxTree.ParseText(source, path: $"Edited{i}.cs")),
            TestReferences.Of(RecorderApi.All).Single(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        CheckPlaces(await RuleRunner.GetFindingsAsync(compilation), _ => int.MaxValue);
    }

    public static TheoryData<string, string, string, string> Nestings() => new()
    {
        { "a.html", "<div>", "</div>", Recorder },
        { "a.html", "<div>", "", Recorder },
        { "a.cshtml", "<div>", "</div>", Recorder },
        { "a.cshtml", "@if (x) {", "}", Recorder },
        { "a.cshtml", "@if (Model.HasConsent) { <p>", "</p> }", Recorder },
        { "a.cshtml", "@{ if (x) {", "} }", Recorder },
        { "a.cshtml", "@foreach (var x in y) { <b>", "</b> }", Recorder },
        { "a.razor", "<A><B>", "</B></A>", Recorder },
        { "a.razor", "@switch (x) { case 1: ", "break; }", Recorder },
        { "a.cshtml", "<script>" + Recorder, "</script>", "" },
        { "a.cshtml", "@($\"{", "}\")", "posthog" },
        { "a.js", "(", ")", ScriptRecorder },
        { "a.js", "if (a) {", "}", ScriptRecorder },
        { "a.js", "f(() => {", "});", ScriptRecorder },
        { "a.js", "[", "]", "posthog" },
        { "a.js", "a && (", ")", "posthog.init('x')" },
        { "a.js", "{ a: ", "}", "posthog" },
        { "a.js", "`${", "}`", "posthog.init('x')" },
        { "a.js", "a ? b : ", "", "posthog.init('x')" },
    };

    [Theory]
    [MemberData(nameof(Nestings))]
    public async Task Deep_nesting(string path, string open, string close, string inside)
    {
        const int Depth = 2_000;
        var text = new StringBuilder().Insert(0, open, Depth).Append(inside).Insert((open.Length * Depth) + inside.Length, close, Depth).ToString();

        await AnalyzeAsync([(path, text), ("b" + path, text[..(text.Length / 2)])]);
    }

    [Theory]
    [InlineData("a.html")]
    [InlineData("a.cshtml")]
    [InlineData("a.razor")]
    [InlineData("a.js")]
    public async Task A_file_as_long_as_any_that_is_read(string path)
    {
        const int Length = 1024 * 1024;
        var line = path == "a.js" ? "function show(item) { if (item.price < 10) list.append(`${item.name}`); }\n" : MarkupPages.Form + "\n";
        var text = string.Concat(Enumerable.Repeat(line, (Length / line.Length) + 1)).Insert(0, path == "a.js" ? ScriptRecorder : Recorder);

        await AnalyzeAsync([(path, text[..(Length - 1)])]);
        Assert.Empty(await FindAsync([(path, text[..Length])]));
        Assert.Empty(await FindAsync([(path, string.Concat(Enumerable.Repeat(text, 10)))]));
    }

    [Theory]
    [InlineData("a.html")]
    [InlineData("a.cshtml")]
    [InlineData("a.razor")]
    [InlineData("a.js")]
    public async Task A_long_file_with_a_recorder_in_each_line(string path)
    {
        const int Length = 256 * 1024;
        var line = (path == "a.js" ? ScriptRecorder : Recorder) + "\n";

        await AnalyzeAsync([(path, string.Concat(Enumerable.Repeat(line, Length / line.Length)))]);
    }

    [Theory]
    [InlineData("a.html", "<p>\0\ud800</p>" + Recorder + "\udc00")]
    [InlineData("a.cshtml", "@\ud800 @(\0) <p \0=\"\ud800\">" + Recorder + "\ud800\0")]
    [InlineData("a.razor", "@code { string \ud800 = \"\0\"; }" + Recorder)]
    [InlineData("a.js", "posthog.init('\ud800\0');\0 \ud800 var \\ud800; posthog.identify(user.email)")]
    [InlineData("a.js", "posthog.init('\u2028\u2029', { '\udc00': 1 })")]
    [InlineData("a.html", "\ufeff\ufffe\uffff" + Recorder)]
    [InlineData("a.html", "<script>\0</script\0>" + Recorder + "<scr\0ipt src='https://static.hotjar.com/c/hotjar-1.js'>")]
    public async Task Characters_that_are_none(string path, string text) => await AnalyzeAsync([(path, text)]);

    [Theory]
    [InlineData("\"<script>posthog.init('\\ud800\\0');</script>\"")]
    [InlineData("\"\\ud800<script src='https://static.hotjar.com/c/hotjar-1.js'>\" + '\\udc00'")]
    [InlineData("$\"<script>{0}{\"posthog.init(\\0)\"}\\ud800\"")]
    [InlineData("string.Format(\"<script>{0 posthog.init({{ }} {1}\", 1)")]
    public async Task Characters_that_are_none_in_texts_of_code(string text) =>
        CheckPlaces(await RuleRunner.GetFindingsAsync([$"class C {{ string S() => {text}; }}"], TestReferences.Framework), _ => int.MaxValue);

    [Theory]
    [InlineData("(", ")", 150)]
    [InlineData("x + ", "", 150)]
    [InlineData("string.Concat(\"<script>\", ", ")", 150)]
    [InlineData("$\"{", "}\"", 10)]
    public async Task Deep_texts_of_code(string open, string close, int depth)
    {
        // As deep as the compiler itself follows in time.
        var text = string.Concat(Enumerable.Repeat(open, depth)) + "\"<script src='https://static.hotjar.com/c/hotjar-1.js'>\"" + string.Concat(Enumerable.Repeat(close, depth));

        CheckPlaces(await RuleRunner.GetFindingsAsync([$"class C {{ string x; string S() => {text}; }}"], TestReferences.Framework), _ => int.MaxValue);
    }

    private static async Task AnalyzeAsync(IEnumerable<(string Path, string Text)> pages)
    {
        // A file each, in folders of their own.
        var files = pages.Select(static (page, i) => (Path: $"/edited/{i}/{page.Path}", page.Text)).ToDictionary(static page => page.Path, static page => page.Text);
        Assert.NotEmpty(files);
        var clock = Stopwatch.StartNew();

        CheckPlaces(await FindAsync(files.Select(static file => (file.Key, file.Value))), path => files[path].Length);

        Assert.True(clock.Elapsed < Limit, clock.Elapsed.ToString());
    }

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(IEnumerable<(string Path, string Text)> files) =>
        await RuleRunner.GetFindingsAsync([TestReferences.Annotations], TestReferences.Framework, [.. files.Select(static file => new TestFile(file.Path, file.Text))]);

    private static void CheckPlaces(IEnumerable<Diagnostic> findings, Func<string, int> lengthOf)
    {
        foreach (var finding in findings)
        {
            Assert.False(string.IsNullOrEmpty(finding.GetMessage()));
            if (finding.Location.Kind == LocationKind.ExternalFile)
                Assert.InRange(finding.Location.SourceSpan.End, 0, lengthOf(finding.Location.GetLineSpan().Path));
        }
    }

    /// <summary>Beginnings of a text that end with a token, at most so many.</summary>
    private static IEnumerable<string> Cuts(string text, Random random, int most)
    {
        var ends = Regex.Matches(text, @"\w+|\s+|.", RegexOptions.Singleline).Select(static token => token.Index + token.Length).ToArray();
        return ends.Length <= most ? ends.Select(end => text[..end]) : Enumerable.Range(0, most).Select(_ => text[..ends[random.Next(ends.Length)]]);
    }

    /// <summary>Deletes, inserts and swaps pieces of a text.</summary>
    private static string Edit(string text, Random random)
    {
        string[] pieces = ["<", ">", "</", "\"", "'", "`", "@", "@{", "}", "{", "(", ")", "@if (x) {", "else {", "<script>", "</script>", "<!--", "-->", "@*", "*@", "\n", "\r", "\0", "\ud800", "/*", "//", "=>", "${", "\\", "case", "return;", Recorder, ScriptRecorder];
        var edited = new StringBuilder(text);
        for (var edits = random.Next(1, 8); edits > 0; edits--)
        {
            var at = random.Next(edited.Length);
            var length = Math.Min(random.Next(20), edited.Length - at);
            switch (random.Next(3))
            {
                case 0:
                    edited.Remove(at, length);
                    break;

                case 1:
                    edited.Insert(at, pieces[random.Next(pieces.Length)]);
                    break;

                default:
                    var moved = edited.ToString(at, length);
                    edited.Remove(at, length).Insert(random.Next(edited.Length + 1), moved);
                    break;
            }

            if (edited.Length == 0)
                edited.Append('x');
        }

        return edited.ToString();
    }

    private static string WithRecorder(string path, string text) =>
        path.EndsWith(".js", StringComparison.Ordinal) ? text + "\n" + ScriptRecorder : text + "\n" + Recorder;

    private static string EndingOf(ReplayLint.Readers.Markup.MarkupLanguage language) => language switch
    {
        ReplayLint.Readers.Markup.MarkupLanguage.Cshtml => ".cshtml",
        ReplayLint.Readers.Markup.MarkupLanguage.Razor => ".razor",
        _ => ".html",
    };

    private static IEnumerable<(string Path, string Text)> SamplePages(string sample) =>
        FilesOf(sample, ".cshtml", ".razor", ".js", ".html").Select(file => (file.Path, file.Text));

    private static IEnumerable<string> SampleSources(string sample) => FilesOf(sample, ".cs").Select(static file => file.Text);

    private static IEnumerable<(string Path, string Text)> FilesOf(string sample, params string[] endings)
    {
        var folder = TestReferences.RepositoryPath("tests", "samples", sample);
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Full: path, Path: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(file => endings.Contains(Path.GetExtension(file.Path)) && !file.Path.Split('/').Any(static part => part is "bin" or "obj"))
            .OrderBy(static file => file.Path, StringComparer.Ordinal)
            .Select(static file => (file.Path, File.ReadAllText(file.Full)));
    }

    private static IEnumerable<string> Examples(string language) =>
        RulePage.Descriptors.SelectMany(descriptor => Regex.Matches(RulePage.Read(descriptor.Id).Text, $@"^( *)```{language}\n(.*?)^\1```$", RegexOptions.Multiline | RegexOptions.Singleline).Select(static match => match.Groups[2].Value));
}
