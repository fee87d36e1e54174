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
internal sealed class ArgumentValues(SyntaxTree tree, ValueReader values)
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

            case IArrayCreationOperation { Initializer.ElementValues: var elements }:
                return new ScriptValue(ScriptValueKind.Array, span) { Items = elements.Select(element => Read(element, span, depth)).ToImmutableArray() };

            case IInterpolatedStringOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String }:
                return new ScriptValue(ScriptValueKind.Concatenation, span);

            case IInvocationOperation { Syntax: InvocationExpressionSyntax { Expression: var callee } }:
                return new ScriptValue(ScriptValueKind.Call, span) { Path = new ScriptPath(callee.ToString(), IsLocal: true) };

            case ILocalReferenceOperation local when operation.Root().OnlyValueOf(local.Local) is { } known && known.Unwrap() is IAnonymousObjectCreationOperation or IObjectCreationOperation or IArrayCreationOperation:
                return Read(known, span, depth);

            case var _ when values.Read(operation).Text is { } text && operation.Type is { SpecialType: SpecialType.System_String or SpecialType.System_Boolean }:
                return new ScriptValue(operation.Type.SpecialType == SpecialType.System_Boolean ? ScriptValueKind.Boolean : ScriptValueKind.Text, span) { Text = text };

            default:
                return new ScriptValue(ScriptValueKind.Path, span) { Path = new ScriptPath(operation.Syntax.ToString(), IsLocal: true) };
        }
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

        if (creation.Initializer is { Initializers: var initializers })
            properties.AddRange(PropertiesOf(initializers, span, depth));

        var isDictionary = creation.Type?.AllInterfaces.Any(static type => type.Name == "IDictionary") ?? false;
        return new ScriptValue(ScriptValueKind.Object, span) { Properties = properties.ToImmutable(), IsOpen = !isDictionary || !creation.Arguments.IsEmpty };
    }

    private ImmutableArray<ScriptProperty> PropertiesOf(ImmutableArray<IOperation> initializers, TextSpan site, int depth)
    {
        var properties = ImmutableArray.CreateBuilder<ScriptProperty>();
        foreach (var initializer in initializers)
        {
            switch (initializer)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: false } target } assignment when NameOf(target.Property) is { } name:
                    properties.Add(Property(name, initializer.Syntax, assignment.Value, site, depth));
                    break;

                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: { Length: 1 } keys } } assignment when values.Read(keys[0].Value).Text is { } key:
                    properties.Add(Property(key, initializer.Syntax, assignment.Value, site, depth));
                    break;

                case IInvocationOperation { TargetMethod.Name: "Add", Arguments: { Length: 2 } arguments } when values.Read(arguments[0].Value).Text is { } key:
                    properties.Add(Property(key, initializer.Syntax, arguments[1].Value, site, depth));
                    break;

                case IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation member, Initializer.Initializers: var nested } when NameOf(member.Property) is { } name:
                    var inner = new ScriptValue(ScriptValueKind.Object, SpanOf(initializer.Syntax, site)) { Properties = PropertiesOf(nested, site, depth), IsOpen = true };
                    properties.Add(new ScriptProperty(name, inner.Span, inner.Span, inner, IsShorthand: false));
                    break;
            }
        }

        return properties.ToImmutable();
    }

    private ScriptProperty Property(string name, SyntaxNode syntax, IOperation value, TextSpan site, int depth)
    {
        var span = SpanOf(syntax, site);
        return new ScriptProperty(name, span, span, Read(value, span, depth), IsShorthand: false);
    }

    private TextSpan SpanOf(SyntaxNode syntax, TextSpan site) => syntax.SyntaxTree == tree ? syntax.Span : site;

    private static IPropertySymbol? FindProperty(ITypeSymbol type, string parameter) =>
        type.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property => string.Equals(property.Name, parameter, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name in JSON: the one that is declared, or the property's in camel case; null for one that is left out.</summary>
    private static string? NameOf(IPropertySymbol property)
    {
        foreach (var attribute in property.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "JsonPropertyNameAttribute" when attribute.ConstructorArguments.FirstOrDefault().Value is string name:
                    return name;

                case "JsonIgnoreAttribute" when attribute.NamedArguments.IsEmpty:
                    return null;
            }
        }

        return CamelCase(property.Name);
    }

    private static string CamelCase(string name)
    {
        var letters = name.ToCharArray();
        for (var i = 0; i < letters.Length && char.IsUpper(letters[i]); i++)
        {
            if (i > 0 && i + 1 < letters.Length && !char.IsUpper(letters[i + 1]))
                break;

            letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return new string(letters);
    }
}
