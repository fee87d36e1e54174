using Acornima;
using Acornima.Ast;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>What an expression of a script says about consent, once it is tested. A truth and a text look the same in a script.</summary>
internal sealed class ScriptEvidence
{
    public const int MaximumDepth = 60;

    private readonly ScriptWords _words;

    public ScriptEvidence(ScriptWords words, ScriptFacts facts)
    {
        _words = words;
        Cookies = new CookieText(facts);
        Contexts = new WordContext(words, facts);
        Texts = new TextEvidence(this, words);
        Comparisons = new ComparisonEvidence(this, words);
        Variables = new VariableEvidence(this, words, facts);
        Functions = new FunctionEvidence(this, words, facts);
        Calls = new CallEvidence(this, words);
    }

    public CookieText Cookies { get; }

    public WordContext Contexts { get; }

    public TextEvidence Texts { get; }

    public ComparisonEvidence Comparisons { get; }

    public VariableEvidence Variables { get; }

    public FunctionEvidence Functions { get; }

    public CallEvidence Calls { get; }

    public Evidence Of(Node? node) => Of(node, 0);

    public Evidence Of(Node? node, int depth)
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
                return number.Value == 0 ? Evidence.OfConstant(false) : number.Value == 1 ? Evidence.OfConstant(true) : Texts.Of("?");

            case StringLiteral or TemplateLiteral { Expressions.Count: 0 }:
                return Texts.Of(ConstantText.Of(node) ?? "?");

            case ObjectExpression or ArrayExpression or IFunction or ClassExpression or NewExpression:
                return Evidence.OfConstant(true);

            case Identifier { Name: "undefined", UserData: null }:
            case UnaryExpression { Operator: Operator.Void }:
                return Evidence.OfConstant(false);

            case Identifier { UserData: ScriptVariable variable }:
                return Variables.Of(variable, depth);

            case Identifier name:
                return _words.OfPlatform(PathReader.Of(name)) ?? _words.OfPlainName(_words.PartsOf(name.Name), NameParts.None);

            case MemberExpression member:
                return _words.OfPlatform(PathReader.Of(member)) ?? OfMember(member, depth);

            case CallExpression call:
                return Calls.Of(call, depth);

            case ChainExpression chain:
                return Of(chain.Expression, depth);

            case ParenthesizedExpression parentheses:
                return Of(parentheses.Expression, depth);

            case AwaitExpression awaited:
                return Of(awaited.Argument, depth);

            // What older scripts write for "await".
            case YieldExpression yielded:
                return Of(yielded.Argument, depth);

            case SequenceExpression sequence:
                return Of(sequence.Expressions[sequence.Expressions.Count - 1], depth);

            case AssignmentExpression { Operator: Operator.Assignment } assignment:
                var assigned = Of(assignment.Right, depth);
                return assigned.IsNone && Variables.IsOpaque(assignment.Right) && LastName.Of(assignment.Left) is { } target
                    ? _words.OfPlainName(_words.PartsOf(target), Contexts.Of(assignment.Right))
                    : assigned;

            case UnaryExpression { Operator: Operator.LogicalNot } not:
                return Of(not.Argument, depth).Negated;

            case UnaryExpression { Operator: Operator.BitwiseNot, Argument: CallExpression search } when LastName.Of(search.Callee) is "indexOf" or "search":
                return Texts.OfSearch(search, depth);

            case UnaryExpression { Operator: Operator.UnaryPlus } plus:
                return TextEvidence.Parsed(Of(plus.Argument, depth));

            case LogicalExpression logical:
                return OfLogical(logical, depth);

            case ConditionalExpression conditional:
                var test = Of(conditional.Test, depth);
                return Evidence.Meet(Of(conditional.Consequent, depth).AtLeast(test.WhenTrue), Of(conditional.Alternate, depth).AtLeast(test.WhenFalse));

            case NonLogicalBinaryExpression binary:
                return Comparisons.Of(binary, depth);

            default:
                return Evidence.None;
        }
    }

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

    private Evidence OfMember(MemberExpression member, int depth)
    {
        if (LastName.Of(member) is not { } name)
        {
            return member.Property is NumericLiteral ? TextEvidence.PartOf(Of(member.Object, depth))
                : (Contexts.Of(member.Object) & NameParts.Subject) != 0 ? new Evidence(ConsentState.Unknown, ConsentState.NotGranted, ConsentState.Unknown)
                : Evidence.None;
        }

        if (name.Length > 0 && char.IsDigit(name[0]))
            return TextEvidence.PartOf(Of(member.Object, depth));

        if (PathReader.Of(member.Object) is { Text: "localStorage" or "sessionStorage", IsLocal: false })
            return _words.OfKey(name, isCookie: false);

        if (PathReader.Of(member.Object) is { Text: "navigator" or "screen" or "location", IsLocal: false })
            return Evidence.None;

        // The wrappers of frameworks around a value.
        if (name is "value" or "current" && Of(member.Object, depth) is { IsNone: false } wrapped)
            return wrapped;

        // A box that is ticked may have been ticked from the start.
        if (name == "checked")
            return (Contexts.OfElement(member.Object) & NameParts.Subject) != 0 ? new Evidence(ConsentState.Unknown, ConsentState.NotGranted, ConsentState.NotGranted) : Evidence.None;

        if (member.Object is Identifier { UserData: ScriptVariable { Single: ObjectExpression literal } })
        {
            foreach (var property in literal.Properties)
            {
                if (property is Property { Computed: false, Value: Expression value } named && PropertyKey.Of(named.Key) == name && Texts.IsYes(value))
                    return Evidence.None;
            }
        }

        var context = Contexts.Of(member.Object);
        var said = _words.OfPlainName(_words.PartsOf(name), context);

        // An answer about something that no word is for: "choices.theirService", once the cookies are chosen.
        return said.IsNone && (context & NameParts.Answer) != 0 && (context & (NameParts.Cookie | NameParts.Subject)) != 0 && (_words.PartsOf(name) & ~NameParts.Other) == 0
            ? new Evidence(ConsentState.Unknown, ConsentState.NotGranted, ConsentState.Unknown)
            : said;
    }
}
