using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Catalog;
using ReplayLint.Configuration;

namespace ReplayLint.Consent;

/// <summary>
/// Decides what counts as a guard: what annotations and the catalogue declare and, in real code, what names say.
/// </summary>
internal sealed class ConsentGuards
{
    private readonly ConsentRoles _roles;
    private readonly ConsentNames _names;
    private readonly NameContext _context;

    private readonly ConsentPurposes _purposes;

    /// <summary>How far a name is trusted: where only declared guards count, one that looks like a guard is an unrecognised one.</summary>
    private readonly ConsentState _trustInNames;

    private readonly ImmutableHashSet<string> _configured;
    private readonly ConcurrentDictionary<(bool DeclaredOnly, string Names), ConsentGuards> _configuredGuards = new();

    public ConsentGuards(RecorderCatalog catalog, bool declaredOnly = false)
        : this(new ConsentRoles(catalog), ConsentNames.Of(catalog), declaredOnly ? ConsentState.Unknown : ConsentState.Granted, purpose: null, ImmutableHashSet<string>.Empty)
    {
    }

    private ConsentGuards(ConsentRoles roles, ConsentNames names, ConsentState trustInNames, string? purpose, ImmutableHashSet<string> configured)
    {
        _roles = roles;
        _names = names;
        _context = new NameContext(names);
        _purposes = new ConsentPurposes(names, roles, purpose);
        _trustInNames = trustInNames;
        _configured = configured;
    }

    /// <summary>
    /// The same guards as the configuration of a file changes them: <c>replaylint.consent_guards = declared</c> leaves out what
    /// only a name says, and <c>replaylint.consent_guard_names</c> declares members of the project to be guards.
    /// </summary>
    public ConsentGuards In(AnalyzerConfigOptions options)
    {
        var isDeclaredOnly = ReplayLintOptions.ConsentGuardsDeclared.Read(options);
        var names = ReplayLintOptions.ConsentGuardNames.Read(options);
        return isDeclaredOnly || !names.IsEmpty ? _configuredGuards.GetOrAdd((isDeclaredOnly, string.Join(",", names)), _ => With(isDeclaredOnly, names)) : this;
    }

    private ConsentGuards With(bool declaredOnly, ImmutableArray<string> configured) =>
        new(_roles, _names, declaredOnly ? ConsentState.Unknown : _trustInNames, purpose: null, configured.ToImmutableHashSet(StringComparer.Ordinal));

    /// <summary>The same guards, of which only those count that cover what a member declares to need.</summary>
    public ConsentGuards For(ISymbol requiring) => _roles.PurposeOf(requiring) is { } purpose ? new(_roles, _names, _trustInNames, purpose, _configured) : this;

    /// <summary>Whether the duty to check lies with the callers of the member.</summary>
    public bool RequiresConsent(ISymbol member) => Is(member, ConsentRole.Requires);

    /// <summary>What is known where such a member begins: nothing, when its callers check for another purpose.</summary>
    public ConsentState Required(ISymbol member) => RequiresConsent(member) ? _purposes.CoveredBy(member) : ConsentState.NotGranted;
    /// <summary>Whether the member itself says that it is called only after consent.</summary>
    public static bool DeclaresRequirement(ISymbol member) => (ConsentRoles.FromAttributes(member) & ConsentRole.Requires) != 0;

    /// <summary>What is known after the method has returned; one that is only named as if it checked is an unrecognised guard.</summary>
    public ConsentState Ensured(IMethodSymbol method)
    {
        if (Is(method, ConsentRole.Ensures))
            return ConsentState.Granted;

        const NameParts Named = NameParts.Ensures | NameParts.Subject;
        return (_names.PartsOf(method.Name) & Named) == Named && !ConsentTypes.IsTruth(method.ReturnType) ? ConsentState.Unknown : ConsentState.NotGranted;
    }

    /// <summary>Whether an annotation or the catalogue says that the symbol is a guard.</summary>
    public bool IsDeclaredGuard(ISymbol symbol) => Is(symbol, ConsentRole.Guard);

    /// <summary>Whether it is settled what the member is, whatever it does: by declaration, or because it asks for another purpose.</summary>
    public bool IsSettled(IOperation reference, ISymbol member) =>
        Is(member, ConsentRole.Guard | ConsentRole.NotGuard)
        || ConsentNames.IsForOther(_names.PartsOf(member.Name))
        || _purposes.CoveredBy(reference, member) == ConsentState.NotGranted;

