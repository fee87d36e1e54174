using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog.Script;
using ReplayLint.Readers.CSharp;
using ReplayLint.Readers.Script;
using ValueReader = ReplayLint.Readers.CSharp.ValueReader;

namespace ReplayLint.Readers.Interop;

/// <summary>Reads calls from C# to functions of the page.</summary>
internal sealed class InteropReader(ReplayContext replay, ValueReader values, IdentifierReader identifiers, IdentifierWords words, ScriptTextReader texts)
{
    public const string Namespace = "Microsoft.JSInterop";
    public const string ImportAttribute = "JSImportAttribute";

    /// <summary>What runs the script that it is given.</summary>
    public const string Evaluate = "eval";

    private const string Import = "import";

    /// <summary>The names of the methods that call a function of the page, or set one of its variables.</summary>
    public static readonly string[] Methods = ["InvokeVoidAsync", "InvokeAsync", "InvokeVoid", "Invoke", "InvokeConstructorAsync", "InvokeConstructor", "SetValueAsync", "SetValue"];

    /// <summary>Whether a method may be one that calls a function of the page, or sets one of its variables; asked for each call of the project.</summary>
    public static bool MayBe(IMethodSymbol method) =>
        Array.IndexOf(Methods, method.Name) >= 0
        && method.ContainingNamespace is { Name: "JSInterop", ContainingNamespace: { Name: "Microsoft", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Whether the call gives the page a script to run or to load.</summary>
    public static bool GivesScript(IInvocationOperation call) =>
        MayBe(call.TargetMethod) && ArgumentOf(call, "identifier") is { ConstantValue: { HasValue: true, Value: Evaluate or Import } };

    /// <summary>Whether calling the method calls a function of the page that an attribute names.</summary>
    public static bool IsImported(IMethodSymbol method) => method.IsStatic && ImportOf(method) is not null;

    /// <summary>The usages at a call; most calls are of functions that are no recorder's.</summary>
    /// <param name="call">The call.</param>
    /// <param name="stateAt">What is known about consent at a place; asked only for starts.</param>
    public IEnumerable<RecorderUsage> Read(IInvocationOperation call, Func<IOperation, PlaceState> stateAt)
    {
        if (ImportOf(call.TargetMethod) is { } function)
        {
            var given = call.Arguments.Where(static argument => argument.Parameter is not null).OrderBy(static argument => argument.Parameter!.Ordinal).Select(static argument => argument.Value);
            return Read(call, function, NameOf(call), given.ToImmutableArray(), stateAt);
        }

        return ArgumentOf(call, "identifier") is { } identifier && values.Read(identifier).Text is { Length: > 0 } name
            ? Read(call, name, identifier.Syntax.SyntaxTree == call.Syntax.SyntaxTree ? identifier.Syntax.Span : call.Syntax.Span, ArgumentsOf(call), stateAt)
            : [];
    }

    private IEnumerable<RecorderUsage> Read(IInvocationOperation call, string name, TextSpan nameSpan, ImmutableArray<IOperation> given, Func<IOperation, PlaceState> stateAt)
    {
        switch (name.Substring(name.LastIndexOf('.') + 1))
        {
            case Evaluate:
                return ReadScript(call, given, "", "", stateAt);

            case Import when name == Import:
                return ReadScript(call, given, "import('", "')", stateAt);

            case var simpleName when replay.Catalog.Scripts.HasName(simpleName):
                return ReadCall(call, name, nameSpan, given, stateAt);

            default:
                return [];
        }
    }

    private IEnumerable<RecorderUsage> ReadScript(IInvocationOperation call, ImmutableArray<IOperation> given, string before, string after, Func<IOperation, PlaceState> stateAt)
    {
        if (given.IsEmpty)
            return [];

        var script = texts.Create();
        script.Append(before, given[0].Syntax);
        script.Append(given[0]);
        script.Append(after, given[0].Syntax);
        return texts.Read(script, () => stateAt(call));
    }

    private IEnumerable<RecorderUsage> ReadCall(IInvocationOperation call, string name, TextSpan nameSpan, ImmutableArray<IOperation> given, Func<IOperation, PlaceState> stateAt)
    {
        var tree = call.Syntax.SyntaxTree;
        var arguments = new ArgumentValues(tree, values);
        var read = given.Select(arguments.Read).ToImmutableArray();
        var page = new ScriptPage(replay.Catalog.Scripts, words, NearbyText(call, name), span => Location.Create(tree, span))
        {
            Identifies = value => arguments.OperationOf(value) is { } operation ? identifiers.IsDirect(operation) : null,
            IsOfSession = value => arguments.OperationOf(value) is { } operation ? identifiers.IsOfSession(operation) : null,
        };
        var path = new ScriptPath(JsPath.WithoutGlobalObject(name));
        var touch = ScriptUsageReader.TouchOf(path, read, call.Syntax.Span, nameSpan, () => stateAt(call), page);
        return touch is null ? [] : ScriptUsageReader.Read(touch, page).Concat(new PageDefaults(new WrapperDefaults(replay.Models, values), arguments).Read(touch));
    }

    /// <summary>A name that others use too needs words beside it: those of the file count.</summary>
    private string NearbyText(IInvocationOperation call, string name) =>
        replay.Catalog.Scripts.FindCall(name).Any(static fact => !fact.Requires.IsEmpty) ? call.Syntax.SyntaxTree.GetText().ToString() : "";

    /// <summary>The function that an attribute of a method names; a function of a module is not one of the page.</summary>
    private static string? ImportOf(IMethodSymbol method)
    {
        if (!method.IsPartialDefinition && method.PartialDefinitionPart is null)
            return null;

        foreach (var attribute in (method.PartialDefinitionPart ?? method).GetAttributes())
        {
            if (attribute is { AttributeClass.Name: ImportAttribute, ConstructorArguments: { Length: 1 } arguments })
                return arguments[0].Value as string;
        }

        return null;
    }

    private static TextSpan NameOf(IInvocationOperation call) =>
        (call.Syntax as InvocationExpressionSyntax)?.Expression switch
        {
            MemberAccessExpressionSyntax { Name.Span: var name } => name,
            { Span: var span } => span,
            _ => call.Syntax.Span,
        };

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
    private ImmutableArray<IOperation> ArgumentsOf(IInvocationOperation call)
    {
        var given = ArgumentOf(call, "args") ?? ArgumentOf(call, "value");
        if (given is ILocalReferenceOperation local && given.Root().OnlyValueOf(local.Local) is { } known && ArgumentValues.ElementsOf(known.Unwrap()) is not null)
            given = known.Unwrap();

        return given switch
        {
            null or { ConstantValue: { HasValue: true, Value: null } } => ImmutableArray<IOperation>.Empty,
            _ => ArgumentValues.ElementsOf(given) ?? ImmutableArray.Create(given),
        };
    }
}
