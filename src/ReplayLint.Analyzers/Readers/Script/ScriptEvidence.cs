using System.Globalization;
using Acornima;
using Acornima.Ast;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>What an expression of a script says about consent, once it is tested. A truth and a text look the same in a script.</summary>
internal sealed class ScriptEvidence(ScriptWords words, ScriptFacts facts)
{
    private const int MaximumDepth = 60;

    private static readonly HashSet<string> ElementLookups = new(StringComparer.Ordinal)
    {
        "getElementById", "querySelector", "querySelectorAll", "getElementsByClassName", "getElementsByName", "getElementsByTagName", "closest", "$", "jQuery", "find",
    };

    private readonly Dictionary<ScriptVariable, Evidence> _variables = [];
    private readonly Dictionary<ScriptVariable, NameParts> _contexts = [];
    private readonly Dictionary<ScriptVariable, bool> _cookieTexts = [];
    private readonly Dictionary<Node, Evidence> _functions = [];

    public Evidence Of(Node? node) => Of(node, 0);

    /// <summary>The evidence of <c>subject === constant</c>, as for the cases of a switch.</summary>
    public Evidence OfComparison(Expression subject, Expression constant) => Compared(subject, constant, 0);

    /// <summary>The words of an expression that explain its members and what it calls back.</summary>
    public NameParts ContextOf(Node? node) => ContextOf(node, 0);

    /// <summary>The words of an element: of the variable, and of the selector or id by which it is found.</summary>
    public NameParts ElementOf(Node? node, int depth = 0)
    {
        if (depth > MaximumDepth)
            return NameParts.None;

        depth++;
        switch (node)
        {
            case Identifier { UserData: ScriptVariable variable } name:
                var parts = words.PartsOf(name.Name);
                return variable.Single is { } value ? parts | ElementOf(value, depth) : parts;

            case Identifier name:
                return words.PartsOf(name.Name);

            case MemberExpression member:
                return ElementOf(member.Object, depth) | (NameOf(member) is { } key ? words.PartsOf(key) : NameParts.None);

            case CallExpression call:
                var found = call.Callee is MemberExpression { Object: var owner } ? ElementOf(owner, depth) : NameParts.None;
                foreach (var argument in call.Arguments)
                {
                    if (ConstantText.Of(argument) is { } selector)
                        found |= words.PartsOf(selector);
                }

                return found;

            case ChainExpression chain:
                return ElementOf(chain.Expression, depth);

            case LogicalExpression logical:
                return ElementOf(logical.Left, depth);

            default:
                return NameParts.None;
        }
    }

    /// <summary>The last name of what is called or read.</summary>
    public static string? NameOf(Node? node) => node switch
    {
        Identifier identifier => identifier.Name,
        MemberExpression { Computed: false } member => ScopeBuilder.KeyText(member.Property),
        MemberExpression member => ConstantText.Of(member.Property),
        ChainExpression chain => NameOf(chain.Expression),
        ParenthesizedExpression parentheses => NameOf(parentheses.Expression),
        _ => null,
    };

