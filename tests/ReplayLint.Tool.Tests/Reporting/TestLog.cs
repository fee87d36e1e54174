using System.Text.Json;
using ReplayLint.Tool.Reporting;

namespace ReplayLint.Tool.Tests.Reporting;

/// <summary>Logs as a compiler writes them.</summary>
internal static class TestLog
{
    public static object Result(string rule, string level, string message, string? uri = "file:///repo/src/App.cs", int line = 3, string? suppression = null, params (string Key, string Value)[] properties) => new Dictionary<string, object?>
    {
        ["ruleId"] = rule,
        ["level"] = level,
        ["message"] = new { text = message },
        ["locations"] = uri is null ? Array.Empty<object>() : [Location(uri, line)],
        ["relatedLocations"] = new[] { Location("file:///repo/src/Consent.cs", 7) },
        ["suppressions"] = suppression is null ? Array.Empty<object>() : [new { kind = "inSource", justification = suppression }],
        ["properties"] = new { customProperties = properties.ToDictionary(static property => property.Key, static property => property.Value) },
    };

    public static object Evidence(string kind, params (string Key, string Value)[] properties) =>
        Result("RPL9009", "note", "Seen, and no finding: " + kind, properties: [("Kind", kind), ("Recorder", "Clarity"), .. properties]);

    public static string Sarif(params object[] results) => JsonSerializer.Serialize(new
    {
        version = "2.1.0",
        runs = new[] { new { tool = new { driver = new { name = "compiler", version = "5.6" } }, results } },
    });

    public static ReplayLog Read(params object[] results) => SarifReader.Read(Sarif(results), "shop", "/repo");

    private static object Location(string uri, int line) => new { physicalLocation = new { artifactLocation = new { uri }, region = new { startLine = line, startColumn = 1 } } };
}
