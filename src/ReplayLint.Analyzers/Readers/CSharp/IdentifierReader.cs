using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Catalog;

namespace ReplayLint.Readers.CSharp;

/// <summary>Tells what a recorder is told about the user: who it is (an e-mail address, a name, a claim that holds one), or which one.</summary>
internal sealed class IdentifierReader(IdentifierWords words, ValueReader values)
{
    private const int MaximumDepth = 8;

    /// <summary>What the arguments of a call tell.</summary>
    public IEnumerable<RecorderUsage> Read(Call call, IdentifyFact fact)
    {
        foreach (var passed in call.Values)
        {
            var name = passed.Parameter.Name;
            var direct = fact.Direct.Contains(name);
            if (KindOf(passed.Value, direct, direct || fact.Any.Contains(name), fact.User.Contains(name)) is { } kind)
                yield return new RecorderUsage(kind, fact, passed.Syntax.GetLocation()) { Identifier = name, IdentifierIsDirect = direct };
        }
    }

    /// <summary>What the write of a property tells.</summary>
    public IEnumerable<RecorderUsage> Read(ISimpleAssignmentOperation assignment, IdentifyFact fact)
    {
        if (KindOf(assignment.Value, fact.IsDirect, mayBeDirect: true, fact.IsUser) is { } kind)
            yield return new RecorderUsage(kind, fact, assignment.Syntax.GetLocation()) { Identifier = fact.SimpleName, IdentifierIsDirect = fact.IsDirect };
    }

    private UsageKind? KindOf(IOperation value, bool isDirect, bool mayBeDirect, bool isUser)
    {
        var written = values.Read(value).Text;
        if (written is "null" or "")
            return null;

        if (isDirect || (mayBeDirect && IsDirect(value)))
            return UsageKind.Identify;

        // A constant is the same for every user.
        return isUser && written is null && !IsOfSession(value) ? UsageKind.Link : null;
    }

    /// <summary>Whether the value lasts for the session at most, as far as code shows where it comes from.</summary>
    public bool IsOfSession(IOperation value) => IsOfSession(value, MaximumDepth);

    private bool IsOfSession(IOperation value, int depth)
    {
        value = value.Unwrap();
        if (SymbolOf(value) is { } symbol)
        {
            if (words.IsOfSession(symbol.Name) || (symbol is IPropertySymbol or IFieldSymbol or IMethodSymbol && words.IsOfSession(symbol.ContainingType?.Name ?? "")))
                return true;

            var known = value switch
            {
                ILocalReferenceOperation local => value.Root().OnlyValueOf(local.Local),
                IPropertyReferenceOperation or IFieldReferenceOperation => values.Source.ValueOf(symbol),
                _ => null,
            };
            if (known is not null && depth > 0 && IsOfSession(known, depth - 1))
                return true;
        }

        foreach (var part in value.ChildOperations)
        {
            if (depth > 0 && IsOfSession(part, depth - 1))
                return true;
        }

        return false;
    }

    /// <summary>Whether the expression is or contains a direct identifier, as far as its names tell.</summary>
    public bool IsDirect(IOperation value)
    {
        if (value.ConstantValue is { HasValue: true, Value: var constant })
            return constant is string text && (IdentifierWords.IsEmailAddress(text) || (value is IFieldReferenceOperation { Field: var field } && IsListed(field)));

        // The length of a name, or whether there is one, names nobody.
        if (value.Type is { IsValueType: true, SpecialType: not SpecialType.None })
            return false;

        if (SymbolOf(value) is { } symbol)
        {
            if (IsListed(symbol) || words.IsNamed(symbol.Name))
                return true;

            if (symbol is IMethodSymbol && words.IsPseudonym(symbol.Name))
                return false;
        }

        foreach (var part in value.ChildOperations)
        {
            if (IsDirect(part))
                return true;
        }

        return false;
    }

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation property => property.Property,
        IFieldReferenceOperation field => field.Field,
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IInvocationOperation invocation => invocation.TargetMethod,
        _ => null,
    };

    private bool IsListed(ISymbol symbol) =>
        symbol is IPropertySymbol or IFieldSymbol
        && symbol.OriginalDefinition.GetDocumentationCommentId() is { } id
        && words.Members.Contains(id);
}