    /// <summary>Whether the expression is the text of the page's cookies, or a part of it.</summary>
    public bool IsCookieText(Node? node, int depth = 0)
    {
        if (depth > MaximumDepth)
            return false;

        depth++;
        switch (node)
        {
            case MemberExpression member:
                return PathReader.Of(member) is { Text: "document.cookie" } || (member.Computed && IsCookieText(member.Object, depth));

            case Identifier { UserData: ScriptVariable variable }:
                if (variable.Single is { } value)
                {
                    if (_cookieTexts.TryGetValue(variable, out var isCookieText))
                        return isCookieText;

                    _cookieTexts[variable] = false;
                    return _cookieTexts[variable] = IsCookieText(value, depth);
                }

                return variable is { Kind: ScriptVariableKind.Parameter, Index: 0, Key: null, Function: { } function }
                    && facts.Callbacks.TryGetValue(function, out var callback)
                    && callback.IsCookieText;

            case CallExpression { Callee: MemberExpression { Object: var owner } callee } call:
                return IsCookieText(owner, depth)
                    ? NameOf(callee) is not ("find" or "some" or "includes" or "startsWith" or "indexOf" or "match")
                    : call.Arguments.Count > 0 && NameOf(callee) == "decodeURIComponent" && IsCookieText(call.Arguments[0], depth);

            case CallExpression { Callee: Identifier { Name: "decodeURIComponent" or "unescape" or "String" }, Arguments.Count: > 0 } decoded:
                return IsCookieText(decoded.Arguments[0], depth);

            case LogicalExpression { Operator: Operator.LogicalOr or Operator.NullishCoalescing } logical:
                return IsCookieText(logical.Left, depth);

            case NonLogicalBinaryExpression { Operator: Operator.Addition } sum:
                return IsCookieText(sum.Left, depth) || IsCookieText(sum.Right, depth);

            case ChainExpression chain:
                return IsCookieText(chain.Expression, depth);

            case TemplateLiteral template:
                foreach (var part in template.Expressions)
                {
                    if (IsCookieText(part, depth))
                        return true;
                }

                return false;

            default:
                return false;
        }
    }

    private Evidence Of(Node? node, int depth)
    {
        if (depth > MaximumDepth)
            return Evidence.None;

        depth++;
        switch (node)
        {
            case BooleanLiteral literal:
                return Evidence.OfConstant(literal.Value);

            case NullLiteral:
                return Evidence.OfConstant(false);

            case NumericLiteral number:
                return number.Value == 0 ? Evidence.OfConstant(false) : number.Value == 1 ? Evidence.OfConstant(true) : OfText("?");

            case StringLiteral or TemplateLiteral { Expressions.Count: 0 }:
                return OfText(ConstantText.Of(node) ?? "?");

            case ObjectExpression or ArrayExpression or IFunction or ClassExpression or NewExpression:
                return Evidence.OfConstant(true);

            case Identifier { Name: "undefined", UserData: null }:
            case UnaryExpression { Operator: Operator.Void }:
                return Evidence.OfConstant(false);

            case Identifier { UserData: ScriptVariable variable }:
                return OfVariable(variable, depth);

            case Identifier name:
                return OfPlainName(words.PartsOf(name.Name), NameParts.None);

            case MemberExpression member:
                return OfMember(member, depth);

            case CallExpression call:
                return OfCall(call, depth);

            case ChainExpression chain:
                return Of(chain.Expression, depth);

            case ParenthesizedExpression parentheses:
                return Of(parentheses.Expression, depth);

            case AwaitExpression awaited:
                return Of(awaited.Argument, depth);

            case SequenceExpression sequence:
                return Of(sequence.Expressions[sequence.Expressions.Count - 1], depth);

            case AssignmentExpression { Operator: Operator.Assignment } assignment:
                var assigned = Of(assignment.Right, depth);
                return assigned.IsNone && IsOpaque(assignment.Right) && NameOf(assignment.Left) is { } target
                    ? OfPlainName(words.PartsOf(target), ContextOf(assignment.Right))
                    : assigned;

            case UnaryExpression { Operator: Operator.LogicalNot } not:
                return Of(not.Argument, depth).Negated;

            case UnaryExpression { Operator: Operator.BitwiseNot, Argument: CallExpression search } when NameOf(search.Callee) is "indexOf" or "search":
                return OfSearch(search, depth);

            case UnaryExpression { Operator: Operator.UnaryPlus } plus:
                return Parsed(Of(plus.Argument, depth));

            case LogicalExpression logical:
                return OfLogical(logical, depth);

            case ConditionalExpression conditional:
                var test = Of(conditional.Test, depth);
                return Evidence.Meet(Of(conditional.Consequent, depth).AtLeast(test.WhenTrue), Of(conditional.Alternate, depth).AtLeast(test.WhenFalse));

            case NonLogicalBinaryExpression binary:
                return OfBinary(binary, depth);

            default:
                return Evidence.None;
        }
    }

