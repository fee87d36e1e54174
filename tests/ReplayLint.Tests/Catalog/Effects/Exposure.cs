using System.Collections.Concurrent;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Tests.Catalog.Effects;

/// <summary>A page on which a recorder holds a field or a text in clear, so that what protects it makes a difference.</summary>
internal sealed class Exposure
{
    private static readonly ConcurrentDictionary<(Recorder, Protects, string?), Task<Exposure?>> Known = new();

    private readonly Recorder _recorder;
    private readonly JsStartFact? _start;
    private readonly (string Call, string Path, string Value)[] _options;
    private readonly string _around;

    private Exposure(Recorder recorder, Protects content, JsStartFact? start, (string Call, string Path, string Value)[] options, string around)
    {
        (_recorder, Content, _start, _options, _around) = (recorder, content, start, options, around);
    }

    /// <summary>Inputs or text.</summary>
    public Protects Content { get; }

    /// <summary>The rule that speaks of such content.</summary>
    public string Rule => Content == Protects.Inputs ? "RPL2004" : "RPL2005";

    /// <summary>An exposure of this kind of content, by options of this call if there are any, or null when the recorder never shows any.</summary>
    public static Task<Exposure?> FindAsync(Recorder recorder, Protects content, string? call = null) => Known.GetOrAdd((recorder, content, call), static key => SearchAsync(key.Item1, key.Item2, key.Item3));

    /// <summary>One of inputs, or of text where inputs are never shown.</summary>
    public static async Task<Exposure> AnyAsync(Recorder recorder, string call) =>
        await FindAsync(recorder, Protects.Inputs, call) ?? await FindAsync(recorder, Protects.Text, call) ?? throw new InvalidOperationException($"Nothing of what {recorder.Name} records can be in clear.");

    /// <summary>The page, with attributes on the element and more options of the start.</summary>
    public EffectCase Case(bool fires, string attributes = "", string? content = null, params (string Call, string Path, string Value)[] options)
    {
        var mine = options.Where(option => _start is not null && Takes(_start, option.Call)).ToArray();
        var (statement, facts) = _start is null ? WebProject.Start(_recorder) : (ScriptCode.Start(_start, [.. _options, .. mine]), [_start]);
        var others = options.Except(mine).Select(option => ScriptCode.Call(option.Call, (option.Path, option.Value)));
        var script = ScriptCode.Script(facts, [statement, .. others]).Replace("@", "@@", StringComparison.Ordinal);
        var element = content ?? (Content == Protects.Inputs ? $"<input {attributes} name=\"ssn\">" : $"<p {attributes}>@Model.LastName</p>");
        return new EffectCase(Rule, fires, ("Views/Home/Index.cshtml", $"<script>\n{script}</script>\n<div {_around}>{element}</div>\n"));
    }

    private static async Task<Exposure?> SearchAsync(Recorder recorder, Protects content, string? call)
    {
        foreach (var candidate in Candidates(recorder, content).OrderBy(candidate => call is null || candidate._options.All(option => option.Call == call) && (candidate._start is null || candidate._start.Path.Call == call || candidate._options.Length > 0) ? 0 : 1))
        {
            var page = candidate.Case(fires: true);
            if (page.Holds(await EffectRunner.FindAsync(CatalogFile.Complete, page)))
                return candidate;
        }

        return null;
    }

    /// <summary>Pages on which the recorder may hold such content in clear.</summary>
    public static IEnumerable<Exposure> Candidates(Recorder recorder, Protects content)
    {
        // By its defaults, by an option that decides, or by a mark around.
        var starts = recorder.ScriptFacts.OfType<JsStartFact>().OrderBy(static start => start.IsUnverified).Cast<JsStartFact?>().DefaultIfEmpty(null).ToList();
        foreach (var start in starts)
            yield return new(recorder, content, start, [], "");

        foreach (var setting in recorder.ScriptFacts.OfType<JsSettingFact>().Where(static setting => setting.Of.IsEmpty))
        {
            if (starts.Find(start => start is not null && Takes(start, setting.Path.Call)) is not { } start)
                continue;

            if (setting.Protects == content)
                yield return new(recorder, content, start, [(setting.Path.Call, setting.Path.Option!, ScriptCode.Unsafe(setting))], "");
            else if (content == Protects.Inputs && !setting.ShowsInputs.IsEmpty)
                yield return new(recorder, content, start, [(setting.Path.Call, setting.Path.Option!, ScriptCode.Literal(setting.ShowsInputs[0]))], "");
        }

        foreach (var unmask in recorder.ScriptFacts.OfType<MarkupFact>().Where(fact => fact.Effect == MarkupEffect.Unmask && fact.IsAbout(content)))
            yield return new(recorder, content, starts[0], [], WebProject.Attribute(unmask.Atom));
    }

    private static bool Takes(JsStartFact start, string call) =>
        start.Path.Call == call || start.With.Any(name => call == name || call.EndsWith("." + name, StringComparison.Ordinal));
}
