using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>A start, and how well it stands for the others of its recorder.</summary>
/// <param name="Usage">The start.</param>
/// <param name="IsTelling">Whether it shows the options.</param>
/// <param name="IsLoad">Whether it only loads the recorder.</param>
internal sealed record ScriptStart(RecorderUsage Usage, bool IsTelling, bool IsLoad);

/// <summary>Finds where a script starts recorders: by loading them, by calling them, or by opening what holds them back.</summary>
internal sealed class ScriptStarts(ScriptDocument? script, ScriptPage page)
{
    /// <summary>The recorders that the script sets up without replay.</summary>
    public HashSet<Recorder> Unused { get; } = [];

    /// <summary>
    /// The starts to speak of. Loading a recorder and calling it are one start; where something sets it up without consent,
    /// what starts it besides says nothing new.
    /// </summary>
    public static IEnumerable<RecorderUsage> Choose(IEnumerable<ScriptStart> starts)
    {
        foreach (var group in starts.GroupBy(static start => start.Usage.Recorder))
        {
            var settingUp = group.Where(static start => start.Usage.SetsUp).ToList();
            if (settingUp.Exists(static start => !start.IsLoad && start.Usage.IsGated))
                settingUp.RemoveAll(static start => start.IsLoad);

            var first = settingUp
                .OrderBy(static start => start.Usage.Consent)
                .ThenBy(static start => start.Usage.IsCertain ? 0 : 1)
                .ThenBy(static start => start.IsTelling ? 0 : 1)
                .ThenBy(static start => start.IsLoad ? 0 : 1)
                .FirstOrDefault()?.Usage;
            if (first is not null)
                yield return first;

            if (first is { IsGated: false, Consent: not ConsentState.Granted })
                continue;

            if (group.Where(static start => !start.Usage.SetsUp).OrderBy(static start => start.Usage.Consent).FirstOrDefault() is { } opened)
                yield return opened.Usage;
        }
    }

    /// <summary>Every start of the script.</summary>
    public List<ScriptStart> Find(IReadOnlyCollection<ScriptTouch> touches)
    {
        var starts = touches.SelectMany(Find).ToList();
        if (script is not null)
            starts.AddRange(FindLoads(script));

        return starts;
    }

    private IEnumerable<ScriptStart> Find(ScriptTouch touch)
    {
        foreach (var fact in touch.Facts)
        {
            if (fact is not (JsStartFact or JsGrantFact) || touch.ArgumentsFor(fact) is not { } arguments)
                continue;

            if (fact is JsStartFact start)
            {
                if (Find(touch, start, arguments) is { } found)
                    yield return found;
            }
            else
            {
                yield return new ScriptStart(Create(fact, touch.NameSpan, touch.State.Value, setsUp: false), IsTelling: false, IsLoad: false);
            }
        }
    }

    private ScriptStart? Find(ScriptTouch touch, JsStartFact start, ImmutableArray<ScriptValue> arguments)
    {
        var options = new StartOptions(touch, start, arguments, page);
        bool? isOn = options.HasExtension || HoldsExtension(touch, start) ? true : options.HasOption;
        if (isOn == false)
        {
            Unused.Add(start.Recorder);
            return null;
        }

        var reading = options.Read();
        var unknown = isOn is null ? start.With[0] : null;
        if (start.When == StartCondition.Rate)
        {
            var rates = reading is null ? [] : reading.Settings.Where(static s => s.Setting.Protects == Protects.Rate && !s.Value.RecordsNone).ToList();
            if (rates.Count == 0)
            {
                Unused.Add(start.Recorder);
                return null;
            }

            if (!rates.Exists(static s => s.Value.RecordsSome))
                unknown ??= rates[0].Setting.DisplayName;
        }

        var usage = Create(start, touch.NameSpan, touch.State.Value, SetsUp(start), options, reading, unknown);
        return new ScriptStart(usage, reading is not null, IsLoad: false);
    }

    /// <summary>What is given as a function runs as well: <c>plugins: all => [...all, plugin()]</c>.</summary>
    private bool HoldsExtension(ScriptTouch touch, JsStartFact start) =>
        script is not null
        && !start.With.IsEmpty
        && script.Calls.Any(call => touch.Span.Contains(call.Span) && call.Span != touch.Span && start.With.Any(name => CatalogName.Calls(call.Path, name, start.Recorder, page.Catalog)));

    private RecorderUsage Create(JsFact fact, TextSpan span, PlaceState state, bool setsUp, StartOptions? options = null, OptionsReading? reading = null, string? unknown = null)
    {
        var isGated = setsUp && (options is { IsGated: true } || page.Recorders.Gated.Contains(fact.Recorder));
        var isByRate = fact is JsStartFact { When: StartCondition.Rate };
        return new RecorderUsage(UsageKind.Start, fact.Recorder, ScriptTouch.Describe(fact), page.Locate(span))
        {
            IsUnverified = fact.IsUnverified,
            Consent = state.State,
            Doubt = isGated || state.State == ConsentState.Granted ? null : unknown is not null ? new ConsentDoubt(DoubtReason.UnknownValue, unknown) : state.Doubt,
            Basis = state.Basis,
            Path = state.Path,
            FalseGates = state.State == ConsentState.NotGranted ? state.FalseGates(fact.Recorder) : ImmutableArray<FalseGate>.Empty,
            IsCertain = unknown is null,
            IsGated = isGated,
            IsStartedByRate = isByRate,
            SwitchOff = isByRate ? "0" : null,
            SetsUp = setsUp,
            Options = reading,
            Version = page.VersionOf(fact.Recorder),
            MissingGate = isGated ? null : options?.MissingGate,
            IsVolumeOutOfSight = setsUp && IsVolumeOutOfSight(fact.Recorder, reading),
        };
    }

