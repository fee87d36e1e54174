using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.CodeFixes.Syntax;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>Declares purpose and retention of a recorder: in the file that holds the project's assembly attributes, or in a new one.</summary>
internal sealed class DeclarePolicy() : FixEdit(Descriptors.RPL5001_RetentionNotDeclared)
{
    internal const string ErrorDiagnosis = "DeclarePolicy:ErrorDiagnosis";
    internal const string ExperienceImprovement = "DeclarePolicy:ExperienceImprovement";
    internal const string Support = "DeclarePolicy:Support";

    private const string SupportRetention = "RetentionHours = 24";

    public override async Task<ImmutableArray<FixOffer>> GetOffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Recorder, out var recorder)
            || !diagnostic.Properties.ContainsKey(FixProperties.RetentionDays)
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || AnnotationName.PrefixOf(PolicyDocument.AttributeType, model, 0) is null)
        {
            return ImmutableArray<FixOffer>.Empty;
        }

        var title = $"Declare purpose and retention of {recorder}";
        return ImmutableArray.Create(
            new FixOffer(ErrorDiagnosis, title + " (error diagnosis)"),
            new FixOffer(ExperienceImprovement, title + " (experience improvement)"),
            new FixOffer(Support, title + " (support)"));
    }

    public override async Task ApplyAsync(SolutionEdit solution, Document document, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
    {
        var recorder = diagnostic.Properties[FixProperties.Recorder]!;
        var purpose = equivalenceKey.Substring(equivalenceKey.IndexOf(':') + 1);
        var retention = equivalenceKey == Support ? SupportRetention : "RetentionDays = " + diagnostic.Properties[FixProperties.RetentionDays];

        if (!solution.Once((document.Project.Id, nameof(DeclarePolicy), recorder)))
            return;

        if (PolicyDocument.Find(document) is { } existing)
        {
            var editor = await solution.EditAsync(existing, cancellationToken).ConfigureAwait(false);
            var root = (CompilationUnitSyntax)editor.OriginalRoot;
            var prefix = AnnotationName.PrefixOf(PolicyDocument.AttributeType, editor.SemanticModel, root.Members.FirstOrDefault()?.SpanStart ?? root.EndOfFileToken.SpanStart) ?? "";
            var endOfLine = EndOfLine.Of(root);
            var line = PolicyDocument.Line(prefix, recorder, purpose, retention, endOfLine);
            editor.ReplaceNode(root, (current, _) => PolicyDocument.Add((CompilationUnitSyntax)current, line, endOfLine));
            return;
        }

        var newLine = EndOfLine.Of((await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!);
        solution.Add(document.Project.Id, PolicyDocument.Name, PolicyDocument.Head(newLine), PolicyDocument.Line("", recorder, purpose, retention, newLine));
    }
}
