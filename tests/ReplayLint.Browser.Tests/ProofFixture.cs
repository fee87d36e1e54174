using ReplayLint.Browser.Tests.Claims;
using ReplayLint.Browser.Tests.Pages;
using ReplayLint.Browser.Tests.Recorders;
using Xunit;

namespace ReplayLint.Browser.Tests;

/// <summary>The one browser of all tests, and what it says to all claims.</summary>
public sealed class ProofFixture : IAsyncLifetime
{
    /// <summary>For people who look into a failure: the folders of the recorders that are tried, with commas; others are left out.</summary>
    private static readonly string? Only = Environment.GetEnvironmentVariable("REPLAYLINT_BROWSER_ONLY");

    internal Chromium Chromium { get; private set; } = null!;

    internal BrowserProof Proof { get; private set; } = null!;

    /// <summary>Whether recorders were left out.</summary>
    internal static bool IsPartial => !string.IsNullOrEmpty(Only);

    public async Task InitializeAsync()
    {
        Chromium = await Chromium.StartAsync();
        Proof = await BrowserProof.RunAsync(Chromium, RecorderDescription.All.Where(static recorder => !IsPartial || Only!.Split(',').Contains(recorder.Folder)));
    }

    public async Task DisposeAsync() => await Chromium.DisposeAsync();
}

/// <summary>Tests that share the browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<ProofFixture>
{
    public const string Name = "Browser";
}
