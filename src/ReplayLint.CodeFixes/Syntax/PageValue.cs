using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>The places in code where a value gets its name in a script, or its position.</summary>
internal static class PageValue
{
    /// <summary>
    /// What is written at the span: a member of an anonymous object, an assignment, an entry of a dictionary, a call that adds
    /// one, or an argument.
    /// </summary>
    public static SyntaxNode? Find(SyntaxNode root, TextSpan span) =>
        root.FullSpan.Contains(span)
            ? root.FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<SyntaxNode>(node => node.Span == span && ValueOf(node) is not null)
            : null;

    /// <summary>The value that is written there, or null where none is.</summary>
    public static ExpressionSyntax? ValueOf(SyntaxNode write) => write switch
    {
        AssignmentExpressionSyntax assignment => assignment.Right,
        AnonymousObjectMemberDeclaratorSyntax member => member.Expression,
        InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: { Count: 2 } entry } => entry[1],
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" }, ArgumentList.Arguments: { Count: 2 } added } => added[1].Expression,
        ArgumentSyntax argument => argument.Expression,
        _ => null,
    };

    /// <summary>The name under which the value is written, as code shows it.</summary>
    public static string? NameOf(SyntaxNode write) => write switch
    {
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax access } => access.Name.Identifier.ValueText,
        AssignmentExpressionSyntax { Left: SimpleNameSyntax name } => name.Identifier.ValueText,
        AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList: var keys } } => KeyIn(keys),
        AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { ArgumentList: var keys } } => KeyIn(keys),
        AnonymousObjectMemberDeclaratorSyntax { NameEquals: { } name } => name.Name.Identifier.ValueText,
        AnonymousObjectMemberDeclaratorSyntax { Expression: var value } => StartSyntax.NameOf(value)?.Identifier.ValueText,
        InitializerExpressionSyntax { Expressions: { Count: 2 } entry } => KeyOf(entry[0]),
        InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } added } => KeyOf(added[0].Expression),
        ArgumentSyntax { NameColon: { } name } => name.Name.Identifier.ValueText,
        _ => null,
    };

    private static string? KeyIn(BracketedArgumentListSyntax keys) => keys.Arguments.Count == 1 ? KeyOf(keys.Arguments[0].Expression) : null;

    private static string? KeyOf(ExpressionSyntax key) => (key as LiteralExpressionSyntax)?.Token.ValueText;
}
