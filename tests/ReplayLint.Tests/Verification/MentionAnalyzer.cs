using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ReplayLint.Tests.Verification;

/// <summary>
/// Reports a finding wherever a text is an expression or a name, with properties as a rule would give them: a fix is tested
/// on every form of code, also those that its rule leaves alone.
/// </summary>
#pragma warning disable RS1001, RS1036 // No compiler loads it.
internal sealed class MentionAnalyzer(DiagnosticDescriptor descriptor, string text, params (string Key, string Value)[][] findings) : DiagnosticAnalyzer
#pragma warning restore RS1001, RS1036
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [descriptor];

    /// <summary>Says by the text of a file that a finding in it is no more; otherwise a finding stays, whatever a fix does.</summary>
    public Func<string, (string Key, string Value)[], bool> IsFixed { get; init; } = static (_, _) => false;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxTreeAction(Report);
    }

    private void Report(SyntaxTreeAnalysisContext context)
    {
        var mentions = context.Tree.GetRoot(context.CancellationToken)
            .DescendantNodesAndTokens(static node => !node.IsKind(Microsoft.CodeAnalysis.CSharp.SyntaxKind.AttributeList))
            .Where(mention => mention.ToString() == text)
            .Select(static mention => mention.GetLocation()!)
            .Distinct();

        foreach (var location in mentions)
        {
            // A place may have several findings: one for each recorder.
            foreach (var properties in findings.DefaultIfEmpty([]).Where(finding => !IsFixed(context.Tree.ToString(), finding)))
                context.ReportDiagnostic(Diagnostic.Create(descriptor, location, properties.ToImmutableDictionary(static p => p.Key, static p => (string?)p.Value)));
        }
    }
}
