using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Catalog;
using ReplayLint.Tests.Verification;

namespace ReplayLint.Tests.Catalog.Effects;

/// <summary>
/// Makes an assembly that has a member, from its documentation id alone: for packages of which the tests have neither the
/// assembly nor a stub. An interface has the name of one, a type with fields is an enumeration, anything else is a class.
/// </summary>
internal static class StubApi
{
    private static readonly ConcurrentDictionary<string, ImmutableArray<MetadataReference>> Known = new(StringComparer.Ordinal);

    /// <summary>The framework, and an assembly with the members; every property and method of them is of the type.</summary>
    public static ImmutableArray<MetadataReference> Of(string type, params string[] ids) => Known.GetOrAdd(type + string.Concat(ids), _ => Compile(type, ids));

    private static ImmutableArray<MetadataReference> Compile(string type, string[] ids)
    {
        var parameters = ids.Where(static id => id[0] == 'M').SelectMany(ParametersOf).Where(static parameter => !parameter.StartsWith("System.", StringComparison.Ordinal) && !parameter.StartsWith("Microsoft.", StringComparison.Ordinal));
        var types = ids.Select(MemberId.ContainingType).Concat(parameters.Select(static parameter => "T:" + parameter)).Distinct();
        var source = string.Concat(types.Select(owner => Declare(owner, type, [.. ids.Where(id => id[0] != 'T' && MemberId.ContainingType(id) == owner)])));
        var compilation = CSharpCompilation.Create("Stub", [CSharpSyntaxTree.ParseText(source)], TestReferences.Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        return result.Success
            ? [.. EffectRunner.ForApis, MetadataReference.CreateFromImage(stream.ToArray())]
            : throw new InvalidOperationException($"{source}\n{result.Diagnostics[0]}");
    }

    private static string Declare(string owner, string type, string[] members)
    {
        var dot = owner.LastIndexOf('.');
        var name = owner[(dot + 1)..];
        var isInterface = name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]);
        if (members.Length > 0 && members.All(static member => member[0] == 'F'))
            return $"namespace {owner[2..dot]} {{ public enum {name} {{ None, {string.Join(", ", members.Select(MemberId.SimpleName))} }} }}\n";

        var declared = members.Select(member => member[0] == 'P'
            ? $"public {type} {MemberId.SimpleName(member)} {{ get; set; }} "
            : $"public {type} {MemberId.SimpleName(member)}({string.Join(", ", ParametersOf(member).Select(static (parameter, i) => $"{parameter} p{i}"))}){(isInterface ? ";" : type == "void" ? " { }" : " => default;")} ");
        return $"namespace {owner[2..dot]} {{ public {(isInterface ? "interface" : "class")} {name} {{ {string.Concat(declared)} }} }}\n";
    }

    /// <summary>The types of the parameters, as C# writes them.</summary>
    private static IEnumerable<string> ParametersOf(string id)
    {
        var open = id.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
            yield break;

        var start = open + 1;
        var depth = 0;
        for (var i = start; i < id.Length; i++)
        {
            depth += id[i] == '{' ? 1 : id[i] == '}' ? -1 : 0;
            if (depth > 0 || id[i] is not (',' or ')'))
                continue;

            yield return id[start..i].Replace('{', '<').Replace('}', '>');
            start = i + 1;
        }
    }
}
