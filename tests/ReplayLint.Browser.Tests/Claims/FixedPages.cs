using ReplayLint.Browser.Tests.Pages;
using ReplayLint.Browser.Tests.Recorders;
using ReplayLint.Tool;
using ReplayLint.Tool.Commands;

namespace ReplayLint.Browser.Tests.Claims;

/// <summary>Pages as <c>replaylint fix</c> leaves them. Those with a consent platform are fixed at once, as pages of one site, and so are the others.</summary>
internal sealed class FixedPages
{
    private readonly List<FixedPage> _pages = [];

    /// <summary>A page that is to be fixed.</summary>
    public FixedPage Add(StartTemplate start, string text)
    {
        var page = new FixedPage(start, text);
        _pages.Add(page);
        return page;
    }

    public async Task FixAsync()
    {
        foreach (var site in _pages.GroupBy(static page => page.HasPlatform))
            await FixAsync([.. site]);
    }

    private static async Task FixAsync(IReadOnlyList<FixedPage> pages)
    {
        var folder = Directory.CreateTempSubdirectory("replaylint-browser-").FullName;
        try
        {
            for (var i = 0; i < pages.Count; i++)
                await File.WriteAllTextAsync(Path.Combine(folder, $"{i}.html"), pages[i].Before);

            using var output = new StringWriter();
            using var error = new StringWriter();
            var exitCode = await ReplayLintCommand.RunAsync(["fix", folder, "--no-build", "--force"], output, error, CancellationToken.None);
            if (exitCode is not (ExitCodes.Clean or ExitCodes.Findings))
                throw new InvalidOperationException($"replaylint fix ended with {exitCode}: {output}{error}");

            for (var i = 0; i < pages.Count; i++)
                pages[i].Text = await File.ReadAllTextAsync(Path.Combine(folder, $"{i}.html"));

        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

/// <summary>A page before and after the fix.</summary>
internal sealed class FixedPage(StartTemplate start, string before)
{
    public string Before { get; } = before;

    public string Text { get; set; } = before;

    public bool HasPlatform => start.Recorder.NeedsPlatform;

    /// <summary>What the fix has put before recording: an option that holds it back, the consent platform, or null for nothing.</summary>
    public string? Gate =>
        start.Recorder.Consent.Keys.FirstOrDefault(gate => Text.Contains(OptionOf(gate) + ":", StringComparison.Ordinal) && !Before.Contains(OptionOf(gate) + ":", StringComparison.Ordinal))
        ?? (Gated(Text) > Gated(Before) ? ConsentPlatform.Accept : null);

    /// <summary>Agrees, in the way that the page asks for.</summary>
    public Task ConsentAsync(Visit visit) =>
        Gate is not { } gate ? Task.CompletedTask : visit.ConsentAsync(start.Recorder.Consent.TryGetValue(gate, out var script) ? script : gate);

    private static int Gated(string page) => page.Split("type=\"text/plain\"").Length;

    private static string OptionOf(string gate) => gate[(gate.LastIndexOfAny(['/', '.']) + 1)..];
}
