using System.Globalization;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Tests.Catalog.Effects;

/// <summary>Writes calls of a recorder as a script has them.</summary>
internal static class ScriptCode
{
    /// <summary>A value that names nobody.</summary>
    public const string Anything = "x";

    /// <summary>A sign that a file may concern a recorder, which is not about the one in question.</summary>
    private const string Sign = "posthog";

    /// <summary>A call with options, each by its path; one whose path is a number is the argument at that position.</summary>
    public static string Call(JsFact fact, params (string Path, string Value)[] options) => Call(fact, [], options);

    /// <summary>The same with arguments before them.</summary>
    public static string Call(JsFact fact, string[] arguments, params (string Path, string Value)[] options)
    {
        var all = new List<string>(arguments);
        foreach (var (path, written) in options)
        {
            if (int.TryParse(path, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
                Put(all, position, written);
        }

        var named = options.Where(static option => !int.TryParse(option.Path, out _)).ToArray();
        if (named.Length > 0)
            all.Add(Object(named));

        if (fact is { Value: { } value, Path.Option: null })
            all.Add(Literal(value));

        if (fact.Argument is not { } command)
            return $"{fact.Path.Call}({string.Join(", ", all)})";

        all.Insert(0, Literal(command));
        return fact.Path.Call.EndsWith(".push", StringComparison.Ordinal) ? $"{fact.Path.Call}([{string.Join(", ", all)}])" : $"{fact.Path.Call}({string.Join(", ", all)})";
    }

    /// <summary>A call that starts the recorder, with options of the call itself and of the functions whose results it is given.</summary>
    public static string Start(JsStartFact start, params (string Call, string Path, string Value)[] options)
    {
        var own = options.Where(option => option.Call == start.Path.Call).Select(static option => (option.Path, option.Value)).ToList();
        var others = options.Where(option => option.Call != start.Path.Call).ToList();
        if (start.When == StartCondition.Rate && !options.Any(option => IsRate(start.Recorder, option.Call, option.Path)))
        {
            var rate = RateOf(start, others.Count > 0 ? others[0].Call : null);
            if (rate.Path.Call == start.Path.Call)
                own.Add((rate.Path.Option!, Fraction(rate)));
            else
                others.Add((rate.Path.Call, rate.Path.Option!, Fraction(rate)));
        }

        if (others.Count > 0)
            own.Add(("plugins", $"[{string.Join(", ", others.GroupBy(static option => option.Call).Select(static call => $"{call.Key}({Object([.. call.Select(static option => (option.Path, option.Value))])})"))}]"));
        else if (!start.With.IsEmpty && IsFunction(start, start.With[0]))
            own.Add(("plugins", $"[{FunctionOf(start, start.With[0])}()]"));
        else if (!start.With.IsEmpty && !own.Exists(option => start.With.Contains(option.Path)))
            own.Add((start.With[0], "true"));

        return Call(start, [.. own]);
    }

    /// <summary>A call by its name, with options.</summary>
    public static string Call(string call, params (string Path, string Value)[] options) => $"{call}({Object(options)})";

    /// <summary>Whether what a start asks for is a function whose result it is given, and not an option.</summary>
    public static bool IsFunction(JsStartFact start, string with) =>
        start.Recorder.ScriptFacts.OfType<JsFact>().Any(fact => Ends(fact.Path.Call, with))
        || !start.Recorder.ScriptFacts.OfType<JsFact>().Any(fact => fact.Path.Call == start.Path.Call && fact.Path.Option?.Split('.')[0] == with.Split('.')[0]);

    /// <summary>The lines of a script that calls things, with the words that the facts ask for, and a version for which they hold.</summary>
    public static string Script(IEnumerable<JsFact> facts, params string[] statements) =>
        $"// {Sign} {string.Join(" ", facts.SelectMany(static fact => fact.Requires).Concat(facts.Select(Version)).Distinct())}\n" + string.Concat(statements.Select(static statement => statement + ";\n"));

    /// <summary>The package in a version for which the fact holds; empty when it holds for all.</summary>
    public static string Version(ScriptFact fact)
    {
        if (!fact.IsVersioned)
            return "";

        var version = fact.Since ?? $"{int.Parse(fact.Until!.Split('.')[0], CultureInfo.InvariantCulture) - 1}.9";
        return $"{fact.Recorder.ScriptFacts.OfType<PackageFact>().First().Name}@{version}";
    }

    /// <summary>The value as a script writes it.</summary>
    public static string Literal(string value) =>
        value is "true" or "false" or "null" || double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? value
        : value == "[]" ? "[]"
        : $"'{value}'";

    /// <summary>A value of the setting that does not protect.</summary>
    public static string Unsafe(JsSettingFact setting)
    {
        if (setting is { Protects: Protects.Rate, Full: { } full })
            return full.ToString(CultureInfo.InvariantCulture);

        return setting.Safe.Contains("true") ? "false"
            : setting.Safe.Contains("false") ? "true"
            : setting.Safe.Contains("[]") ? "['https://shop.example']"
            : setting.Safe.All(static safe => int.TryParse(safe, out _)) ? "0"
            : $"'{Anything}'";
    }

    /// <summary>A rate that lets some sessions be recorded.</summary>
    public static string Fraction(ISetting rate) => rate.Full == 100 ? "5" : "0.05";

    private static string Object((string Path, string Value)[] options)
    {
        var parts = options.GroupBy(static option => option.Path.Split('.')[0]).Select(static group =>
        {
            var key = group.Key.All(static c => char.IsLetterOrDigit(c) || c is '_' or '$') ? group.Key : $"'{group.Key}'";
            var nested = group.Where(option => option.Path != group.Key).Select(option => (option.Path[(group.Key.Length + 1)..], option.Value)).ToArray();
            return $"{key}: {(nested.Length > 0 ? Object(nested) : group.First().Value)}";
        });
        return $"{{ {string.Join(", ", parts)} }}";
    }

    private static void Put(List<string> arguments, int position, string value)
    {
        while (arguments.Count <= position)
            arguments.Add($"'{Anything}'");

        arguments[position] = value;
    }

    private static string FunctionOf(JsStartFact start, string with) =>
        start.Recorder.ScriptFacts.OfType<JsFact>().FirstOrDefault(fact => Ends(fact.Path.Call, with))?.Path.Call ?? with;

    private static JsSettingFact RateOf(JsStartFact start, string? call) =>
        start.Recorder.ScriptFacts.OfType<JsSettingFact>()
            .Where(setting => setting.Protects == Protects.Rate && (setting.Path.Call == start.Path.Call || start.With.Any(name => Ends(setting.Path.Call, name))))
            .OrderBy(setting => setting.Path.Call == call ? 0 : 1)
            .ThenBy(static setting => setting.OnError)
            .First();

    private static bool IsRate(Recorder recorder, string call, string option) =>
        recorder.ScriptFacts.Any(fact => fact is JsSettingFact { Protects: Protects.Rate } rate && rate.Path.Call == call && rate.Path.Option == option);

    private static bool Ends(string call, string name) => call == name || call.EndsWith("." + name, StringComparison.Ordinal);
}
