using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Configuration;
using ReplayLint.Consent;
using ReplayLint.Readers;
using ReplayLint.Readers.Content;
using ReplayLint.Readers.Gates;
using ReplayLint.Readers.Interop;
using ReplayLint.Readers.Markup;
using ReplayLint.Readers.Suppressions;
using ReplayLint.Rules;

namespace ReplayLint;

/// <summary>Reads the views, pages and scripts of a project, and lets the rules judge what they do with recorders.</summary>
internal sealed class WebAnalysis(ReplayContext replay, ProjectFilming filming, IdentifierWords identifiers)
{
    private const string IncludeKey = "build_property.ReplayLintIncludeMarkup";

    private readonly ConcurrentDictionary<string, ImmutableArray<Diagnostic>> _found = new(StringComparer.Ordinal);
    private readonly PageReader _pages = new(replay.Catalog, identifiers);
    private readonly ContentReader _contents = new(replay, filming, identifiers);
    private readonly InteropCalls _code = new(replay.Models);
    private readonly ConcurrentDictionary<ConsentGuards, (RazorConsent Consent, ProjectPages Pages, PageGates Gates)> _projects = new();

    /// <summary>Whether the project has files of the web side, and wants them read.</summary>
    public static bool Concerns(AnalyzerOptions options)
    {
        if (!IsWanted(options))
            return false;

        foreach (var file in options.AdditionalFiles)
        {
            if (WebFile.KindOf(file.Path) != WebFileKind.None)
                return true;
        }

        return false;
    }

    /// <summary>Whether the project wants files beside its code read.</summary>
    public static bool IsWanted(AnalyzerOptions options) =>
        !(options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(IncludeKey, out var include) && string.Equals(include, "false", StringComparison.OrdinalIgnoreCase));

    private (RazorConsent Consent, ProjectPages Pages, PageGates Gates) ProjectOf(ConsentGuards guards, AnalyzerOptions options)
    {
        var consent = new RazorConsent(replay.Models, replay.Mentions, replay.Catalog, guards, path => TextOf(options, path));
        var hasCode = replay.Models.Compilation.SyntaxTrees.Any();
        return (consent, new ProjectPages(options.AdditionalFiles, Open, _code), new PageGates(replay, options, guards));

        WebPage? Open(AdditionalText text)
        {
            if (WebFile.Read(text, CancellationToken.None) is not { } file)
                return null;

            replay.Observer?.Opened(file.Path);
            return new WebPage(file, replay.Catalog, (page, place) => StateAt(file, page, place, consent, hasCode, CancellationToken.None));
        }
    }

    private static RazorState StateAt(WebFile file, MarkupDocument page, TextSpan place, RazorConsent consent, bool hasCode, CancellationToken cancellation)
    {
        if (!page.IsRazor)
            return RazorState.NotGranted;

        // Where the text of a view says nothing, the view that puts it in place may; and where views are all that is read, the code.
        var state = consent.At(page, file.Path, place, cancellation);
        return state.State == ConsentState.NotGranted && (file.IsPutInPlaceByOthers || !hasCode) && !consent.KnowsCodeOf(file.Path) ? RazorState.Unknown(DoubtReason.Page, "") : state;
    }

    private static string? TextOf(AnalyzerOptions options, string path)
    {
        foreach (var file in options.AdditionalFiles)
        {
            if (file.Path.Replace('\\', '/') == path)
                return file.GetText()?.ToString();
        }

        return null;
    }

    /// <summary>Reports what is found in a file.</summary>
    public void Check(AdditionalFileAnalysisContext context)
    {
        foreach (var diagnostic in Find(context.AdditionalFile, context.Options, context.CancellationToken))
            context.ReportDiagnostic(diagnostic);
    }

    /// <summary>What is found in a file, which is read once.</summary>
    public ImmutableArray<Diagnostic> Find(AdditionalText text, AnalyzerOptions options, CancellationToken cancellation)
    {
        if (!_found.TryGetValue(text.Path, out var found))
            _found[text.Path] = found = Read(text, options, cancellation);

        return found;
    }

    private ImmutableArray<Diagnostic> Read(AdditionalText text, AnalyzerOptions options, CancellationToken cancellation)
    {
        if (WebFile.Read(text, cancellation) is not { } file)
            return ImmutableArray<Diagnostic>.Empty;

        PageReading? reading = null;
        PageGates? gates = null;
        var settings = options.AnalyzerConfigOptionsProvider.GetOptions(text);
        var hasRecorder = _pages.Concerns(file);
        if (hasRecorder || _pages.MayKeepConsent(file))
        {
            (var consent, var project, gates) = _projects.GetOrAdd(replay.GuardsIn(settings), g => ProjectOf(g, options));
            if (project.Of(text) is not { } page)
                return ImmutableArray<Diagnostic>.Empty;

            file = page.File;
            reading = hasRecorder ? _pages.Read(page, new ScriptCallers(project, consent, cancellation)) : _pages.ReadConsent(page);
        }

        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var suppressions = new CommentSuppressions(replay, reading?.Suppressions ?? PageSuppressions.InFile(file), settings, file.At, found.Add);
        foreach (var usage in _contents.Read(file, hasRecorder, cancellation))
            replay.Judge(usage, Report);

        if (reading is not null)
            Judge(reading, ReplayLintOptions.ConsentMaximumDays.Read(settings), usage => gates!.Find(file, usage.Location.SourceSpan, cancellation), Report);

        return found.ToImmutable();

        void Report(Diagnostic diagnostic) => suppressions.Report(diagnostic, found.Add);
    }

    private void Judge(PageReading reading, int maximumDays, Func<RecorderUsage, PageGate?> gateOf, Action<Diagnostic> report)
    {
        foreach (var usage in reading.Usages)
        {
            if (usage.Kind == UsageKind.Start)
                usage.PageGate = new Lazy<PageGate?>(() => gateOf(usage));

            replay.Judge(usage, report);
        }

        var lifetimes = reading.Lifetimes.Select(lifetime => lifetime with { MaximumDays = maximumDays });
        foreach (var usage in reading.FalseGates.Concat<ConsentUsage>(lifetimes).Concat(reading.Withdrawals))
            replay.Rules.Check(usage, report);

        foreach (var place in reading.Unreadable)
            report(Diagnostic.Create(Descriptors.RPL9006_NotAnalysable, place, "this script cannot be parsed; what it loads by its address is judged, and nothing else"));

        foreach (var place in reading.Unseen)
            report(Diagnostic.Create(Descriptors.RPL9006_NotAnalysable, place, "this writes script text from a database or from settings, which nobody sees here; let it run only after consent"));
    }
}
