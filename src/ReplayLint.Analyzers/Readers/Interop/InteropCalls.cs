using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.Catalog.Script;
using ReplayLint.Readers.Markup;

namespace ReplayLint.Readers.Interop;

/// <summary>All calls of a project's code to functions of its pages; found when the first script asks who calls it.</summary>
internal sealed class InteropCalls
{
    private static readonly string[] Methods = ["InvokeVoidAsync", "InvokeAsync", "InvokeVoid", "Invoke"];

    private readonly SemanticModels _models;
    private readonly Lazy<ImmutableArray<InteropCall>> _all;

    public InteropCalls(SemanticModels models)
    {
        _models = models;
        _all = new Lazy<ImmutableArray<InteropCall>>(Find);
    }

    /// <summary>The calls of a function by one of its global names.</summary>
    public IEnumerable<InteropCall> Of(HashSet<string> globals)
    {
        foreach (var call in _all.Value)
        {
            if (!call.IsOnModule && globals.Contains(call.Name))
                yield return call;
        }
    }

    /// <summary>The calls of a function that a module exports, by code that names the module's file.</summary>
    public IEnumerable<InteropCall> OfExports(HashSet<string> exports, string file)
    {
        foreach (var call in _all.Value)
        {
            if (call.IsOnModule && exports.Contains(call.Name) && ScriptAddress.Means(call.Place.SyntaxTree.ToString(), from: null, file))
                yield return call;
        }
    }

    /// <summary>The calls that import a script file.</summary>
    public IEnumerable<InteropCall> ImportsOf(string file)
    {
        foreach (var call in _all.Value)
        {
            if (call is { Name: "import", IsOnModule: false, FirstText: { } address } && ScriptAddress.Means(address, from: null, file))
                yield return call;
        }
    }

    private ImmutableArray<InteropCall> Find()
    {
        var calls = ImmutableArray.CreateBuilder<InteropCall>();
        if (!_models.Compilation.ReferencedAssemblyNames.Any(static reference => reference.Name == InteropReader.Namespace))
            return calls.ToImmutable();

        foreach (var tree in _models.Compilation.SyntaxTrees)
        {
            foreach (var position in Methods.SelectMany(method => TreeNames.PlacesOf(tree, method)))
            {
                if (Read(tree, position) is { } call)
                    calls.Add(call);
            }
        }

        return calls.ToImmutable();
    }

    private InteropCall? Read(SyntaxTree tree, int position)
    {
        var call = tree.GetRoot().FindToken(position).Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>();
        if (call is null || call.ArgumentList.Arguments.Count == 0 || !call.Expression.Span.Contains(position))
            return null;

        // Extension methods of the runtime may be called as what they are.
        var model = _models.Of(tree);
        if (model.GetSymbolInfo(call).Symbol is not IMethodSymbol method || !InteropReader.MayBe(method))
            return null;

        var texts = call.ArgumentList.Arguments.Select(argument => model.GetConstantValue(argument.Expression).Value as string).ToList();
        var first = texts.FindIndex(static text => text is not null);
        if (first < 0)
            return null;

        var receiver = method.ReceiverType ?? (method.Parameters.IsEmpty ? null : method.Parameters[0].Type);
        return new InteropCall(
            JsPath.WithoutGlobalObject(texts[first]!),
            call,
            IsModule(receiver),
            texts.Skip(first + 1).FirstOrDefault(static text => text is not null));
    }

    private static bool IsModule(ITypeSymbol? receiver) =>
        receiver is not null && (IsReference(receiver) || receiver.AllInterfaces.Any(IsReference));

    private static bool IsReference(ITypeSymbol type) => type is { Name: "IJSObjectReference", ContainingNamespace.Name: "JSInterop" };
}
