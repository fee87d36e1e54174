using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Fuzz.Inputs;
using ReplayLint.Readers.Json;
using ReplayLint.Readers.Markup;
using ReplayLint.Readers.Script;
using Xunit;

namespace ReplayLint.Fuzz.Properties;

/// <summary>
/// Twice the text is at most a little more than twice the work. What is counted is memory, which the machine's other work does
/// not change: whatever is looked at anew for each part of a text is mostly made anew for it too.
/// </summary>
[Collection(nameof(GrowthTests))]
public class GrowthTests
{
    private const int Length = 60_000;
    private const double MostGrowth = 2.5;

    /// <summary>Texts smaller than this are read with what is made for any text.</summary>
    private const long Fixed = 400_000;

    [Fact]
    public void Pages_are_read_in_step_with_their_length() =>
        Check(CorpusKind.Page, static text => MarkupDocument.Parse(text, MarkupLanguage.Cshtml));

    [Fact]
    public void Scripts_are_read_in_step_with_their_length() =>
        Check(CorpusKind.Script, static text => ScriptDocument.Parse(text));

    [Fact]
    public void Settings_are_read_in_step_with_their_length() =>
        Check(CorpusKind.Json, static text => JsonSettings.Parse(text, out _));

    [Fact]
    public void Catalogues_are_read_in_step_with_their_length() =>
        Check(CorpusKind.Catalogue, static text => CatalogParser.Parse(SourceText.From(text)));

    /// <summary>The whole analysis of a page and of a source, recorders and all.</summary>
    [Theory]
    [InlineData("a.cshtml", "<p>@Model.Name</p><input name=\"email\"><script src=\"https://www.clarity.ms/tag/x\"></script>\n")]
    [InlineData("a.js", "posthog.init('k', { mask_all_text: false }); if (hasConsent()) { posthog.startSessionRecording(); }\n")]
    [InlineData("a.razor", "<div class=\"@(x ? \"a\" : \"b\")\">@foreach (var i in items) { <span>@i</span> }</div>\n")]
    [InlineData("a.cs", "class C@ { void M(bool hasConsent) { if (hasConsent) Sentry.SentrySdk.Init(o => o.Native.ExperimentalOptions.SessionReplay.MaskAllText = false); } }\n")]
    public void Whole_analyses_are_in_step_with_the_length_of_a_file(string path, string line)
    {
        const int Lines = 150;
        Assert.Null(OutOfStep(times => Of(times * Lines), path));

        long Of(int lines)
        {
            var input = new FuzzInput(path, string.Concat(Enumerable.Range(0, lines).Select(i => line.Replace("@ ", i.ToString(CultureInfo.InvariantCulture) + " ", StringComparison.Ordinal))));
            var (compilation, files) = (Analysis.Compile(input), Analysis.FilesOf(input));
            return Allocated(() => Analysis.Find(compilation, files));
        }
    }

    private static void Check(CorpusKind kind, Action<string> read)
    {
        var failures = new List<string>();
        var texts = Corpus.Of(kind);
        for (var i = 0; i < texts.Length; i += Math.Max(1, texts.Length / 60))
        {
            var text = texts[i] + "\n";
            if (OutOfStep(times => Allocated(() => read(string.Concat(Enumerable.Repeat(text, 1 + (times * Length / text.Length))))), text) is { } failure)
                failures.Add(failure);
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    private static string? OutOfStep(Func<int, long> allocate, string what)
    {
        allocate(1);
        var (once, twice) = (allocate(1), allocate(2));
        return twice <= (once * MostGrowth) + Fixed ? null : $"{once:N0} bytes became {twice:N0} for twice this text:\n{what}";
    }

    private static long Allocated(Action read)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        read();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}

/// <summary>Memory is counted for the whole process, so nothing else runs beside it.</summary>
[CollectionDefinition(nameof(GrowthTests), DisableParallelization = true)]
public class GrowthCollection;
