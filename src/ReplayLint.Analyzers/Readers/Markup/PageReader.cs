using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;
using ReplayLint.Consent;
using ReplayLint.Readers.Script;

namespace ReplayLint.Readers.Markup;

/// <summary>
/// Finds where a view, page or script file touches a recorder: scripts that load or call one, and attributes that show content.
/// A file that mentions none is searched once and never parsed.
/// </summary>
internal sealed class PageReader(RecorderCatalog catalog, IdentifierWords identifiers)
{
    /// <summary>What the file does with recorders; nothing when it mentions none.</summary>
    /// <param name="file">The file.</param>
    /// <param name="consent">The consent state of a place in a view, as far as the view's code decides it.</param>
    public PageReading? Read(WebFile file, Func<MarkupDocument, TextSpan, RazorState> consent)
    {
        if (!catalog.Scripts.MayConcern(file.Text))
            return null;

        var reading = new PageReading();
        if (file.Kind == WebFileKind.Script)
        {
            ReadScripts(file, [new PageScript(file.Text, 0, RazorState.NotGranted, raw: null)], reading, new PageRecorders());
            return reading;
        }

        var page = MarkupDocument.Parse(file.Text, LanguageOf(file.Kind));
        var isBlockedByPlatform = !catalog.Scripts.FindAutoBlocks(file.Text).IsEmpty;
        var inline = new List<PageScript>();
        var shared = new PageRecorders();
        foreach (var element in page.Descendants().OfType<MarkupElement>())
        {
            ReadAttributes(file, element, reading);
            if (ScriptElement.Read(element, catalog.Scripts) is not { } script)
                continue;

            var state = script.WaitsForConsent ? RazorState.Granted : consent(page, element.StartTagSpan);

            // What a platform may hold back without a sign at the script cannot be told from the page.
            if (isBlockedByPlatform && script.Gate is null && state.State == ConsentState.NotGranted)
                state = RazorState.Unknown(DoubtReason.Page, "");

            ReadSource(file, script, state, reading, shared);
            if (element.RawText is { } raw)
                inline.Add(new PageScript(raw.ToScript(), raw.Span.Start, state, raw) { Category = CategoryOf(file, script) });
        }

        ReadScripts(file, inline, reading, shared);
        reading.Suppressions.AddRange(PageSuppressions.InMarkup(page));
        return reading;
    }

    /// <summary>What a page of a kind is written in.</summary>
    internal static MarkupLanguage LanguageOf(WebFileKind kind) => kind switch
    {
        WebFileKind.Cshtml => MarkupLanguage.Cshtml,
        WebFileKind.Razor => MarkupLanguage.Razor,
        _ => MarkupLanguage.Html,
    };

    private static ScriptCategory? CategoryOf(WebFile file, ScriptElement script) =>
        script is { Gate: { IsEssential: true } gate, GateAttribute: { } attribute }
            ? new ScriptCategory(
                gate.Category,
                file.At(attribute.Span),
                gate.Fact.Atom.MarkFor(gate.Category),
                gate.Fact.Platform.StatisticsCategory is { } statistics ? gate.Fact.Atom.MarkFor(statistics) : null)
            : null;

    private void ReadSource(WebFile file, ScriptElement script, RazorState state, PageReading reading, PageRecorders shared)
    {
        if (script.Element.FindAttribute("src") is not { ValueSpan: { } span } source)
            return;

        foreach (var host in catalog.Scripts.FindHosts(source.Value!, file.Text))
        {
            if (!host.Fact.Starts)
                continue;

            shared.Started.Add(host.Recorder);
            if (state.State != ConsentState.Granted)
                shared.Ungated.Add(host.Recorder);

            reading.Usages.Add(new RecorderUsage(UsageKind.Start, host.Recorder, host.Fact.Pattern.Text, file.At(span))
            {
                Consent = state.State,
                Doubt = DoubtOf(state),
                Path = PathOf(state),
                IsUnverified = host.Fact.IsUnverified,
                IsVolumeOutOfSight = host.Recorder.IsVolumeSetInConsole,
                EssentialCategory = CategoryOf(file, script),
            });
        }
    }

    private static ConsentDoubt? DoubtOf(RazorState state) =>
        state.Doubt ?? (state.State == ConsentState.Unknown ? new ConsentDoubt(DoubtReason.Page, "") : null);

    /// <summary>The way to a place that is not behind consent, from the view that includes this one on.</summary>
    private static ImmutableArray<Location> PathOf(RazorState state)
    {
        var path = state.Path.Select(static step => step.Location).ToImmutableArray();
        return state.Inclusion is { } inclusion ? path.Insert(0, inclusion) : path;
    }

