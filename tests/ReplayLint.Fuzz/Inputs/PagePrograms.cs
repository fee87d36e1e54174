using System.Collections.Immutable;
using System.Text;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Fuzz.Inputs;

/// <summary>Pages and scripts that use the recorders of the catalogue: its own hosts, calls, options and marks, behind guards and without.</summary>
internal static class PagePrograms
{
    private static readonly ImmutableArray<Recorder> Recorders = [.. RecorderCatalog.BuiltIn.Recorders.Where(static recorder => recorder.ScriptFacts.OfType<JsFact>().Any())];

    private static readonly ImmutableArray<string> Guards =
    [
        "@", "@", "if (hasConsent) { @ }", "if (!hasConsent()) { } else { @ }", "if (ready) { @ }", "function begin() { @ }\nbegin();", "document.addEventListener('click', () => { @ });", "hasConsent && run(function () { @ });",
        "(function (w, d) { @ })(window, document);", "// why\n@ // what", "/* why */ @", "window.onload = async () => { await ask(); @ };", "try { @ } catch { }", "for (const x of [1]) { @ }", "const later = () => { @ };",
    ];

    private static readonly ImmutableArray<string> Elements =
    [
        "<p>Hello</p>", "<input type=\"password\" name=\"pin\">", "<form><label>Card <input name=cardnumber autocomplete='cc-number'></label></form>", "<div class=\"a b\"><textarea></textarea></div>",
        "<!-- a comment --><img src=a.png />", "<button onclick=\"begin()\">Go</button>", "<span>@Model.Email</span>", "@if (Model.HasConsent) { <b>yes</b> }", "<select><option selected>1</select>",
    ];

    /// <summary>A page, or a script, as the numbers decide.</summary>
    public static string CreatePage(Random random)
    {
        var page = new StringBuilder("<!DOCTYPE html>\n<html>\n<head>\n");
        var recorder = Pick(random, Recorders);
        foreach (var host in recorder.ScriptFacts.OfType<SourceFact>().Take(random.Next(3)))
            page.Append($"    <script {(random.Next(3) == 0 ? "async " : "")}src=\"https://{HostOf(host)}\"></script>\n");

        page.Append("</head>\n<body>\n");
        for (var elements = random.Next(5); elements > 0; elements--)
            page.Append(random.Next(4) == 0 ? $"    <div {Mark(random, recorder)}>text</div>\n" : $"    {Pick(random, Elements)}\n");

        if (random.Next(3) > 0)
            page.Append($"    <script>\n{CreateScript(random, recorder)}    </script>\n");

        return Ended(page.Append("</body>\n</html>\n").ToString(), random);
    }

    public static string CreateScript(Random random) => Ended(CreateScript(random, Pick(random, Recorders)), random);

    private static string CreateScript(Random random, Recorder recorder)
    {
        var script = new StringBuilder();
        var facts = recorder.ScriptFacts.OfType<JsFact>().ToImmutableArray();
        for (var calls = random.Next(1, 4); calls > 0; calls--)
            script.Append("        ").Append(Pick(random, Guards).Replace("@", Call(random, Pick(random, facts), facts), StringComparison.Ordinal)).Append('\n');

        return script.ToString();
    }

    private static string Call(Random random, JsFact fact, ImmutableArray<JsFact> facts)
    {
        var path = fact.Path.Call;
        if (path.Contains('(', StringComparison.Ordinal))
            return path.EndsWith(')') ? path + ";" : path + ");";

        var options = facts.Where(other => other.Path.Call == path && other.Path.Option is not null).Where(_ => random.Next(3) == 0).ToList();
        var written = string.Join(random.Next(2) == 0 ? ", " : ",\n            ", options.GroupBy(static option => option.Path.Option!.Split('.')[0]).Select(group => Member(random, [.. group.Select(static option => option.Path.Option!)])));
        return random.Next(3) switch
        {
            0 => $"{path}({{ {written} }});",
            1 => $"{path}('key', {{ {written} }});",
            _ => $"{path}(user.email, {{ {written} }});",
        };
    }

    private static string Member(Random random, ImmutableArray<string> paths)
    {
        var name = paths[0].Split('.')[0];
        var nested = paths.Where(static path => path.Contains('.', StringComparison.Ordinal)).Select(static path => path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..]).Distinct().ToImmutableArray();
        return nested.IsEmpty
            ? $"{name}: {Pick(random, ["true", "false", "0", "1", "'*'", "null", "user.email", "[]", "x"])}"
            : $"{name}: {{ {string.Join(", ", nested.GroupBy(static path => path.Split('.')[0]).Select(group => Member(random, [.. group])))} }}";
    }

    private static string Mark(Random random, Recorder recorder)
    {
        var marks = recorder.ScriptFacts.OfType<MarkupFact>().ToImmutableArray();
        if (marks.IsEmpty)
            return "id=x";

        var mark = Pick(random, marks).Atom.Text;
        return mark[0] == '.' ? $"class=\"x {mark[1..]}\"" : mark.Trim('[', ']').Replace("*", "x", StringComparison.Ordinal);
    }

    private static string HostOf(SourceFact fact) => fact.Pattern.Text.Replace("*", "x", StringComparison.Ordinal).TrimStart('/');

    private static string Ended(string text, Random random) => random.Next(3) == 0 ? text.Replace("\n", "\r\n", StringComparison.Ordinal) : text;

    private static T Pick<T>(Random random, ImmutableArray<T> items) => items[random.Next(items.Length)];
}
