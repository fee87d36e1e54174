using System.Globalization;
using System.Text;
using ReplayLint.Tests.Verification;

namespace ReplayLint.Benchmarks.Peers;

/// <summary>Draws how long the analyzers took as bars: a group for each package, a bar for each size, each line of the scale ten times the one below.</summary>
internal static class PeerPlot
{
    private const int Width = 900;
    private const int Height = 380;
    private const int Left = 70;
    private const int Top = 50;
    private const int Bottom = 300;
    private const double Least = 1;
    private const double Most = 1_000_000;

    private static readonly string[] Shades = ["#9ecae1", "#4292c6", "#084594"];

    public static string NameOf(RecorderUse use) => $"peers-{use.ToString().ToLowerInvariant()}.svg";

    public static void Write(RecorderUse use, IReadOnlyList<Peer> peers, List<PeerResult> results)
    {
        var sizes = results.Select(static result => result.CodeBase.Lines).Distinct().ToArray();
        var svg = new StringBuilder();
        svg.AppendLine(Invariant($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="12" role="img">"""));
        svg.AppendLine(Invariant($"<title>Time in the analyzers, with {use.Text()}</title>"));
        svg.AppendLine(Invariant($"""<rect width="{Width}" height="{Height}" fill="white"/>"""));
        for (var value = Least; value <= Most; value *= 10)
        {
            svg.AppendLine(Invariant($"""<line x1="{Left}" x2="{Width - 20}" y1="{Y(value):F0}" y2="{Y(value):F0}" stroke="#ddd"/>"""));
            svg.AppendLine(Invariant($"""<text x="{Left - 8}" y="{Y(value) + 4:F0}" text-anchor="end">{(value < 1000 ? $"{value} ms" : $"{value / 1000} s")}</text>"""));
        }

        var shown = peers.Where(peer => results.Exists(result => result.Peer == peer && result.Peer.Assemblies.Count > 0)).ToArray();
        var group = (Width - 20.0 - Left) / shown.Length;
        var bar = group * 0.75 / sizes.Length;
        for (var i = 0; i < shown.Length; i++)
        {
            var left = Left + (i * group) + (group * 0.125);
            for (var size = 0; size < sizes.Length; size++)
            {
                if (results.Find(result => result.Peer == shown[i] && result.CodeBase.Lines == sizes[size]) is not { } result)
                    continue;

                svg.AppendLine(Invariant($"""<rect x="{left + (size * bar):F1}" y="{Y(result.Analyzers):F1}" width="{bar - 2:F1}" height="{Bottom - Y(result.Analyzers):F1}" fill="{Shades[size]}"><title>{shown[i].Name}, {sizes[size]},000 lines: {result.Analyzers:F0} ms</title></rect>"""));
            }

            svg.AppendLine(Invariant($"""<text x="{left + (group * 0.375):F0}" y="{Bottom + 18 + (i % 2 * 16)}" text-anchor="middle">{shown[i].Name}</text>"""));
        }

        for (var size = 0; size < sizes.Length; size++)
        {
            svg.AppendLine(Invariant($"""<rect x="{Left + (size * 130)}" y="{Height - 28}" width="12" height="12" fill="{Shades[size]}"/>"""));
            svg.AppendLine(Invariant($"""<text x="{Left + 18 + (size * 130)}" y="{Height - 18}">{sizes[size]},000 lines</text>"""));
        }

        svg.AppendLine(Invariant($"""<text x="{Left}" y="28" font-size="15">Time in the analyzers, with {use.Text()}</text>""")).AppendLine("</svg>");
        File.WriteAllText(TestReferences.RepositoryPath("tests", "ReplayLint.Benchmarks", NameOf(use)), svg.ToString().ReplaceLineEndings("\n"));
    }

    private static double Y(double milliseconds) =>
        Bottom - ((Bottom - Top) * Math.Log10(Math.Max(Least, milliseconds) / Least) / Math.Log10(Most / Least));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
