using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;
using ReplayLint.Consent;
using ReplayLint.Readers.Interop;
using ReplayLint.Readers.Script;

namespace ReplayLint.Readers.Markup;

/// <summary>
/// Who calls the functions of a script from outside of it, and who loads it: other scripts, pages, and the project's code.
/// Serves the questions of one file, in one thread.
/// </summary>
internal sealed class ScriptCallers(ProjectPages pages, RazorConsent consent, CancellationToken cancellation)
{
    /// <summary>How far one question may lead to others.</summary>
    private const int MaximumDepth = 6;

    /// <summary>How many functions and files may be asked about for one file.</summary>
    private const int MaximumQuestions = 2000;

    /// <summary>Shorter names are those of bundles, and stand for something else in each.</summary>
    private const int ShortestName = 3;

    private readonly Dictionary<object, OutsideCall?> _known = [];
    private readonly HashSet<object> _asked = [];
    private int _questions;

    /// <summary>The state of a place in a script of a page, given who calls and loads the script.</summary>
    public ConsentState StateAt(WebPage page, PageScript script, ScriptPlace place) =>
        ConsentLattice.Higher(
            RunsWith(page, script).State,
            script.Document.ConsentAt(place, function => CallOf(page, script, function)?.State));

    /// <summary>The way to a place that is not behind consent: the load of its script, and the call from outside that leads to it.</summary>
    public ImmutableArray<Location> WayTo(WebPage page, PageScript script, ScriptPlace place)
    {
        var way = RunsWith(page, script).Way;
        foreach (var function in FunctionStates.Through(place.Reached))
        {
            if (CallOf(page, script, function) is { State: ConsentState.NotGranted } call)
                return way.AddRange(call.Way);
        }

        return way;
    }

    /// <summary>Where a script file is loaded; null where nothing in sight loads it.</summary>
    public OutsideCall? LoadOf(WebPage script) => Ask(script, () => FindLoad(script));

    /// <summary>Whether any script of the project stops the recorder.</summary>
    public bool Stops(Recorder recorder, ScriptCatalog catalog)
    {
        foreach (var word in recorder.ScriptFacts.OfType<JsStopFact>().Select(static fact => fact.Argument?.Split(':').Last() ?? fact.Path.SimpleName).Distinct())
        {
            foreach (var page in pages.Mentioning(word, cancellation))
            {
                if (page.Scripts.Concat(page.Handlers).Any(script => WithdrawalFinder.Stops(script.Document, recorder, catalog)))
                    return true;
            }
        }

        return false;
    }

    private OutsideCall RunsWith(WebPage page, PageScript script) =>
        (page.File.Kind == WebFileKind.Script ? LoadOf(page) : null) ?? new OutsideCall(script.State.State, PageReader.PathOf(script.State));

    private OutsideCall? CallOf(WebPage page, PageScript script, ScriptFunction function) =>
        function.IsGlobal || function.IsExported ? Ask(function, () => FindCall(page, script, function)) : null;

    private OutsideCall? Ask(object question, Func<OutsideCall?> answer)
    {
        if (_known.TryGetValue(question, out var known))
            return known;

        // What leads back to itself learns nothing from that.
        if (_asked.Count == MaximumDepth || _questions == MaximumQuestions || !_asked.Add(question))
            return null;

        _questions++;

        var isFinal = _asked.Count == 1;
        var found = answer();
        _asked.Remove(question);
        if (isFinal)
            _known[question] = found;

        return found;
    }

