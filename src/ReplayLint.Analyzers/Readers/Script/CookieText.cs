using Acornima;
using Acornima.Ast;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>Recognises the text of the page's cookies.</summary>
internal sealed class CookieText(ScriptFacts facts)
{
    private readonly Dictionary<ScriptVariable, bool> _cookieTexts = [];

    /// <summary>Whether the expression is the text of the page's cookies, or a part of it.</summary>
    public bool IsText(Node? node, int depth = 0)
    {
        if (depth > ScriptEvidence.MaximumDepth)
            return false;

        depth++;
        switch (node)
        {
            case MemberExpression member:
                return PathReader.Of(member) is { Text: "document.cookie" } || (member.Computed && IsText(member.Object, depth));

            case Identifier { UserData: ScriptVariable variable }:
                if (variable.Single is { } value)
                {
                    if (_cookieTexts.TryGetValue(variable, out var isCookieText))
                        return isCookieText;

                    _cookieTexts[variable] = false;
                    return _cookieTexts[variable] = IsText(value, depth);
                }

                return variable is { Kind: ScriptVariableKind.Parameter, Index: 0, Key: null, Function: { } function }
                    && facts.Callbacks.TryGetValue(function, out var callback)
                    && callback.IsCookieText;

            case CallExpression { Callee: MemberExpression { Object: var owner } callee } call:
                return IsText(owner, depth)
                    ? LastName.Of(callee) is not ("find" or "some" or "includes" or "startsWith" or "indexOf" or "match")
                    : call.Arguments.Count > 0 && LastName.Of(callee) == "decodeURIComponent" && IsText(call.Arguments[0], depth);

            case CallExpression { Callee: Identifier { Name: "decodeURIComponent" or "unescape" or "String" }, Arguments.Count: > 0 } decoded:
                return IsText(decoded.Arguments[0], depth);

            case LogicalExpression { Operator: Operator.LogicalOr or Operator.NullishCoalescing } logical:
                return IsText(logical.Left, depth);

            case NonLogicalBinaryExpression { Operator: Operator.Addition } sum:
                return IsText(sum.Left, depth) || IsText(sum.Right, depth);

            case ChainExpression chain:
                return IsText(chain.Expression, depth);

            case TemplateLiteral template:
                foreach (var part in template.Expressions)
                {
                    if (IsText(part, depth))
                        return true;
                }

                return false;

            default:
                return false;
        }
    }
}
