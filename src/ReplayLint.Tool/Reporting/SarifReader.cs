using System.Text.Json;
using Microsoft.CodeAnalysis;

namespace ReplayLint.Tool.Reporting;

/// <summary>Reads logs in SARIF 2.1.0: those that the compiler writes with <c>ErrorLog</c>, and those of <c>replaylint check</c>.</summary>
internal static class SarifReader
{
    private static readonly IReadOnlyDictionary<string, string> NoProperties = new Dictionary<string, string>();

    /// <summary>Reads a log.</summary>
    /// <param name="text">The log.</param>
    /// <param name="name">What the log is of, where it does not say so itself.</param>
    /// <param name="root">The folder from which paths are shown; null where they are shown as they are.</param>
    /// <exception cref="UserErrorException">The text is no log in SARIF 2.1.</exception>
    public static ReplayLog Read(string text, string name, string? root)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 64 });
            if (StringOf(document.RootElement, "version")?.StartsWith("2.1", StringComparison.Ordinal) != true)
                throw new UserErrorException($"{name} is no log in SARIF 2.1. For a build, write -p:ErrorLog=replay.sarif%2cversion=2.1.");

            var runs = document.RootElement.GetProperty("runs").EnumerateArray().ToList();
            var first = runs.Count > 0 ? ToolOf(runs[0]) : "unknown";
            var items = runs.SelectMany(run => ResultsOf(run, root)).DistinctBy(static item => (item.Rule, item.Message, item.Place, item.Suppression)).ToList();
            return new ReplayLog(name, first, items, [.. runs.SelectMany(run => ProblemsOf(run, root))])
            {
                Commit = runs.Select(static run => OriginOf(run, "revisionId")).FirstOrDefault(static value => value is not null),
                Repository = runs.Select(static run => OriginOf(run, "repositoryUri")).FirstOrDefault(static value => value is not null) is { } repository ? SourceLinks.PageOf(repository) : null,
            };
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new UserErrorException($"{name} cannot be read as SARIF 2.1: {exception.Message}");
        }
    }

    private static IEnumerable<LogItem> ResultsOf(JsonElement run, string? root) =>
        run.TryGetProperty("results", out var results)
            ? results.EnumerateArray().Where(static result => (StringOf(result, "ruleId") ?? "").StartsWith("RPL", StringComparison.Ordinal)).Select(result => ItemOf(result, root))
            : [];

    private static LogItem ItemOf(JsonElement result, string? root) => new(
        StringOf(result, "ruleId")!,
        StringOf(result, "level") switch { "error" => DiagnosticSeverity.Error, "note" or "none" => DiagnosticSeverity.Info, _ => DiagnosticSeverity.Warning },
        StringOf(result.GetProperty("message"), "text") ?? "",
        PlaceOf(result, "locations", root),
        StringOf(result, "ruleId") == LogItem.EvidenceRule ? PlaceOf(result, "relatedLocations", root) : null,
        SuppressionOf(result),
        PropertiesOf(result));

    private static LogPlace? PlaceOf(JsonElement result, string property, string? root)
    {
        if (!result.TryGetProperty(property, out var locations) || locations.GetArrayLength() == 0 || !locations[0].TryGetProperty("physicalLocation", out var place))
            return null;

        if (StringOf(place.GetProperty("artifactLocation"), "uri") is not { Length: > 0 } uri)
            return null;

        var path = Uri.TryCreate(uri, UriKind.Absolute, out var absolute) && absolute.IsFile ? absolute.LocalPath : Uri.UnescapeDataString(uri);
        int? line = place.TryGetProperty("region", out var region) && region.TryGetProperty("startLine", out var start) ? start.GetInt32() : null;
        return new LogPlace(root is null ? path.Replace('\\', '/') : new Output.DisplayPath(root).Of(path), line);
    }

    private static string? SuppressionOf(JsonElement result) =>
        result.TryGetProperty("suppressions", out var suppressions) && suppressions.GetArrayLength() > 0 ? StringOf(suppressions[0], "justification") ?? "" : null;

    /// <summary>The compiler puts the properties of a diagnostic one level deeper than others do.</summary>
    private static IReadOnlyDictionary<string, string> PropertiesOf(JsonElement result)
    {
        if (!result.TryGetProperty("properties", out var properties))
            return NoProperties;

        if (properties.TryGetProperty("customProperties", out var custom))
            properties = custom;

        return properties.EnumerateObject().Where(static property => property.Value.ValueKind == JsonValueKind.String).ToDictionary(static property => property.Name, static property => property.Value.GetString()!);
    }

    private static IEnumerable<LogProblem> ProblemsOf(JsonElement run, string? root)
    {
        foreach (var invocation in run.TryGetProperty("invocations", out var invocations) ? invocations.EnumerateArray() : default)
        {
            foreach (var notification in invocation.TryGetProperty("toolExecutionNotifications", out var notifications) ? notifications.EnumerateArray() : default)
            {
                yield return new LogProblem(
                    PlaceOf(notification, "locations", root)?.Path ?? "",
                    StringOf(notification.GetProperty("message"), "text") ?? "",
                    StringOf(notification, "level") == "note");
            }
        }
    }

    private static string ToolOf(JsonElement run)
    {
        var driver = run.GetProperty("tool").GetProperty("driver");
        return $"{StringOf(driver, "name")} {StringOf(driver, "semanticVersion") ?? StringOf(driver, "version")}".Trim();
    }

    private static string? OriginOf(JsonElement run, string property) =>
        run.TryGetProperty("versionControlProvenance", out var origins) && origins.GetArrayLength() > 0 ? StringOf(origins[0], property) : null;

    private static string? StringOf(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
