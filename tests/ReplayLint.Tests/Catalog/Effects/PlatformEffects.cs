using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Tests.Catalog.Effects;

/// <summary>Pages in which what the catalogue says about a consent platform makes a difference to a recorder in it.</summary>
internal static class PlatformEffects
{
    /// <summary>A script element that loads a recorder.</summary>
    private const string Source = "src=\"https://www.clarity.ms/tag/abc\"";

    private const string Statement = "posthog.init('key')";

    /// <summary>A class or attribute by which a script waits.</summary>
    public static IEnumerable<EffectCase> ScriptGate(StatedFact stated)
    {
        var fact = stated.PlatformFact<ScriptGateFact>();
        yield return Page("RPL1001", false, Held(fact, "statistics"));
        yield return Page("RPL1001", true, $"<script {Source}></script>");
        if (fact.Type is not null)
            yield return Page("RPL1001", true, $"<script {WebProject.Attribute(fact.Atom, "statistics")} {Source}></script>");
    }

    /// <summary>A category whose scripts do not wait.</summary>
    public static IEnumerable<EffectCase> EssentialCategory(StatedFact stated)
    {
        var fact = stated.PlatformFact<EssentialCategoryFact>();
        foreach (var gate in fact.Platform.Facts.OfType<ScriptGateFact>().Where(static gate => gate.Atom.MarkFor("x") != gate.Atom.MarkFor("") && gate.Atom.Mark is null || !gate.Atom.IsClass))
        {
            yield return Page("RPL1006", true, Held(gate, fact.Category));
            yield return Page("RPL1006", false, Held(gate, "statistics"));
        }
    }

    /// <summary>The category in which a fix puts a recorder.</summary>
    public static IEnumerable<EffectCase> StatisticsCategory(StatedFact stated)
    {
        var fact = stated.PlatformFact<StatisticsCategoryFact>();
        var gate = fact.Platform.Facts.OfType<ScriptGateFact>().First();
        var essential = fact.Platform.Facts.OfType<EssentialCategoryFact>().First();
        yield return Page("RPL1006", true, Held(gate, essential.Category)) with { Text = gate.Atom.MarkFor(fact.Category) };
    }

    /// <summary>The platform's own script: a fix knows by it which platform the pages have.</summary>
    public static IEnumerable<EffectCase> Script(StatedFact stated)
    {
        var fact = stated.PlatformFact<PlatformScriptFact>();
        var gate = fact.Platform.Facts.OfType<ScriptGateFact>().First(static gate => !gate.IsUnverified);
        var page = $"<script src=\"{WebProject.Address(fact.Pattern)}\"></script><script {Source}></script>";
        var blocks = fact.Platform.Facts.Any(other => other is AutoBlockFact block && block.Pattern.Text == fact.Pattern.Text && block.Requires.IsEmpty);
        yield return Page(blocks ? "RPL1002" : "RPL1001", true, page) with { Text = gate.Atom.MarkFor(fact.Platform.StatisticsCategory!) };
    }

    /// <summary>A script that may hold back others without a sign at them.</summary>
    public static IEnumerable<EffectCase> AutoBlocks(StatedFact stated)
    {
        var fact = stated.PlatformFact<AutoBlockFact>();
        var needed = fact.Requires.IsEmpty ? "" : fact.Requires[0] + "=\"auto\"";
        var page = $"<script {needed} src=\"{WebProject.Address(fact.Pattern)}\"></script><script {Source}></script>";
        yield return Page("RPL1001", false, page);
        yield return Page("RPL1002", true, page);
        if (needed.Length > 0)
            yield return Page("RPL1001", true, page.Replace(needed, "", StringComparison.Ordinal));
    }

    /// <summary>A call or name in scripts that is true after consent.</summary>
    public static IEnumerable<EffectCase> Guard(StatedFact stated)
    {
        var fact = stated.PlatformFact<JsGuardFact>();
        var path = fact.Path.Option is null ? fact.Path.Call : $"{fact.Path.Call}.{fact.Path.Option}";
        yield return Script("RPL1001", true, Statement);
        foreach (var call in (string[])[path, path + "('c')", path + ".includes('c')", path.Replace(".", "().", StringComparison.Ordinal), path.Replace(".", "().", StringComparison.Ordinal) + "('c')"])
            yield return Script("RPL1001", false, $"if ({call}) {{ {Statement}; }}");
    }

    /// <summary>What is given to the platform runs after consent.</summary>
    public static IEnumerable<EffectCase> Callback(StatedFact stated)
    {
        var fact = stated.PlatformFact<JsCallbackFact>();
        yield return Script("RPL1001", false, $"window.addEventListener('{fact.Name}', function () {{ {Statement}; }})");
        yield return Script("RPL1001", false, $"{fact.Name} = function () {{ {Statement}; }}");
    }

    /// <summary>For how long the choice is kept.</summary>
    public static IEnumerable<EffectCase> Lifetime(StatedFact stated)
    {
        var fact = stated.PlatformFact<JsLifetimeFact>();
        foreach (var days in (int[])[400, 90])
        {
            var number = Math.Round(days / fact.DaysPerUnit).ToString(System.Globalization.CultureInfo.InvariantCulture);
            var option = fact.Path.Option is null ? number : fact.Path.Option.Split('.').Reverse().Aggregate(number, static (inner, key) => $"{{ {key}: {inner} }}");
            var keeps = fact.NameArgument is { } key ? $"{fact.Path.Call}({string.Concat(Enumerable.Repeat("'x', ", key))}'cookie-consent', 'yes', {option})" : $"window.{fact.Path.Call} = {option}";
            yield return Script("RPL1007", days == 400, keeps + "; " + Statement);
        }
    }

    private static string Held(ScriptGateFact gate, string category) =>
        $"<script {(gate.Type is null ? "" : $"type=\"{gate.Type}\"")} {WebProject.Attribute(gate.Atom, category)} {Source}></script>";

    private static EffectCase Page(string rule, bool fires, string markup) => new(rule, fires, WebProject.Markup(markup));

    private static EffectCase Script(string rule, bool fires, string script) => new(rule, fires, WebProject.Page(script + ";"));
}
