using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ReplayLint.Consent;

/// <summary>Reads the names around a name: <c>Granted</c> says little, <c>consent.Granted</c> says all.</summary>
internal sealed class NameContext(ConsentNames names)
{
    /// <summary>The names around a member: its type, what it is read from, and the enums it is asked about.</summary>
    public NameParts Of(IOperation reference, ISymbol member, IOperation? receiver = null)
    {
        var context = member.ContainingType is { } type ? names.PartsOf(type.Name) : NameParts.None;
        var instance = receiver ?? reference switch
        {
            IMemberReferenceOperation read => read.Instance,
            IInvocationOperation { TargetMethod.IsExtensionMethod: true, Instance: null, Arguments: { IsEmpty: false } arguments } => arguments[0].Value,
            IInvocationOperation call => call.Instance,
            _ => null,
        };

        if (instance is not null)
            context |= OfReference(ValueEvidence.WithoutConversions(instance));

        if (reference is IInvocationOperation { Arguments: var asked })
        {
            foreach (var argument in asked)
            {
                if (ValueEvidence.WithoutConversions(argument.Value).Type is { TypeKind: TypeKind.Enum } choice)
                    context |= names.PartsOf(choice.Name) & (NameParts.Subject | NameParts.Permission);
            }
        }

        return context;
    }

    /// <summary>The name of a member that is looked up at run time, or that could not be found; null for anything else.</summary>
    public static string? UnboundName(IOperation reference) => reference switch
    {
        IDynamicMemberReferenceOperation dynamic => dynamic.MemberName,
        IInvalidOperation { Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } } => called.Name.Identifier.ValueText,
        IInvalidOperation { Syntax: MemberAccessExpressionSyntax read } => read.Name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>The names of what such a member is read from.</summary>
    public NameParts OfInstance(IOperation unbound) => unbound switch
    {
        IDynamicMemberReferenceOperation { Instance: { } instance } => OfReference(ValueEvidence.WithoutConversions(instance)),
        IInvalidOperation { Syntax: var syntax } => OfReceiver(syntax),
        _ => NameParts.None,
    };

    private NameParts OfReceiver(SyntaxNode syntax)
    {
        var access = (syntax is InvocationExpressionSyntax call ? call.Expression : syntax) as MemberAccessExpressionSyntax;
        var name = access?.Expression switch
        {
            MemberAccessExpressionSyntax inner => inner.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };

        return name is null ? NameParts.None : names.PartsOf(name.Identifier.ValueText);
    }

    /// <summary>The names in a reference: of the variable or member, and of its type.</summary>
    public NameParts OfReference(IOperation operation)
    {
        var name = operation switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            IMemberReferenceOperation member => member.Member.Name,
            IDynamicMemberReferenceOperation dynamic => dynamic.MemberName,
            IInvocationOperation call => call.TargetMethod.Name,
            _ => null,
        };

        var parts = name is null ? NameParts.None : names.PartsOf(name);
        if (operation is IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda })
            parts |= OfTaker(lambda);

        return operation is not IInstanceReferenceOperation && operation.Type is INamedTypeSymbol { SpecialType: SpecialType.None } type
            ? parts | names.PartsOf(type.Name)
            : parts;
    }

    /// <summary>The names of the event or the method that a lambda is given to: they tell what its parameters are about.</summary>
    private NameParts OfTaker(IMethodSymbol lambda)
    {
        if (lambda.DeclaringSyntaxReferences.IsEmpty)
            return NameParts.None;

        ExpressionSyntax? taker = lambda.DeclaringSyntaxReferences[0].GetSyntax().Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => call.Expression,
            _ => null,
        };

        var parts = NameParts.None;
        for (var part = taker; part is not null; part = (part as MemberAccessExpressionSyntax)?.Expression)
        {
            var name = part is MemberAccessExpressionSyntax access ? access.Name : part as SimpleNameSyntax;
            if (name is not null)
                parts |= names.PartsOf(name.Identifier.ValueText) & NameParts.Subject;
        }

        return parts;
    }
}
