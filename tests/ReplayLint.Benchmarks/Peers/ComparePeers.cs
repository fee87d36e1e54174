using System.Globalization;
using System.Text;

namespace ReplayLint.Benchmarks.Peers;

/// <summary>
/// Compiles generated code bases with each analyzer package in turn and writes what each took as a table and plots. One run
/// measures all, so that they meet the same machine; each compiler is a process of its own.
/// </summary>
internal static class ComparePeers
{
    /// <summary>Thousands of lines, and how often each is compiled: the larger, the less a run differs from the next.</summary>
    private static readonly (int Lines, int Rounds)[] Sizes = [(10, 3), (100, 2), (500, 1)];

    /// <param name="sizes">Thousands of lines to measure; all when there are none.</param>
    public static int Write(IReadOnlyCollection<string> sizes)
    {
        var folder = Directory.CreateTempSubdirectory("ReplayLint.Benchmarks");
        try
        {
            var empty = Path.Combine(folder.FullName, "EmptyAnalyzer.dll");
            EmptyAnalyzer.Emit(empty);
            var peers = Peer.All(empty);
            var results = new List<PeerResult>();
            foreach (var (lines, rounds) in Sizes.Where(size => sizes.Count == 0 || sizes.Contains(size.Lines.ToString(CultureInfo.InvariantCulture))))
            {
                foreach (var use in Enum.GetValues<RecorderUse>())
                    results.AddRange(Measure(peers, new PeerCodeBase(lines, use), rounds, folder.CreateSubdirectory($"{lines}-{use}").FullName));
            }

            ResultsPage.Replace("peers", PageOf(peers, results));
            foreach (var use in Enum.GetValues<RecorderUse>())
                PeerPlot.Write(use, peers, results.FindAll(result => result.CodeBase.Setting == use));

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<PeerResult> Measure(IReadOnlyList<Peer> peers, PeerCodeBase codeBase, int rounds, string folder)
    {
        string[] compile = ["-target:library", "-parallel-", "-reportanalyzer", "-out:" + Path.Combine(folder, "out.dll"), .. codeBase.Write(folder)];
        var runs = peers.ToDictionary(static peer => peer, static _ => new List<CompilerRun>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var peer in peers)
                runs[peer].Add(CompilerProcess.Run(WithResponseFile([.. compile, .. peer.Assemblies.Select(static assembly => "-analyzer:" + assembly), .. peer.Arguments], folder)));
        }

        foreach (var peer in peers)
        {
            var result = new PeerResult(codeBase, peer, Least(runs[peer], static run => run.Analyzers), Least(runs[peer], static run => run.Processor), Least(runs[peer], static run => run.Peak));
            Console.WriteLine(result);
            yield return result;
        }
    }

    /// <summary>Other work on the machine only ever adds, so the least is nearest to what a run takes.</summary>
    private static double Least(List<CompilerRun> runs, Func<CompilerRun, double> figure) => runs.Min(figure);

    /// <summary>A command line cannot hold the names of all files.</summary>
    private static string[] WithResponseFile(string[] arguments, string folder)
    {
        var path = Path.Combine(folder, "compile.rsp");
        File.WriteAllLines(path, arguments.Select(static argument => $"\"{argument}\""));
        return ["@" + path];
    }

    private static StringBuilder PageOf(IReadOnlyList<Peer> peers, List<PeerResult> results)
    {
        var page = new StringBuilder();
        ResultsPage.AppendMachine(page);
        page.AppendLine().AppendLine("## Beside other analyzers");
        foreach (var group in results.GroupBy(static result => result.CodeBase.Setting))
        {
            var sizes = group.Select(static result => result.CodeBase.Lines).Distinct().ToArray();
            page.AppendLine().AppendLine(Invariant($"### Code with {group.Key.Text()}")).AppendLine();
            page.AppendLine(Invariant($"![Time in the analyzers]({PeerPlot.NameOf(group.Key)})")).AppendLine();
            page.AppendLine("| " + string.Join(" | ", [" ", .. sizes.SelectMany(static size => new[] { Invariant($"{size},000 lines: in the analyzers"), "processor time", "most memory" })]) + " |");
            page.AppendLine("| --- |" + string.Concat(Enumerable.Repeat(" ---: |", sizes.Length * 3)));
            foreach (var peer in peers)
            {
                page.Append("| ").Append(peer.IsOther ? peer.Name + " " + peer.Version : peer.Name);
                foreach (var result in group.Where(result => result.Peer == peer))
                    page.Append(Invariant($" | {result.Analyzers:F0} ms | {result.Processor / 1000:F1} s | {result.Peak / 1e6:F0} MB"));

                page.AppendLine(" |");
            }
        }

        AppendRequired(page, results);
        return page;
    }

    private static void AppendRequired(StringBuilder page, List<PeerResult> results)
    {
        page.AppendLine().AppendLine("### What is required of ours").AppendLine();
        page.AppendLine("| code base | ours | of the compile time without analyzers | required | of the cheapest of the others | required | memory beyond an empty analyzer | required |");
        page.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var group in results.GroupBy(static result => result.CodeBase))
        {
            var (ours, none, empty) = (group.Single(static result => result.Peer.Name == "ReplayLint"), group.First(), group.ElementAt(1));
            var cheapest = group.Where(static result => result.Peer.IsOther).Min(static result => result.Analyzers);
            var hasRecorder = group.Key.Setting != RecorderUse.None;
            page.AppendLine(Invariant(
                $"| {group.Key} | {ours.Analyzers:F0} ms | {ours.Analyzers / none.Processor:P1} | {(hasRecorder ? "1 %" : "")} | 1/{cheapest / Math.Max(1, ours.Analyzers):F0} | {(hasRecorder ? "1/5" : "1/20")} | {(ours.Peak - empty.Peak) / 1e6:F0} MB | {(group.Key.Lines == 500 ? "30 MB" : "")} |"));
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What the compiler took for a code base with a package.</summary>
/// <param name="CodeBase">The code base.</param>
/// <param name="Peer">The package.</param>
/// <param name="Analyzers">What the compiler counts for the analyzers, in milliseconds.</param>
/// <param name="Processor">Processor time of the whole run, in milliseconds.</param>
/// <param name="Peak">The most memory that it held, in bytes.</param>
internal sealed record PeerResult(PeerCodeBase CodeBase, Peer Peer, double Analyzers, double Processor, double Peak)
{
    public override string ToString() => FormattableString.Invariant($"{Analyzers,10:F0} ms {Processor,10:F0} ms {Peak / 1e6,7:F0} MB  {Peer.Name} ({CodeBase})");
}
