using System.Globalization;
using System.Text;
using ReplayLint.Browser.Tests.Recorders;

namespace ReplayLint.Browser.Tests.Pages;

/// <summary>For people who look into a failure: with <c>REPLAYLINT_BROWSER_LOG=FOLDER</c> each visit leaves a file that says what the page was and what it sent.</summary>
internal static class VisitLog
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("REPLAYLINT_BROWSER_LOG");
    private static int _count;

    public static void Write(RecorderDescription recorder, string page, Visit visit)
    {
        if (string.IsNullOrEmpty(Folder))
            return;

        Directory.CreateDirectory(Folder);
        var text = new StringBuilder(page);
        foreach (var error in visit.Errors)
            text.Append(CultureInfo.InvariantCulture, $"\nERROR {error}");

        foreach (var request in visit.Capture.Requests)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n== {request.Method} {request.Url} {request.Body.Length} bytes [{string.Join(" ", request.Payload.Packings)}] {string.Join("; ", request.Payload.Opaque)}\n");
            text.Append(request.Payload.Text);
        }

        var name = $"{recorder.Folder}-{Interlocked.Increment(ref _count)}.txt";
        File.WriteAllText(Path.Combine(Folder, name), text.ToString());
    }
}
