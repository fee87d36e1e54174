using System.Net;
using Microsoft.Playwright;
using ReplayLint.Browser.Tests.Claims;
using ReplayLint.Browser.Tests.Packages;
using ReplayLint.Browser.Tests.Pages;
using ReplayLint.Browser.Tests.Recorders;
using Xunit;

namespace ReplayLint.Browser.Tests;

/// <summary>For people who want to see it: the page, what a recording of it holds, and what is left of that after the fix, as pictures in <c>obj/browser/pictures</c>.</summary>
[Collection(BrowserCollection.Name)]
public class PictureTests(ProofFixture fixture)
{
    private static readonly string Folder = Path.Combine(ProjectFolders.Work, "pictures");

    [Fact]
    public async Task What_is_recorded_before_the_fix_is_not_after_it()
    {
        var recorder = RecorderDescription.All.Single(static recorder => recorder.Folder == "rrweb");
        var pages = new FixedPages();
        var page = pages.Add(recorder.Starts[0], TestPage.Write(recorder, recorder.Starts[0].Write()));
        await pages.FixAsync();

        var before = await RecordAsync(recorder, page.Before, static _ => Task.CompletedTask, "1-page.png", "2-recorded-before.png");
        var after = await RecordAsync(recorder, page.Text, page.ConsentAsync, null, "3-recorded-after.png");

        Assert.Superset(Exposure.Inputs.Concat(Exposure.Texts).Where(static canary => canary.Kind != "password").ToHashSet(), before);
        Assert.Empty(after);
    }

    /// <summary>The canaries of inputs and texts that were recorded.</summary>
    private async Task<HashSet<Canary>> RecordAsync(RecorderDescription recorder, string html, Func<Visit, Task> consent, string? pagePicture, string listPicture)
    {
        Directory.CreateDirectory(Folder);
        await using var visit = await Visit.OpenAsync(fixture.Chromium, recorder, html);
        await consent(visit);
        await visit.UseAsync(withKeys: true);
        if (pagePicture is not null)
            await visit.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, pagePicture), FullPage = true });

        await visit.MarkAsync("end");
        Assert.True(await visit.ArrivesAsync("end"));

        var wanted = Exposure.Inputs.Concat(Exposure.Texts).ToList();
        var found = wanted.Where(canary => visit.Holds(canary.Text)).ToHashSet();
        var rows = wanted.Select(canary => $"<tr style='background:{(found.Contains(canary) ? "#f6b0a8" : "#cfe8cf")}'><td>{WebUtility.HtmlEncode(canary.Kind)}</td><td>{WebUtility.HtmlEncode(canary.Text)}</td><td>{(found.Contains(canary) ? "in the recording" : "")}</td></tr>");
        await visit.LeaveAsync();
        await visit.Page.SetContentAsync($"<h1>{visit.Recordings.Count()} messages recorded, {found.Count} of {wanted.Count} texts in clear</h1><table cellpadding='6'>{string.Concat(rows)}</table>");
        await visit.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, listPicture), FullPage = true });
        return found;
    }
}
