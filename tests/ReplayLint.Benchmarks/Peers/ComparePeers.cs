using System.Globalization;
using System.Text;

namespace ReplayLint.Benchmarks.Peers;

/// <summary>
/// Compiles generated code bases with each analyzer package in turn and writes what each took as a table and plots. One run
/// measures all, so that they meet the same machine; each compiler is a process of its own, and each package reports what it
/// finds, since the compiler leaves out analyzers all of whose findings it is told to hide.
/// </summary>
internal static class ComparePeers
{
    /// <summary>Thousands of lines, and how often each is compiled: the larger, the less a run differs from the next.</summary>
    private static readonly (int Lines, int Rounds)[] Sizes = [(10, 2), (100, 1), (500, 1)];

    /// <summary>A package whose analyzers took longer than this, in milliseconds, is not run on a larger code base.</summary>
    private const double Patience = 10_000;

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
                var quick = peers.Where(peer => !results.Exists(result => result.Peer == peer && result.Analyzers > Patience)).ToList();
                foreach (var use in Enum.GetValues<RecorderUse>())
                {
                    results.AddRange(Measure(quick, new PeerCodeBase(lines, use), rounds, folder.CreateSubdirectory($"{lines}-{use}").FullName));

                    // What has been measured is not lost when a larger code base takes too long.
                    Write(peers, results);
                }
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Write(IReadOnlyList<Peer> peers, List<PeerResult> results)
    {
        ResultsPage.Replace("peers", PageOf(peers, results));
        foreach (var use in Enum.GetValues<RecorderUse>())
            PeerPlot.Write(use, peers, results.FindAll(result => result.CodeBase.Setting == use));
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
                foreach (var size in sizes)
                {
                    page.Append(group.FirstOrDefault(result => result.Peer == peer && result.CodeBase.Lines == size) is { } result
                        ? Invariant($" | {result.Analyzers:F0} ms | {result.Processor / 1000:F1} s | {result.Peak / 1e6:F0} MB")
                        : " | not run | | ");
                }

                page.AppendLine(" |");
            }
        }

        if (results.Exists(static result => result.Analyzers > Patience))
            page.AppendLine().AppendLine(Invariant($"A package whose analyzers take longer than {Patience / 1000} s is not run on a larger code base."));

        AppendRequired(page, results);
        return page;
    }

    private static void AppendRequired(StringBuilder page, List<PeerResult> results)
    {
        page.AppendLine().AppendLine("### What is required of ours").AppendLine();
        page.AppendLine("| code base | ours | each further 1,000 lines | of the compile time without analyzers | required | of the cheapest of the others | required | memory beyond an empty analyzer | required |");
        page.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var group in results.GroupBy(static result => result.CodeBase))
        {
            var (ours, none, empty) = (group.Single(static result => result.Peer.Name == "ReplayLint"), group.First(), group.ElementAt(1));
            var cheapest = group.Where(static result => result.Peer.IsOther).Min(static result => result.Analyzers);
            var smaller = results.FindLast(result => result.Peer == ours.Peer && result.CodeBase.Setting == group.Key.Setting && result.CodeBase.Lines < group.Key.Lines);
            var further = smaller is null ? "" : Invariant($"{(ours.Analyzers - smaller.Analyzers) / (group.Key.Lines - smaller.CodeBase.Lines):F2} ms");
            var hasRecorder = group.Key.Setting != RecorderUse.None;
            page.AppendLine(Invariant(
                $"| {group.Key} | {ours.Analyzers:F0} ms | {further} | {ours.Analyzers / none.Processor:P1} | {(hasRecorder ? "1 %" : "")} | 1/{cheapest / Math.Max(1, ours.Analyzers):F1} | {(hasRecorder ? "1/5" : "1/20")} | {(ours.Peak - empty.Peak) / 1e6:F0} MB | {(group.Key.Lines == 500 ? "30 MB" : "")} |"));
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
