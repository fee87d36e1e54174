using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Readers.CSharp;
using ReplayLint.Readers.Script;
using ValueReader = ReplayLint.Readers.CSharp.ValueReader;

namespace ReplayLint.Readers.Interop;

/// <summary>What a value of C# is when a script gets it: objects have the names that the serialiser gives their properties.</summary>
/// <param name="tree">The file of the call; what stands in another has the place of what brings it there.</param>
/// <param name="values">Reads what code fixes.</param>
/// <param name="isCamelCase">Whether the serialiser begins the names of properties with a small letter.</param>
internal sealed class ArgumentValues(SyntaxTree tree, ValueReader values, bool isCamelCase = true)
{
    private const int MaximumDepth = 20;

    private readonly Dictionary<ScriptValue, IOperation> _operations = [];

    /// <summary>The operation that a value was read from; null for a part that has none of its own.</summary>
    public IOperation? OperationOf(ScriptValue value) => _operations.TryGetValue(value, out var operation) ? operation : null;

    public ScriptValue Read(IOperation operation) => Read(operation, operation.Syntax.Span, 0);

    private ScriptValue Read(IOperation operation, TextSpan site, int depth)
    {
        operation = operation.Unwrap();
        var span = SpanOf(operation.Syntax, site);
        var value = depth > MaximumDepth ? new ScriptValue(ScriptValueKind.Unknown, span) : OfKind(operation, span, depth + 1);
        _operations[value] = operation;
        return value;
    }

