using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using ReplayLint.CodeFixes.Syntax;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>How a type is given a service: by its only constructor, or by one that it gets.</summary>
internal sealed class ConsentInjection
{
    private readonly INamedTypeSymbol _type;
    private readonly INamedTypeSymbol _service;
    private readonly TypeDeclarationSyntax _declaration;
    private readonly SyntaxNode? _constructor;
    private readonly string _parameter;

    private ConsentInjection(INamedTypeSymbol type, INamedTypeSymbol service, TypeDeclarationSyntax declaration, SyntaxNode? constructor)
    {
        _type = type;
        _service = service;
        _declaration = declaration;
        _constructor = constructor;
        var name = service.TypeKind == TypeKind.Interface && service.Name.Length > 1 && service.Name[0] == 'I' && char.IsUpper(service.Name[1]) ? service.Name.Substring(1) : service.Name;
        _parameter = IsRecordWithPrimaryConstructor ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);
        Name = IsPrimary || !UnderscoresFields(type) ? _parameter : "_" + _parameter;
    }

    /// <summary>The name by which the type's members mention the service.</summary>
    public string Name { get; }

    private bool IsPrimary => _constructor is TypeDeclarationSyntax;

    private bool IsRecordWithPrimaryConstructor => _constructor is RecordDeclarationSyntax;

    /// <summary>Plans the injection into the type around a place; null for a type that nobody would give the service to.</summary>
    public static async Task<ConsentInjection?> CreateAsync(SyntaxNode place, INamedTypeSymbol type, INamedTypeSymbol service, SemanticModel model, Solution solution, CancellationToken cancellationToken)
    {
        if (type is not { TypeKind: TypeKind.Class, IsStatic: false, IsAbstract: false } || place.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration)
            return null;

        var constructors = type.InstanceConstructors.Where(static constructor => !constructor.IsImplicitlyDeclared).ToList();
        if (constructors.Count > 1 || (constructors.Count == 0 && IsMadeByFramework(type)) || (constructors.Count == 1 && constructors[0].Parameters.IsEmpty && IsMadeByFramework(type)))
            return null;

        var constructor = constructors.Count == 0 ? null : constructors[0].DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        var isSupported = constructor is null or TypeDeclarationSyntax { ParameterList: not null } or ConstructorDeclarationSyntax { Body: not null, Initializer: not { RawKind: (int)SyntaxKind.ThisConstructorInitializer } };
        var holder = constructor?.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? declaration;
        var injection = new ConsentInjection(type, service, holder, constructor);
        return isSupported
            && injection.CanSee(constructors.FirstOrDefault())
            && (injection.IsPrimary || CodeLayout.Of(holder.Members[0]).StartsLine)
            && model.LookupSymbols(place.SpanStart, name: injection.Name).IsEmpty
            && type.GetMembers(injection.Name).IsEmpty
            && (constructors.Count == 0 || constructors[0].Parameters.All(p => p.Name != injection._parameter))
            && !await IsMadeByHandAsync(type, solution, cancellationToken).ConfigureAwait(false)
            ? injection
            : null;
    }

    /// <summary>Adds the parameter, and the field that keeps it, unless this action did so before.</summary>
    public async Task ApplyAsync(SolutionEdit solution, CancellationToken cancellationToken)
    {
        if (!solution.Once((_type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), Name))
            || await solution.EditAsync(_declaration.SyntaxTree, cancellationToken).ConfigureAwait(false) is not { } editor)
        {
            return;
        }

        var typeName = _service.ToMinimalDisplayString(editor.SemanticModel, (_declaration.Members.FirstOrDefault() ?? (SyntaxNode)_declaration).SpanStart);
        var parameter = typeName + " " + _parameter;
        var list = _constructor switch
        {
            TypeDeclarationSyntax primary => primary.ParameterList,
            ConstructorDeclarationSyntax constructor => constructor.ParameterList,
            _ => null,
        };

        if (list is not null)
        {
            var ofLast = CodeLayout.Of(list.Parameters.LastOrDefault() ?? (SyntaxNode)list);
            editor.ReplaceNode(list, (current, _) => InjectionSyntax.AddParameter((ParameterListSyntax)current, parameter, ofLast));
        }

        if (IsPrimary)
            return;

        var assignment = (Name == _parameter ? "this." : "") + $"{Name} = {_parameter}";
        if (_constructor is ConstructorDeclarationSyntax { Body: { } body })
        {
            var ofBody = CodeLayout.Of(body);
            editor.ReplaceNode(body, (current, _) => InjectionSyntax.AddAssignment((BlockSyntax)current, assignment, ofBody));
        }

        // Members stand on lines of their own.
        var layout = CodeLayout.Of(_declaration);
        var indent = CodeLayout.Of(_declaration.Members[0]).Indent;
        var modifier = IsHidden(_service) && !IsHidden(_type) ? "internal" : "public";
        var created = _constructor is null ? $"{modifier} {_declaration.Identifier.ValueText}({parameter})\n{{\n\t{assignment};\n}}" : null;
        editor.ReplaceNode(_declaration, (current, _) => InjectionSyntax.AddMembers((TypeDeclarationSyntax)current, $"private readonly {typeName} {Name};", created, indent, layout));
    }

    /// <summary>Who can call a constructor must be able to name what it takes.</summary>
    private bool CanSee(IMethodSymbol? constructor) =>
        constructor is null
        || constructor.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal
        || IsHidden(_type)
        || !IsHidden(_service);

    private static bool IsHidden(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility != Accessibility.Public)
                return true;
        }

        return false;
    }

    /// <summary>A framework makes the objects of types whose base class it owns and that ask for nothing: applications, activities.</summary>
    private static bool IsMadeByFramework(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (current.DeclaringSyntaxReferences.IsEmpty)
                return current.InstanceConstructors.Where(static c => c.DeclaredAccessibility != Accessibility.Private).All(static c => c.Parameters.IsEmpty);
        }

        return false;
    }

    /// <summary>Whether code of the solution makes objects of the type, or derives from it.</summary>
    private static async Task<bool> IsMadeByHandAsync(INamedTypeSymbol type, Solution solution, CancellationToken cancellationToken)
    {
        if ((await SymbolFinder.FindDerivedClassesAsync(type, solution, transitive: false, cancellationToken: cancellationToken).ConfigureAwait(false)).Any())
            return true;

        foreach (var constructor in type.InstanceConstructors)
        {
            var references = await SymbolFinder.FindReferencesAsync(constructor, solution, cancellationToken).ConfigureAwait(false);
            if (references.Any(static reference => reference.Locations.Any()))
                return true;
        }

        return false;
    }

    private static bool UnderscoresFields(INamedTypeSymbol type)
    {
        var fields = type.GetMembers().OfType<IFieldSymbol>().Where(static field => field is { IsStatic: false, IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Private }).ToList();
        return fields.Count == 0 || fields.Exists(static field => field.Name.StartsWith("_", StringComparison.Ordinal));
    }
}
