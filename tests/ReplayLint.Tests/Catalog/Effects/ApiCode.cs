using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ReplayLint.Catalog;

namespace ReplayLint.Tests.Catalog.Effects;

/// <summary>Writes C# that uses members of an API, from what their signatures say. What is not given is a parameter of the method.</summary>
internal sealed class ApiCode(ImmutableArray<MetadataReference> references)
{
    private const int MaximumDepth = 5;

    private readonly List<string> _parameters = [];

    /// <summary>Whether what is not given comes from another assembly, so that this code names no type of it.</summary>
    public bool IsIndirect { get; init; }

    /// <summary>What the code is compiled against.</summary>
    public ImmutableArray<MetadataReference> References { get; } = references;

    /// <summary>The type of all objects.</summary>
    public ITypeSymbol ObjectType => EffectRunner.Compile(References).ObjectType;

    /// <summary>The member of a documentation id.</summary>
    public ISymbol Find(string id) => FindOrNull(id) ?? throw new InvalidOperationException($"No assembly of the tests has {id}.");

    /// <summary>The member of a documentation id, or null.</summary>
    public ISymbol? FindOrNull(string id) => DocumentationCommentId.GetFirstSymbolForDeclarationId(id, EffectRunner.Compile(References));

    /// <summary>A class whose method has the statements, beside a guard that is declared, and names that are mentioned.</summary>
    public string Class(IEnumerable<string> mentions, params string[] statements) => $$"""
        class Mentioned { {{string.Concat(mentions.Select(static name => $"object {name}; "))}} }
        class Privacy { [ReplayLint.ConsentGuard] public static bool Answer => System.DateTime.Now.Year > 2000; }
        class Code { {{Method("void Run", statements)}} }
        """;

    /// <summary>A method with the statements, and the parameters that they need.</summary>
    public string Method(string signature, params string[] statements) => $"{signature}({(IsIndirect ? "" : string.Join(", ", _parameters))})\n{{\n    {string.Join("\n    ", statements)}\n}}";

    /// <summary>A parameter of the method that the code is in.</summary>
    public string Parameter(ITypeSymbol type, string? name = null)
    {
        name ??= "a" + _parameters.Count.ToString(CultureInfo.InvariantCulture);
        _parameters.Add($"{Name(type)} {name}");
        return IsIndirect ? "Given." + name : name;
    }

    /// <summary>What the code is compiled against, with the assembly that gives it what it needs.</summary>
    public ImmutableArray<MetadataReference> AllReferences => IsIndirect
        ? References.Add(EffectRunner.Compile(References).AddSyntaxTrees(CSharpSyntaxTree.ParseText($"public static class Given {{ {string.Concat(_parameters.Select(static given => $"public static {given}; "))}}}")).WithAssemblyName("Given").ToMetadataReference())
        : References;

    /// <summary>A call of the method or constructor.</summary>
    /// <param name="method">The method.</param>
    /// <param name="argument">What to pass for a parameter; null for anything.</param>
    /// <param name="options">The type to put in the place of a type parameter.</param>
    public string Call(IMethodSymbol method, Func<IParameterSymbol, string?> argument, ITypeSymbol? options = null)
    {
        var bound = Bind(method, options);
        var arguments = string.Join(", ", bound.Parameters.Select(parameter => $"{Escape(parameter.Name)}: {argument(parameter) ?? Parameter(parameter.Type)}"));
        if (bound.MethodKind == MethodKind.Constructor)
            return $"_ = new {Name(bound.ContainingType)}({arguments});";

        var types = bound.TypeArguments.IsEmpty ? "" : $"<{string.Join(", ", bound.TypeArguments.Select(Name))}>";
        return $"{Receiver(bound)}.{bound.Name}{types}({arguments});";
    }

    /// <summary>The method with types in the place of its type parameters, and of those of its type.</summary>
    public static IMethodSymbol Bind(IMethodSymbol method, ITypeSymbol? options)
    {
        if (method.ContainingType.TypeParameters.Length == 1 && options is not null)
            method = method.ContainingType.Construct(options).GetMembers(method.Name).OfType<IMethodSymbol>().First(other => SymbolEqualityComparer.Default.Equals(other.OriginalDefinition, method));

        return method.TypeParameters.IsEmpty ? method : method.Construct([.. method.TypeParameters.Select(parameter => options ?? parameter.ConstraintTypes.FirstOrDefault() ?? (ITypeSymbol)method.ContainingType)]);
    }

    /// <summary>What stands before the dot of a member.</summary>
    public string Receiver(ISymbol member) => member.IsStatic ? Name(member.ContainingType) : Parameter(member.ContainingType);

