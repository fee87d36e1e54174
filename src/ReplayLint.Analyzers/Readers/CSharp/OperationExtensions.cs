using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReplayLint.Readers.CSharp;

/// <summary>What the compiler wraps around a value without changing it, taken off.</summary>
internal static class OperationExtensions
{
    /// <summary>The value below conversions, parentheses and the creation of a delegate.</summary>
    public static IOperation Unwrap(this IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                case IDelegateCreationOperation { Target: IAnonymousFunctionOperation or IMethodReferenceOperation } creation:
                    operation = creation.Target;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>What the value is used by, beyond conversions.</summary>
    public static IOperation? OuterUse(this IOperation operation)
    {
        var use = operation.Parent;
        while (use is IConversionOperation)
            use = use.Parent;

        return use;
    }

    /// <summary>The outermost operation of the body that the operation is part of.</summary>
    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;

        return operation;
    }

    /// <summary>The value that a local always has: its initializer, when nothing else is written to it in the body.</summary>
    public static IOperation? OnlyValueOf(this IOperation body, ILocalSymbol local)
    {
        IOperation? value = null;
        foreach (var operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local):
                    value = declarator.GetVariableInitializer()?.Value;
                    break;
                case IAssignmentOperation assignment when IsLocal(assignment.Target, local):
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument when IsLocal(argument.Value, local):
                case IIncrementOrDecrementOperation increment when IsLocal(increment.Target, local):
                    return null;
            }
        }

        return value;
    }

    /// <summary>Whether a written value, or the function that is written, never says yes.</summary>
    public static bool AnswersFalse(this IOperation value)
    {
        value = value.Unwrap();
        return value.ConstantValue is { HasValue: true, Value: null or false }
            || (value is IAnonymousFunctionOperation { Body.Operations: { Length: 1 } body }
                && body[0] is IReturnOperation { ReturnedValue.ConstantValue: { HasValue: true, Value: false } });
    }

    private static bool IsLocal(IOperation operation, ILocalSymbol local) =>
        operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local);
}