    private OutsideCall? FindCall(WebPage home, PageScript script, ScriptFunction function)
    {
        OutsideCall? weakest = null;
        var globals = function.GlobalNames.Where(static name => LastOf(name).Length >= ShortestName).ToImmutableHashSet();
        var isDeclaredTwice = false;
        foreach (var page in WordsOf(home, function, globals).Distinct().SelectMany(word => pages.Mentioning(word, cancellation)).Distinct())
        {
            if (!Sees(page, home))
                continue;

            foreach (var other in page.Scripts.Concat(page.Handlers))
            {
                cancellation.ThrowIfCancellationRequested();
                if (other == script || (page == home && home.File.Kind == WebFileKind.Script))
                    continue;

                if (globals.Any(other.Document.DeclaresGlobal))
                {
                    isDeclaredTwice = true;
                    continue;
                }

                foreach (var (place, path) in other.Document.Calls.Select(static call => ((ScriptPlace)call, call.Path)).Concat(other.Document.References.Select(static reference => ((ScriptPlace)reference, reference.Path))))
                {
                    if (Means(path, page, home, globals, function.ExportedNames))
                        weakest = Weaker(weakest, StateAt(page, other, place), () => WayTo(page, other, place).Add(page.File.At(other.Shift(place.Span))));
                }
            }
        }

        // A name that two scripts declare may mean the other one.
        if (isDeclaredTwice && weakest is { State: ConsentState.NotGranted })
            weakest = weakest with { State = ConsentState.Unknown };

        foreach (var call in pages.Code.Of(function.GlobalNames).Concat(pages.Code.OfExports(function.ExportedNames, home.File.Path)))
            weakest = Weaker(weakest, call);

        return weakest;
    }

    /// <summary>The words that who calls a function has in its text: its name or, of a module, that of the file.</summary>
    private static IEnumerable<string> WordsOf(WebPage home, ScriptFunction function, ImmutableHashSet<string> globals)
    {
        foreach (var name in globals)
            yield return LastOf(name);

        if (function.IsExported)
            yield return ScriptAddress.NameOf(home.File.Path);
    }

    private OutsideCall? FindLoad(WebPage script)
    {
        OutsideCall? weakest = null;
        var file = script.File.Path;
        foreach (var page in pages.Mentioning(ScriptAddress.NameOf(file), cancellation))
        {
            foreach (var element in page.Elements)
            {
                if (element.Script.Element.FindAttribute("src") is { Value: { } address, ValueSpan: { } span } && ScriptAddress.Means(address, from: null, file))
                    weakest = Weaker(weakest, element.State.State, () => PageReader.PathOf(element.State).Add(page.File.At(span)));
            }

            foreach (var other in page.Scripts)
            {
                if (page == script)
                    continue;

                foreach (var load in other.Document.Loads)
                {
                    if (load.Use != LoadUse.Other && ScriptAddress.Means(load.Text, load.Use == LoadUse.Import ? page.File.Path : null, file))
                        weakest = Weaker(weakest, StateAt(page, other, load), () => WayTo(page, other, load).Add(page.File.At(other.Shift(load.Span))));
                }
            }
        }

        foreach (var import in pages.Code.ImportsOf(file))
            weakest = Weaker(weakest, import);

        return weakest;
    }

    private OutsideCall Weaker(OutsideCall? weakest, InteropCall call)
    {
        var state = consent.InCode(call.Place, cancellation);
        return Weaker(weakest, state.State, () => consent.PlaceOf(call.Place) is { } place ? PageReader.PathOf(state).Add(place) : PageReader.PathOf(state));
    }

    private static OutsideCall Weaker(OutsideCall? weakest, ConsentState state, Func<ImmutableArray<Location>> way) =>
        weakest is not null && weakest.State <= state ? weakest
        : new OutsideCall(state, state == ConsentState.NotGranted ? way().Distinct().ToImmutableArray() : ImmutableArray<Location>.Empty);

    /// <summary>The scripts of a page are there for the page itself; those of a layout or a part for every page.</summary>
    private static bool Sees(WebPage page, WebPage home) =>
        page == home || page.File.Kind == WebFileKind.Script || home.File.Kind == WebFileKind.Script || home.File.IsForOtherPages;

    private static bool Means(ScriptPath path, WebPage page, WebPage home, ImmutableHashSet<string> globals, HashSet<string> exports) =>
        path.Package is { } module
            ? exports.Contains(path.Exported ?? "") && ScriptAddress.Means(module, page.File.Path, home.File.Path)
            : !path.IsLocal && globals.Contains(path.Text);

    private static string LastOf(string name) => name.Substring(name.LastIndexOf('.') + 1);
}
