using ReplayLint.Browser.Tests.Recorders;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Browser.Tests.Claims;

/// <summary>Values of options, as scripts write them.</summary>
internal static class OptionValues
{
    /// <summary>Whether nothing is protected when code does not set the option.</summary>
    public static bool IsUnsafeByDefault(JsSettingFact setting) =>
        setting.Default is { } value && !setting.Safe.Contains(value) && !(setting.Safe.Contains("*") && value != "null");

    /// <summary>A value that does not protect; null when only leaving the option out does not.</summary>
    public static string? Unsafe(RecorderDescription recorder, JsSettingFact setting) =>
        recorder.Values.TryGetValue(setting.Path.ToString(), out var given) ? given
        : setting is { Default: "*" } ? "'.none'"
        : setting.Safe.Contains("true") ? "false"
        : setting.Safe.Contains("false") ? "true"
        : setting.Safe.Contains("[]") ? "['https://api.shop.example/orders']"
        : setting.Safe.Length > 0 && setting.Safe.All(static safe => int.TryParse(safe, out _)) ? "0"
        : setting.ShowsInputs.Length > 0 ? $"'{setting.ShowsInputs[0]}'"
        : null;

    public static string Safe(JsSettingFact setting) => Literal(setting.Safe[0]);

    public static string Literal(string value) =>
        value is "true" or "false" or "null" or "[]" || double.TryParse(value, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _) ? value : $"'{value}'";

    /// <summary>An option, and the one without which it has no effect.</summary>
    public static IEnumerable<ScriptOption> With(RecorderDescription recorder, ScriptOption option)
    {
        if (recorder.Beside.TryGetValue(option.ToString(), out var other))
            yield return ScriptOption.Parse(other[..other.IndexOf('=')], other[(other.IndexOf('=') + 1)..]);

        yield return option;
    }

    /// <summary>The options of a start that show as much as can be shown.</summary>
    public static IReadOnlyList<ScriptOption> ShowAll(StartTemplate start) =>
    [
        .. Settings(start)
            .Where(static setting => setting.Protects is Protects.Inputs or Protects.Text or Protects.Media && setting.Of.IsEmpty)
            .Where(setting => !start.Recorder.NotTestable.ContainsKey(setting.Path.ToString()))
            .Select(setting => (setting, Value: Unsafe(start.Recorder, setting)))
            .Where(static pair => pair.Value is not null)
            .Select(static pair => new ScriptOption(pair.setting.Path.Call, pair.setting.Path.Option!, pair.Value!)),
    ];

    /// <summary>The settings of the calls of a start, in the version that is tried.</summary>
    public static IEnumerable<JsSettingFact> Settings(StartTemplate start) => Facts<JsSettingFact>(start).Where(static setting => setting.Path.Option is not null);

    public static IEnumerable<T> Facts<T>(StartTemplate start) where T : JsFact =>
        Holding(start.Recorder).OfType<T>().Where(fact => start.Calls.Contains(fact.Path.Call));

    /// <summary>What the catalogue says about the version that is tried.</summary>
    public static IEnumerable<ScriptFact> Holding(RecorderDescription recorder) =>
        recorder.Catalog.ScriptFacts.Where(fact => fact.HoldsFor(PackageVersion.TryParse(recorder.Version)));
}
