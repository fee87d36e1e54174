using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Catalog;

namespace ReplayLint.Consent;

/// <summary>
/// Whether consent for one purpose covers another. Purposes matter when both sides name one; recording always has one, so
/// consent to advertising does not cover it.
/// </summary>
/// <param name="names">The words of purposes.</param>
/// <param name="roles">Where guards name theirs.</param>
/// <param name="required">The purpose that is needed, or null for recording as such.</param>
internal sealed class ConsentPurposes(ConsentNames names, ConsentRoles roles, string? required)
{
    /// <summary>How far the consent that a member declares or requires covers what is needed.</summary>
    public ConsentState CoveredBy(ISymbol member) => Covers(roles.PurposeOf(member));

    /// <summary>How far the answer of a guard covers what is needed: the purpose that it declares, and the one that it is asked for.</summary>
    public ConsentState CoveredBy(IOperation guard, ISymbol member)
    {
        var declared = CoveredBy(member);
        return guard is IInvocationOperation { Arguments: { IsEmpty: false } arguments } && declared > ConsentState.NotGranted
            ? ConsentLattice.Lower(declared, Covers(PurposeIn(arguments, roles.FactOf(member, ConsentFactKind.Guard)?.Parameter)))
            : declared;
    }

    private ConsentState Covers(string? purpose)
    {
        if (purpose is null)
            return ConsentState.Granted;

        if (ConsentNames.IsForOther(names.PartsOf(purpose)))
            return required is not null && IsSame(purpose, required) ? ConsentState.Granted : ConsentState.NotGranted;

        return required is null || IsSame(purpose, required) ? ConsentState.Granted : ConsentState.Unknown;
    }

    private static bool IsSame(string left, string right) => NameWords.Join(left) == NameWords.Join(right);

    /// <summary>The argument that names a purpose; where the catalogue does not say which, one that speaks of a purpose.</summary>
    private string? PurposeIn(System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments, string? parameter)
    {
        foreach (var argument in arguments)
        {
            if (parameter is not null && argument.Parameter?.Name != parameter)
                continue;

            var text = ValueEvidence.WithoutConversions(argument.Value) switch
            {
                IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum } member } => member.Name,
                { ConstantValue: { HasValue: true, Value: string constant } } => constant,
                _ => null,
            };

            if (text is not null && (parameter is not null || (names.PartsOf(text) & (NameParts.Purpose | NameParts.OtherPurpose)) != 0))
                return text;
        }

        return null;
    }
}
