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
    private readonly ScriptWords _words = new(ConsentNames.Of(catalog), ConsentState.Granted);
    private readonly ScriptLifetimes _lifetimes = new(catalog.Scripts, new ScriptWords(ConsentNames.Of(catalog), ConsentState.Granted));
    private readonly RawScriptReader _raw = new(catalog);

    /// <summary>Whether the file mentions a recorder at all.</summary>
    public bool Concerns(WebFile file) => catalog.Scripts.MayConcern(file.Source);

    /// <summary>Whether the file may decide for how long a choice is kept.</summary>
    public bool MayKeepConsent(WebFile file) => ScriptLifetimes.MayConcern(file.Text, catalog.Scripts);

    /// <summary>What a file that mentions no recorder says about the user's choice.</summary>
    public PageReading ReadConsent(WebPage page)
    {
        var reading = new PageReading();
        foreach (var script in page.Scripts)
        {
            ReadLifetimes(page, script, reading);
            ReadSuppressions(page.File, script, reading);
        }

        if (page.Markup is { } markup)
            reading.Suppressions.AddRange(PageSuppressions.InMarkup(markup));

        return reading;
    }

    /// <summary>What a file does with recorders that mentions one.</summary>
    /// <param name="page">The file.</param>
    /// <param name="callers">Who calls the scripts of the file from outside; null when it does not matter what comes after consent.</param>
    public PageReading Read(WebPage page, ScriptCallers? callers)
    {
        var reading = new PageReading();
        var shared = new PageRecorders();
        foreach (var element in page.Markup?.Descendants().OfType<MarkupElement>() ?? [])
            ReadAttributes(page.File, element, reading);

        foreach (var element in page.Elements)
            ReadSource(page.File, element, reading, shared);

        ReadScripts(page, callers, reading, shared);
        if (page.Markup is { } markup)
        {
            if (shared.Started.Count > 0)
                reading.Unseen.AddRange(_raw.Read(page, markup).Select(expression => page.File.At(expression.Span)));

            reading.Suppressions.AddRange(PageSuppressions.InMarkup(markup));
        }

        return reading;
    }

    private void ReadSource(WebFile file, ScriptInPage element, PageReading reading, PageRecorders shared)
    {
        var state = element.State;
        if (element.Script.Element.FindAttribute("src") is not { ValueSpan: { } span } source)
            return;

        foreach (var host in catalog.Scripts.FindHosts(source.Value!, file.Text))
        {
            if (!host.Fact.Starts)
                continue;

            shared.Started.Add(host.Recorder);
            if (state.State == ConsentState.NotGranted)
                shared.Ungated.Add(host.Recorder);

            reading.Usages.Add(new RecorderUsage(UsageKind.Start, host.Recorder, host.Fact.Pattern.Text, file.At(span))
            {
                Consent = state.State,
                Basis = state.Basis,
                Doubt = DoubtOf(state),
                Path = PathOf(state),
                IsUnverified = host.Fact.IsUnverified,
                Version = AddressVersions.Of(host.Recorder, file.Text, catalog.Scripts),
                IsVolumeOutOfSight = host.Recorder.IsVolumeSetInConsole,
                EssentialCategory = element.Category,
            });
        }
    }

    private static ConsentDoubt? DoubtOf(RazorState state) =>
        state.Doubt ?? (state.State == ConsentState.Unknown ? new ConsentDoubt(DoubtReason.Page, "") : null);

    /// <summary>The way to a place that is not behind consent, from the view that includes this one on.</summary>
    public static ImmutableArray<Location> PathOf(RazorState state)
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
                if (fact is { Effect: MarkupEffect.Unmask, Option: null })
                    reading.Usages.Add(new RecorderUsage(UsageKind.Unmask, fact.Recorder, fact.Atom.Text, file.At(attribute.Span)) { IsUnverified = fact.IsUnverified, Unmark = fact.Atom.Mark });
            }
        }
    }

    private void ReadScripts(WebPage page, ScriptCallers? callers, PageReading reading, PageRecorders shared)
    {
        var file = page.File;
        var read = page.Scripts.Select(script => (Script: script, Page: PageOf(page, script, callers, shared))).ToList();
        foreach (var (script, surroundings) in read)
            ScriptUsageReader.Note(script.Document, surroundings);

        foreach (var (script, surroundings) in read)
        {
            if (script.Document.ParseFailed)
                reading.Unreadable.Add(file.At(script.Shift(new TextSpan(Math.Min(script.Document.ErrorOffset, script.Text.Length), 0))));

            foreach (var usage in ScriptUsageReader.Read(script.Document, surroundings))
            {
                usage.EssentialCategory = script.Category;
                reading.Usages.Add(usage);
            }

            reading.FalseGates.AddRange(ScriptUsageReader.ReadFalseGates(script.Document, surroundings));
            ReadLifetimes(page, script, reading);
            ReadSuppressions(file, script, reading);
        }

        if (callers is not null)
            ReadWithdrawals(read, callers, reading);
    }

    private void ReadLifetimes(WebPage page, PageScript script, PageReading reading)
    {
        if (ScriptLifetimes.MayConcern(script.Text, catalog.Scripts))
            reading.Lifetimes.AddRange(_lifetimes.Read(script.Document, span => page.File.At(script.Shift(span))));
    }

    private static void ReadSuppressions(WebFile file, PageScript script, PageReading reading)
    {
        var places = script.Document.Calls.Cast<ScriptPlace>().Concat(script.Document.Assignments).Select(place => script.Shift(place.Span)).ToImmutableArray();
        reading.Suppressions.AddRange(PageSuppressions.InScript(file.Text, new TextSpan(script.Start, script.Text.Length), places));
    }

    /// <summary>Where a script of the page takes consent back. What only the server puts into the page is gone with the next one.</summary>
    private void ReadWithdrawals(List<(PageScript Script, ScriptPage Page)> read, ScriptCallers callers, PageReading reading)
    {
        var started = read
            .Where(static part => part.Script.State.State != ConsentState.Granted)
            .SelectMany(static part => ScriptUsageReader.Read(part.Script.Document, part.Page))
            .Where(static usage => usage is { Kind: UsageKind.Start, SetsUp: true, IsGated: false, Consent: not ConsentState.NotGranted })
            .GroupBy(static usage => usage.Recorder)
            .ToList();
        foreach (var starts in started)
        {
            var recorder = starts.Key;
            var isSure = starts.Any(static start => !start.IsUnverified);
            var found = read
                .Select(part => new WithdrawalFinder(part.Script.Document, part.Page, _words).Find(recorder, isSure, () => callers.Stops(recorder, catalog.Scripts)))
                .OfType<Withdrawal>()
                .OrderBy(static withdrawal => withdrawal.IsCertain ? 0 : 1)
                .FirstOrDefault();
            if (found is not null)
                reading.Withdrawals.Add(found);
        }
    }

    private static ConsentBasis? BasisOf(WebPage page, PageScript script, ScriptPlace place)
    {
        if (script.Document.GuardOf(place) is not { } guard)
            return null;

        var span = script.Shift(guard);
        return ConsentBasis.Of(page.File.Text.Substring(span.Start, span.Length), page.File.At(span));
    }

    private ScriptPage PageOf(WebPage page, PageScript script, ScriptCallers? callers, PageRecorders shared)
    {
        var state = script.State;
        if (page.File.Kind == WebFileKind.Script && callers?.LoadOf(page) is { } load)
            state = load.State == ConsentState.Granted ? RazorState.Granted : load.State == ConsentState.Unknown ? RazorState.Unknown(DoubtReason.Page, "") : state;

        return new(catalog.Scripts, identifiers, page.File.Text, span => page.File.At(script.Shift(span)))
        {
            Consent = place => callers?.StateAt(page, script, place) ?? ConsentState.NotGranted,
            BasisOf = place => BasisOf(page, script, place),
            Way = place => callers?.WayTo(page, script, place) ?? ImmutableArray<Location>.Empty,
            Outside = new PlaceState(state.State, DoubtOf(state)) { Path = PathOf(state), Basis = state.Basis },
            TemplateCode = script.CodeIn,
            Recorders = shared,
        };
    }
}
