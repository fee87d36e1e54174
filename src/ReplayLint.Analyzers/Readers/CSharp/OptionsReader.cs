using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Catalog;
using ReplayLint.Consent;

namespace ReplayLint.Readers.CSharp;

/// <summary>
/// Follows an options object from where it is made to the call that takes it: object initialisers, constructor arguments,
/// <c>with</c>, statements, configure lambdas, and methods of the project that it is handed to.
/// </summary>
/// <remarks>An object that leaves our view (stored, returned, passed to foreign code) has no settings "left to their default".</remarks>
internal sealed class OptionsReader
{
    private const int MaximumCallDepth = 4;

    private readonly FactIndex _facts;
    private readonly ValueReader _values;
    private readonly Func<IOperation, ConsentState> _consent;
    private readonly Dictionary<SettingFact, SettingReading> _written = [];
    private readonly HashSet<ITypeSymbol> _opaque = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);
    private readonly IOperation _call;
    private ConsentState _reached = ConsentState.NotGranted;
    private bool _escapes;

    private OptionsReader(FactIndex facts, ValueReader values, IOperation call, Func<IOperation, ConsentState> consent)
    {
        _facts = facts;
        _values = values;
        _call = call;
        _consent = consent;
    }

    /// <summary>Reads the options that a call takes, or null when it takes none that the catalogue knows.</summary>
    public static OptionsReading? Read(
        Call call,
        Recorder recorder,
        FactIndex facts,
        ValueReader values,
        Func<IOperation, ConsentState> consent)
    {
        foreach (var passed in call.Values)
        {
            if (OptionsType(passed.Parameter.Type, facts) is not { } type)
                continue;

            return passed.Value.Unwrap() is { ConstantValue: { HasValue: true, Value: null } }
                ? null
                : new OptionsReader(facts, values, call.Operation, consent).Read(passed.Value, type, recorder);
        }

        return null;
    }

    private OptionsReading Read(IOperation value, ITypeSymbol type, Recorder recorder)
    {
        var site = ReadValue(value);
        var settings = ImmutableArray.CreateBuilder<SettingReading>();
        settings.AddRange(_written.Values);
        if (site is not null && !_escapes)
        {
            foreach (var fact in recorder.Facts)
            {
                if (fact is not SettingFact setting || _written.ContainsKey(setting))
                    continue;

                var unset = SettingValue.OfText(setting.Default);
                if (unset.Loosens(setting) && PathTo(setting, type) is { } path)
                    settings.Add(new SettingReading(setting, unset, path, Location: null, ConsentState.NotGranted) { DependsOnVersion = setting.DependsOnVersion });
            }
        }

        return new OptionsReading(settings.ToImmutable(), PlaceOf(site ?? value), (site ?? value).Syntax.GetLocation());
    }

    /// <summary>Reads what makes the options and returns the creation or lambda that they start from, if it is in view.</summary>
    private IOperation? ReadValue(IOperation value)
    {
        value = value.Unwrap();
        switch (value)
        {
            case IObjectCreationOperation creation:
                ReadCreation(creation);
                return creation;

            case IWithOperation with:
                var origin = ReadValue(with.Operand);
                ReadInitializer(with.Initializer);
                return origin is null ? null : with;

            case IAnonymousFunctionOperation { Symbol.Parameters: { Length: > 0 } parameters } lambda:
                ReadBody(lambda.Body, parameters[0], MaximumCallDepth);
                return lambda;

            case IMethodReferenceOperation { Method.Parameters: { Length: > 0 } parameters } reference:
                var body = _values.Source.BodyOf(reference.Method);
                if (body is not null)
                    ReadBody(body, reference.Method.OriginalDefinition.Parameters[0], MaximumCallDepth);
                else
                    _escapes = true;

                return body;

            case ILocalReferenceOperation local:
                var root = value.Root();
                var made = root.OnlyValueOf(local.Local) is { } only ? ReadValue(only) : null;
                if (made is IObjectCreationOperation or IWithOperation)
                    ReadBody(root, local.Local, MaximumCallDepth);

                return made;

            default:
                _escapes = true;
                return null;
        }
    }

    private void ReadCreation(IObjectCreationOperation creation)
    {
        if (creation.Constructor is { } constructor)
        {
            foreach (var passed in Call.Of(creation, constructor).Values)
            {
                if (passed.PropertyOfOptions() is { } property)
                    Write(property, passed.Value, passed.Syntax, creation);
            }
        }

        if (creation.Initializer is { } initializer)
            ReadInitializer(initializer);
    }

    private void ReadInitializer(IObjectOrCollectionInitializerOperation initializer)
    {
        foreach (var operation in initializer.Initializers)
        {
            switch (operation)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment:
                    Write(target.Property, assignment.Value, assignment.Syntax, assignment);
                    break;
                case IMemberInitializerOperation member:
                    ReadInitializer(member.Initializer);
                    break;
            }
        }
    }

    /// <summary>Reads what a body does to the options object that a parameter or local stands for.</summary>
    private void ReadBody(IOperation body, ISymbol options, int depth)
    {
        if (depth == 0 || !_followed.Add(options))
        {
            _escapes |= depth == 0;
            return;
        }

        foreach (var operation in body.Descendants())
        {
            switch (operation)
            {
                case IAssignmentOperation { Target: IPropertyReferenceOperation target } assignment when StartsFrom(target.Instance, options):
                    Write(target.Property, assignment.Value, assignment.Syntax, assignment);
                    break;
                case IParameterReferenceOperation reference when IsSame(reference.Parameter, options):
                    ReadUse(reference, body, depth);
                    break;
                case ILocalReferenceOperation reference when IsSame(reference.Local, options):
                    ReadUse(reference, body, depth);
                    break;
            }
        }
    }

    /// <summary>Reads one mention of the options object: a member of it, an alias, a method that it is handed to, or the end of our view.</summary>
    private void ReadUse(IOperation mention, IOperation body, int depth)
    {
        var use = mention;
        while (use.Parent is IPropertyReferenceOperation { Property.Type.IsReferenceType: true } or IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation)
            use = use.Parent;

        switch (use.Parent)
        {
            case IPropertyReferenceOperation or IFieldReferenceOperation or IExpressionStatementOperation:
            case IWithOperation with when with.Operand == use:
                break; // One of its values is read, or written, which the caller sees; or it is copied.

            case IAssignmentOperation assignment when assignment.Target == use:
                _escapes |= use == mention; // Written to one of its members is fine; the variable itself must keep its object.
                break;

            case IInvocationOperation invocation when invocation.Instance == use:
                break; // A member of the options; settings have no hidden writers in the catalogue.

            case IArgumentOperation argument when argument.Parent == _call:
                break; // The call that we are reading for.

            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                ReadBody(body, declarator.Symbol, depth);
                break;

            case IArgumentOperation { Parent: IInvocationOperation call, Parameter: { } parameter } when _values.Source.BodyOf(call.TargetMethod) is { } called:
                // What the method does is done behind the guards around its call too.
                var before = _reached;
                _reached = ConsentLattice.Higher(before, _consent(call));
                ReadBody(called, call.TargetMethod.OriginalDefinition.Parameters[parameter.Ordinal], depth - 1);
                _reached = before;
                break;

            default:
                // Reading a value out of the options hands nothing on; handing the object itself on does.
                _escapes |= use.Type is null || use == mention || _facts.HoldsSettings(use.Type);
                break;
        }
    }

    private bool StartsFrom(IOperation? instance, ISymbol options)
    {
        while (instance is not null)
        {
            switch (instance.Unwrap())
            {
                case IPropertyReferenceOperation property:
                    instance = property.Instance;
                    break;
                case IParameterReferenceOperation parameter:
                    return IsSame(parameter.Parameter, options);
                case ILocalReferenceOperation local:
                    return IsSame(local.Local, options);
                case IConditionalAccessInstanceOperation conditional:
                    instance = ConditionalReceiver(conditional);
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    private static IOperation? ConditionalReceiver(IOperation instance)
    {
        for (var operation = instance.Parent; operation is not null; operation = operation.Parent)
        {
            if (operation is IConditionalAccessOperation access && access.WhenNotNull.Syntax.Span.Contains(instance.Syntax.Span))
                return access.Operation;
        }

        return null;
    }

    private static bool IsSame(ISymbol symbol, ISymbol options) => SymbolEqualityComparer.Default.Equals(symbol.OriginalDefinition, options.OriginalDefinition);

    private void Write(IPropertySymbol property, IOperation value, SyntaxNode written, IOperation write)
    {
        var isSetting = false;
        foreach (var fact in _facts.Find(property))
        {
            if (fact is not SettingFact setting)
                continue;

            isSetting = true;
            var read = write is ICompoundAssignmentOperation or ICoalesceAssignmentOperation ? SettingValue.Unknown : _values.Read(value);

            // The write that loosens decides: another path of the same code does not make it safe.
            if (!_written.TryGetValue(setting, out var earlier) || !earlier.Value.Loosens(setting))
                _written[setting] = new SettingReading(setting, read, property.Name, written.GetLocation(), ConsentLattice.Higher(_reached, _consent(write)));
        }

        if (isSetting)
            return;

        if (value.Unwrap() is IObjectCreationOperation nested)
            ReadCreation(nested);
        else if (_facts.HoldsSettings(property.Type) && ReadValue(value) is null)
            _opaque.Add(property.Type.OriginalDefinition);
    }

    /// <summary>How a setting is reached from the options type, or null when it is not part of these options.</summary>
    private string? PathTo(SettingFact setting, ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (_facts.SettingsOf(current).Contains(setting))
                return setting.SimpleName;

            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public } property
                    && !_opaque.Contains(property.Type.OriginalDefinition)
                    && (property.NullableAnnotation != NullableAnnotation.Annotated || _written.Keys.Any(written => written.ContainingTypeId == setting.ContainingTypeId))
                    && !SymbolEqualityComparer.Default.Equals(property.Type, current)
                    && _facts.SettingsOf(property.Type).Contains(setting))
                {
                    return property.Name + "." + setting.SimpleName;
                }
            }
        }

        return null;
    }

    /// <summary>The options type that a parameter stands for: the type itself, or what a configure delegate gets.</summary>
    private static ITypeSymbol? OptionsType(ITypeSymbol type, FactIndex facts)
    {
        if (type is INamedTypeSymbol { DelegateInvokeMethod.Parameters: { Length: > 0 } parameters })
            type = parameters[0].Type;

        return facts.HoldsSettings(type) ? type : null;
    }

    /// <summary>The place to point at: <c>new Options</c> rather than the whole initialiser, the called name rather than the lambda.</summary>
    private Location PlaceOf(IOperation site) => site switch
    {
        IObjectCreationOperation => CallName.LocationOf(site),
        IWithOperation { Syntax: WithExpressionSyntax with } => with.WithKeyword.GetLocation(),
        _ => CallName.LocationOf(_call),
    };
}
