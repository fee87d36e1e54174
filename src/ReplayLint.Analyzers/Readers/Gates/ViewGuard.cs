using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.Readers.Gates;

/// <summary>A condition that means consent, and what its names stand for, so that another view can ask it too.</summary>
/// <param name="Condition">The condition; a name that <paramref name="Names"/> holds carries an annotation of this kind, with the key as its data.</param>
/// <param name="Names">What the names at the beginning of each expression are.</param>
internal sealed record ViewGuard(ExpressionSyntax Condition, ImmutableDictionary<string, GuardName> Names)
{
    public const string Annotation = "replaylint-guard-name";

    /// <summary>A condition that asks a service which has to be injected: <c>Consent.HasConsent</c>.</summary>
    /// <param name="service">The service.</param>
    /// <param name="name">The name for it.</param>
    /// <param name="ask">Gives the condition, from the name.</param>
    public static ViewGuard OfService(INamedTypeSymbol service, string name, Func<string, string> ask)
    {
        var condition = SyntaxFactory.ParseExpression(ask(name));
        var receiver = condition.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().First();
        return new ViewGuard(
            condition.ReplaceNode(receiver, receiver.WithAdditionalAnnotations(new SyntaxAnnotation(Annotation, name))),
            ImmutableDictionary<string, GuardName>.Empty.Add(name, new GuardName(GuardNameKind.Service, service, name)));
    }

    /// <summary>A condition whose names mean the same in every view.</summary>
    public static ViewGuard Of(string condition) => new(SyntaxFactory.ParseExpression(condition), ImmutableDictionary<string, GuardName>.Empty);
}

/// <summary>A name at the beginning of an expression in a condition.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Symbol">For a service and a type the type; for a member the member.</param>
/// <param name="Name">The name.</param>
internal sealed record GuardName(GuardNameKind Kind, ISymbol Symbol, string Name);

/// <summary>What a name at the beginning of an expression is.</summary>
internal enum GuardNameKind
{
    /// <summary>A service that the view is given by <c>@inject</c>.</summary>
    Service,

    /// <summary>A type.</summary>
    Type,

    /// <summary>A member that the view has by itself.</summary>
    Member,
}
