using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Catalog;
using ReplayLint.Consent;

namespace ReplayLint.Readers.CSharp;

/// <summary>Finds what decides for how long the user's choice is kept: what code writes, and the default where it asks for consent and writes nothing.</summary>
internal sealed class LifetimeReader
{
    private readonly Compilation _compilation;
    private readonly ImmutableArray<LifetimeFact> _facts;
    private readonly ConsentGuards _guards;
    private readonly DurationReader _durations;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public LifetimeReader(Compilation compilation, ImmutableArray<LifetimeFact> facts, ConsentGuards guards, ValueReader values)
    {
        _compilation = compilation;
        _facts = facts;
        _guards = guards;
        _durations = new DurationReader(values);
        foreach (var fact in facts)
            _names.UnionWith(NamesOf(fact));
    }

    /// <summary>The names of the properties by which a fact shows.</summary>
    public static IEnumerable<string> NamesOf(LifetimeFact fact) => fact.AskedBy is { } asked ? [fact.SimpleName, MemberId.SimpleName(asked)] : [fact.SimpleName];

    /// <summary>Whether the assignment may concern us. Runs for each one of the project.</summary>
    public bool Meets(ISimpleAssignmentOperation assignment) =>
        assignment.Target is IPropertyReferenceOperation target && _names.Contains(target.Property.Name);

    /// <summary>Reads an assignment that was met.</summary>
    public IEnumerable<ConsentLifetime> Read(ISimpleAssignmentOperation assignment)
    {
        var target = (IPropertyReferenceOperation)assignment.Target;
        foreach (var fact in _facts)
        {
            if (Decides(assignment, fact))
                yield return new ConsentLifetime(assignment.Syntax.GetLocation(), _durations.DaysOf(assignment.Value), IsDefault: false, fact.DisplayName);
            else if (fact.AskedBy is { } asked && Is(target.Property, asked) && !assignment.Value.AnswersFalse() && !IsSet(assignment, target, fact))
                yield return new ConsentLifetime(target.Syntax.GetLocation(), fact.DefaultDays, IsDefault: true, fact.DisplayName);
        }
    }

    /// <summary>Whether the assignment writes the lifetime of a choice.</summary>
    private bool Decides(ISimpleAssignmentOperation assignment, LifetimeFact fact)
    {
        if (assignment.Target is not IPropertyReferenceOperation target || target.Property.Name != fact.SimpleName || !Is(target.Property, fact.Id))
            return false;

        foreach (var appearance in AppearancesOf(target, assignment))
        {
            if (fact.Of is { } of ? IsReadFromOrWrittenTo(appearance, of) : KeepsChoice(appearance, fact.KeptBy!))
                return true;
        }

        return false;
    }

    /// <summary>Where the object that is written to comes from, and where it goes, in this body.</summary>
    private static IEnumerable<IOperation> AppearancesOf(IPropertyReferenceOperation target, ISimpleAssignmentOperation assignment)
    {
        switch (target.Instance?.Unwrap())
        {
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } when assignment.Parent?.Parent is { } made:
                yield return made is IMemberInitializerOperation member ? member.InitializedMember : made;
                if (Outside(made) is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator })
                {
                    foreach (var mention in MentionsOf(declarator.Symbol, assignment.Root()))
                        yield return mention;
                }

                break;

            case ILocalReferenceOperation { Local: var local }:
                var root = assignment.Root();
                if (root.OnlyValueOf(local) is { } value)
                    yield return value.Unwrap();

                foreach (var mention in MentionsOf(local, root))
                    yield return mention;

                break;

