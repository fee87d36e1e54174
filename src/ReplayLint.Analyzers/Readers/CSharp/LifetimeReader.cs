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
        {
            _names.Add(fact.SimpleName);
            if (fact.AskedBy is { } asked)
                _names.Add(MemberId.SimpleName(asked));
        }
    }

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
            else if (fact.AskedBy is { } asked && Is(target.Property, asked) && Asks(assignment.Value) && !IsSet(assignment, target, fact))
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

    /// <summary>Whether the written value may say that consent is needed; one that never does asks nobody.</summary>
    private static bool Asks(IOperation value)
    {
        value = value.Unwrap();
        if (value.ConstantValue is { HasValue: true, Value: null or false })
            return false;

        return value is not IAnonymousFunctionOperation { Body.Operations: { Length: 1 } body }
            || body[0] is not IReturnOperation { ReturnedValue.ConstantValue: { HasValue: true, Value: false } };
    }

    /// <summary>Whether the lifetime may be set: in this body, in a method that is given the options, or elsewhere in the project.</summary>
    private bool IsSet(IOperation assignment, IPropertyReferenceOperation target, LifetimeFact fact)
    {
        var root = assignment.Root();
        var options = target.Instance?.Unwrap();
        foreach (var operation in root.Descendants())
        {
            switch (operation)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation written } write
                    when Is(written.Property, fact.Of!) || Concerns(fact, f => Decides(write, f)):
                case IArgumentOperation { Parent: IInvocationOperation call, Parameter: { } parameter } argument
                    when IsHandedOn(argument.Value.Unwrap(), options, fact) && !TakesOptions(call, parameter, options):
                    return true;
            }
        }

        return IsMentionedOutside(root, fact);
    }

    private bool Concerns(LifetimeFact fact, Func<LifetimeFact, bool> condition)
    {
        foreach (var other in _facts)
        {
            if (other.Of == fact.Of && condition(other))
                return true;
        }

        return false;
    }

    private static bool IsHandedOn(IOperation value, IOperation? options, LifetimeFact fact) => (value, options) switch
    {
        (IPropertyReferenceOperation property, _) => Is(property.Property, fact.Of!),
        (IParameterReferenceOperation passed, IParameterReferenceOperation written) => SymbolEqualityComparer.Default.Equals(passed.Parameter, written.Parameter),
        (ILocalReferenceOperation passed, ILocalReferenceOperation written) => SymbolEqualityComparer.Default.Equals(passed.Local, written.Local),
        _ => false,
    };

    /// <summary>Options made here are handed to the framework; it reads them as they are.</summary>
    private static bool TakesOptions(IInvocationOperation call, IParameterSymbol parameter, IOperation? options) =>
        options is ILocalReferenceOperation
        && call.TargetMethod.DeclaringSyntaxReferences.IsEmpty
        && SymbolEqualityComparer.Default.Equals(parameter.Type.WithNullableAnnotation(NullableAnnotation.None), options.Type?.WithNullableAnnotation(NullableAnnotation.None));

    /// <summary>Whether code outside the body mentions the lifetime. Options are configured in several places, and put together at run time.</summary>
    private bool IsMentionedOutside(IOperation body, LifetimeFact fact)
    {
        var name = MemberId.SimpleName(fact.Of!);
        foreach (var tree in _compilation.SyntaxTrees)
        {
            var names = TreeNames.Of(tree);
            if (!names.Contains(name) || !Concerns(fact, other => names.Contains(other.SimpleName)))
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
