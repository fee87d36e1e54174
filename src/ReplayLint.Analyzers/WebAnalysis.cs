using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Configuration;
using ReplayLint.Consent;
using ReplayLint.Readers;
using ReplayLint.Readers.Interop;
using ReplayLint.Readers.Markup;
using ReplayLint.Readers.Suppressions;
using ReplayLint.Rules;

namespace ReplayLint;

/// <summary>Reads the views, pages and scripts of a project, and lets the rules judge what they do with recorders.</summary>
internal sealed class WebAnalysis(ReplayContext replay, IdentifierWords identifiers)
{
    private const string IncludeKey = "build_property.ReplayLintIncludeMarkup";

    private readonly PageReader _pages = new(replay.Catalog, identifiers);
    private readonly InteropCalls _code = new(replay.Models);
    private readonly ConcurrentDictionary<ConsentGuards, (RazorConsent Consent, ProjectPages Pages)> _projects = new();

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

    private (RazorConsent Consent, ProjectPages Pages) ProjectOf(ConsentGuards guards, AnalyzerOptions options)
    {
        var consent = new RazorConsent(replay.Models, replay.Mentions, replay.Catalog, guards, path => TextOf(options, path));
        var pages = new ProjectPages(
            options.AdditionalFiles,
            text => WebFile.Read(text, CancellationToken.None) is { } file
                ? new WebPage(file, replay.Catalog, (page, place) => StateAt(file, page, place, consent, CancellationToken.None))
                : null,
            _code);
        return (consent, pages);
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

        var hasRecorder = _pages.Concerns(file);
        if (!hasRecorder && !_pages.MayKeepConsent(file))
            return;

        var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.AdditionalFile);
        var guards = replay.GuardsIn(options);
        var (consent, project) = _projects.GetOrAdd(guards, g => ProjectOf(g, context.Options));
        if (project.Of(context.AdditionalFile) is not { } page)
            return;

        var reading = hasRecorder ? _pages.Read(page, new ScriptCallers(project, consent, context.CancellationToken)) : _pages.ReadConsent(page);

        var suppressing = new List<SuppressionComment>();
        foreach (var comment in reading.Suppressions)
        {
            var justification = replay.Suppressions.Judge.Judge(comment.Reason, options);
            if (justification.IsGiven)
                suppressing.Add(comment);

            // What watches over the comments is not silenced by one.
            if (comment.RulesAmong(RuleList.ConfigurableIds) is { IsEmpty: false } rules)
                RuleList.Check(new SuppressionUsage(SuppressionKind.Comment, rules, justification, file.At(comment.Span)), context.ReportDiagnostic);
        }

        foreach (var usage in reading.Usages)
            RuleList.Check(usage, replay.Policies, Report);

        var maximumDays = ReplayLintOptions.ConsentMaximumDays.Read(options);
        foreach (var usage in reading.FalseGates.Concat<ConsentUsage>(reading.Lifetimes.Select(lifetime => lifetime with { MaximumDays = maximumDays })).Concat(reading.Withdrawals))
            RuleList.Check(usage, Report);

        foreach (var place in reading.Unreadable)
            Report(Diagnostic.Create(Descriptors.RPL9006_NotAnalysable, place, "this script cannot be parsed; what it loads by its address is judged, and nothing else"));

        foreach (var place in reading.Unseen)
            Report(Diagnostic.Create(Descriptors.RPL9006_NotAnalysable, place, "this writes script text from a database or from settings, which nobody sees here; let it run only after consent"));

        void Report(Diagnostic diagnostic)
        {
            if (!suppressing.Exists(suppression => suppression.Covers(diagnostic.Id, diagnostic.Location.SourceSpan)) && replay.Suppressions.Allow(diagnostic))
                context.ReportDiagnostic(diagnostic);
        }
    }
}