            case { } instance:
                yield return instance;
                break;
        }
    }

    private static IEnumerable<IOperation> MentionsOf(ILocalSymbol local, IOperation body)
    {
        foreach (var operation in body.Descendants())
        {
            if (operation is ILocalReferenceOperation mention && SymbolEqualityComparer.Default.Equals(mention.Local, local))
                yield return mention;
        }
    }

    private static bool IsReadFromOrWrittenTo(IOperation appearance, string member) =>
        (appearance is IPropertyReferenceOperation read && Is(read.Property, member))
        || (Outside(appearance) is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation written } && Is(written.Property, member));

    private bool KeepsChoice(IOperation appearance, string method)
    {
        if (Outside(appearance) is not IArgumentOperation { Parent: IInvocationOperation call }
            || call.TargetMethod.OriginalDefinition.GetDocumentationCommentId() != method)
            return false;

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { Ordinal: 0 })
                return _guards.IsKeyOfChoice(argument.Value);
        }

        return false;
    }

    /// <summary>
    /// Whether the lifetime may be set. Options that are made here are what this body makes of them; those that a framework hands
    /// out are put together at run time, from every place that configures them.
    /// </summary>
    private bool IsSet(IOperation assignment, IPropertyReferenceOperation target, LifetimeFact fact)
    {
        var root = assignment.Root();
        var owner = OwnerOf(target);
        foreach (var operation in root.Descendants())
        {
            switch (operation)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation written } write
                    when (Is(written.Property, fact.Of!) || Concerns(fact, f => Decides(write, f))) && (IsMade(owner) ? IsSame(OwnerOf(written), owner) : !IsMade(OwnerOf(written))):
                case IArgumentOperation { Parent: IInvocationOperation call, Parameter: { } parameter } argument
                    when IsHandedOn(argument.Value.Unwrap(), owner, fact) && !TakesOptions(call, parameter, target):
                    return true;
            }
        }

        return owner switch
        {
            IObjectCreationOperation creation => IsKept(creation),
            ILocalSymbol local => MentionsOf(local, root).Any(IsKept),
            _ => IsMentionedOutside(root, fact),
        };
    }

    /// <summary>Whether options that are made here are returned or stored, so that others may set what this body does not.</summary>
    private static bool IsKept(IOperation options) =>
        Outside(options) switch
        {
            IReturnOperation or IFieldInitializerOperation or IPropertyInitializerOperation => true,
            IAssignmentOperation assignment => assignment.Value.Unwrap() == options,
            _ => false,
        };

    /// <summary>What the options are that a property is written to, or read from: a local, a parameter, or the expression that makes them.</summary>
    private static object? OwnerOf(IPropertyReferenceOperation property)
    {
        var instance = property.Instance?.Unwrap();
        while (instance is not null)
        {
            switch (instance)
            {
                case IPropertyReferenceOperation outer:
                    instance = outer.Instance?.Unwrap();
                    break;

                case ILocalReferenceOperation { Local: var local }:
                    instance = instance.Root().OnlyValueOf(local)?.Unwrap();
                    if (instance is null or IObjectCreationOperation)
                        return local;

                    break;

                case IParameterReferenceOperation { Parameter: var parameter }:
                    return parameter;

                case IObjectCreationOperation creation:
                    return Outside(creation) is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var made } } ? made : creation;

                case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }:
                    while (instance is not (null or IObjectCreationOperation))
                        instance = instance.Parent;

                    break;

                default:
                    return null;
            }
        }

        return null;
    }

    private static bool IsMade(object? owner) => owner is IObjectCreationOperation or ILocalSymbol;

    private static bool IsSame(object? one, object? other) =>
        one is ISymbol symbol ? SymbolEqualityComparer.Default.Equals(symbol, other as ISymbol) : one is not null && ReferenceEquals(one, other);

    private bool Concerns(LifetimeFact fact, Func<LifetimeFact, bool> condition)
    {
        foreach (var other in _facts)
        {
            if (other.Of == fact.Of && condition(other))
                return true;
        }

        return false;
    }

    /// <summary>Whether the value is the options themselves, or what their lifetime belongs to.</summary>
    private static bool IsHandedOn(IOperation value, object? owner, LifetimeFact fact) => value switch
    {
        IPropertyReferenceOperation property => Is(property.Property, fact.Of!) && IsSame(OwnerOf(property), owner),
        IParameterReferenceOperation parameter => IsSame(parameter.Parameter, owner),
        ILocalReferenceOperation local => IsSame(local.Local, owner),
        IObjectCreationOperation creation => IsSame(creation, owner),
        _ => false,
    };

    /// <summary>Options made here are handed to the framework; it reads them as they are.</summary>
    private bool TakesOptions(IInvocationOperation call, IParameterSymbol parameter, IPropertyReferenceOperation target) =>
        IsMade(OwnerOf(target))
        && !SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingAssembly, _compilation.Assembly)
        && SymbolEqualityComparer.Default.Equals(parameter.Type, target.Property.ContainingType);

    /// <summary>Whether code outside the body mentions the lifetime. Options are configured in several places, and put together at run time.</summary>
    private bool IsMentionedOutside(IOperation body, LifetimeFact fact)
    {
        var name = MemberId.SimpleName(fact.Of!);
        foreach (var tree in _compilation.SyntaxTrees)
        {
            if (!TreeNames.Mentions(tree, name) || !Concerns(fact, other => TreeNames.Mentions(tree, other.SimpleName)))
                continue;

            if (tree != body.Syntax.SyntaxTree)
                return true;

            foreach (var token in tree.GetRoot().DescendantTokens())
            {
                if (token.ValueText == name && !body.Syntax.Span.Contains(token.Span))
                    return true;
            }
        }

        return false;
    }

    /// <summary>The operation that uses the value.</summary>
    private static IOperation? Outside(IOperation value)
    {
        var outside = value.Parent;
        while (outside is IConversionOperation or IParenthesizedOperation)
            outside = outside.Parent;

        return outside;
    }

    private static bool Is(IPropertySymbol property, string id)
    {
        for (var current = property; current is not null; current = current.OverriddenProperty)
        {
            if (current.OriginalDefinition.GetDocumentationCommentId() == id)
                return true;
        }

        return false;
    }
}
