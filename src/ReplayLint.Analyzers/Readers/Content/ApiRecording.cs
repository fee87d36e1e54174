using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.Catalog;
using ReplayLint.Readers.CSharp;

namespace ReplayLint.Readers.Content;

/// <summary>
/// Which recorders the project seems to start by their .NET API, and what it sets of their masking. A start is known by its
/// name: what is filmed does not depend on where that is decided.
/// </summary>
internal sealed class ApiRecording(ReplayContext replay, ValueReader values)
{
    public IEnumerable<RecorderUsage> Read()
    {
        if (!replay.HasApi)
            yield break;

        foreach (var recorder in replay.Referenced)
        {
            if (!replay.Activity.IsEnabled(recorder) || recorder.Facts.FirstOrDefault(fact => fact is StartFact && replay.Activity.Mentions(fact.SimpleName)) is not { } start)
                continue;

            yield return new RecorderUsage(UsageKind.Start, start, Location.None);
            foreach (var setting in recorder.Facts.OfType<SettingFact>())
            {
                if (!setting.Masks())
                    continue;

                foreach (var usage in ReadWrites(setting))
                    yield return usage;
            }
        }
    }

    private IEnumerable<RecorderUsage> ReadWrites(SettingFact setting)
    {
        foreach (var (tree, places) in replay.Models.Names.PlacesOf(setting.SimpleName))
        {
            foreach (var position in places)
            {
                if (tree.GetRoot().FindToken(position).Parent is not IdentifierNameSyntax name
                    || name.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is not { } assignment
                    || assignment.Left.Span.End != name.Span.End)
                {
                    continue;
                }

                var model = replay.Models.Of(tree);
                if (model.GetSymbolInfo(name).Symbol?.OriginalDefinition.GetDocumentationCommentId() == setting.Id && model.GetOperation(assignment.Right) is { } value)
                    yield return new RecorderUsage(UsageKind.Setting, setting, name.GetLocation()) { Value = values.Read(value) };
            }
        }
    }
}
