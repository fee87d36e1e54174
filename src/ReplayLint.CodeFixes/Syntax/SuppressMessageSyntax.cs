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

    private static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
