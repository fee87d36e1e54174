using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Markup;

/// <summary>What a condition says about consent by its text alone: by its operators and the words of its names.</summary>
internal sealed class TextEvidence(ConsentNames names)
{
    private const int MaximumDepth = 100;

    /// <summary>A longer condition is none that anybody has written.</summary>
    private const int MaximumLength = 4096;

    /// <summary>Methods whose result says what the value said.</summary>
    private static readonly HashSet<string> KeepsAnswer = new(StringComparer.Ordinal) { "ToString", "ToLower", "ToLowerInvariant", "ToUpper", "ToUpperInvariant", "Trim", "GetValueOrDefault" };

    /// <summary>The evidence of a condition, in which some names stand for what was assigned to them.</summary>
    public Evidence Of(string condition, IReadOnlyDictionary<string, string> values) =>
        condition.Length > MaximumLength ? Evidence.None : Of(SyntaxFactory.ParseExpression(condition), values, depth: 0);

    /// <summary>Notes what a statement assigns to a local.</summary>
    public void Declare(string statement, Dictionary<string, string> values)
    {
        if (statement.Length > MaximumLength || !statement.Contains('='))
            return;

        switch (SyntaxFactory.ParseStatement(statement))
        {
            case LocalDeclarationStatementSyntax declaration:
                foreach (var variable in declaration.Declaration.Variables)
                {
                    if (variable.Initializer is { } initializer)
                        values[variable.Identifier.ValueText] = initializer.Value.ToString();
                }

                break;

            case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax name, Right: { } value } }:
                values[name.Identifier.ValueText] = value.ToString();
                break;
        }
    }

    private Evidence Of(ExpressionSyntax expression, IReadOnlyDictionary<string, string> values, int depth)
    {
        if (++depth > MaximumDepth)
            return Evidence.None;

        switch (expression)
        {
            case ParenthesizedExpressionSyntax inner:
                return Of(inner.Expression, values, depth);

            case CastExpressionSyntax cast:
                return Of(cast.Expression, values, depth);

            case AwaitExpressionSyntax awaited:
                return Of(awaited.Expression, values, depth);

            case PostfixUnaryExpressionSyntax forgiven:
                return Of(forgiven.Operand, values, depth);

            case PrefixUnaryExpressionSyntax negation when negation.IsKind(SyntaxKind.LogicalNotExpression):
                return Of(negation.Operand, values, depth).Negated;

            case BinaryExpressionSyntax binary:
                return OfBinary(binary, values, depth);

            case IsPatternExpressionSyntax { Pattern: var pattern } test:
                return pattern switch
                {
                    ConstantPatternSyntax constant => Compared(test.Expression, constant.Expression, values, depth),
                    UnaryPatternSyntax { Pattern: ConstantPatternSyntax constant } => Compared(test.Expression, constant.Expression, values, depth).Negated,
                    _ => Evidence.None,
                };

            case ConditionalExpressionSyntax choice:
                var chosen = Of(choice.Condition, values, depth);
                return Evidence.Or(Evidence.And(chosen, Of(choice.WhenTrue, values, depth)), Evidence.And(chosen.Negated, Of(choice.WhenFalse, values, depth)));

            case LiteralExpressionSyntax literal when literal.Token.Value is bool truth:
                return Evidence.OfConstant(truth);

            // What was assigned decides, as far as it says something; it is not looked up a second time.
            case IdentifierNameSyntax { Identifier.ValueText: var name } when values.TryGetValue(name, out var value):
                var assigned = Of(SyntaxFactory.ParseExpression(value), values.Where(pair => pair.Key != name).ToDictionary(static pair => pair.Key, static pair => pair.Value), depth);
                return assigned.IsNone && SyntaxFactory.ParseExpression(value) is not LiteralExpressionSyntax ? OfName(name, NameParts.None) : assigned;

            case IdentifierNameSyntax or MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax or MemberBindingExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax:
                return OfReference(expression, values, depth);

            default:
                return Evidence.None;
        }
    }

    private Evidence OfBinary(BinaryExpressionSyntax binary, IReadOnlyDictionary<string, string> values, int depth) => binary.Kind() switch
    {
        SyntaxKind.LogicalAndExpression or SyntaxKind.BitwiseAndExpression => Evidence.And(Of(binary.Left, values, depth), Of(binary.Right, values, depth)),
        SyntaxKind.LogicalOrExpression or SyntaxKind.BitwiseOrExpression => Evidence.Or(Of(binary.Left, values, depth), Of(binary.Right, values, depth)),
        SyntaxKind.CoalesceExpression => Evidence.Meet(Of(binary.Left, values, depth), Of(binary.Right, values, depth)),
        SyntaxKind.EqualsExpression => Compared(binary.Left, binary.Right, values, depth),
        SyntaxKind.NotEqualsExpression => Compared(binary.Left, binary.Right, values, depth).Negated,
        SyntaxKind.AsExpression => Of(binary.Left, values, depth),
        _ => Evidence.None,
    };

    private Evidence Compared(ExpressionSyntax left, ExpressionSyntax right, IReadOnlyDictionary<string, string> values, int depth)
    {
        if (left is LiteralExpressionSyntax)
            (left, right) = (right, left);

        while (right is ParenthesizedExpressionSyntax inner)
            right = inner.Expression;

        var value = Of(left, values, depth);
        return right switch
        {
            LiteralExpressionSyntax { Token.Value: true } => value,
            LiteralExpressionSyntax { Token.Value: false } => value.Negated,
            LiteralExpressionSyntax { Token.Value: string text } => names.IsYes(text) ? new Evidence(value.WhenYes, ConsentState.NotGranted, ConsentState.NotGranted) : Evidence.None,
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.NullLiteralExpression) => ValueEvidence.Missing(value),
            MemberAccessExpressionSyntax member => new Evidence(
                ConsentNames.OfEnumMember(names.PartsOf(member.Name.Identifier.ValueText), NameOf(member.Expression) | NameOf(left)),
                ConsentState.NotGranted,
                ConsentState.NotGranted),
            _ => Evidence.None,
        };
    }

    private Evidence OfReference(ExpressionSyntax reference, IReadOnlyDictionary<string, string> values, int depth)
    {
        switch (reference)
        {
            case ConditionalAccessExpressionSyntax access when PassesOn(access.WhenNotNull):
                return Of(access.Expression, values, depth);

            case ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax { Name: var name } } access:
                return OfName(name.Identifier.ValueText, NameOf(access.Expression));

            case ConditionalAccessExpressionSyntax access:
                return Of(access.WhenNotNull, values, depth);

            case MemberBindingExpressionSyntax binding:
                return OfName(binding.Name.Identifier.ValueText, NameParts.None);

            case MemberAccessExpressionSyntax access:
                return IsTransparent(access.Name) ? Of(access.Expression, values, depth) : OfName(access.Name.Identifier.ValueText, NameOf(access.Expression));

            case ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } keys } element:
                return OfKey(keys[0].Expression, NameOf(element.Expression));

            case InvocationExpressionSyntax call:
                return OfCall(call, values, depth);

            case IdentifierNameSyntax name:
                return OfName(name.Identifier.ValueText, NameParts.None);

            default:
                return Evidence.None;
        }
    }

    private Evidence OfCall(InvocationExpressionSyntax call, IReadOnlyDictionary<string, string> values, int depth)
    {
        var arguments = call.ArgumentList.Arguments;
        var name = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            _ => call.Expression as SimpleNameSyntax,
        };

        var receiver = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        switch (name?.Identifier.ValueText)
        {
            case null:
                return Evidence.None;

            case "IsNullOrEmpty" or "IsNullOrWhiteSpace" when arguments.Count == 1:
                return ValueEvidence.Missing(Of(arguments[0].Expression, values, depth));

            case "Equals" when arguments.Count > 1 && receiver is PredefinedTypeSyntax or IdentifierNameSyntax { Identifier.ValueText: "String" }:
                return Compared(arguments[0].Expression, arguments[1].Expression, values, depth);

            case "Equals" when arguments.Count > 0 && receiver is not null:
                return Compared(receiver, arguments[0].Expression, values, depth);

            case "Parse" or "ToBoolean" when arguments.Count > 0:
                return new Evidence(Of(arguments[0].Expression, values, depth).WhenYes, ConsentState.NotGranted, ConsentState.NotGranted);

            case var method when receiver is not null && KeepsAnswer.Contains(method):
                return Of(receiver, values, depth);

            default:
                var parts = names.PartsOf(name!.Identifier.ValueText);
                if ((parts & NameParts.Lookup) != 0 && arguments.Count > 0 && OfKey(arguments[0].Expression, receiver is null ? NameParts.None : NameOf(receiver)) is { IsNone: false } kept)
                    return kept;

                return OfName(name.Identifier.ValueText, receiver is null ? NameParts.None : NameOf(receiver));
        }
    }

    /// <summary>A value that is kept under a key may be read as a text or as a truth.</summary>
    private Evidence OfKey(ExpressionSyntax key, NameParts place)
    {
        var parts = key switch
        {
            LiteralExpressionSyntax { Token.Value: string text } => names.PartsOf(text),
            MemberAccessExpressionSyntax member => names.PartsOf(member.Name.Identifier.ValueText) | names.PartsOf((member.Expression as SimpleNameSyntax)?.Identifier.ValueText ?? ""),
            IdentifierNameSyntax name => names.PartsOf(name.Identifier.ValueText),
            _ => NameParts.None,
        };

        parts = KeyedLookup.InPlace(parts, place);
        return KeyedLookup.NamesConsent(parts) ? Evidence.Either(KeyedLookup.OfAnswer(parts, isTruth: true), KeyedLookup.OfAnswer(parts, isTruth: false)) : Evidence.None;
    }

    private Evidence OfName(string name, NameParts context)
    {
        var parts = names.PartsOf(name);
        if ((parts & NameParts.Ask) != 0)
            return Evidence.None;

        var truth = ConsentNames.OfTruth(parts, context);
        return truth with { WhenYes = ConsentNames.OfText(parts, context) };
    }

    private NameParts NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => names.PartsOf(name.Identifier.ValueText),
        MemberAccessExpressionSyntax access => names.PartsOf(access.Name.Identifier.ValueText),
        MemberBindingExpressionSyntax binding => names.PartsOf(binding.Name.Identifier.ValueText),
        ConditionalAccessExpressionSyntax access => NameOf(access.WhenNotNull),
        InvocationExpressionSyntax call => NameOf(call.Expression),
        _ => NameParts.None,
    };

    /// <summary>Whether what is read from a value is still the same answer: <c>.Value.ToString()</c>.</summary>
    private static bool PassesOn(ExpressionSyntax part) => part switch
    {
        MemberBindingExpressionSyntax binding => IsTransparent(binding.Name),
        MemberAccessExpressionSyntax access => IsTransparent(access.Name) && PassesOn(access.Expression),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax called } => KeepsAnswer.Contains(called.Name.Identifier.ValueText),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } => KeepsAnswer.Contains(called.Name.Identifier.ValueText) && PassesOn(called.Expression),
        _ => false,
    };

    /// <summary>The value of a cookie, of a nullable or of a task is the value itself.</summary>
    private static bool IsTransparent(SimpleNameSyntax name) => name.Identifier.ValueText is "Value" or "Result";
}