    /// <summary>A text is true when it is not empty; one that is no yes never equals one.</summary>
    private Evidence OfText(string text) =>
        text.Length == 0 ? Evidence.OfConstant(false)
        : IsAnswer(text) ? Evidence.OfConstant(true)
        : new Evidence(ConsentState.NotGranted, ConsentState.Granted, ConsentState.Granted);

    private bool IsAnswer(string text) => words.IsYes(text) || words.ContainsYes(text) || words.NamesPurpose(text);

    private Evidence OfPlainName(NameParts name, NameParts context) =>
        (name & NameParts.Ask) != 0 ? Evidence.None : words.OfName(name, context);

    private Evidence OfLogical(LogicalExpression logical, int depth)
    {
        var left = Of(logical.Left, depth);
        var right = Of(logical.Right, depth);
        return logical.Operator switch
        {
            Operator.LogicalAnd => Evidence.And(left, right) with { WhenYes = ConsentLattice.Higher(left.WhenTrue, right.WhenYes) },
            Operator.LogicalOr => Evidence.Or(left, right) with { WhenYes = ConsentLattice.Lower(left.WhenYes, right.WhenYes) },
            _ => Evidence.Meet(left, right),
        };
    }

    private Evidence OfBinary(NonLogicalBinaryExpression binary, int depth)
    {
        switch (binary.Operator)
        {
            case Operator.Equality or Operator.StrictEquality:
                return OfEquality(binary, depth);

            case Operator.Inequality or Operator.StrictInequality:
                return OfEquality(binary, depth).Negated;

            case Operator.GreaterThan or Operator.GreaterThanOrEqual or Operator.LessThan when OfPosition(binary.Left) is { } search && NumberOf(binary.Right) is { } bound:
                return (binary.Operator, bound) switch
                {
                    (Operator.GreaterThan, -1) or (Operator.GreaterThanOrEqual, 0) => OfSearch(search, depth),
                    (Operator.LessThan, 0) => OfSearch(search, depth).Negated,
                    _ => Evidence.None,
                };

            default:
                return Evidence.None;
        }
    }

    private Evidence OfEquality(NonLogicalBinaryExpression binary, int depth)
    {
        if (OfPosition(binary.Left) is { } search && NumberOf(binary.Right) is -1)
            return OfSearch(search, depth).Negated;

        var leftIsConstant = IsConstant(binary.Left);
        if (leftIsConstant == IsConstant(binary.Right))
            return leftIsConstant ? Evidence.None : OfMembers(binary.Left, binary.Right);

        return leftIsConstant ? Compared(binary.Right, binary.Left, depth) : Compared(binary.Left, binary.Right, depth);
    }

