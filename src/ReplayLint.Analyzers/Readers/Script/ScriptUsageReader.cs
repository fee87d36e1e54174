using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>
/// Finds the places where a script touches a recorder. A page may have several scripts: each is noted before any is read,
/// because what one holds back another starts.
/// </summary>
internal static class ScriptUsageReader
{
    /// <summary>Remembers what the script does to the recorders of its page.</summary>
    public static void Note(ScriptDocument script, ScriptPage page)
    {
        var touches = Touches(script, page).ToList();
        foreach (var touch in touches)
            NoteGates(touch, page);

        var starts = new ScriptStarts(script, page);
        foreach (var start in starts.Find(touches))
        {
            page.Recorders.Started.Add(start.Usage.Recorder);
            if (start.Usage is { IsGated: false, Consent: ConsentState.NotGranted })
                page.Recorders.Ungated.Add(start.Usage.Recorder);
        }

        page.Recorders.Unused.UnionWith(starts.Unused);
    }

    /// <summary>The usages of recorders in a script, in no order.</summary>
    public static IEnumerable<RecorderUsage> Read(ScriptDocument script, ScriptPage page)
    {
        Note(script, page);
        var touches = Touches(script, page).ToList();
        foreach (var usage in ScriptStarts.Choose(new ScriptStarts(script, page).Find(touches)))
            yield return usage;

        var touchReader = new TouchReader(page);
        foreach (var usage in touches.SelectMany(touchReader.Read))
            yield return usage;
    }

    /// <summary>What the script calls or sets as if it held back a recorder that the page starts; to be asked for when all scripts are noted.</summary>
    public static IEnumerable<FalseGate> ReadFalseGates(ScriptDocument script, ScriptPage page)
    {
        Note(script, page);
        var touchReader = new TouchReader(page);
        return Touches(script, page).SelectMany(touchReader.ReadFalseGates);
    }

    /// <summary>A call that is not written in a script, where it touches a recorder; its arguments have the spans that the page locates.</summary>
    /// <param name="path">What is called, as a script would name it.</param>
    /// <param name="arguments">What it is given.</param>
    /// <param name="span">The whole call.</param>
    /// <param name="nameSpan">The name of what is called.</param>
    /// <param name="state">What is known about consent there; asked only for starts.</param>
    /// <param name="page">The surroundings.</param>
    public static ScriptTouch? TouchOf(ScriptPath path, ImmutableArray<ScriptValue> arguments, TextSpan span, TextSpan nameSpan, Func<PlaceState> state, ScriptPage page)
    {
        var facts = FactsOf(path, page);
        return facts.IsEmpty ? null : new ScriptTouch(facts, arguments, span, nameSpan, new Lazy<PlaceState>(state));
    }

    /// <summary>What such a call means.</summary>
    public static IEnumerable<RecorderUsage> Read(ScriptTouch touch, ScriptPage page)
    {
        var starts = new ScriptStarts(null, page);
        foreach (var usage in ScriptStarts.Choose(starts.Find([touch])))
            yield return usage;

        page.Recorders.Unused.UnionWith(starts.Unused);
        foreach (var usage in new TouchReader(page).Read(touch))
            yield return usage;
    }

    private static IEnumerable<ScriptTouch> Touches(ScriptDocument script, ScriptPage page)
    {
        foreach (var call in script.Calls)
        {
            var facts = FactsOf(call.Path, page);
            if (!facts.IsEmpty)
                yield return new ScriptTouch(facts, call.Arguments, call.Span, call.CalleeSpan, StateOf(call, page)) { Place = call };
        }

        var seen = new HashSet<TextSpan>();
        foreach (var assignment in script.Assignments)
        {
            var facts = FactsOf(assignment.Path, page);
            if (!facts.IsEmpty && seen.Add(assignment.Span))
                yield return new ScriptTouch(facts, ImmutableArray.Create(assignment.Value), assignment.Span, assignment.TargetSpan, StateOf(assignment, page)) { Place = assignment };
            else if (facts.IsEmpty && OptionOf(assignment, page) is { } option)
                yield return option;
        }
    }

    /// <summary>An option that is written on its own: <c>recorder.config.privacy.mask = false</c>.</summary>
    private static ScriptTouch? OptionOf(ScriptAssignment assignment, ScriptPage page)
    {
        var path = assignment.Path;
        if (path.IsLocal || path.Package is not null)
            return null;

        for (var dot = path.Text.LastIndexOf('.'); dot > 0; dot = path.Text.LastIndexOf('.', dot - 1))
        {
            var option = path.Text.Substring(dot + 1);
            var facts = page.Catalog.FindOption(path.Text.Substring(0, dot), option)
                .Where(fact => page.Allows(fact) && fact is JsSettingFact { Argument: null } or JsUnmaskFact { Argument: null } && fact.Path.Call.IndexOf('.') > 0)
                .ToImmutableArray();
            if (facts.IsEmpty)
                continue;

            // The same as an object that holds this option alone, and more that is not seen.
            var value = assignment.Value;
            foreach (var key in option.Split('.').AsEnumerable().Reverse())
            {
                value = new ScriptValue(ScriptValueKind.Object, assignment.Span)
                {
                    IsOpen = true,
                    Properties = ImmutableArray.Create(new ScriptProperty(key, assignment.TargetSpan, assignment.Span, value, IsShorthand: false)),
                };
            }

            return new ScriptTouch(facts, ImmutableArray.Create(value), assignment.Span, assignment.TargetSpan, StateOf(assignment, page)) { Place = assignment };
        }

        return null;
    }

    private static ImmutableArray<JsFact> FactsOf(ScriptPath path, ScriptPage page) =>
        CatalogName.FactsOf(path, page.Catalog).RemoveAll(fact => !page.Allows(fact));

    private static Lazy<PlaceState> StateOf(ScriptPlace place, ScriptPage page) => new(() => PlaceState.Of(place, page));

    /// <summary>A call or assignment that holds recording back does so only where it runs along with the page.</summary>
    private static void NoteGates(ScriptTouch touch, ScriptPage page)
    {
        foreach (var fact in touch.Facts)
        {
            if (fact is JsGateFact { Path.Option: null } && touch.ArgumentsFor(fact) is not null && RunsWithPage(touch))
                page.Recorders.Gated.Add(fact.Recorder);
        }
    }

    private static bool RunsWithPage(ScriptTouch touch) =>
        touch.Place is { Reached: { IsEmpty: false } reached } && reached.Any(static reach => reach is { Function.IsScript: true, Level: ConsentState.NotGranted });
}
