using Microsoft.CodeAnalysis;

namespace ReplayLint.Tests.Verification;

/// <summary>
/// The findings of some rules as text: id, severity, and the code at the place, or the file where there is none. The source is
/// analysed a second time with its end cut off: whatever is found then, nothing may throw.
/// </summary>
internal static class FindingList
{
    public static async Task<IReadOnlyList<string>> OfAsync(
        string source,
        IEnumerable<string> rules,
        RecorderApi api = RecorderApi.SentryOnAndroid,
        IReadOnlyDictionary<string, string>? configuration = null,
        params (string Name, string Text)[] files)
    {
        var findings = await GetAsync(source, api, configuration, files);
        await GetAsync(source[..(source.Length / 2)], api, configuration, files);
        return [.. findings.Where(finding => rules.Contains(finding.Id)).Select(Show)];
    }

    /// <summary>The messages of the findings of a rule.</summary>
    public static async Task<IReadOnlyList<string>> MessagesAsync(string source, string rule, RecorderApi api = RecorderApi.SentryOnAndroid, IReadOnlyDictionary<string, string>? configuration = null, params (string Name, string Text)[] files) =>
        [.. (await GetAsync(source, api, configuration, files)).Where(finding => finding.Id == rule).Select(static finding => finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];

    private static async Task<IEnumerable<Diagnostic>> GetAsync(string source, RecorderApi api, IReadOnlyDictionary<string, string>? configuration, (string Name, string Text)[] files) =>
        await RuleRunner.GetFindingsAsync(
            [source, TestReferences.Annotations],
            TestReferences.Of(api).First(),
            [.. files.Select(static file => new TestFile("/project/" + file.Name, file.Text))],
            configuration);

    private static string Show(Diagnostic finding)
    {
        var place = finding.Location;
        var code = place.SourceTree is { } tree ? tree.GetText().ToString(place.SourceSpan) : place.GetLineSpan().Path;
        return $"{finding.Id} {finding.Severity}: {code}";
    }
}
