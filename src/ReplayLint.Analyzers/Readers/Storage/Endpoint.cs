using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.Readers.CSharp;

namespace ReplayLint.Readers.Storage;

/// <summary>Tells by its form what a page can send something to: an endpoint, an action of a controller, a method of a hub, a method that scripts call.</summary>
internal static class Endpoint
{
    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal) { "HttpPost", "HttpPut", "HttpPatch", "JSInvokable" };

    /// <summary>Whether the call maps an endpoint that takes something in.</summary>
    public static bool IsMapped(InvocationExpressionSyntax call) => CallName.Of(call) is "MapPost" or "MapPut" or "MapPatch" && call.ArgumentList.Arguments.Count >= 2;

    /// <summary>Whether the method is called by a page.</summary>
    public static bool IsCalledFromOutside(MethodDeclarationSyntax method) =>
        method.AttributeLists.Any(static list => list.Attributes.Any(static attribute => Attributes.Contains(SimpleName(attribute.Name))))
        || (method.Parent is ClassDeclarationSyntax { BaseList.Types: var bases } && bases.Any(static type => SimpleName(type.Type) == "Hub"));

    /// <summary>Where the call is named, as a finding points at it.</summary>
    public static Location NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.GetLocation(),
        var expression => expression.GetLocation(),
    };

    /// <summary>Whether a node declares a method or local function of this name.</summary>
    public static bool Declares(SyntaxNode node, string name) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText == name,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText == name,
        _ => false,
    };

    private static string SimpleName(TypeSyntax type)
    {
        var name = type switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
    }
}
