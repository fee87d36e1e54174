using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Readers.ContentSecurity;

namespace ReplayLint;

/// <summary>Says where a content security policy allows a recorder that nothing in the project loads.</summary>
internal sealed class ContentSecurityAnalysis(ReplayContext replay, AnalyzerOptions options)
{
    private readonly ContentSecurityReader _policies = new(replay.Catalog.Scripts);
    private readonly RecordersInSight _inSight = new(replay, options.AdditionalFiles);

    /// <summary>Registers what reads policies; nothing, and false, where no file may hold one.</summary>
    public static bool Register(CompilationStartAnalysisContext context, ReplayContext replay)
    {
        var analysis = new ContentSecurityAnalysis(replay, context.Options);
        var isInFiles = context.Options.AdditionalFiles.Any(file => ContentSecurityReader.MayHoldPolicy(file.Path) && file.GetText(context.CancellationToken) is { } text && analysis._policies.MayAllow(file.Path, text.ToString()));
        if (isInFiles)
            context.RegisterAdditionalFileAction(analysis.CheckFile);

        var isInCode = replay.Catalog.Scripts.DomainWords.Any(replay.Models.Names.MayHold);
        if (isInCode)
            context.RegisterSyntaxTreeAction(analysis.CheckTree);

        return isInFiles || isInCode;
    }

    private void CheckFile(AdditionalFileAnalysisContext context)
    {
        var path = context.AdditionalFile.Path;
        if (context.AdditionalFile.GetText(context.CancellationToken) is not { } source || !_policies.MayAllow(path, source.ToString()))
            return;

        foreach (var (recorder, span) in _policies.Read(path, source))
            Report(recorder, Location.Create(path, span, source.Lines.GetLinePositionSpan(span)), context.ReportDiagnostic);
    }

    private void CheckTree(SyntaxTreeAnalysisContext context)
    {
        if (context.IsGeneratedCode || !_policies.MayAllow(context.Tree))
            return;

        foreach (var (recorder, span) in _policies.Read(context.Tree, context.CancellationToken))
            Report(recorder, Location.Create(context.Tree, span), context.ReportDiagnostic);
    }

    private void Report(Recorder recorder, Location location, Action<Diagnostic> report)
    {
        if (_inSight.Has(recorder))
            return;

        var finding = Diagnostic.Create(
            Descriptors.RPL9006_NotAnalysable,
            location,
            $"{recorder.Name} is allowed by the content security policy and loaded from somewhere else, such as a tag manager; make sure that it waits for consent there");
        replay.Suppressions.Report(finding, report);
    }
}
