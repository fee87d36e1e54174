using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.Consent;

/// <summary>
/// Finds where the project names a member of its own, if all such places are in sight: those of a private member stand in its
/// type, those of an internal one in the project, and nobody else calls into an application.
/// </summary>
internal sealed class Mentions(SemanticModels models)
{
    /// <summary>A name in more files than this is no helper's, and looking into them would cost more than the answer is worth.</summary>
    private const int MaximumTrees = 100;

    /// <summary>Methods that code calls without naming them.</summary>
    private static readonly ImmutableHashSet<string> CalledByPattern = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Add", "Dispose", "DisposeAsync", "GetEnumerator", "GetAsyncEnumerator", "GetAwaiter", "Deconstruct", "MoveNext", "Main");

    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Mention>> _uses = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<Mention>> _inType = new(SymbolEqualityComparer.Default);

    /// <summary>The places that call a method, or read or write a property; empty when there are none, or some may be out of sight.</summary>
    public ImmutableArray<Mention> OfUses(ISymbol member) => _uses.GetOrAdd(member.OriginalDefinition, FindUses);

    /// <summary>The places that name a field or property which only its own type writes; empty when others write it too.</summary>
    public ImmutableArray<Mention> OfPrivateWrites(ISymbol variable) => _inType.GetOrAdd(variable.OriginalDefinition, FindInType);

    public SemanticModel ModelOf(SyntaxTree tree) => models.Of(tree);

    /// <inheritdoc cref="SemanticModels.DeclarationsOf"/>
    public ImmutableArray<SyntaxReference> DeclarationsOf(ISymbol symbol) => models.DeclarationsOf(symbol);

    private ImmutableArray<Mention> FindUses(ISymbol member)
    {
        var targets = new List<ISymbol> { member };
        if (member is not (IMethodSymbol or IPropertySymbol { IsIndexer: false }) || CalledByPattern.Contains(member.Name) || !AddSeenMembers(member, targets))
            return ImmutableArray<Mention>.Empty;

        var mentions = ImmutableArray.CreateBuilder<Mention>();
        foreach (var target in targets)
        {
            if (models.DeclarationsOf(target).IsEmpty || IsCalledByFramework(target) || ScopeOf(target) is not { } scope)
                return ImmutableArray<Mention>.Empty;

            foreach (var root in scope)
                Collect(root, target, mentions);
        }

        return mentions.ToImmutable();
    }

    private ImmutableArray<Mention> FindInType(ISymbol variable)
    {
        var isPrivate = variable switch
        {
            IFieldSymbol field => field.IsReadOnly || field.DeclaredAccessibility == Accessibility.Private,
            IPropertySymbol property => property.SetMethod is null || property.SetMethod.DeclaredAccessibility == Accessibility.Private,
            _ => false,
        };

        var mentions = ImmutableArray.CreateBuilder<Mention>();
        if (isPrivate && !IsCalledByFramework(variable))
        {
            foreach (var declaration in models.DeclarationsOf(variable.ContainingType))
                Collect(declaration.GetSyntax(), variable, mentions);
        }

        return mentions.ToImmutable();
    }

    /// <summary>Adds the members by which callers may reach the method; returns false when one of them is not the project's.</summary>
    private bool AddSeenMembers(ISymbol member, List<ISymbol> targets)
    {
        for (var overridden = OverriddenBy(member); overridden is not null; overridden = OverriddenBy(overridden))
            targets.Add(overridden.OriginalDefinition);

        if (member.ContainingType is { TypeKind: TypeKind.Class or TypeKind.Struct } type)
        {
            foreach (var implemented in type.AllInterfaces)
            {
                foreach (var candidate in implemented.GetMembers())
                {
                    if (candidate.Kind == member.Kind && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(candidate), member))
                        targets.Add(candidate.OriginalDefinition);
                }
            }
        }

        return targets.TrueForAll(target => !models.DeclarationsOf(target).IsEmpty);
    }

    private static ISymbol? OverriddenBy(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    /// <summary>An attribute that is not for the compiler mostly tells a framework to call the method or to write the variable.</summary>
    private static bool IsCalledByFramework(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            var space = attribute.AttributeClass?.ContainingNamespace?.ToDisplayString();
            if (space is not ("ReplayLint" or "System" or "System.Diagnostics" or "System.Diagnostics.CodeAnalysis" or "System.Runtime.CompilerServices" or "System.Runtime.Versioning")
                || attribute.AttributeClass!.Name == "ModuleInitializerAttribute")
                return true;
        }

        return false;
    }

    /// <summary>The code that can name the member, or null when other projects can.</summary>
    private IEnumerable<SyntaxNode>? ScopeOf(ISymbol member)
    {
        var isInternal = models.Compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;
        for (var symbol = member; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol is IMethodSymbol { MethodKind: MethodKind.ExplicitInterfaceImplementation })
                continue;

            if (symbol.DeclaredAccessibility == Accessibility.Private)
                return symbol.ContainingType.DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax());

            isInternal |= symbol.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal;
        }

        if (!isInternal)
            return null;

        var roots = new List<SyntaxNode>();
        foreach (var (tree, _) in models.Names.PlacesOf(SimpleName(member)))
            roots.Add(tree.GetRoot());

        return roots.Count > MaximumTrees ? null : roots;
    }

    private void Collect(SyntaxNode root, ISymbol target, ImmutableArray<Mention>.Builder mentions)
    {
        var name = SimpleName(target);
        foreach (var place in TreeNames.PlacesOf(root.SyntaxTree, name))
        {
            if (!root.FullSpan.Contains(place) || root.FindToken(place).Parent is not SimpleNameSyntax node || IsNameOf(node))
                continue;

            var model = models.Of(root.SyntaxTree);
            var info = model.GetSymbolInfo(node);
            if (Is(info.Symbol, target) || (info.Symbol is null && info.CandidateSymbols.Any(candidate => Is(candidate, target))))
                mentions.Add(new Mention(node, model));
        }
    }

    private static bool Is(ISymbol? symbol, ISymbol target)
    {
        if (symbol is IMethodSymbol { ReducedFrom: { } extension })
            symbol = extension;

        return SymbolEqualityComparer.Default.Equals(symbol?.OriginalDefinition, target);
    }

    private static bool IsNameOf(SyntaxNode node) =>
        node.FirstAncestorOrSelf<ArgumentSyntax>() is { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } };

    private static string SimpleName(ISymbol symbol) => symbol.Name.Substring(symbol.Name.LastIndexOf('.') + 1);
}

/// <summary>A place that names a member.</summary>
internal readonly record struct Mention(SimpleNameSyntax Name, SemanticModel Model)
{
    /// <summary>The name with what it is read from: <c>service.Start</c>.</summary>
    public ExpressionSyntax Expression => Name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == Name => access,
        MemberBindingExpressionSyntax binding => binding,
        _ => Name,
    };

    /// <summary>The call of the method that is named, or null when it is only named.</summary>
    public InvocationExpressionSyntax? Call => Expression.Parent is InvocationExpressionSyntax call && call.Expression == Expression ? call : null;

    /// <summary>Whether the place is in the declaration of the member.</summary>
    public bool IsInside(ISymbol member)
    {
        foreach (var declaration in member.DeclaringSyntaxReferences)
        {
            if (declaration.SyntaxTree == Name.SyntaxTree && declaration.Span.Contains(Name.Span))
                return true;
        }

        return false;
    }
}
