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
    private readonly TextConsent _text = new(new ConsentNames(replay.Catalog));

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

    public void Check(AdditionalFileAnalysisContext context)
    {
        if (WebFile.Read(context.AdditionalFile, context.CancellationToken) is not { } file)
            return;

        var guards = replay.GuardsIn(context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.AdditionalFile));
        var consent = new ViewConsent(file, replay, guards, _text, context.CancellationToken);
        if (_pages.Read(file, consent.At) is not { } reading)
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
