using System.Globalization;
using Microsoft.CodeAnalysis;
using ReplayLint.Tests.Verification;

namespace ReplayLint.Benchmarks.Peers;

/// <summary>A generated application on the disk, as the compiler is given it: four fifths of its lines are C#, one is Razor views.</summary>
/// <param name="Lines">How many lines it has, in thousands.</param>
/// <param name="Setting">What it has to do with a recorder.</param>
internal sealed record PeerCodeBase(int Lines, RecorderUse Setting)
{
    private const double ShareOfCode = 0.8;
    private const int FewStarts = 5;

    /// <summary>Writes it into a folder and returns what the compiler is told.</summary>
    public IReadOnlyList<string> Write(string folder)
    {
        var arguments = new List<string>();
        var code = GeneratedProject.Sources(StartEvery).GetEnumerator();
        for (var (written, file) = (0, 0); written < Lines * 1000 * ShareOfCode && code.MoveNext(); file++)
            written += Add($"File{file}.cs", code.Current, "");

        var view = GeneratedPages.All[0].Files.Select(static text => text.GetText()!.ToString()).ToList();
        for (var (written, file) = (0, 0); written < Lines * 1000 * (1 - ShareOfCode); file++)
            written += Add($"View{file}.cshtml", view[file % view.Count], "-additionalfile:");

        var references = Setting == RecorderUse.None ? TestReferences.Framework : TestReferences.Framework.Add(TestReferences.Sentry(TestReferences.SentryAndroid));
        arguments.AddRange(references.OfType<PortableExecutableReference>().Select(static reference => "-r:" + reference.FilePath));
        return arguments;

        int Add(string name, string text, string option)
        {
            var path = Path.Combine(folder, name);
            File.WriteAllText(path, text);
            arguments.Add(option + path);
            return text.AsSpan().Count('\n');
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Lines},000 lines, {Setting.Text()}");

    /// <summary>A start stands in every n-th method.</summary>
    private int StartEvery => Setting switch
    {
        RecorderUse.None => 0,
        RecorderUse.Few => Lines * 1000 / GeneratedProject.LinesPerMethod / FewStarts,
        _ => 100,
    };
}

/// <summary>What a code base has to do with a recorder.</summary>
internal enum RecorderUse
{
    None,
    Few,
    Many,
}

/// <summary>How the results call them.</summary>
internal static class RecorderUseText
{
    public static string Text(this RecorderUse use) => use switch
    {
        RecorderUse.None => "no recorder referenced",
        RecorderUse.Few => "a recorder used in five places",
        _ => "a recorder call in every hundredth method",
    };
}