    private Evidence Compared(Expression subject, Expression constant, int depth)
    {
        var value = Of(subject, depth);
        switch (constant)
        {
            case BooleanLiteral { Value: true }:
            case UnaryExpression { Operator: Operator.LogicalNot, Argument: NumericLiteral { Value: 0 } }:
                return new Evidence(ConsentLattice.Higher(value.WhenTrue, value.WhenYes), ConsentLattice.Lower(value.WhenFalse, ConsentState.Unknown), ConsentState.NotGranted);

            // What is not false may be missing.
            case BooleanLiteral:
            case UnaryExpression { Operator: Operator.LogicalNot }:
                return new Evidence(value.WhenFalse, ConsentLattice.Lower(value.WhenTrue, ConsentState.Unknown), ConsentState.NotGranted);

            case NullLiteral:
            case Identifier { Name: "undefined" }:
            case UnaryExpression { Operator: Operator.Void }:
            case StringLiteral { Value.Length: 0 }:
                return new Evidence(ConsentState.NotGranted, ConsentLattice.Lower(ConsentLattice.Higher(value.WhenTrue, value.WhenYes), ConsentState.Unknown), ConsentState.NotGranted);

            case NumericLiteral number:
                return number.Value == 1
                    ? new Evidence(ConsentLattice.Higher(value.WhenTrue, value.WhenYes), ConsentState.NotGranted, ConsentState.NotGranted)
                    : Evidence.None;
        }

        if (ConstantText.Of(constant) is not { } text)
            return Evidence.None;

        if (IsAnswer(text))
            return new Evidence(ConsentLattice.Higher(value.WhenTrue, value.WhenYes), ConsentState.NotGranted, ConsentState.NotGranted);

        // A known value of consent that the words do not know; a no that is not said proves nothing.
        return words.MeansNo(text)
            ? Evidence.None
            : new Evidence(ConsentLattice.Lower(ConsentLattice.Higher(value.WhenTrue, value.WhenYes), ConsentState.Unknown), ConsentState.NotGranted, ConsentState.NotGranted);
    }

    /// <summary>Equality with a member that stands for an answer: <c>status === Consent.Granted</c>.</summary>
    private Evidence OfMembers(Expression left, Expression right) =>
        new(ConsentLattice.Higher(OfMemberAnswer(right, left), OfMemberAnswer(left, right)), ConsentState.NotGranted, ConsentState.NotGranted);

    private ConsentState OfMemberAnswer(Expression answer, Expression subject) =>
        answer is MemberExpression member && NameOf(member) is { } name
            ? words.OfMember(words.PartsOf(name), ContextOf(member.Object) | ContextOf(subject))
            : ConsentState.NotGranted;

    private static bool IsConstant(Expression expression) =>
        expression is Literal or Identifier { Name: "undefined" } or UnaryExpression { Operator: Operator.Void }
        || expression is UnaryExpression { Operator: Operator.LogicalNot, Argument: NumericLiteral }
        || ConstantText.Of(expression) is not null;

    private static CallExpression? OfPosition(Expression expression) =>
        expression is CallExpression call && NameOf(call.Callee) is "indexOf" or "search" or "lastIndexOf" ? (CallExpression)expression : null;

    private static double? NumberOf(Expression expression) => expression switch
    {
        NumericLiteral number => number.Value,
        UnaryExpression { Operator: Operator.UnaryNegation, Argument: NumericLiteral number } => -number.Value,
        _ => null,
    };

    private Evidence OfVariable(ScriptVariable variable, int depth)
    {
        if (_variables.TryGetValue(variable, out var known))
            return known;

        // A variable that depends on itself proves nothing.
        _variables[variable] = Evidence.None;
        return _variables[variable] = variable.Kind switch
        {
            ScriptVariableKind.Parameter => OfParameter(variable, depth),
            ScriptVariableKind.Function or ScriptVariableKind.Class => Evidence.OfConstant(true),
            ScriptVariableKind.Import => OfPlainName(words.PartsOf(variable.Name), NameParts.None),
            _ => OfWritten(variable, depth),
        };
    }