    private ScriptValue OfKind(IOperation operation, TextSpan span, int depth)
    {
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return OfConstant(operation.Type, constant, span);

        switch (operation)
        {
            case IAnonymousObjectCreationOperation anonymous:
                return new ScriptValue(ScriptValueKind.Object, span) { Properties = PropertiesOf(anonymous.Initializers, span, depth) };

            case IObjectCreationOperation creation:
                return OfCreation(creation, span, depth);

            case var _ when ElementsOf(operation) is { } elements:
                return new ScriptValue(ScriptValueKind.Array, span) { Items = elements.Select(element => Read(element, span, depth)).ToImmutableArray() };

            case IInterpolatedStringOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String }:
                return new ScriptValue(ScriptValueKind.Concatenation, span);

            case IInvocationOperation { Syntax: InvocationExpressionSyntax { Expression: var callee } }:
                return new ScriptValue(ScriptValueKind.Call, span) { Path = new ScriptPath(callee.ToString(), IsLocal: true) };

            case ILocalReferenceOperation local when operation.Root().OnlyValueOf(local.Local) is { } known && IsMade(known):
                return WithLaterWrites(Read(known, span, depth), local, span, depth);

            case IFieldReferenceOperation field when values.Source.ValueOf(field.Field) is { } known && IsMade(known):
                return Read(known, span, depth);

            case IPropertyReferenceOperation { Arguments.IsEmpty: true } property when values.Source.ValueOf(property.Property) is { } known && IsMade(known):
                return Read(known, span, depth);

            case var _ when values.Read(operation).Text is { } text && operation.Type is { SpecialType: SpecialType.System_String or SpecialType.System_Boolean }:
                return new ScriptValue(operation.Type.SpecialType == SpecialType.System_Boolean ? ScriptValueKind.Boolean : ScriptValueKind.Text, span) { Text = text };

            default:
                return new ScriptValue(ScriptValueKind.Path, span) { Path = new ScriptPath(operation.Syntax.ToString(), IsLocal: true) };
        }
    }

    /// <summary>The elements of an array that is written here, or null.</summary>
    public static ImmutableArray<IOperation>? ElementsOf(IOperation operation) => operation switch
    {
        IArrayCreationOperation { Initializer.ElementValues: var elements } => elements,
        { Syntax: CollectionExpressionSyntax list } when list.Elements.All(static element => element is ExpressionElementSyntax) => operation.ChildOperations.ToImmutableArray(),
        _ => null,
    };

    private static bool IsMade(IOperation value) =>
        value.Unwrap() is IAnonymousObjectCreationOperation or IObjectCreationOperation or IArrayCreationOperation or { Syntax: CollectionExpressionSyntax };

    /// <summary>The object with what is written to it before it is given away; what else happens to it may add more.</summary>
    private ScriptValue WithLaterWrites(ScriptValue made, ILocalReferenceOperation local, TextSpan site, int depth)
    {
        if (made.Kind != ScriptValueKind.Object || OperationOf(made) is IAnonymousObjectCreationOperation)
            return made;

        var properties = made.Properties.ToBuilder();
        var isOpen = made.IsOpen;
        foreach (var reference in local.Root().Descendants().OfType<ILocalReferenceOperation>())
        {
            if (!SymbolEqualityComparer.Default.Equals(reference.Local, local.Local) || reference == local)
                continue;

            var use = reference.Parent is IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation assignment } ? assignment : reference.OuterUse();
            if (PropertyOf(use, site, depth) is { } written)
                properties.Add(IsCertain(reference, local) ? written : written with { Value = new ScriptValue(ScriptValueKind.Unknown, written.Span) });
            else
                isOpen |= use is not IArrayInitializerOperation;
        }

        return new ScriptValue(ScriptValueKind.Object, made.Span) { Site = made.Site, Properties = properties.ToImmutable(), IsOpen = isOpen };
    }

    /// <summary>Whether what is written happens wherever the object is used: no condition, loop or delegate is around it alone.</summary>
    private static bool IsCertain(IOperation write, IOperation use)
    {
        for (var around = write.Parent; around is not null; around = around.Parent)
        {
            if (around is IConditionalOperation or ISwitchOperation or ILoopOperation or ICatchClauseOperation or IAnonymousFunctionOperation or ILocalFunctionOperation
                && !around.Syntax.Span.Contains(use.Syntax.Span))
            {
                return false;
            }
        }

        return true;
    }

    private static ScriptValue OfConstant(ITypeSymbol? type, object? constant, TextSpan span) => constant switch
    {
        null => new ScriptValue(ScriptValueKind.Null, span) { Text = "null" },
        bool truth => new ScriptValue(ScriptValueKind.Boolean, span) { Text = truth ? "true" : "false" },
        string or char => new ScriptValue(ScriptValueKind.Text, span) { Text = constant.ToString() },
        IFormattable number when type?.TypeKind != TypeKind.Enum => new ScriptValue(ScriptValueKind.Number, span) { Text = number.ToString(null, CultureInfo.InvariantCulture) },
        _ => new ScriptValue(ScriptValueKind.Unknown, span),
    };

    /// <summary>A dictionary has the keys that are written; any other object has more properties than its creation shows.</summary>
    private ScriptValue OfCreation(IObjectCreationOperation creation, TextSpan span, int depth)
    {
        var properties = ImmutableArray.CreateBuilder<ScriptProperty>();
        if (creation.Constructor is { } constructor && creation.Type is { } type)
        {
            foreach (var argument in creation.Arguments)
            {
                if (argument.Parameter is { } parameter && FindProperty(type, parameter.Name) is { } property && NameOf(property) is { } name)
                    properties.Add(Property(name, argument.Syntax, argument.Value, span, depth));
            }
        }

        var isOpen = !creation.Arguments.IsEmpty || !(creation.Type?.AllInterfaces.Any(static type => type.Name == "IDictionary") ?? false);
        if (creation.Initializer is { Initializers: var initializers })
        {
            var written = PropertiesOf(initializers, span, depth);
            properties.AddRange(written);
            isOpen |= written.Length < initializers.Length;
        }

        return new ScriptValue(ScriptValueKind.Object, span) { Properties = properties.ToImmutable(), IsOpen = isOpen };
    }

    private ImmutableArray<ScriptProperty> PropertiesOf(ImmutableArray<IOperation> initializers, TextSpan site, int depth)
    {
        var properties = ImmutableArray.CreateBuilder<ScriptProperty>();
        foreach (var initializer in initializers)
        {
            if (PropertyOf(initializer, site, depth) is { } property)
                properties.Add(property);
        }

        return properties.ToImmutable();
    }

    /// <summary>The property that is written here, in an initialiser or by itself; null where it is none, or its name is not known.</summary>
    private ScriptProperty? PropertyOf(IOperation? write, TextSpan site, int depth)
    {
        switch (write)
        {
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: false } target } assignment when NameOf(target.Property) is { } name:
                return Property(name, write.Syntax, assignment.Value, site, depth);

            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } keys } } assignment when values.Read(keys[0].Value).Text is { } key:
                return Property(key, write.Syntax, assignment.Value, site, depth);

            case IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 2 } arguments } when values.Read(arguments[0].Value).Text is { } key:
                return Property(key, write.Syntax, arguments[1].Value, site, depth);

            case IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation member, Initializer.Initializers: var nested } when NameOf(member.Property) is { } name:
                var inner = new ScriptValue(ScriptValueKind.Object, SpanOf(write.Syntax, site)) { Properties = PropertiesOf(nested, site, depth), IsOpen = true };
                return new ScriptProperty(name, inner.Span, inner.Span, inner, IsShorthand: false);

            default:
                return null;
        }
    }

    private ScriptProperty Property(string name, SyntaxNode syntax, IOperation value, TextSpan site, int depth)
    {
        var span = SpanOf(syntax, site);
        return new ScriptProperty(name, span, span, Read(value, span, depth), IsShorthand: false);
    }

    private TextSpan SpanOf(SyntaxNode syntax, TextSpan site) => syntax.SyntaxTree == tree ? syntax.Span : site;

    private static IPropertySymbol? FindProperty(ITypeSymbol type, string parameter) =>
        type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property => string.Equals(property.Name, parameter, StringComparison.OrdinalIgnoreCase));

    private string? NameOf(IPropertySymbol property) => JsonNames.Of(property, isCamelCase);
}
