using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.Readers.Markup;

/// <summary>The C# of view components: which calls show which of their views.</summary>
internal sealed class ViewComponents(SemanticModels models)
{
    private readonly ConcurrentDictionary<string, ImmutableArray<SyntaxNode>> _calls = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The calls of <c>View()</c> that show a view of a component; a name computed at run time may be any.</summary>
    public ImmutableArray<SyntaxNode> CallsThatShow(string component, string view) => _calls.GetOrAdd(component + "/" + view, _ => Find(component, view));

    private ImmutableArray<SyntaxNode> Find(string component, string view)
    {
        var calls = ImmutableArray.CreateBuilder<SyntaxNode>();
        foreach (var tree in models.Compilation.SyntaxTrees)
        {
            if (GeneratedView.Of(tree) is not null)
                continue;

            foreach (var call in InclusionReader.CallsOf(tree, "View"))
            {
                var model = models.Of(tree);
                if (model.GetEnclosingSymbol(call.SpanStart)?.ContainingType is { } type
                    && string.Equals(InclusionReader.NameOf(type), component, StringComparison.OrdinalIgnoreCase)
                    && Shows(call, view, model))
                    calls.Add(call);
            }
        }

        return calls.ToImmutable();
    }

    private static bool Shows(InvocationExpressionSyntax call, string view, SemanticModel model)
    {
        var named = model.GetSymbolInfo(call).Symbol is IMethodSymbol { Parameters: { IsEmpty: false } parameters } && parameters[0].Name == "viewName";
        if (!named || call.ArgumentList.Arguments.Count == 0)
            return view == "Default";

        return model.GetConstantValue(call.ArgumentList.Arguments[0].Expression) is not { HasValue: true, Value: var value }
            || (value as string ?? "Default") is var name && (name == view || name.EndsWith("/" + view + ".cshtml", StringComparison.OrdinalIgnoreCase));
    }
}
