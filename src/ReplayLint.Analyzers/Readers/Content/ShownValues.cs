using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.Readers.Content;

/// <summary>A member or method whose value a page shows.</summary>
/// <param name="Name">Where it is named.</param>
/// <param name="Owner">What it is read from; null when nothing is written before it.</param>
internal sealed record ShownValue(SimpleNameSyntax Name, ExpressionSyntax? Owner)
{
    /// <summary>The name of a claim or the like that a method is asked for, or null.</summary>
    public ExpressionSyntax? Key { get; init; }

    /// <summary>The names of what the value is read from, the nearest first.</summary>
    public IEnumerable<string> Owners
    {
        get
        {
            for (var owner = Owner; owner is not null;)
            {
                var (name, before) = ShownValues.Split(owner);
                if (name is not null)
                    yield return name.Identifier.ValueText;

                owner = before;
            }
        }
    }
}

/// <summary>
/// Follows a C# expression to the values whose text it gives: through choices, joins and calls that change no more than
/// white space or case. Nothing is bound.
/// </summary>
internal static class ShownValues
{
    private const int MaximumDepth = 32;

    private static readonly HashSet<string> Unchanging = new(StringComparer.Ordinal)
    {
        "ToString", "Trim", "TrimStart", "TrimEnd", "ToUpper", "ToLower", "ToUpperInvariant", "ToLowerInvariant", "Normalize", "ToShortDateString", "ToLongDateString", "GetValueOrDefault",
    };

    /// <summary>Calls that give what they are given as text.</summary>
    private static readonly HashSet<string> Writing = new(StringComparer.Ordinal) { "Raw", "Encode", "FormatValue", "Format", "Concat", "Join", "HtmlEncode" };

    /// <summary>Calls that show the member that a lambda names.</summary>
    private static readonly HashSet<string> Displaying = new(StringComparer.Ordinal) { "DisplayFor", "DisplayTextFor", "ValueFor" };

    public static IEnumerable<ShownValue> Of(ExpressionSyntax expression) => Of(expression, MaximumDepth);

    /// <summary>The last name of a chain of members and calls, and what is before it.</summary>
    public static (SimpleNameSyntax? Name, ExpressionSyntax? Before) Split(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => (name, null),
        MemberAccessExpressionSyntax access => (access.Name, access.Expression),
        MemberBindingExpressionSyntax binding => (binding.Name, ConditionOf(binding)),
        ConditionalAccessExpressionSyntax access => Split(access.WhenNotNull),
        InvocationExpressionSyntax { Expression: var callee } => Split(callee),
        ElementAccessExpressionSyntax { Expression: var inner } => (null, inner),
        ParenthesizedExpressionSyntax { Expression: var inner } => (null, inner),
        AwaitExpressionSyntax { Expression: var inner } => (null, inner),
        PostfixUnaryExpressionSyntax { Operand: var inner } => (null, inner),
        CastExpressionSyntax { Expression: var inner } => (null, inner),
        _ => (null, null),
    };

    private static IEnumerable<ShownValue> Of(ExpressionSyntax? expression, int depth)
    {
        if (depth == 0)
            return [];

        return expression switch
        {
            ParenthesizedExpressionSyntax { Expression: var inner } => Of(inner, depth - 1),
            CastExpressionSyntax { Expression: var inner } => Of(inner, depth - 1),
            AwaitExpressionSyntax { Expression: var inner } => Of(inner, depth - 1),
            PostfixUnaryExpressionSyntax { Operand: var inner } => Of(inner, depth - 1),
            ConditionalExpressionSyntax choice => Of(choice.WhenTrue, depth - 1).Concat(Of(choice.WhenFalse, depth - 1)),
            BinaryExpressionSyntax both when both.IsKind(SyntaxKind.CoalesceExpression) || both.IsKind(SyntaxKind.AddExpression) => Of(both.Left, depth - 1).Concat(Of(both.Right, depth - 1)),
            InterpolatedStringExpressionSyntax text => text.Contents.OfType<InterpolationSyntax>().SelectMany(part => Of(part.Expression, depth - 1)),
            ConditionalAccessExpressionSyntax { WhenNotNull: var rest } => Of(rest, depth - 1),
            InvocationExpressionSyntax call => OfCall(call, depth - 1),
            MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or IdentifierNameSyntax => OfMember(expression, depth - 1),
            _ => [],
        };
    }

    private static IEnumerable<ShownValue> OfMember(ExpressionSyntax member, int depth)
    {
        var (name, owner) = Split(member);

        // What holds a value has no name of its own: FindFirst(…)?.Value, BirthDate.Value.
        if (name!.Identifier.ValueText == "Value" && owner is not null)
            return Of(owner, depth);

        return [new ShownValue(name, owner)];
    }

    private static IEnumerable<ShownValue> OfCall(InvocationExpressionSyntax call, int depth)
    {
        var (name, owner) = Split(call.Expression);
        if (name is null)
            return [];

        var arguments = call.ArgumentList.Arguments;
        var method = name.Identifier.ValueText;
        if (Unchanging.Contains(method) && owner is not null)
            return Of(owner, depth);

        if (Displaying.Contains(method))
            return arguments.Count > 0 && arguments[0].Expression is LambdaExpressionSyntax { ExpressionBody: { } body } ? Of(body, depth) : [];

        if (Writing.Contains(method))
            return arguments.SelectMany(argument => Of(argument.Expression, depth));

        return [new ShownValue(name, owner) { Key = arguments.Count > 0 ? arguments[0].Expression : null }];
    }

    /// <summary>What stands before the question mark that a binding belongs to.</summary>
    private static ExpressionSyntax? ConditionOf(MemberBindingExpressionSyntax binding)
    {
        for (SyntaxNode? node = binding; node is not null; node = node.Parent)
        {
            if (node.Parent is ConditionalAccessExpressionSyntax access && access.WhenNotNull == node)
                return access.Expression;
        }

        return null;
    }
}
