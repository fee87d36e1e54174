using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Consent;
using ReplayLint.Readers.Script;

namespace ReplayLint.Readers.Markup;

/// <summary>A view, page or script file: the scripts that it holds and loads, and what its elements run when someone uses them.</summary>
internal sealed class WebPage
{
    private readonly List<ScriptInPage> _elements = [];
    private readonly List<PageScript> _handlers = [];

    /// <param name="file">The file.</param>
    /// <param name="catalog">The facts about scripts, recorders and consent platforms.</param>
    /// <param name="consent">The consent state of a place in a view, as far as the view's code decides it.</param>
    public WebPage(WebFile file, RecorderCatalog catalog, Func<MarkupDocument, TextSpan, RazorState> consent)
    {
        File = file;
        if (file.Kind == WebFileKind.Script)
        {
            Scripts = [new PageScript(file.Text, 0, RazorState.NotGranted, raw: null, catalog)];
            return;
        }

        Markup = file.Document;
        var isBlockedByPlatform = !catalog.Scripts.FindAutoBlocks(file.Text).IsEmpty;
        var handlers = new HandlerReader(catalog);
        foreach (var element in Markup.Descendants().OfType<MarkupElement>())
        {
            if (ScriptElement.Read(element, catalog.Scripts) is { } script)
                _elements.Add(Read(script, catalog, consent, isBlockedByPlatform));

            _handlers.AddRange(handlers.Read(element, consent));
        }

        Scripts = _elements.Select(static element => element.Inline).OfType<PageScript>().ToList();
    }

    public WebFile File { get; }

    /// <summary>The elements of a page or view; null for a script file.</summary>
    public MarkupDocument? Markup { get; }

    /// <summary>The script elements, in order.</summary>
    public IReadOnlyList<ScriptInPage> Elements => _elements;

    /// <summary>The scripts that the page holds; of a script file, all of it.</summary>
    public IReadOnlyList<PageScript> Scripts { get; }

    /// <summary>The scripts in attributes: <c>onclick="acceptAll()"</c>.</summary>
    public IReadOnlyList<PageScript> Handlers => _handlers;

    private ScriptInPage Read(ScriptElement script, RecorderCatalog catalog, Func<MarkupDocument, TextSpan, RazorState> consent, bool isBlockedByPlatform)
    {
        var state = script.WaitsForConsent ? RazorState.Granted with { Basis = new(() => BasisOf(script)) } : consent(Markup!, script.Element.StartTagSpan);

        // What a platform may hold back without a sign at the script cannot be told from the page.
        if (isBlockedByPlatform && script.Gate is null && state.State == ConsentState.NotGranted)
            state = RazorState.Unknown(DoubtReason.Page, "");

        var category = CategoryOf(script);
        var inline = script.Element.RawText is { } raw ? new PageScript(raw.ToScript(), raw.Span.Start, state, raw, catalog) { Category = category } : null;
        return new ScriptInPage(script, state, category, inline);
    }

    private ConsentBasis? BasisOf(ScriptElement script) =>
        script.GateAttribute is { } attribute ? ConsentBasis.Of(Markup!.Source.Substring(attribute.Span.Start, attribute.Span.Length), File.At(attribute.Span)) : null;

    private ScriptCategory? CategoryOf(ScriptElement script) =>
        script is { Gate: { IsEssential: true } gate, GateAttribute: { } attribute }
            ? new ScriptCategory(
                gate.Category,
                File.At(attribute.Span),
                gate.Fact.Atom.MarkFor(gate.Category),
                gate.Fact.Platform.StatisticsCategory is { } statistics ? gate.Fact.Atom.MarkFor(statistics) : null)
            : null;
}

/// <summary>A script element of a page.</summary>
/// <param name="Script">The element.</param>
/// <param name="State">The state in which the page runs it.</param>
/// <param name="Category">The category of a consent platform that makes it run without consent; null when none does.</param>
/// <param name="Inline">What it holds; null for one that only loads a file.</param>
internal sealed record ScriptInPage(ScriptElement Script, RazorState State, ScriptCategory? Category, PageScript? Inline);