    private void ReadAttributes(WebFile file, MarkupElement element, PageReading reading)
    {
        foreach (var attribute in element.Attributes)
        {
            foreach (var fact in catalog.Scripts.FindMarkup(attribute.Name, attribute.Value))
            {
                // Some attributes have an effect only with an option of the recorder that stands elsewhere.
                if (fact is not { Effect: MarkupEffect.Unmask, Option: null })
                    continue;

                reading.Usages.Add(new RecorderUsage(UsageKind.Unmask, fact.Recorder, fact.Atom.Text, file.At(attribute.Span)) { IsUnverified = fact.IsUnverified, Unmark = fact.Atom.Mark });
                ReadFields(file, element, fact, reading);
            }
        }
    }

    /// <summary>The sensitive fields that an attribute shows, on themselves or around them.</summary>
    private void ReadFields(WebFile file, MarkupElement shown, MarkupFact unmask, PageReading reading)
    {
        foreach (var element in shown.Descendants().OfType<MarkupElement>().Prepend(shown))
        {
            if (SensitiveField.Read(element, catalog) is not { } field || NeverRecords(unmask.Recorder, field) || IsProtectedWithin(element, shown, unmask.Recorder))
                continue;

            var name = element.FindAttribute("asp-for")?.Value ?? element.FindAttribute("name")?.Value ?? element.FindAttribute("id")?.Value ?? element.Name;
            reading.Usages.Add(new RecorderUsage(UsageKind.Field, unmask.Recorder, name, file.At(element.StartTagSpan))
            {
                FieldKind = field.Takes,
                IsUnverified = unmask.IsUnverified,
                Unmark = element == shown ? unmask.Atom.Mark : null,
            });
        }
    }

    /// <summary>Whether the page masks or blocks the field, or what is around it, inside of what it shows.</summary>
    private bool IsProtectedWithin(MarkupElement field, MarkupElement shown, Recorder recorder) =>
        field.Ancestors().OfType<MarkupElement>().Prepend(field).TakeWhile(element => element != shown).Any(element => element.Attributes.Any(attribute =>
            catalog.Scripts.FindMarkup(attribute.Name, attribute.Value).Any(fact => fact is { Effect: MarkupEffect.Mask or MarkupEffect.Block, Option: null } && fact.Recorder == recorder)));

    /// <summary>Whether the recorder leaves the field alone, whatever the page says.</summary>
    private static bool NeverRecords(Recorder recorder, SensitiveField field) =>
        recorder.ScriptFacts.Any(fact => fact is NeverCapturedFact { Field: var kind } && (kind == "inputs" || kind == field.Kind));

    private void ReadScripts(WebFile file, List<PageScript> inPage, PageReading reading, PageRecorders shared)
    {
        var calls = CallsAcross(inPage);
        var read = inPage.ConvertAll(script => (Script: script, Page: PageOf(file, script, calls, shared)));
        foreach (var (script, page) in read)
            ScriptUsageReader.Note(script.Document, page);

        foreach (var (script, page) in read)
        {
            if (script.Document.ParseFailed)
                reading.Unreadable.Add(file.At(script.Shift(new TextSpan(Math.Min(script.Document.ErrorOffset, script.Text.Length), 0))));

            foreach (var usage in ScriptUsageReader.Read(script.Document, page))
            {
                usage.EssentialCategory = script.Category;
                reading.Usages.Add(usage);
            }

            reading.FalseGates.AddRange(ScriptUsageReader.ReadFalseGates(script.Document, page));

            var places = script.Document.Calls.Cast<ScriptPlace>().Concat(script.Document.Assignments).Select(place => script.Shift(place.Span)).ToImmutableArray();
            reading.Suppressions.AddRange(PageSuppressions.InScript(file.Text, new TextSpan(script.Start, script.Text.Length), places));
        }
    }

    private ScriptPage PageOf(WebFile file, PageScript script, Dictionary<string, ConsentState> calls, PageRecorders shared) =>
        new(catalog.Scripts, identifiers, file.Text, span => file.At(script.Shift(span)))
        {
            Consent = place => ConsentLattice.Higher(
                script.State.State,
                script.Document.ConsentAt(place, function => calls.TryGetValue(function.Name, out var called) ? called : null)),
            Outside = new PlaceState(script.State.State, DoubtOf(script.State)) { Path = PathOf(script.State) },
            TemplateCode = script.CodeIn,
            Recorders = shared,
        };

    /// <summary>The weakest state in which the scripts of the page call a function by its name.</summary>
    private static Dictionary<string, ConsentState> CallsAcross(List<PageScript> scripts)
    {
        var calls = new Dictionary<string, ConsentState>(StringComparer.Ordinal);
        if (scripts.Count < 2)
            return calls;

        foreach (var script in scripts)
        {
            foreach (var call in script.Document.Calls)
            {
                if (call.Path.IsLocal || call.Path.Text.Length == 0)
                    continue;

                var state = ConsentLattice.Higher(script.State.State, call.Consent);
                calls[call.Path.Text] = calls.TryGetValue(call.Path.Text, out var before) ? ConsentLattice.Lower(before, state) : state;
            }
        }

        return calls;
    }
}