    private Evidence OfParameter(ScriptVariable variable, int depth)
    {
        if (variable.Writes.Count > 0 || DefaultsToYes(variable))
            return Evidence.None;

        if (variable.Argument is { } argument)
            return variable.Key is { } member ? OfPlainName(words.PartsOf(member), ContextOf(argument)) : Of(argument, depth);

        var context = NameParts.None;
        var given = Evidence.None;
        if (variable.Function is { } function)
        {
            if (facts.Calls.TryGetValue(function, out var calls))
            {
                if (calls.Any(call => variable.Index < call.Call.Arguments.Count && IsYes(call.Call.Arguments[variable.Index])))
                    return Evidence.None;
            }
            else if (facts.Callbacks.TryGetValue(function, out var callback))
            {
                context = callback.Context;
                if (variable.Index == 0 && variable.Key is null)
                    given = callback.Argument;
            }
        }

        var name = words.PartsOf(variable.Key ?? variable.Name);
        if (given.IsNone || (name & (NameParts.Refused | NameParts.Absent | NameParts.Open)) != 0 || variable.Name is "err" or "error" or "reason")
            return OfPlainName(name, context);

        // Either tells: "getConsent().then(ok => …)", "onConsentChange(granted => …)".
        var named = OfPlainName(name, context);
        return new Evidence(
            ConsentLattice.Higher(given.WhenTrue, named.WhenTrue),
            ConsentLattice.Higher(given.WhenFalse, named.WhenFalse),
            ConsentLattice.Higher(given.WhenYes, named.WhenYes));
    }

    private bool DefaultsToYes(ScriptVariable variable) => variable.Default is { } value && IsYes(value);

    private bool IsYes(Expression value) =>
        value is BooleanLiteral { Value: true } or UnaryExpression { Operator: Operator.LogicalNot, Argument: NumericLiteral { Value: 0 } }
        || (ConstantText.Of(value) is { } text && words.IsYes(text));

    private Evidence OfWritten(ScriptVariable variable, int depth)
    {
        var name = words.PartsOf(variable.Key ?? variable.Name);
        if (variable.Key is not null)
            return DefaultsToYes(variable) || variable.Writes.Count > 0 ? Evidence.None : OfPlainName(name, ContextOf(variable.Source));

        if (variable.Writes.Count == 0)
            return OfPlainName(name, NameParts.None);

        Evidence? all = null;
        foreach (var (site, value) in variable.Writes)
        {
            var evidence = OfWrite(variable, name, site, value, depth);
            all = all is { } before ? Evidence.Meet(before, evidence) : evidence;
        }

        return all ?? Evidence.None;
    }

    private Evidence OfWrite(ScriptVariable variable, NameParts name, Node site, Expression? value, int depth)
    {
        if (value is null)
            return OfPlainName(name, NameParts.None);

        var (level, function) = facts.Levels.TryGetValue(site, out var known) ? known : (ConsentState.NotGranted, null);
        var evidence = Of(value, depth).AtLeast(level);

        // A flag that a function raises later is explained by its name; one that is raised at once, by nothing.
        if (IsYes(value) && level == ConsentState.NotGranted)
            return function == HomeOf(variable) ? Evidence.None : OfPlainName(name, NameParts.None);

        return evidence.IsNone && IsOpaque(value) ? OfPlainName(name, ContextOf(value)) : evidence;
    }

    private Node? HomeOf(ScriptVariable variable)
    {
        foreach (var (site, _) in variable.Writes)
        {
            if (site is VariableDeclarator && facts.Levels.TryGetValue(site, out var known))
                return known.Function;
        }

        return null;
    }

    /// <summary>Whether only the name of a variable can tell what the value means.</summary>
    private bool IsOpaque(Expression value)
    {
        if (value is AwaitExpression awaited)
            value = awaited.Argument;

        if (value is ChainExpression chain)
            value = chain.Expression;

        if (value is NonLogicalBinaryExpression { Operator: Operator.Equality or Operator.StrictEquality } comparison)
            value = IsConstant(comparison.Right) ? comparison.Left : IsConstant(comparison.Left) ? comparison.Right : value;

        return value switch
        {
            CallExpression call => NameOf(call.Callee) is not { } called || (!ElementLookups.Contains(called) && !ConsentNames.IsRefused(words.PartsOf(called))),
            MemberExpression member => NameOf(member) is not { } read || !ConsentNames.IsRefused(words.PartsOf(read)),
            _ => false,
        };
    }