    /// <summary>Whether the symbol, asked where it is in scope, proves consent: for offering a guard rather than for judging a place.</summary>
    public bool IsGuard(ISymbol symbol)
    {
        if (IsDeclaredGuard(symbol))
            return true;

        var evidence = symbol switch
        {
            IParameterSymbol parameter => OfParameter(parameter),
            ILocalSymbol local => OfLocal(local, NameParts.None),
            _ when Is(symbol, ConsentRole.NotGuard) || (symbol is not IMethodSymbol && (_names.PartsOf(symbol.Name) & NameParts.Ask) != 0) => Evidence.None,
            _ => ConsentNames.OfTruth(_names.PartsOf(symbol.Name), symbol.ContainingType is { } type ? _names.PartsOf(type.Name) : NameParts.None).AtMost(_trustInNames),
        };

        return evidence.WhenTrue == ConsentState.Granted;
    }

    /// <summary>Whether the catalogue says that the member answers another question than whether the user agreed.</summary>
    public bool AnswersAnotherQuestion(ISymbol member) => Is(member, ConsentRole.NotGuard | ConsentRole.StandIn);

    /// <summary>Whether the name, or the text, has to do with consent or an answer at all.</summary>
    public bool SpeaksOfConsent(string name) =>
        (_names.PartsOf(name) & (NameParts.Subject | NameParts.Cookie | NameParts.Given | NameParts.Allowed | NameParts.Refused | NameParts.Answer)) != 0;

    /// <summary>Whether the value is a key under which the user's choice is kept, be it a yes or a no.</summary>
    public bool IsKeyOfChoice(IOperation key)
    {
        var parts = KeyedLookup.PartsOfKey(key, _names);
        return KeyedLookup.NamesConsent(parts) && (parts & (NameParts.Open | NameParts.Permission)) == 0;
    }

    /// <summary>Whether an annotation or the catalogue says that the member takes consent back.</summary>
    public bool Revokes(ISymbol member) => Is(member, ConsentRole.Revokes);

    /// <summary>Whether the name of a method says that it takes consent back.</summary>
    public bool IsNamedToRevoke(IMethodSymbol method)
    {
        const NameParts Named = NameParts.Withdraws | NameParts.Subject;
        var parts = _names.PartsOf(method.Name);
        return (parts & Named) == Named && (parts & NameParts.Absent) == 0 && !ConsentTypes.IsTruth(method.ReturnType);
    }

    /// <summary>What the catalogue says about a member that looks like a guard and is none, or null.</summary>
    public ConsentFact? FalseGate(ISymbol member) => _roles.FactOf(member, ConsentFactKind.NotGuard);

    public bool IsYes(string text) => _names.IsYes(text);

    /// <summary>Whether the value comes from a member that has to do with consent and is known to be no guard.</summary>
    public bool IsRefused(IOperation value) =>
        MemberOf(value) is { } member && (Is(member, ConsentRole.NotGuard) || ConsentNames.IsRefused(_names.PartsOf(member.Name)));

    /// <summary>The evidence of a property, a field, or the result of a call.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="receiver">What the member is read from, where the reference does not show it: the subject of a pattern.</param>
    public Evidence OfMember(IOperation reference, IOperation? receiver = null)
    {
        if (MemberOf(reference) is not { } member)
            return Evidence.None;

        var isTruth = ConsentTypes.IsTruth(reference.Type);
        var role = RoleOf(member);
        if ((role & ConsentRole.Guard) != 0)
            return isTruth ? Evidence.Guard.AtMost(_purposes.CoveredBy(reference, member)) : Evidence.None;

        if ((role & ConsentRole.NotGuard) != 0 || !(isTruth || ConsentTypes.IsText(reference.Type)))
            return Evidence.None;

        var named = ByName(reference, member, isTruth, receiver).AtMost(_trustInNames);
        return named.IsNone ? named : named.AtMost(_purposes.CoveredBy(reference, member));
    }

    /// <summary>The evidence of a member of which only the name is known: <c>ViewBag.HasConsent</c>, or a member of a type that is missing.</summary>
    public Evidence OfUnbound(IOperation reference)
    {
        if (NameContext.UnboundName(reference) is not { } unbound)
            return Evidence.None;

        var name = _names.PartsOf(unbound);
        if ((name & NameParts.Ask) != 0)
            return Evidence.None;

        var context = _context.OfInstance(reference);
        var truth = ConsentNames.OfTruth(name, context) with { WhenYes = ConsentNames.OfText(name, context) };
        return truth.AtMost(_trustInNames);
    }