    /// <summary>A write of a property.</summary>
    public string Write(IPropertySymbol property, string value) => property.SetMethod is { IsInitOnly: true }
        ? $"_ = new {Name(property.ContainingType)} {{ {property.Name} = {value} }};"
        : $"{Receiver(property)}.{property.Name} = {value};";

    /// <summary>The value of the catalogue as code of that type.</summary>
    public static string Literal(ITypeSymbol type, string value)
    {
        type = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        return type.TypeKind == TypeKind.Enum ? $"{Name(type)}.{value}"
            : type.SpecialType == SpecialType.System_String ? $"\"{value}\""
            : type.SpecialType == SpecialType.System_Single ? value + "f"
            : value;
    }

    /// <summary>A value of the setting that does not protect.</summary>
    public string Unsafe(SettingFact setting)
    {
        var type = ((IPropertySymbol)Find(setting.Id)).Type;
        if (setting.Protects == Protects.Rate)
            return Literal(type, setting.Full!.Value.ToString(CultureInfo.InvariantCulture));

        return setting.Safe.Contains("true") ? "false"
            : setting.Safe.Contains("false") ? "true"
            : Literal(type, type.GetMembers().OfType<IFieldSymbol>().First(field => !setting.Safe.Contains(field.Name) && field.HasConstantValue).Name);
    }

    /// <summary>The options that a parameter takes: its type, or that of the argument of a delegate; null when it takes none that lead to the setting.</summary>
    public ITypeSymbol? OptionsOf(ITypeSymbol parameter, SettingFact setting)
    {
        var options = parameter is INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod.Parameters: [var only, ..] } ? only.Type : parameter;
        return PathTo(options, setting) is null ? null : options;
    }

    /// <summary>The argument with these settings, for a parameter that takes options or a delegate that sets them.</summary>
    public string Options(ITypeSymbol parameter, params (SettingFact Setting, string Value)[] settings)
    {
        if (parameter.TypeKind == TypeKind.Delegate)
        {
            var options = ((INamedTypeSymbol)parameter).DelegateInvokeMethod!.Parameters[0].Type;
            return $"o => {{ {string.Concat(settings.Select(set => $"o.{string.Join(".", PathTo(options, set.Setting)!.Select(static p => p.Name))} = {set.Value}; "))}}}";
        }

        return Create(parameter, [.. settings.Select(set => (PathTo(parameter, set.Setting)!, set.Value))]);
    }

    public static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>The properties that lead from an object of the type to the setting; null when none do.</summary>
    private List<IPropertySymbol>? PathTo(ITypeSymbol type, SettingFact setting)
    {
        var reached = new Queue<(ITypeSymbol Type, List<IPropertySymbol> Path)>([(type, [])]);
        while (reached.TryDequeue(out var current))
        {
            foreach (var property in PropertiesOf(current.Type))
            {
                if (property.OriginalDefinition.GetDocumentationCommentId() == setting.Id)
                    return [.. current.Path, property];

                if (current.Path.Count < MaximumDepth && property.Type is INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } && !SymbolEqualityComparer.Default.Equals(property.Type, current.Type))
                    reached.Enqueue((property.Type, [.. current.Path, property]));
            }
        }

        return null;
    }

    private static IEnumerable<IPropertySymbol> PropertiesOf(ITypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType!)
        {
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>().Where(static p => p is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public }))
                yield return property;
        }
    }

    private static string Create(ITypeSymbol type, (List<IPropertySymbol> Path, string Value)[] settings)
    {
        var arguments = ((INamedTypeSymbol)type).InstanceConstructors.Where(static c => c.DeclaredAccessibility == Accessibility.Public).OrderBy(static c => c.Parameters.Length).First().Parameters;
        var given = arguments.TakeWhile(static parameter => !parameter.IsOptional).Select(static parameter => $"default({Name(parameter.Type)})");
        return $"new {Name(type)}({string.Join(", ", given)}){Initializer(settings)}";
    }

    private static string Initializer((List<IPropertySymbol> Path, string Value)[] settings)
    {
        if (settings.Length == 0)
            return "";

        var members = settings.GroupBy(static set => set.Path[0], SymbolEqualityComparer.Default).Select(static group =>
        {
            var property = (IPropertySymbol)group.Key!;
            var below = group.Where(static set => set.Path.Count > 1).Select(static set => (set.Path.GetRange(1, set.Path.Count - 1), set.Value)).ToArray();
            var value = below.Length == 0 ? group.First().Value : property.SetMethod is null ? Initializer(below) : Create(property.Type, below);
            return $"{property.Name} = {value}";
        });
        return $" {{ {string.Join(", ", members)} }}";
    }

    private static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
