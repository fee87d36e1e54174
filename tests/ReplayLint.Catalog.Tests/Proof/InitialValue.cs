using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog.Tests.Code;

namespace ReplayLint.Catalog.Tests.Proof;

/// <summary>Reads what a property holds in a new object out of the constructors of its type.</summary>
internal static class InitialValue
{
    private const byte LoadThis = 0x02;
    private const byte LoadMinusOne = 0x15;
    private const byte LoadZero = 0x16;
    private const byte LoadEight = 0x1E;
    private const byte StoreField = 0x7D;

    /// <summary>The value as the catalogue writes it, or null when the constructors do not say.</summary>
    public static string? Read(string assembly, IPropertySymbol property)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        var metadata = image.GetMetadataReader();
        var type = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).FirstOrDefault(type => FullName(metadata, type) == FullName(property.ContainingType));
        var field = type.GetFields().FirstOrDefault(field => metadata.GetString(metadata.GetFieldDefinition(field).Name) == $"<{property.Name}>k__BackingField");
        if (field.IsNil)
            return null;

        // What no constructor writes has the type's own default.
        var isValue = property.Type.IsValueType && property.Type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T;
        var initial = !isValue ? "null" : property.Type.SpecialType == SpecialType.System_Boolean ? "false" : "0";
        foreach (var method in type.GetMethods().Select(metadata.GetMethodDefinition).Where(method => metadata.GetString(method.Name) == ".ctor" && method.RelativeVirtualAddress != 0))
        {
            var code = image.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!;
            if (FindStore(code, MetadataTokens.GetToken(field)) is { } store)
                return ReadConstant(code, store, property.Type.SpecialType == SpecialType.System_Boolean);
        }

        return initial;
    }

    private static int? FindStore(byte[] code, int token)
    {
        for (var i = 2; i + 5 <= code.Length; i++)
        {
            if (code[i] == StoreField && BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(i + 1)) == token)
                return i;
        }

        return null;
    }

    /// <summary>Only a small number or truth right before it: anything else is computed.</summary>
    private static string? ReadConstant(byte[] code, int store, bool isTruth)
    {
        var load = code[store - 1];
        if (code[store - 2] != LoadThis || load is < LoadMinusOne or > LoadEight)
            return null;

        return isTruth ? (load == LoadZero ? "false" : "true") : NodeText.Number(load - LoadZero);
    }

    private static string FullName(MetadataReader metadata, TypeDefinition type)
    {
        var name = metadata.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? FullName(metadata, metadata.GetTypeDefinition(outer)) + "." + name
            : metadata.GetString(type.Namespace) + "." + name;
    }

    private static string FullName(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? FullName(outer) + "." + type.MetadataName : type.ContainingNamespace.ToDisplayString() + "." + type.MetadataName;
}
