using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Catalog;

namespace ReplayLint.Consent;

/// <summary>
/// Says which members have to do with consent: those that a team annotates, those that the catalogue lists, and, unless only
/// declared ones count, those whose name says so.
/// </summary>
internal sealed class ConsentGuards
{
    private readonly ILookup<string, ConsentFact> _facts;
    private readonly ConsentNames? _names;
    private readonly ConsentNames _words;
    private readonly ConcurrentDictionary<ISymbol, Evidence> _evidence = new(SymbolEqualityComparer.Default);

    /// <summary>Makes the guards of a compilation.</summary>
    /// <param name="declaredOnly">Whether the naming convention is off.</param>
    public ConsentGuards(RecorderCatalog catalog, bool declaredOnly)
    {
        _facts = catalog.Consent.ToLookup(static fact => fact.SimpleName, StringComparer.Ordinal);
        _words = new ConsentNames(catalog);
        _names = declaredOnly ? null : _words;
    }

    /// <summary>Whether consent is the duty of whoever calls the member.</summary>
    public bool RequiresConsent(ISymbol member) =>
        ConsentAnnotations.Has(member, ConsentAnnotations.Requires)
        || (member is IMethodSymbol { AssociatedSymbol: { } property } && ConsentAnnotations.Has(property, ConsentAnnotations.Requires));

    /// <summary>Whether the method returns only when consent was given.</summary>
    public bool Ensures(IMethodSymbol method) => Is(method, ConsentFactKind.Ensures) || ConsentAnnotations.Has(method, ConsentAnnotations.Ensures);

    /// <summary>Whether the method takes consent back.</summary>
    public bool Revokes(IMethodSymbol method) => Is(method, ConsentFactKind.Revokes) || ConsentAnnotations.Has(method, ConsentAnnotations.Revokes);

    /// <summary>Whether the lambda is run only after consent, because of the parameter that it is passed to.</summary>
    public bool IsConsentCallback(IFlowAnonymousFunctionOperation lambda)
    {
        IOperation operation = lambda;
        while (operation.Parent is IDelegateCreationOperation or IConversionOperation)
            operation = operation.Parent;

        if (operation.Parent is not IArgumentOperation { Parameter: { ContainingSymbol: IMethodSymbol method } parameter })
            return false;

        if (ConsentAnnotations.Has(parameter.OriginalDefinition, ConsentAnnotations.Callback))
            return true;

        return Find(method, ConsentFactKind.Callback) is { } fact && (fact.Parameter is null || fact.Parameter == parameter.Name);
    }

    /// <summary>What a read of the property proves; an indexer that looks up a consent cookie gives an answer's text.</summary>
    public Evidence EvidenceOf(IPropertyReferenceOperation property) =>
        property.Arguments.IsEmpty ? EvidenceOf(property.Property) : OfLookup(property.Type, property.Arguments);

    /// <summary>What the result of a call proves.</summary>
    public Evidence EvidenceOf(IInvocationOperation invocation)
    {
        var evidence = EvidenceOf(invocation.TargetMethod);
        return evidence != Evidence.None || IsAsked(invocation.TargetMethod) ? evidence : OfLookup(invocation.Type, invocation.Arguments);
    }

    /// <summary>What the value of a field, variable, parameter, property or method proves by itself.</summary>
    public Evidence EvidenceOf(ISymbol symbol) => _evidence.GetOrAdd(symbol.OriginalDefinition, Decide);

    /// <summary>What a variable proves after a call wrote to it: <c>TryGetConsent(out var granted)</c>.</summary>
    public Evidence EvidenceOfOut(IArgumentOperation argument, ISymbol variable)
    {
        if (argument.Parameter is { } parameter && ConsentAnnotations.Has(parameter.OriginalDefinition, ConsentAnnotations.Guard))
            return Evidence.TrueGrants;

        var named = EvidenceOf(variable);
        return named != Evidence.None || argument.Parent is not IInvocationOperation call ? named : OfLookup(TypeOf(variable), call.Arguments);
    }

    /// <summary>Whether the text of an answer means yes.</summary>
    public bool IsYes(string text) => _words.IsYes(text);

