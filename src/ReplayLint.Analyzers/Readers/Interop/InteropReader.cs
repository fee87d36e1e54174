using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog.Script;
using ReplayLint.Consent;
using ReplayLint.Readers.CSharp;
using ReplayLint.Readers.Script;
using ValueReader = ReplayLint.Readers.CSharp.ValueReader;

namespace ReplayLint.Readers.Interop;

/// <summary>Reads calls from C# to functions of the page.</summary>
internal sealed class InteropReader(ReplayContext replay, ValueReader values, IdentifierReader identifiers, IdentifierWords words, ScriptTextReader texts)
{
    public const string Namespace = "Microsoft.JSInterop";

    private const string Evaluate = "eval";

    /// <summary>Whether a method may be one that calls a function of the page; asked for each call of the project.</summary>
    public static bool MayBe(IMethodSymbol method) =>
        method.Name is "InvokeVoidAsync" or "InvokeAsync" or "InvokeVoid" or "Invoke"
        && method.ContainingNamespace is { Name: "JSInterop", ContainingNamespace: { Name: "Microsoft", ContainingNamespace.IsGlobalNamespace: true } };

    public IEnumerable<RecorderUsage> Read(IInvocationOperation call, BodyConsent consent)
    {
        if (ArgumentOf(call, "identifier") is not { } identifier || values.Read(identifier).Text is not { Length: > 0 } name)
            return [];

        var simpleName = name.Substring(name.LastIndexOf('.') + 1);
        if (simpleName == Evaluate)
            return ReadScript(call, consent);

        return replay.Catalog.Scripts.HasName(simpleName) ? ReadCall(call, name, identifier, consent) : [];
    }

    private IEnumerable<RecorderUsage> ReadScript(IInvocationOperation call, BodyConsent consent)
    {
        var arguments = ArgumentsOf(call);
        if (arguments.IsEmpty)
            return [];

        var script = new CodeText();
        script.Append(arguments[0]);
        return texts.Read(script, () => ScriptTextReader.StateAt(call, consent));
    }

    private IEnumerable<RecorderUsage> ReadCall(IInvocationOperation call, string name, IOperation identifier, BodyConsent consent)
    {
        var tree = call.Syntax.SyntaxTree;
        var arguments = new ArgumentValues(tree, values);
        var given = ArgumentsOf(call).Select(argument => arguments.Read(argument)).ToImmutableArray();
        var page = new ScriptPage(replay.Catalog.Scripts, words, NearbyText(call, name), span => Location.Create(tree, span))
        {
            Identifies = value => arguments.OperationOf(value) is { } operation ? identifiers.IsDirect(operation) : null,
        };
        var path = new ScriptPath(JsPath.WithoutGlobalObject(name));
        return ScriptUsageReader.ReadCall(path, given, call.Syntax.Span, NameOf(call, identifier), () => ScriptTextReader.StateAt(call, consent), page);
    }

    /// <summary>A name that others use too needs words beside it: those of the file count.</summary>
    private string NearbyText(IInvocationOperation call, string name) =>
        replay.Catalog.Scripts.FindCall(name).Any(static fact => !fact.Requires.IsEmpty) ? call.Syntax.SyntaxTree.GetText().ToString() : "";

    private static TextSpan NameOf(IInvocationOperation call, IOperation identifier) =>
        identifier.Syntax.SyntaxTree == call.Syntax.SyntaxTree ? identifier.Syntax.Span : call.Syntax.Span;

    private static IOperation? ArgumentOf(IInvocationOperation call, string parameter)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Name == parameter)
                return argument.Value.Unwrap();
        }

        return null;
    }

    /// <summary>What the function is given; what is passed on as an array that is not written here is not known.</summary>
    private static ImmutableArray<IOperation> ArgumentsOf(IInvocationOperation call) => ArgumentOf(call, "args") switch
    {
        IArrayCreationOperation { Initializer.ElementValues: var elements } => elements,
        { ConstantValue: { HasValue: true, Value: null } } or null => ImmutableArray<IOperation>.Empty,
        var other => ImmutableArray.Create(other),
    };
}