    private Evidence OfMember(MemberExpression member, int depth)
    {
        if (NameOf(member) is not { } name)
        {
            return member.Property is NumericLiteral ? PartOf(Of(member.Object, depth))
                : (ContextOf(member.Object) & NameParts.Subject) != 0 ? new Evidence(ConsentState.Unknown, ConsentState.NotGranted, ConsentState.Unknown)
                : Evidence.None;
        }

        if (name.Length > 0 && char.IsDigit(name[0]))
            return PartOf(Of(member.Object, depth));

        if (PathReader.Of(member.Object) is { Text: "localStorage" or "sessionStorage", IsLocal: false })
            return words.OfKey(name, isCookie: false);

        if (PathReader.Of(member.Object) is { Text: "navigator" or "screen" or "location", IsLocal: false })
            return Evidence.None;

        // The wrappers of frameworks around a value.
        if (name is "value" or "current" && Of(member.Object, depth) is { IsNone: false } wrapped)
            return wrapped;

        // A box that is ticked may have been ticked from the start.
        if (name == "checked")
            return (ElementOf(member.Object) & NameParts.Subject) != 0 ? new Evidence(ConsentState.Unknown, ConsentState.NotGranted, ConsentState.NotGranted) : Evidence.None;

        if (member.Object is Identifier { UserData: ScriptVariable { Single: ObjectExpression literal } })
        {
            foreach (var property in literal.Properties)
            {
                if (property is Property { Computed: false, Value: Expression value } named && ScopeBuilder.KeyText(named.Key) == name && IsYes(value))
                    return Evidence.None;
            }
        }

        return OfPlainName(words.PartsOf(name), ContextOf(member.Object));
    }

    private Evidence OfCall(CallExpression call, int depth)
    {
        var callee = call.Callee is ChainExpression chain ? chain.Expression : call.Callee;
        if (NameOf(callee) is not { } name)
            return Evidence.None;

        var owner = callee is MemberExpression member ? member.Object : null;
        var first = call.Arguments.Count > 0 ? call.Arguments[0] : null;
        if (OfKnown(name, owner, first, depth) is { } evidence)
            return evidence;

        if (FunctionOf(call, callee) is { } function)
            return OfFunction(function, words.PartsOf(name), owner, depth);

        if (ElementLookups.Contains(name))
            return Evidence.None;

        return OfNamedCall(call, name, owner);
    }

    /// <summary>Calls that hand on, convert or search what they are given.</summary>
    private Evidence? OfKnown(string name, Expression? owner, Expression? first, int depth)
    {
        switch (name)
        {
            case "Boolean" or "String" or "decodeURIComponent" or "unescape" when owner is null && first is not null:
                return Of(first, depth);

            case "resolve" when first is not null && PathReader.Of(owner) is { Text: "Promise" }:
                return Of(first, depth);

            case "Number" or "parseInt" when owner is null && first is not null:
            case "parse" when first is not null && PathReader.Of(owner) is { Text: "JSON" }:
                return Parsed(Of(first, depth));

            case "toString" or "toLowerCase" or "toUpperCase" or "trim" or "valueOf" or "catch" or "finally" when owner is not null:
                return Of(owner, depth);

            case "split" or "pop" or "shift" or "at" or "substring" or "substr" or "slice" or "replace" when owner is not null:
                return PartOf(Of(owner, depth));

            case "includes" or "startsWith" or "endsWith" or "match" when owner is not null && first is not null:
                return Contains(owner, first, depth);

            case "test" or "exec" when owner is RegExpLiteral && first is not null:
                return Contains(first, owner, depth);

            case "some" or "find" or "filter" when owner is not null && first is IFunction && IsCookieText(owner):
                return OfBody((Node)first, depth);

            case "indexOf" or "lastIndexOf" or "search" when owner is not null:
                return Evidence.None;

            default:
                return null;
        }
    }

    private Evidence OfSearch(CallExpression call, int depth) =>
        call is { Callee: MemberExpression { Object: var owner }, Arguments.Count: > 0 } ? Contains(owner, call.Arguments[0], depth) : Evidence.None;

