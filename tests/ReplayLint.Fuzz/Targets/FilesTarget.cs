using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.CodeFixes.Web;
using ReplayLint.Fuzz.Inputs;

namespace ReplayLint.Fuzz.Targets;

/// <summary>
/// The whole analyzer on views, pages, scripts, settings, XAML and catalogue files of one project, and the fixes of what it
/// finds in them.
/// </summary>
internal sealed class FilesTarget : Target
{
    private const string Recorder = "<script src=\"https://static.hotjar.com/c/hotjar-1.js\"></script>";
    private const string ScriptRecorder = "posthog.init('x', { mask_all_text: false }); posthog.identify(user.email);";
    private const int MostFixes = 12;

    /// <summary>A layout with a recorder, so that every other page is filmed; and code that starts one.</summary>
    private static readonly ImmutableArray<(string Path, string Text)> Project =
    [
        ("Views/Shared/_Layout.cshtml", $"<html><head>{Recorder}</head><body>@RenderBody()</body></html>"),
        ("App.cs", "class App { void Start() => Sentry.SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.SessionSampleRate = 1.0); }"),
    ];

    private static readonly ImmutableArray<string> Endings = [".cshtml", ".razor", ".html", ".js", "/appsettings.json", ".xaml"];

    public override string Name => "files";

    public override int Share => 40;

    public override int TextsPerInput => 40;

    public override ImmutableArray<string> Seeds { get; } =
        [.. Corpus.Of(CorpusKind.Page), .. Corpus.Of(CorpusKind.Script), .. Corpus.Of(CorpusKind.Json), .. Corpus.Of(CorpusKind.Xaml)];

    public override void Check(FuzzInput input)
    {
        var files = input.Files.Select(static file => file.Path).ToImmutableHashSet();
        var whole = new FuzzInput([.. Project.Where(file => !files.Contains(file.Path)), .. input.Files]);
        var texts = whole.Files.ToDictionary(static file => Analysis.Root + file.Path, static file => SourceText.From(file.Text));
        var fixes = 0;
        foreach (var finding in Analysis.Find(whole))
        {
            if (finding.Location.Kind != LocationKind.ExternalFile || ++fixes > MostFixes)
                continue;

            var path = finding.Location.GetLineSpan().Path;
            WebFixer.Fix(path, texts[path], [finding]);

            // A finding that is out of date does no harm either.
            WebFixer.Fix(path, texts[path].GetSubText(new TextSpan(0, texts[path].Length / 2)), [finding]);
        }
    }

    protected override FuzzInput Of(ImmutableArray<string> texts, Random random) =>
        new([.. texts.Select((text, i) =>
        {
            var ending = random.Next(8) == 0 ? Endings[random.Next(Endings.Length)] : EndingOf(text, random);
            return random.Next(100) == 0 ? ($"replaylint.{i}.txt", text) : ($"{i}/Page{ending}", random.Next(2) == 0 ? text : WithRecorder(text, ending));
        })]);

    private static string EndingOf(string text, Random random) => Corpus.KindOf(text) switch
    {
        CorpusKind.Script => ".js",
        CorpusKind.Json => "/appsettings.json",
        CorpusKind.Xaml => ".xaml",
        _ => Endings[random.Next(3)],
    };

    private static string WithRecorder(string text, string ending) => ending switch
    {
        ".js" => text + "\n" + ScriptRecorder,
        ".json" or ".xaml" => text,
        _ => Recorder + "\n" + text,
    };
}
