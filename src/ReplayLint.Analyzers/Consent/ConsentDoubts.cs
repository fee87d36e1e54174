using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ReplayLint.Consent;

/// <summary>Says why the state of a place is unknown.</summary>
internal static class ConsentDoubts
{
    /// <summary>What stands in the way of telling whether a place that is reached in this way is behind consent.</summary>
    public static ConsentDoubt At(SyntaxNode place, ImmutableArray<ConsentStep> path, ConsentGuards guards)
    {
        for (var i = path.Length - 1; i >= 0; i--)
        {
            if (path[i] is { Learned: ConsentState.Unknown, Condition: { } condition })
                return About(condition, guards);
        }

        for (var node = place; node is not null and not MemberDeclarationSyntax; node = node.Parent)
        {
            if (node is LocalFunctionStatementSyntax function)
                return new ConsentDoubt(DoubtReason.LocalFunction, function.Identifier.ValueText);

            if (node is AnonymousFunctionExpressionSyntax)
                break;
        }

        return new ConsentDoubt(DoubtReason.StoredDelegate, "");
    }

    private static ConsentDoubt About(IOperation condition, ConsentGuards guards)
    {
        foreach (var part in condition.DescendantsAndSelf())
        {
            var symbol = part switch
            {
                IMemberReferenceOperation member => member.Member,
                IInvocationOperation call => call.TargetMethod,
                IParameterReferenceOperation parameter => parameter.Parameter,
                _ => null,
            };

            if (symbol is not null && guards.IsDoubtful(part))
                return new ConsentDoubt(DoubtReason.UnrecognisedGuard, symbol.Name, symbol.DeclaringSyntaxReferences.IsEmpty ? null : symbol);
        }

        return new ConsentDoubt(DoubtReason.UnrecognisedGuard, condition.Syntax.ToString());
    }
}