    /// <summary>Whether a value may or may not be the user's answer.</summary>
    public bool IsDoubtful(IOperation value)
    {
        var evidence = value is IParameterReferenceOperation { Parameter: var parameter } ? OfParameter(parameter)
            : value is IDynamicMemberReferenceOperation or IInvalidOperation ? OfUnbound(value)
            : OfMember(value);
        return evidence.WhenTrue == ConsentState.Unknown || evidence.WhenFalse == ConsentState.Unknown || evidence.WhenYes == ConsentState.Unknown;
    }

    public Evidence OfParameter(IParameterSymbol parameter)
    {
        if (ConsentTypes.IsTruth(parameter.Type) && Is(parameter, ConsentRole.Guard))
            return Evidence.Guard.AtMost(_purposes.CoveredBy(parameter));

        // A caller that says nothing would give consent.
        return parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: true } ? Evidence.None : OfVariable(parameter.Name, parameter.Type, NameParts.None);
    }

    /// <summary>The evidence that the name of a local claims for a value which says nothing itself.</summary>
    public Evidence OfLocal(ILocalSymbol local, NameParts context) => OfVariable(local.Name, local.Type, context);

    /// <summary>The evidence of a variable that a call fills: by annotation, by the key that is looked up, or by names.</summary>
    public Evidence OfOutput(IInvocationOperation call, IArgumentOperation output)
    {
        var parameter = output.Parameter;
        if (parameter is not null && ConsentTypes.IsTruth(parameter.Type) && Is(parameter, ConsentRole.Guard))
            return Evidence.Guard.AtMost(_purposes.CoveredBy(parameter));

        if (BodyOutline.VariableOf(output.Value) is not ILocalSymbol local)
            return Evidence.None;

        var named = _names.PartsOf(call.TargetMethod.Name) & ~NameParts.Tries;
        if ((named & (NameParts.Open | NameParts.Permission)) != 0)
            return Evidence.None;

        var key = KeyedLookup.PartsOfKey(call.Arguments, _names, _context.Of(call, call.TargetMethod));
        if (KeyedLookup.NamesConsent(key))
            return KeyedLookup.OfAnswer(key, ConsentTypes.IsTruth(local.Type)).AtMost(_trustInNames);

        var context = named | _context.Of(call, call.TargetMethod);
        var byLocal = OfLocal(local, context);
        return parameter is null ? byLocal : Evidence.Either(byLocal, OfVariable(parameter.Name, parameter.Type, context));
    }

    /// <summary>What is known where a value equals an enum member.</summary>
    public ConsentState OfEnumMember(IFieldSymbol member, IOperation subject)
    {
        var role = _roles.Of(member);
        if ((role & (ConsentRole.Granted | ConsentRole.NotGuard)) != 0)
            return (role & ConsentRole.Granted) != 0 ? ConsentState.Granted : ConsentState.NotGranted;

        var context = _names.PartsOf(member.ContainingType.Name) | _context.OfReference(ValueEvidence.WithoutConversions(subject));
        return ConsentLattice.Lower(ConsentNames.OfEnumMember(_names.PartsOf(member.Name), context), _trustInNames);
    }

    /// <summary>Whether a delegate given to this parameter runs only after consent.</summary>
    public bool RunsAfterConsent(IParameterSymbol parameter, IOperation? call)
    {
        if (Is(parameter, ConsentRole.Callback))
            return true;

        // "WhenConsentGranted(…)" decides; "IsConsentGranted(…)" answers.
        return _trustInNames == ConsentState.Granted
            && call is IInvocationOperation { TargetMethod: { } method }
            && !ConsentTypes.IsTruth(method.ReturnType)
            && SaysGranted(method.Name, _context.Of(call, method));
    }

    /// <summary>Whether the event is raised only after consent: <c>consent.Granted</c>.</summary>
    public bool IsRaisedAfterConsent(IEventReferenceOperation reference) =>
        _trustInNames == ConsentState.Granted && SaysGranted(reference.Event.Name, _context.Of(reference, reference.Event));

    /// <summary>How much consent is known by whoever receives a lambda or a method and runs it.</summary>
    public ConsentState LevelOfReceiver(IOperation function)
    {
        var value = function;
        while (value.Parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation)
            value = value.Parent;

        return value.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation taker } when _trustInNames == ConsentState.Granted && function is IMethodReferenceOperation method && UserGesture.AsksToBeRecorded(method, taker, _names) => ConsentState.Granted,
            IArgumentOperation { Parameter: { } parameter } argument => RunsAfterConsent(parameter, argument.Parent) ? ConsentState.Granted : ConsentState.NotGranted,
            IArgumentOperation => ConsentState.NotGranted,
            IInvocationOperation => ConsentState.NotGranted,

            // Who runs a function gets what it returns; what a component returns to be rendered runs where it is named.
            IReturnOperation returned when LambdaAround(returned) is { } outer => LevelOfReceiver(outer),
            IReturnOperation when value.Type is { Name: "RenderFragment" } => ConsentState.NotGranted,
            IEventAssignmentOperation { EventReference: IEventReferenceOperation handled } =>
                IsRaisedAfterConsent(handled) ? ConsentState.Granted

                // What raises an event of the project can be guarded; what raises one of a framework knows nothing of consent.
                : SymbolEqualityComparer.Default.Equals(handled.Event.ContainingAssembly, handled.SemanticModel?.Compilation.Assembly) ? ConsentState.Unknown
                : ConsentState.NotGranted,
            _ => ConsentState.Unknown,
        };
    }

    private static IOperation? LambdaAround(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
            parent = parent.Parent;

        return parent as IAnonymousFunctionOperation;
    }

    private bool SaysGranted(string name, NameParts context)
    {
        var parts = _names.PartsOf(name);
        return (parts & NameParts.Given) != 0
            && (parts & NameParts.Absent) == 0
            && ((parts | context) & NameParts.Subject) != 0
            && ConsentNames.OfTruth(parts, context).WhenTrue == ConsentState.Granted;
    }

    private bool Is(ISymbol symbol, ConsentRole role) => (RoleOf(symbol) & role) != 0;

    private ConsentRole RoleOf(ISymbol symbol) =>
        _configured.Count > 0 && _configured.Contains(symbol.Name) && symbol is not (ITypeSymbol or INamespaceSymbol) ? _roles.Of(symbol) | ConsentRole.Guard : _roles.Of(symbol);

    private Evidence ByName(IOperation reference, ISymbol member, bool isTruth, IOperation? receiver)
    {
        // What a method with an output answers is in the output; its result says that there is an answer.
        if (member is IMethodSymbol method && HasOutput(method))
            return Evidence.None;

        var name = _names.PartsOf(member.Name);
        if (KeyedLookup.Arguments(reference, name) is { IsEmpty: false } arguments)
        {
            var key = KeyedLookup.PartsOfKey(arguments, _names, _context.Of(reference, member, receiver));
            if (KeyedLookup.NamesConsent(key))
                return KeyedLookup.DefaultsToYes(arguments, _names) ? Evidence.None : KeyedLookup.OfAnswer(key, isTruth);
        }

        // "AskForConsent()" asks; as a property it is a setting.
        if (member is not IMethodSymbol && (name & NameParts.Ask) != 0)
            return Evidence.None;

        var context = _context.Of(reference, member, receiver);
        return isTruth
            ? ConsentNames.OfTruth(name, context)
            : new Evidence(ConsentState.NotGranted, ConsentState.NotGranted, ConsentNames.OfText(name, context));
    }

    private static bool HasOutput(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (parameter.RefKind == RefKind.Out)
                return true;
        }

        return false;
    }

    private Evidence OfVariable(string name, ITypeSymbol type, NameParts context)
    {
        var parts = _names.PartsOf(name);
        if ((parts & NameParts.Ask) != 0)
            return Evidence.None;

        if (ConsentTypes.IsTruth(type))
            return ConsentNames.OfTruth(parts, context).AtMost(_trustInNames);

        return ConsentTypes.IsText(type)
            ? new Evidence(ConsentState.NotGranted, ConsentState.NotGranted, ConsentNames.OfText(parts, context)).AtMost(_trustInNames)
            : Evidence.None;
    }

    private static ISymbol? MemberOf(IOperation reference) => reference switch
    {
        IMemberReferenceOperation member => member.Member,
        IInvocationOperation call => call.TargetMethod,
        _ => null,
    };
}