    /// <summary>The evidence that a text contains another: <c>document.cookie.includes('consent=yes')</c>.</summary>
    private Evidence Contains(Expression whole, Expression part, int depth)
    {
        var text = part is RegExpLiteral pattern ? pattern.RegExp.Pattern : ConstantText.Of(part);
        if (IsCookieText(whole))
        {
            if (text is null)
                return Evidence.None;

            var equals = text.LastIndexOf('=');
            var evidence = words.OfKey(equals < 0 ? text : text.Substring(0, equals), isCookie: true);
            var value = equals < 0 ? "" : LeadingWord(text, equals + 1);
            return value.Length == 0 ? evidence
                : IsAnswer(value) ? new Evidence(evidence.WhenYes, ConsentState.NotGranted, evidence.WhenYes)
                : Evidence.None;
        }

        var holder = Of(whole, depth);
        var answer = ConsentLattice.Higher(holder.WhenTrue, holder.WhenYes);
        if (text is null || words.MeansNo(text))
            return text is null ? new Evidence(ConsentLattice.Lower(answer, ConsentState.Unknown), ConsentState.NotGranted, ConsentState.NotGranted) : Evidence.None;

        return new Evidence(words.ContainsYes(text) ? answer : ConsentLattice.Lower(answer, ConsentState.Unknown), ConsentState.NotGranted, ConsentState.NotGranted);
    }

    private static string LeadingWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-'))
            end++;

