using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>Writes the attribute that suppresses a finding and says why.</summary>
internal static class SuppressMessageSyntax
{
    /// <summary>
    /// What stands where only a human can say why: the placeholder that IDEs write. It does not count as a reason, so the
    /// finding stays until someone replaces it.
    /// </summary>
    public const string Placeholder = "<Pending>";

    private const string Namespace = "System.Diagnostics.CodeAnalysis";
    private const string Name = "SuppressMessage";
    private const string JustificationName = "Justification";

    /// <summary>What to write before the attribute's name at a place, or null when the project does not have it.</summary>
    public static string? PrefixOf(SemanticModel model, int position) => AnnotationName.PrefixOf(Namespace, Name + "Attribute", model, position);

    /// <summary>The attribute for a rule, without brackets.</summary>
    public static string Write(string prefix, DiagnosticDescriptor rule, string? justification) =>
        $"{prefix}{Name}({Quote(rule.Category)}, {Quote($"{rule.Id}:{rule.Title}")}, {JustificationName} = {Quote(string.IsNullOrWhiteSpace(justification) ? Placeholder : justification!)})";

    /// <summary>Whether the attribute has a place for the reason, whatever stands there.</summary>
    public static bool HasJustification(AttributeSyntax attribute) => FindArgument(attribute, JustificationName) is not null;

    /// <summary>The argument that sets a property of the attribute, or null.</summary>
    public static AttributeArgumentSyntax? FindArgument(AttributeSyntax attribute, string property) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property);

    /// <summary>The attribute with a place for the reason after its other arguments.</summary>
    public static AttributeSyntax AddJustification(AttributeSyntax attribute)
    {
        var list = attribute.ArgumentList!;
        var last = list.Arguments[list.Arguments.Count - 1];
        var added = SyntaxFactory.ParseAttributeArgumentList($"({JustificationName} = {Quote(Placeholder)})")!.Arguments[0]
            .WithLeadingTrivia(SyntaxFactory.Space)
            .WithTrailingTrivia(last.GetTrailingTrivia());
        var arguments = list.Arguments.Replace(last, last.WithoutTrailingTrivia()).Add(added);
        return attribute.WithArgumentList(list.WithArguments(arguments));
    }

    /// <summary>The attribute for something else.</summary>
    public static AttributeSyntax WithTarget(AttributeSyntax attribute, string scope, string target)
    {
        var changed = attribute.ReplaceNode(FindArgument(attribute, "Scope")!.Expression, Literal(FindArgument(attribute, "Scope")!.Expression, scope));
        return changed.ReplaceNode(FindArgument(changed, "Target")!.Expression, Literal(FindArgument(changed, "Target")!.Expression, target));
    }

    /// <summary>A list like the given one that holds only this attribute, on a line of its own.</summary>
    public static AttributeListSyntax OnItsOwn(AttributeListSyntax list, AttributeSyntax attribute, CodeLayout layout) =>
        list.WithAttributes(SyntaxFactory.SingletonSeparatedList(attribute))
            .WithLeadingTrivia(CodeLayout.White(layout.Indent))
            .WithTrailingTrivia(layout.EndOfLine);

    private static ExpressionSyntax Literal(ExpressionSyntax replaced, string text) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text)).WithTriviaFrom(replaced);

    private static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
