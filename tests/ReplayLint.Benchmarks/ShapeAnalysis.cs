using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.Catalog;
using ReplayLint.Consent;
using ReplayLint.Tests.Consent;

namespace ReplayLint.Benchmarks;

/// <summary>
/// A shape as the analyzer meets it at the end of a body: the compiler has bound the code and the catalogue is read. All the
/// rest is done anew each time, the graph and the search for callers included.
/// </summary>
internal sealed class ShapeAnalysis
{
    private static readonly ConsentGuards Guards = new(RecorderCatalog.BuiltIn, declaredOnly: false);

    private readonly SemanticModels _models;
    private readonly (IOperation Root, SemanticModel Model, InvocationExpressionSyntax[] Starts)[] _bodies;

    public ShapeAnalysis(Shape shape)
    {
        var (compilation, tree) = ConsentSource.Compile(shape.Source);
        _models = new SemanticModels(compilation);
        var model = _models.Of(tree);
        _bodies = ConsentSource.StartsIn(tree)
            .GroupBy(start => RootOf(start, model))
            .Select(body => (body.Key, model, body.ToArray()))
            .ToArray();
    }

    /// <summary>How many methods hold a start.</summary>
    public int Methods => _bodies.Length;

    /// <summary>Answers for each start of each method whether it is behind consent.</summary>
    public int Run()
    {
        var granted = 0;
        var mentions = new Mentions(_models);
        foreach (var (root, model, starts) in _bodies)
        {
            // One for each body, as the reader does it.
            var flow = new ProjectFlows(mentions, Guards, CancellationToken.None).Of(root, model)!;
            foreach (var start in starts)
                granted += flow.StateAt(start) == ConsentState.Granted ? 1 : 0;
        }

        return granted;
    }

    private static IOperation RootOf(SyntaxNode place, SemanticModel model)
    {
        var operation = place.AncestorsAndSelf().Select(node => model.GetOperation(node)).First(static operation => operation is not null)!;
        while (operation.Parent is { } parent)
            operation = parent;

        return operation;
    }
}
