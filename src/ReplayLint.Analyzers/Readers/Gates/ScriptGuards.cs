using Acornima;
using Acornima.Ast;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Catalog.Script;
using ReplayLint.Readers.Markup;
using ReplayLint.Readers.Script;

namespace ReplayLint.Readers.Gates;

/// <summary>The conditions by which scripts of a project ask its consent platform.</summary>
internal sealed class ScriptGuards(ScriptCatalog catalog)
{
    /// <summary>The condition that is asked most, as a script writes it; null when none asks a platform that the catalogue knows.</summary>
    public string? Find(AnalyzerOptions options, CancellationToken cancellation)
    {
        var found = new List<string>();
        foreach (var additional in options.AdditionalFiles)
        {
            cancellation.ThrowIfCancellationRequested();
            if (WebFile.KindOf(additional.Path) == WebFileKind.None || WebFile.Read(additional, cancellation) is not { } file || !catalog.MayAskConsent(file.Text))
                continue;

            foreach (var script in ScriptsOf(file))
            {
                if (ScriptParser.Parse(script, out _) is { } program)
                    found.AddRange(program.DescendantNodes().OfType<IfStatement>().Where(statement => IsGuard(statement.Test)).Select(statement => script.Substring(statement.Test.Start, statement.Test.End - statement.Test.Start)));
            }
        }

        return found
            .GroupBy(static condition => condition, StringComparer.Ordinal)
            .OrderByDescending(static same => same.Count())
            .ThenBy(static same => same.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key;
    }

    private static IEnumerable<string> ScriptsOf(WebFile file) =>
        file.Kind == WebFileKind.Script
            ? [file.Text]
            : file.Document.Descendants().OfType<MarkupElement>().Where(static element => element.Is("script")).Select(static element => element.RawText?.ToScript()).OfType<string>();

    /// <summary>Whether a condition asks a platform and nothing else, but that it is there: <c>window.P &amp;&amp; P.consent.statistics</c>.</summary>
    private bool IsGuard(Expression condition)
    {
        var asked = condition;
        while (asked is LogicalExpression { Operator: Operator.LogicalAnd, Left: var left, Right: var right })
        {
            if (PathReader.Of(left) is not { Text: var before } || PathReader.Of(right) is not { Text: var whole } || !whole.StartsWith(before, StringComparison.Ordinal))
                return false;

            asked = right;
        }

        var (path, isPlain) = asked is CallExpression call
            ? (PathReader.Of(call.Callee), call.Arguments.All(static argument => argument is StringLiteral))
            : (PathReader.Of(asked), asked is MemberExpression or ChainExpression);
        return isPlain && path is not null && catalog.FindGuard(path.Text).Any(static fact => !fact.IsUnverified && fact.Path.Option is null);
    }
}