    /// <summary>Whether a value of an enum means that consent was given.</summary>
    public bool IsGrantedValue(ITypeSymbol? type, object constant)
    {
        if (type?.TypeKind != TypeKind.Enum)
            return false;

        foreach (var member in type.GetMembers())
        {
            if (member is not IFieldSymbol { HasConstantValue: true } field || !Equals(field.ConstantValue, constant))
                continue;

            if (Find(field, ConsentFactKind.Granted) is not null)
                return true;

            return _names is not null && _names.SpeakOfConsent(type.Name) && _names.MeansGiven(field.Name);
        }

        return false;
    }

    private Evidence Decide(ISymbol symbol)
    {
        if (!IsTruth(TypeOf(symbol)))
            return Evidence.None;

        if (ConsentAnnotations.Has(symbol, ConsentAnnotations.Guard) || Is(symbol, ConsentFactKind.Guard))
            return Evidence.TrueGrants;

        // The variable that the compiler adds for a lock has no name.
        if (_names is null || string.IsNullOrEmpty(symbol.Name) || Is(symbol, ConsentFactKind.NotGuard))
            return Evidence.None;

        return _names.EvidenceOf(symbol.Name, symbol is ILocalSymbol or IParameterSymbol ? null : symbol.ContainingType?.Name);
    }

    /// <summary>Whether the name of a method already says that it asks something else of consent than whether it was given.</summary>
    private bool IsAsked(IMethodSymbol method) => _names is not null && IsTruth(method.ReturnType) && _names.SpeakOfConsent(method.Name);

    /// <summary>
    /// A look-up by a key that speaks of consent: a text is someone's answer, and a bool is one too unless the value that
    /// stands in for a missing answer is not false.
    /// </summary>
    private Evidence OfLookup(ITypeSymbol? type, ImmutableArray<IArgumentOperation> arguments)
    {
        if (_names is null || arguments.IsEmpty || !IsConsentKey(arguments[0].Value))
            return Evidence.None;

        if (type?.SpecialType == SpecialType.System_String)
            return Evidence.Answer;

        if (!IsTruth(type))
            return Evidence.None;

        for (var i = 1; i < arguments.Length; i++)
        {
            if (IsTruth(arguments[i].Value.Type) && arguments[i].Parameter?.RefKind != RefKind.Out && arguments[i].Value.ConstantValue is not { HasValue: true, Value: false })
                return Evidence.None;
        }

        return Evidence.TrueGrants;
    }

    private bool IsConsentKey(IOperation key)
    {
        while (key is IConversionOperation conversion)
            key = conversion.Operand;

        if (key.ConstantValue is { HasValue: true, Value: string text } && _words.SpeakOfConsent(text))
            return true;

        // The value of a key may be cryptic where its name is not: CookieConsentNames.Additional.
        return key switch
        {
            IFieldReferenceOperation field => _words.SpeakOfConsent(field.Field.Name) || _words.SpeakOfConsent(field.Field.ContainingType.Name),
            IPropertyReferenceOperation property => _words.SpeakOfConsent(property.Property.Name) || _words.SpeakOfConsent(property.Property.ContainingType.Name),
            _ => false,
        };
    }

    private bool Is(ISymbol symbol, ConsentFactKind kind) => Find(symbol, kind) is not null;

    private ConsentFact? Find(ISymbol symbol, ConsentFactKind kind)
    {
        foreach (var fact in _facts[symbol.Name])
        {
            if (fact.Kind == kind && IsOrImplements(symbol, fact.Id))
                return fact;
        }

        return null;
    }

    private static bool IsOrImplements(ISymbol symbol, string id)
    {
        if (symbol.OriginalDefinition.GetDocumentationCommentId() == id)
            return true;

        if (symbol is not (IMethodSymbol or IPropertySymbol) || symbol.ContainingType is not { TypeKind: not TypeKind.Interface } type)
            return false;

        foreach (var contract in type.AllInterfaces)
        {
            foreach (var member in contract.GetMembers(symbol.Name))
            {
                if (member.OriginalDefinition.GetDocumentationCommentId() == id && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), symbol))
                    return true;
            }
        }

        return false;
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IMethodSymbol method => method.ReturnType,
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    /// <summary>A bool, a bool? or a task of one.</summary>
    private static bool IsTruth(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } generic
            && (generic.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || generic.Name is "Task" or "ValueTask"))
        {
            type = arguments[0];
        }

        return type?.SpecialType == SpecialType.System_Boolean;
    }
}
