using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.Readers.Script;

/// <summary>Tells whether a C# expression of a template identifies a person directly, as far as its names tell: nothing is bound there.</summary>
internal sealed class CodeIdentifiers(IdentifierWords words)
{
    private const int MaximumLength = 2_000;

    /// <summary>What a name is asked for without naming anybody.</summary>
    private static readonly HashSet<string> Questions = new(StringComparer.Ordinal)
    {
        "Length", "Count", "HasValue", "IsNullOrEmpty", "IsNullOrWhiteSpace", "Any", "Contains", "StartsWith", "EndsWith", "Equals", "IndexOf", "GetHashCode",
    };

    public bool IsDirect(string code)
    {
        code = code.Trim().TrimStart('@');
        return code.Length is > 0 and <= MaximumLength && IsDirect(SyntaxFactory.ParseExpression(code), isClaim: false);
    }

    private bool IsDirect(ExpressionSyntax? expression, bool isClaim)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax { Expression: var inner }:
                return IsDirect(inner, isClaim);

            case CastExpressionSyntax { Expression: var inner }:
                return IsDirect(inner, isClaim);

            case AwaitExpressionSyntax { Expression: var inner }:
                return IsDirect(inner, isClaim);

            case PostfixUnaryExpressionSyntax { Operand: var operand }:
                return IsDirect(operand, isClaim);

            case ConditionalExpressionSyntax choice:
                return IsDirect(choice.WhenTrue, isClaim) || IsDirect(choice.WhenFalse, isClaim);

            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.CoalesceExpression) || binary.IsKind(SyntaxKind.AddExpression):
                return IsDirect(binary.Left, isClaim) || IsDirect(binary.Right, isClaim);

            case BinaryExpressionSyntax binary when isClaim:
                return IsDirect(binary.Left, isClaim) || IsDirect(binary.Right, isClaim);

            case IdentifierNameSyntax { Identifier.ValueText: var name }:
                return words.IsNamed(name);

            case MemberAccessExpressionSyntax access:
                return OfMember(access.Expression, access.Name.Identifier.ValueText, isClaim);

            case ConditionalAccessExpressionSyntax { Expression: var owner } access:
                return OfConditional(owner, access.WhenNotNull, isClaim);

            case InvocationExpressionSyntax call:
                return OfCall(call, isClaim);

            case ElementAccessExpressionSyntax element:
                return IsDirect(element.Expression, isClaim)
                    || element.ArgumentList.Arguments.Any(argument => IsDirect(argument.Expression, isClaim: true));

            case InterpolatedStringExpressionSyntax text:
                return text.Contents.OfType<InterpolationSyntax>().Any(part => IsDirect(part.Expression, isClaim));

            case LambdaExpressionSyntax { ExpressionBody: { } body } when isClaim:
                return IsDirect(body, isClaim);

            case LiteralExpressionSyntax literal when isClaim && literal.IsKind(SyntaxKind.StringLiteralExpression):
                return literal.Token.ValueText is "name" || words.IsNamed(literal.Token.ValueText.Substring(literal.Token.ValueText.LastIndexOf('/') + 1));

            case LiteralExpressionSyntax literal:
                return literal.IsKind(SyntaxKind.StringLiteralExpression) && IdentifierWords.IsEmailAddress(literal.Token.ValueText);

            default:
                return false;
        }
    }

    private bool OfMember(ExpressionSyntax owner, string name, bool isClaim)
    {
        if (Questions.Contains(name))
            return false;

        if (words.IsNamed(name) || words.IsMember(LastName(owner), name))
            return true;

        return IsDirect(owner, isClaim);
    }

    private bool OfConditional(ExpressionSyntax owner, ExpressionSyntax rest, bool isClaim)
    {
        var names = rest.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(static name => name.Identifier.ValueText).ToList();
        if (names.Exists(Questions.Contains) || names.Exists(words.IsPseudonym))
            return false;

        names.Insert(0, LastName(owner) ?? "");
        return names.Exists(words.IsNamed) || names.Skip(1).Where((name, i) => words.IsMember(names[i], name)).Any() || IsDirect(owner, isClaim);
    }

    private bool OfCall(InvocationExpressionSyntax call, bool isClaim)
    {
        var (owner, method) = call.Expression switch
        {
            MemberAccessExpressionSyntax access => (access.Expression, access.Name.Identifier.ValueText),
            SimpleNameSyntax name => (null, name.Identifier.ValueText),
            _ => (call.Expression, ""),
        };

        if (Questions.Contains(method) || words.IsPseudonym(method))
            return false;

        if (words.IsNamed(method) || IsDirect(owner, isClaim))
            return true;

        isClaim |= method.StartsWith("Find", StringComparison.Ordinal) || method is "GetClaim" or "GetClaimValue" || LastName(owner) is "Claims";
        return call.ArgumentList.Arguments.Any(argument => IsDirect(argument.Expression, isClaim));
    }

    private static string? LastName(ExpressionSyntax? expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        ConditionalAccessExpressionSyntax access => LastName(access.WhenNotNull),
        PostfixUnaryExpressionSyntax { Operand: var operand } => LastName(operand),
        ParenthesizedExpressionSyntax { Expression: var inner } => LastName(inner),
        InvocationExpressionSyntax { Expression: var callee } => LastName(callee),
        _ => null,
    };
}
