using System.Text.Json;
using System.Text.RegularExpressions;

namespace ReplayLint.Browser.Tests.Recorders;

/// <summary>Code that starts a recorder; <c>{call}</c> in it stands for the object with the options of that call.</summary>
internal sealed partial class StartTemplate
{
    private readonly string _code;
    private readonly List<ScriptOption> _options = [];

    public StartTemplate(RecorderDescription recorder, JsonElement start)
    {
        Recorder = recorder;
        _code = start.GetProperty("code").GetString()!;
        foreach (var option in start.TryGetProperty("options", out var options) ? options.EnumerateObject() : default)
            _options.Add(ScriptOption.Parse(option.Name, option.Value.GetString()!));

        Calls = [.. _options.Select(static option => option.Value).Prepend(_code).SelectMany(static text => Place().Matches(text)).Select(static match => match.Groups[1].Value).Distinct()];
    }

    public RecorderDescription Recorder { get; }

    /// <summary>The calls whose options it takes.</summary>
    public IReadOnlyList<string> Calls { get; }

    /// <summary>The code with these options beside those that recording needs; one given here takes the place of one that is there.</summary>
    public string Write(params IEnumerable<ScriptOption> options)
    {
        var all = new List<ScriptOption>(_options);
        foreach (var option in options)
        {
            all.RemoveAll(other => other.Call == option.Call && (other.Path == option.Path || other.Path.StartsWith(option.Path + ".", StringComparison.Ordinal)));
            all.Add(option);
        }

        return Fill(_code);

        string Fill(string code) =>
            Place().Replace(code, match => Fill(ScriptOption.Object(all.Where(option => option.Call == match.Groups[1].Value).Select(static option => (option.Path, option.Value)))));
    }

    /// <summary>The value that it gives to an option, or null.</summary>
    public string? ValueOf(string call, string path) => _options.Find(option => option.Call == call && option.Path == path)?.Value;

    [GeneratedRegex(@"\{([\w$.@]+)\}")]
    private static partial Regex Place();
}
