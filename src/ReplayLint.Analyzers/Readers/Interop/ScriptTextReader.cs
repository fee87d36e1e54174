using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Consent;
using ReplayLint.Readers.CSharp;
using ReplayLint.Readers.Markup;
using ReplayLint.Readers.Script;
using ValueReader = ReplayLint.Readers.CSharp.ValueReader;

namespace ReplayLint.Readers.Interop;

/// <summary>Finds texts in C# code that become scripts of a page, and reads them as scripts are read.</summary>
internal sealed class ScriptTextReader(ReplayContext replay, ValueReader values, IdentifierWords words)
{
    private const string Tag = "<script";

    /// <summary>A text to be filled.</summary>
    /// <param name="leavesOut">Which choices within the text are not read.</param>
    public CodeText Create(Func<IOperation, bool>? leavesOut = null) => new(values, leavesOut ?? (static _ => false));

    /// <summary>The usages in the texts of one body, or of one initialiser.</summary>
    public IEnumerable<RecorderUsage> Read(IEnumerable<IOperation> blocks, ISymbol owner, BodyConsent consent)
    {
        var started = new HashSet<(Recorder, Location)>();
        var states = new TextPlaces(replay.Models, owner, consent);
        foreach (var places in CodeTexts.Find(blocks))
        {
            var text = Create();
            CodeTexts.Append(text, places);
            if (!MayBeScript(text.Text) || states.IsPartOfText(places[0]))
                continue;

            foreach (var usage in Read(text, places, states))
            {
                if (usage.Kind != UsageKind.Start || !usage.SetsUp || started.Add((usage.Recorder, usage.Location)))
                    yield return usage;
            }
        }
    }

    /// <summary>The usages in the texts of one body, whatever is known about consent there.</summary>
    public IEnumerable<RecorderUsage> Read(IEnumerable<IOperation> blocks, PlaceState state)
    {
        foreach (var places in CodeTexts.Find(blocks))
        {
            var text = Create();
            CodeTexts.Append(text, places);
            if (!MayBeScript(text.Text))
                continue;

            foreach (var usage in Read(text, () => state))
                yield return usage;
        }
    }

    /// <summary>The usages in a text, which is markup or a script.</summary>
    public IEnumerable<RecorderUsage> Read(CodeText code, Func<PlaceState> outside)
    {
        var text = code.Text;
        var scripts = text.IndexOf(Tag, StringComparison.OrdinalIgnoreCase) >= 0 ? ScriptsOf(text).ToList() : [(text, 0, null)];
        var recorders = new PageRecorders();
        var started = new HashSet<Recorder>();
        foreach (var (script, start, element) in scripts)
        {
            var state = element is { WaitsForConsent: true, GateAttribute: var gate }
                ? new PlaceState(ConsentState.Granted) { Basis = new(() => gate is null ? null : BasisAt(gate.Span)) }
                : null;
            foreach (var usage in ReadSource(element, code, text, state ?? outside()))
            {
                if (started.Add(usage.Recorder))
                    yield return usage;
            }

            var document = ScriptDocument.Parse(script, replay.Catalog);
            if (document.ParseFailed && element is null)
                continue;

            var page = new ScriptPage(replay.Catalog.Scripts, words, text, span => code.Locate(Shift(span, start)))
            {
                Outside = state ?? outside(),
                BasisOf = place => document.GuardOf(place) is { } guard ? BasisAt(Shift(guard, start)) : null,
                TemplateCode = span => code.CodeAt(Shift(span, start)),
                Recorders = recorders,
            };
            foreach (var usage in ScriptUsageReader.Read(document, page))
            {
                if (usage.Kind != UsageKind.Start || !usage.SetsUp || started.Add(usage.Recorder))
                    yield return usage;
            }
        }

        ConsentBasis BasisAt(TextSpan span) => ConsentBasis.Of(text.Substring(span.Start, span.Length), code.Locate(span));
    }

    /// <summary>
    /// The usages in a text whose parts are written in several places: what is there without consent is the text without the
    /// parts that are written with it.
    /// </summary>
    private IEnumerable<RecorderUsage> Read(CodeText text, IReadOnlyList<IOperation> places, TextPlaces states)
    {
        if (places.Count == 1 && text.Choices.Count == 0)
            return Read(text, () => states.StateOf(places[0]));

        var usages = new List<RecorderUsage>();
        foreach (var level in places.Concat(text.Choices).Select(states.StateOf).GroupBy(static state => state.State).OrderBy(static level => level.Key))
        {
            var written = Create(choice => states.StateOf(choice).State > level.Key);
            CodeTexts.Append(written, places.Where(place => states.StateOf(place).State <= level.Key));
            foreach (var usage in Read(written, () => level.First()))
            {
                if (!usages.Exists(known => known.Kind == usage.Kind && known.Recorder == usage.Recorder && known.Member == usage.Member && known.Location == usage.Location))
                    usages.Add(usage);
            }
        }

        return usages;
    }

    private static TextSpan Shift(TextSpan span, int start) => new(span.Start + start, span.Length);

    private bool MayBeScript(string text) =>
        text.IndexOf('(') >= 0 || text.IndexOf(Tag, StringComparison.OrdinalIgnoreCase) >= 0 || (text.IndexOf('=') >= 0 && replay.Catalog.Scripts.HasHost(text));

    private IEnumerable<(string Script, int Start, ScriptElement? Element)> ScriptsOf(string text)
    {
        foreach (var element in MarkupDocument.Parse(text, MarkupLanguage.Html).Descendants().OfType<MarkupElement>())
        {
            if (ScriptElement.Read(element, replay.Catalog.Scripts) is { } script)
                yield return (element.RawText?.ToScript() ?? "", element.RawText?.Span.Start ?? element.Span.Start, script);
        }
    }

    private IEnumerable<RecorderUsage> ReadSource(ScriptElement? element, CodeText code, string text, PlaceState state)
    {
        if (element?.Element.FindAttribute("src") is not { Value: { } address, ValueSpan: { } span })
            yield break;

        foreach (var host in replay.Catalog.Scripts.FindHosts(address, text))
        {
            if (!host.Fact.Starts)
                continue;

            yield return new RecorderUsage(UsageKind.Start, host.Recorder, ScriptStarts.AddressOf(address, host.Span), code.Locate(span))
            {
                Consent = state.State,
                Doubt = state.Doubt,
                Basis = state.Basis,
                Path = state.Path,
                FalseGates = state.FalseGates(host.Recorder),
                IsUnverified = host.Fact.IsUnverified,
                IsVolumeOutOfSight = ScriptStarts.IsVolumeOutOfSight(host.Recorder, null),
            };
        }
    }
}
