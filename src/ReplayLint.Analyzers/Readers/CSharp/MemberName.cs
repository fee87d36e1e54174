using Microsoft.CodeAnalysis;

namespace ReplayLint.Readers.CSharp;

/// <summary>A member as messages name it.</summary>
internal static class MemberName
{
    /// <summary><c>Type.Member</c>, without namespaces; an extension is named by what it extends.</summary>
    public static string Of(ISymbol member)
    {
        var type = member is IMethodSymbol { IsExtensionMethod: true, Parameters: { IsEmpty: false } parameters } ? parameters[0].Type : member.ContainingType;
        var name = member is IPropertySymbol { IsIndexer: true } ? "this[]" : member.Name.Substring(member.Name.LastIndexOf('.') + 1);
        return type is null ? name : type.Name + "." + name;
    }
}
