using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Tests.Catalog.Effects;

/// <summary>Writes pages, scripts and settings of small projects.</summary>
internal static class WebProject
{
    /// <summary>Code that asks for the user's answer before it runs a statement.</summary>
    public static string Guarded(string statement) => $"if (localStorage.getItem('cookie-consent') === 'granted') {{ {statement}; }}";

    /// <summary>A page with a script in it.</summary>
    public static (string Path, string Text) Page(string script, string head = "") => ("wwwroot/index.html", $"<html><head>{head}</head><body>\n<script>\n{script}</script>\n</body></html>");

    /// <summary>A page without a script of its own.</summary>
    public static (string Path, string Text) Markup(string markup) => ("wwwroot/index.html", $"<html><body>\n{markup}\n</body></html>");

    /// <summary>A file of script.</summary>
    public static (string Path, string Text) Script(string text) => ("wwwroot/js/site.js", text);

    /// <summary>The policy of the project for one recorder.</summary>
    public static (string Path, string Text) Policy(Recorder recorder, string purpose, string retention) =>
        ("Policy.cs", $"using ReplayLint;\n[assembly: SessionReplayPolicy(\"{recorder.Name}\", ReplayPurpose.{purpose}, {retention})]");

    /// <summary>An address that the pattern fits.</summary>
    public static string Address(HostPattern pattern)
    {
        var text = pattern.Text.StartsWith("*.", StringComparison.Ordinal) ? "cdn" + pattern.Text[1..] : pattern.Text;
        var isHost = text.IndexOf('/', StringComparison.Ordinal) > 0;
        return (isHost ? "https://" : "https://shop.example/") + text.TrimStart('/').Replace("*", "x", StringComparison.Ordinal);
    }

    /// <summary>A script element that loads the recorder, with the words that it needs beside it.</summary>
    public static string Load(SourceFact fact, string attributes = "") =>
        $"<!-- {string.Join(" ", fact.Requires.Take(1))} --><script {attributes}src=\"{Address(fact.Pattern)}\"></script>";

    /// <summary>What an element has on it so that the atom fits.</summary>
    public static string Attribute(MarkupAtom atom, string rest = "x") =>
        atom.IsClass ? $"class=\"{atom.MarkFor(atom.Text.EndsWith('*') ? rest : "")[1..]}\""
        : atom.Text.Contains('=', StringComparison.Ordinal) ? $"{atom.Attribute}=\"{atom.Value}{(atom.Text.EndsWith("*]", StringComparison.Ordinal) ? rest : "")}\""
        : $"{atom.Attribute}=\"{rest}\"";

    /// <summary>A way to start the recorder that needs no more than what is sure, as a statement of a script and the facts that it rests on.</summary>
    public static (string Statement, JsFact[] Facts) Start(Recorder recorder)
    {
        var start = recorder.ScriptFacts.OfType<JsStartFact>().OrderBy(static fact => fact.IsUnverified).ThenBy(static fact => TakesOptions(fact) ? 0 : 1).FirstOrDefault();
        var source = recorder.ScriptFacts.OfType<SourceFact>().Where(static fact => fact.Starts).OrderBy(static fact => fact.IsUnverified).FirstOrDefault();
        if (source is null || (start is not null && (source.IsUnverified || TakesOptions(start)) && !start.IsUnverified))
            return (ScriptCode.Start(start!), [start!]);

        return ($"/* {string.Join(" ", source.Requires)} */ var s = document.createElement('script'); s.src = '{Address(source.Pattern)}'; document.head.append(s)", []);
    }

    private static bool TakesOptions(JsStartFact start) =>
        !start.With.IsEmpty || start.When != StartCondition.Always || start.Recorder.ScriptFacts.Any(fact => fact is JsSettingFact setting && setting.Path.Call == start.Path.Call && setting.Argument == start.Argument);
}
