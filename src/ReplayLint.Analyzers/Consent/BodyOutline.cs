using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReplayLint.Consent;

/// <summary>What the operation tree of a body tells before any flow: its lambdas and local functions, and which variables closures write.</summary>
internal sealed class BodyOutline
{
    private readonly HashSet<ISymbol> _written = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _shared = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SyntaxNode, IOperation> _lambdas = [];
    private readonly Dictionary<ISymbol, List<SyntaxNode>> _uses = new(SymbolEqualityComparer.Default);

    public BodyOutline(IOperation body, CancellationToken cancellation)
    {
        var pending = new Stack<(IOperation Operation, IMethodSymbol? Function)>();
        pending.Push((body, null));
        while (pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var (operation, function) = pending.Pop();
            switch (operation)
            {
                case IAnonymousFunctionOperation lambda:
                    function = lambda.Symbol;
                    if (!_lambdas.ContainsKey(lambda.Syntax))
                        _lambdas.Add(lambda.Syntax, lambda);

                    break;

                case ILocalFunctionOperation local:
                    function = local.Symbol;
                    break;

                case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called }:
                    NoteUse(called, operation.Syntax);
                    break;

                case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } named }:
                    NoteUse(named, operation.Syntax);
                    break;

                default:
                    NoteWrite(operation, function);
                    break;
            }

            foreach (var child in operation.ChildOperations)
                pending.Push((child, function));
        }
    }

    /// <summary>Whether the body writes the variable anywhere.</summary>
    public bool IsWritten(ISymbol variable) => _written.Contains(variable);

    /// <summary>Whether a function other than the variable's own writes it, or a reference to it exists: it may change at any time.</summary>
    public bool IsShared(ISymbol variable) => _shared.Contains(variable);

    /// <summary>The lambda of this syntax in the tree as it was written, where its surroundings are still whole.</summary>
    public IOperation? LambdaAt(SyntaxNode syntax) => _lambdas.TryGetValue(syntax, out var lambda) ? lambda : null;

    /// <summary>The places that call or name a local function.</summary>
    public IReadOnlyList<SyntaxNode> UsesOf(IMethodSymbol function) => _uses.TryGetValue(function.OriginalDefinition, out var uses) ? uses : [];

    private void NoteUse(IMethodSymbol function, SyntaxNode use)
    {
        if (!_uses.TryGetValue(function.OriginalDefinition, out var uses))
            _uses.Add(function.OriginalDefinition, uses = []);

        uses.Add(use);
    }

    private void NoteWrite(IOperation operation, IMethodSymbol? function)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation { IsRef: true } alias:
                Share(alias.Target);
                Share(alias.Value);
                break;

            case IAssignmentOperation assignment:
                NoteTarget(assignment.Target, function);
                break;

            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                NoteTarget(argument.Value, function);
                break;

            case IAddressOfOperation address:
                Share(address.Reference);
                break;

            case IVariableDeclaratorOperation { Symbol.IsRef: true, Initializer: { } initializer } declarator:
                _shared.Add(declarator.Symbol);
                Share(initializer.Value);
                break;
        }
    }

    private void NoteTarget(IOperation target, IMethodSymbol? function)
    {
        if (target is IDeclarationExpressionOperation declaration)
            target = declaration.Expression;

        if (target is ITupleOperation tuple)
        {
            foreach (var element in tuple.Elements)
                NoteTarget(element, function);
        }
        else if (VariableOf(target) is { } variable)
        {
            _written.Add(variable);
            if (function is not null && !SymbolEqualityComparer.Default.Equals(function, variable.ContainingSymbol))
                _shared.Add(variable);
        }
    }

    private void Share(IOperation operation)
    {
        if (VariableOf(operation) is { } variable)
            _shared.Add(variable);
    }

    /// <summary>The local or parameter that an operation names, or null.</summary>
    public static ISymbol? VariableOf(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IDeclarationExpressionOperation declaration => VariableOf(declaration.Expression),
        _ => null,
    };
}