    public static bool IsVolumeOutOfSight(Recorder recorder, OptionsReading? reading) =>
        recorder.IsVolumeSetInConsole
        && !(reading is not null && reading.Settings.Any(static s => s.Setting is { Protects: Protects.Rate, OnError: false }));

    /// <summary>
    /// Whether a call sets the recorder up, rather than open what holds back one that is: it does when it takes options, and
    /// when nothing else of the recorder can be held back.
    /// </summary>
    private bool SetsUp(JsStartFact start)
    {
        if (!start.With.IsEmpty || start.When != StartCondition.Always)
            return true;

        var loads = false;
        var isHeldBack = false;
        foreach (var fact in start.Recorder.ScriptFacts)
        {
            if (fact is JsSettingFact setting && setting.Path.Call == start.Path.Call && setting.Argument == start.Argument)
                return true;

            loads |= fact is SourceFact { Starts: true };
            isHeldBack |= fact is JsGateFact;
        }

        return !(loads && isHeldBack) && !start.Recorder.ScriptFacts.OfType<JsStartFact>().Any(other => other != start && page.Catalog.GatesOf(other).Any());
    }

    private IEnumerable<ScriptStart> FindLoads(ScriptDocument document)
    {
        var found = new HashSet<Recorder>();
        foreach (var load in document.Loads)
        {
            if (load.Use == LoadUse.Other && !document.ParseFailed)
                continue;

            foreach (var match in page.Catalog.FindHosts(load.Text, page.Text))
            {
                if (match.Fact.Starts)
                    found.Add(match.Recorder);

                if (match.Fact.Starts)
                    yield return Load(match.Recorder, AddressOf(load.Text, match.Span), load.Span, load, match.Fact.IsUnverified);
            }
        }

        foreach (var assignment in document.Assignments)
        {
            // The address may be kept in a global that the vendor's loader reads.
            if (assignment.Path is { IsLocal: false, Package: null } path
                && page.Catalog.FindGlobal(path.Text) is { IsEmpty: false } globals
                && assignment.Value is { Kind: ScriptValueKind.Text, Text: { } text })
            {
                foreach (var match in page.Catalog.FindHosts(text, page.Text))
                {
                    if (match.Fact.Starts && globals.Any(global => global.Recorder == match.Recorder) && found.Add(match.Recorder))
                        yield return Load(match.Recorder, AddressOf(text, match.Span), assignment.Value.Span, assignment, match.Fact.IsUnverified);
                }
            }
        }

        foreach (var (recorder, name, place) in FindLoaders(document))
        {
            if (found.Add(recorder))
                yield return Load(recorder, name.Text!, name.Span, place, isUnverified: false);
        }
    }

    /// <summary>A loader that is handed the recorder's name, wherever its address comes from: <c>(window, document, "name", "script", …)</c>.</summary>
    private IEnumerable<(Recorder Recorder, ScriptValue Name, ScriptPlace Place)> FindLoaders(ScriptDocument document)
    {
        foreach (var call in document.Calls)
        {
            if (call.Path.Text.Length > 0
                || call.Arguments.FirstOrDefault() is not { Path.Text: "" or "document" }
                || !call.Arguments.Any(static argument => argument.Text == "script")
                || !document.Assignments.Any(assignment => call.Span.Contains(assignment.Span) && assignment.Path.Text.EndsWith(".src", StringComparison.Ordinal)))
            {
                continue;
            }

            foreach (var argument in call.Arguments)
            {
                if (argument.Kind != ScriptValueKind.Text)
                    continue;

                foreach (var global in page.Catalog.FindGlobal(argument.Text!))
                {
                    if (global.Recorder.ScriptFacts.Any(static fact => fact is SourceFact { Starts: true, Requires.IsEmpty: true }))
                        yield return (global.Recorder, argument, call);
                }
            }
        }
    }

    private ScriptStart Load(Recorder recorder, string member, TextSpan span, ScriptPlace place, bool isUnverified)
    {
        var state = PlaceState.Of(place, page);
        var isGated = page.Recorders.Gated.Contains(recorder);
        var usage = new RecorderUsage(UsageKind.Start, recorder, member, page.Locate(span))
        {
            IsUnverified = isUnverified,
            Consent = state.State,
            Doubt = isGated ? null : state.Doubt,
            Basis = state.Basis,
            Path = state.Path,
            FalseGates = state.State == ConsentState.NotGranted ? state.FalseGates(recorder) : ImmutableArray<FalseGate>.Empty,
            IsGated = isGated,
            Version = page.VersionOf(recorder),
            IsVolumeOutOfSight = IsVolumeOutOfSight(recorder, null),
        };
        return new ScriptStart(usage, IsTelling: false, IsLoad: true);
    }

    /// <summary>The address without what follows its path.</summary>
    public static string AddressOf(string text, TextSpan match)
    {
        var address = text.Substring(match.Start, HostPattern.EndOfAddress(text, match.End) - match.Start).Replace("\\", "");

        // From where it is put together at run time, it is not known.
        var end = address.IndexOfAny(['?', '#']);
        var filled = address.IndexOf("__", StringComparison.Ordinal);
        if (filled >= 0 && (end < 0 || filled < end))
            end = filled;

        return end < 0 ? address : address.Substring(0, end);
    }
}