        return text.Substring(start, end - start);
    }

    private static Evidence Parsed(Evidence text) =>
        new(ConsentLattice.Lower(ConsentLattice.Higher(text.WhenTrue, text.WhenYes), ConsentState.Unknown), ConsentState.NotGranted, text.WhenYes);

    /// <summary>A part of a text that is kept: of one that the script writes itself, nothing follows.</summary>
    private static Evidence PartOf(Evidence text) =>
        text.WhenFalse == ConsentState.NotGranted ? text with { WhenTrue = ConsentLattice.Lower(text.WhenTrue, ConsentState.Unknown) } : Evidence.None;

    private Node? FunctionOf(CallExpression call, Expression callee) =>
        ScopeBuilder.VariableOf(callee) is { Functions.Count: 1 } variable && variable.Writes.Count <= 1 ? variable.Functions[0]
        : facts.Methods.TryGetValue(call, out var method) ? method
        : null;

    /// <summary>A function of the script is judged by what it returns; its name counts where that says nothing.</summary>
    private Evidence OfFunction(Node function, NameParts name, Expression? owner, int depth)
    {
        var body = OfBody(function, depth, out var alwaysYes);
        return alwaysYes ? Evidence.None
            : body.IsNone ? words.OfName(name, ContextOf(owner))
            : body;
    }

    private Evidence OfBody(Node function, int depth) => OfBody(function, depth, out _);

    private Evidence OfBody(Node function, int depth, out bool saysYes)
    {
        saysYes = false;
        if (function is ArrowFunctionExpression { Body: Expression result })
        {
            saysYes = IsYes(result);
            if (_functions.TryGetValue(function, out var before))
                return before;

            _functions[function] = Evidence.None;
            return _functions[function] = saysYes ? Evidence.None : Of(result, depth);
        }

        if (!facts.Returns.TryGetValue(function, out var returns))
            return Evidence.None;

        foreach (var (site, value) in returns)
            saysYes |= IsYes(value) && LevelAt(site) == ConsentState.NotGranted;

        if (_functions.TryGetValue(function, out var known))
            return known;

        _functions[function] = Evidence.None;
        Evidence? all = null;
        foreach (var (site, value) in returns)
        {
            var evidence = Of(value, depth).AtLeast(LevelAt(site));
            all = all is { } others ? Evidence.Meet(others, evidence) : evidence;
        }

        return _functions[function] = all ?? Evidence.None;
    }

    private ConsentState LevelAt(Node site) => facts.Levels.TryGetValue(site, out var known) ? known.Level : ConsentState.NotGranted;

    private Evidence OfNamedCall(CallExpression call, string name, Expression? owner)
    {
        var parts = words.PartsOf(name);
        var context = ContextOf(owner);
        var readsCookie = ((parts | context) & NameParts.Cookie) != 0;
        var isLookup = (parts & (NameParts.Lookup | NameParts.Cookie)) != 0 && (parts & NameParts.Subject) == 0;
        foreach (var argument in call.Arguments)
        {
            if (ConstantText.Of(argument) is not { } key)
                continue;

            var keyParts = words.PartsOf(key);
            if (isLookup && words.OfKey(key, readsCookie) is { IsNone: false } kept)
                return DefaultsToYes(call) ? Evidence.None : kept;

            // "isGranted('analytics')" asks as much as "isAnalyticsGranted()".
            if ((parts & NameParts.Cookie) == 0 && (keyParts & (NameParts.Subject | NameParts.Purpose)) != 0)
                parts = ((parts & NameParts.Subject) == 0 ? parts & ~NameParts.Answer : parts) | (keyParts & ~(NameParts.Other | NameParts.Neutral));

            break;
        }

        return words.OfName(parts & ~NameParts.Lookup, context);
    }

    private bool DefaultsToYes(CallExpression call)
    {
        for (var i = 1; i < call.Arguments.Count; i++)
        {
            if (IsYes(call.Arguments[i]))
                return true;
        }

        return false;
    }

    private NameParts ContextOf(Node? node, int depth)
    {
        if (depth > MaximumDepth)
            return NameParts.None;

        depth++;
        switch (node)
        {
            case Identifier { UserData: ScriptVariable variable }:
                return ContextOf(variable, depth);

            case Identifier name:
                return words.PartsOf(name.Name);

            case MemberExpression member:
                return ContextOf(member.Object, depth) | (NameOf(member) is { } read ? words.PartsOf(read) : NameParts.None);

            case CallExpression call:
                var parts = call.Callee is MemberExpression { Object: var owner } ? ContextOf(owner, depth) : NameParts.None;
                if (NameOf(call.Callee) is { } called)
                    parts |= words.PartsOf(called);

                foreach (var argument in call.Arguments)
                {
                    if (ConstantText.Of(argument) is { } text)
                        parts |= words.PartsOf(text) is var key && KeyedLookup.NamesConsent(key) ? key : NameParts.None;
                    else if (argument is CallExpression or MemberExpression or LogicalExpression || NameOf(call.Callee) == "parse")
                        parts |= ContextOf(argument, depth);
                }

                return parts;

            case NewExpression created:
                return ContextOf(created.Callee, depth);

            case ChainExpression chain:
                return ContextOf(chain.Expression, depth);

            case ParenthesizedExpression parentheses:
                return ContextOf(parentheses.Expression, depth);

            case AwaitExpression awaited:
                return ContextOf(awaited.Argument, depth);

            case LogicalExpression logical:
                return ContextOf(logical.Left, depth);

            case AssignmentExpression assignment:
                return ContextOf(assignment.Left, depth);

            default:
                return NameParts.None;
        }
    }

    private NameParts ContextOf(ScriptVariable variable, int depth)
    {
        if (_contexts.TryGetValue(variable, out var known))
            return known;

        var parts = words.PartsOf(variable.Key ?? variable.Name);
        _contexts[variable] = parts;
        if (variable.Single is { } value)
            parts |= ContextOf(value, depth);
        else if (variable.Source is { } source)
            parts |= ContextOf(source, depth);
        else if (variable is { Kind: ScriptVariableKind.Parameter, Function: { } function } && facts.Callbacks.TryGetValue(function, out var callback))
            parts |= callback.Context;

        return _contexts[variable] = parts;
    }
}
