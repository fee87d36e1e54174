using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReplayLint.Consent;

/// <summary>An answer kept under a key: <c>Request.Cookies["cookie-consent"]</c>, <c>Preferences.Get("replay-consent", false)</c>.</summary>
internal static class KeyedLookup
{
    /// <summary>The arguments of a reference that reads a value by its key; none for any other.</summary>
    public static ImmutableArray<IArgumentOperation> Arguments(IOperation reference, NameParts name) => reference switch
    {
        IPropertyReferenceOperation property => property.Arguments,
        IInvocationOperation call when (name & NameParts.Lookup) != 0 => call.Arguments,
        _ => ImmutableArray<IArgumentOperation>.Empty,
    };

    /// <summary>The words of the first argument that speaks of consent: a constant text, or the name of a field that holds the key.</summary>
    /// <param name="arguments">The arguments of the lookup.</param>
    /// <param name="names">The naming convention.</param>
    /// <param name="place">The words of where the value is kept: a cookie needs not say that it is one.</param>
    public static NameParts PartsOfKey(ImmutableArray<IArgumentOperation> arguments, ConsentNames names, NameParts place = NameParts.None)
    {
        foreach (var argument in arguments)
        {
            var parts = InPlace(PartsOfKey(argument.Value, names), place);
            if (NamesConsent(parts))
                return parts;
        }

        return NameParts.None;
    }

    /// <summary>Whether the key speaks of the user's consent; most keys have a prefix that says nothing.</summary>
    public static bool NamesConsent(NameParts key) =>
        (key & NameParts.Subject) != 0
        || ((key & NameParts.Cookie) != 0 && (key & (NameParts.Purpose | NameParts.OtherPurpose | NameParts.Given)) != 0);

    /// <summary>
    /// The words of a key together with those of the place where it is looked up. A cookie that keeps a choice about cookies
    /// keeps the user's consent: <c>Cookies["cookie_policy"]</c>.
    /// </summary>
    public static NameParts InPlace(NameParts key, NameParts place)
    {
        const NameParts OwnChoice = NameParts.Cookie | NameParts.Answer;
        return key == NameParts.None || (place & NameParts.Cookie) == 0 ? key
            : key | NameParts.Cookie | ((key & OwnChoice) == OwnChoice ? NameParts.Subject : NameParts.None);
    }

    /// <summary>The evidence of the answer under such a key.</summary>
    public static Evidence OfAnswer(NameParts key, bool isTruth)
    {
        if (ConsentNames.IsForOther(key) || (key & (NameParts.Open | NameParts.Refused | NameParts.Permission)) != 0)
            return Evidence.None;

        if ((key & NameParts.Absent) == 0)
            return isTruth ? Evidence.Guard : new Evidence(ConsentState.NotGranted, ConsentState.NotGranted, ConsentState.Granted);

        return isTruth ? Evidence.Guard.Negated : Evidence.None;
    }

    /// <summary>Whether the lookup answers yes when nothing is kept under the key.</summary>
    public static bool DefaultsToYes(ImmutableArray<IArgumentOperation> arguments, ConsentNames names)
    {
        foreach (var argument in arguments)
        {
            if (argument.Value.ConstantValue is { HasValue: true, Value: var value } && (value is true || (value is string text && names.IsYes(text))))
                return true;
        }

        return false;
    }

    /// <summary>The words of a key: a constant text, or the name of a field that holds it.</summary>
    public static NameParts PartsOfKey(IOperation value, ConsentNames names)
    {
        switch (ValueEvidence.WithoutConversions(value))
        {
            // The arguments of a script function arrive as one array.
            case IArrayCreationOperation { Initializer.ElementValues: var elements }:
                foreach (var element in elements)
                {
                    var parts = PartsOfKey(element, names);
                    if (NamesConsent(parts))
                        return parts;
                }

                return NameParts.None;

            // The text of a key may be cryptic where its name, or that of the type which holds the keys, is not.
            case IFieldReferenceOperation { Field: { Type.SpecialType: SpecialType.System_String } field } reference:
                var written = reference.ConstantValue is { HasValue: true, Value: string key } ? names.PartsOf(key) : NameParts.None;
                if (NamesConsent(written))
                    return written;

                var named = names.PartsOf(field.Name);
                return NamesConsent(named) ? named : named | names.PartsOf(field.ContainingType.Name);

            case { ConstantValue: { HasValue: true, Value: string text } }:
                return names.PartsOf(text);

            default:
                return NameParts.None;
        }
    }
}
