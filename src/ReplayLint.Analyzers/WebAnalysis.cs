using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Consent;
using ReplayLint.Readers;
using ReplayLint.Readers.Markup;
using ReplayLint.Rules;

namespace ReplayLint;

/// <summary>Reads the views, pages and scripts of a project, and lets the rules judge what they do with recorders.</summary>
internal sealed class WebAnalysis(ReplayContext replay, IdentifierWords identifiers)
{
    private const string IncludeKey = "build_property.ReplayLintIncludeMarkup";

    private readonly PageReader _pages = new(replay.Catalog, identifiers);
    private readonly ConcurrentDictionary<ConsentGuards, RazorConsent> _consent = new();

    /// <summary>Whether the project has files of the web side, and wants them read.</summary>
    public static bool Concerns(AnalyzerOptions options)
    {
        if (options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(IncludeKey, out var include) && string.Equals(include, "false", StringComparison.OrdinalIgnoreCase))
            return false;

        foreach (var file in options.AdditionalFiles)
        {
            if (WebFile.KindOf(file.Path) != WebFileKind.None)
                return true;
        }

        return false;
    }

    private static RazorState StateAt(WebFile file, MarkupDocument page, TextSpan place, RazorConsent consent, CancellationToken cancellation)
    {
        if (!page.IsRazor)
            return RazorState.NotGranted;

        // Where the text of a view says nothing, the view that puts it in place may.
        var state = consent.At(page, file.Path, place, cancellation);
        return state.State == ConsentState.NotGranted && file.IsPutInPlaceByOthers && !consent.KnowsCodeOf(file.Path) ? RazorState.Unknown(DoubtReason.Page, "") : state;
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

    public void Check(AdditionalFileAnalysisContext context)
    {
        if (WebFile.Read(context.AdditionalFile, context.CancellationToken) is not { } file)
            return;

        var guards = replay.GuardsIn(context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.AdditionalFile));
        var consent = _consent.GetOrAdd(guards, g => new RazorConsent(replay.Models, replay.Mentions, replay.Catalog, g, path => TextOf(context.Options, path)));
        if (_pages.Read(file, (page, place) => StateAt(file, page, place, consent, context.CancellationToken)) is not { } reading)
            return;

        foreach (var usage in reading.Usages)
            RuleList.Check(usage, replay.Policies, Report);

        foreach (var gate in reading.FalseGates)
            RuleList.Check(gate, Report);

        foreach (var place in reading.Unreadable)
            Report(Diagnostic.Create(Descriptors.RPL9006_NotAnalysable, place, "this script cannot be parsed; what it loads by its address is judged, and nothing else"));

        void Report(Diagnostic diagnostic)
        {
            if (!reading.Suppressions.Exists(suppression => suppression.Covers(diagnostic.Id, diagnostic.Location.SourceSpan)))
                context.ReportDiagnostic(diagnostic);
        }
    }
}
