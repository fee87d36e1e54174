using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Catalog;

namespace ReplayLint.Readers.CSharp;

/// <summary>A call of a method or constructor and what is passed to it; values that are left to their default are not listed.</summary>
internal sealed record Call(IOperation Operation, IMethodSymbol Method, ImmutableArray<PassedValue> Values)
{
    public static Call Of(IInvocationOperation invocation) => new(invocation, invocation.TargetMethod, Passed(invocation.Arguments));

    public static Call Of(IObjectCreationOperation creation, IMethodSymbol constructor) => new(creation, constructor, Passed(creation.Arguments));

    /// <summary>
    /// A call that the compiler could not resolve, mostly because someone is typing inside it: it is read as the overload of a
    /// recorder that it may become, so that a finding does not come and go with every key.
    /// </summary>
    public static Call? Of(IInvalidOperation invalid, FactIndex facts)
    {
        if (invalid.Syntax is not InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } || invalid.SemanticModel is not { } model)
            return null;

        foreach (var candidate in model.GetSymbolInfo(invalid.Syntax).CandidateSymbols)
        {
            if (candidate is not IMethodSymbol method || facts.Find(method).IsEmpty || method.Parameters.Length < arguments.Count)
                continue;

            var values = ImmutableArray.CreateBuilder<PassedValue>(arguments.Count);
            for (var i = 0; i < arguments.Count; i++)
            {
                // A lambda says which overload is meant.
                var takesDelegate = method.Parameters[i].Type.TypeKind == TypeKind.Delegate;
                if (arguments[i].NameColon is null
                    && takesDelegate == arguments[i].Expression is AnonymousFunctionExpressionSyntax
                    && FindValue(invalid, arguments[i].Expression) is { } value)
                {
                    values.Add(new PassedValue(method.Parameters[i], value, arguments[i]));
                }
            }

            if (values.Count == arguments.Count)
                return new Call(invalid, method, values.ToImmutable());
        }

        return null;
    }

    private static IOperation? FindValue(IInvalidOperation invalid, SyntaxNode syntax)
    {
        foreach (var child in invalid.ChildOperations)
        {
            if (child.Syntax == syntax)
                return child;
        }

        return null;
    }

    private static ImmutableArray<PassedValue> Passed(ImmutableArray<IArgumentOperation> arguments)
    {
        var values = ImmutableArray.CreateBuilder<PassedValue>(arguments.Length);
        foreach (var argument in arguments)
        {
            if (argument is { ArgumentKind: not ArgumentKind.DefaultValue, Parameter: { } parameter })
                values.Add(new PassedValue(parameter, argument.Value, argument.Syntax));
        }

        return values.ToImmutable();
    }
}

/// <summary>A value that a call passes.</summary>
/// <param name="Parameter">The parameter that it is passed to.</param>
/// <param name="Value">The value.</param>
/// <param name="Syntax">The argument as it is written.</param>
internal readonly record struct PassedValue(IParameterSymbol Parameter, IOperation Value, SyntaxNode Syntax)
{
    /// <summary>The property that an argument of a constructor sets: the one with the parameter's name, but for its first letter.</summary>
    public IPropertySymbol? PropertyOfOptions()
    {
        for (var type = Parameter.ContainingType; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers())
            {
                if (member is IPropertySymbol property && string.Equals(property.Name, Parameter.Name, StringComparison.OrdinalIgnoreCase))
                    return property;
            }
        }

        return null;
    }
}
