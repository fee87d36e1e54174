using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>What code at a place may use of the symbols that its names stand for.</summary>
internal sealed class CodeScope
{
    private readonly SyntaxNode _place;
    private readonly INamedTypeSymbol? _type;
    private readonly SyntaxNode? _member;
    private readonly SyntaxNode? _closed;
    private readonly SyntaxNode? _localFunction;
    private readonly bool _isInFunction;
    private readonly bool _isStatic;

    public CodeScope(SyntaxNode place, SemanticModel model, CancellationToken cancellationToken)
    {
        _place = place;
        var enclosing = model.GetEnclosingSymbol(place.SpanStart, cancellationToken);
        _type = enclosing as INamedTypeSymbol ?? enclosing?.ContainingType;
        HasThis = true;
        for (var node = place; node is not (null or BaseTypeDeclarationSyntax or CompilationUnitSyntax) && _member is null; node = node.Parent)
        {
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax function:
                    _isInFunction = true;
                    _closed ??= function.Modifiers.Any(SyntaxKind.StaticKeyword) ? function : null;
                    break;

                case LocalFunctionStatementSyntax function:
                    _isInFunction = true;
                    _localFunction ??= function;
                    _closed ??= function.Modifiers.Any(SyntaxKind.StaticKeyword) ? function : null;
                    break;

                case ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax:
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } }:
                    HasThis = false;
                    break;

                case MemberDeclarationSyntax member:
                    _member = member;
                    _isStatic = member is GlobalStatementSyntax || member.Modifiers.Any(SyntaxKind.StaticKeyword);
                    break;
            }
        }

        // A lambda in a struct cannot capture "this".
        HasThis &= !_isStatic && _closed is null && !(_isInFunction && _type?.TypeKind == TypeKind.Struct);
    }

    /// <summary>Whether the code is part of an object, whose members it can use.</summary>
    public bool HasThis { get; }

    /// <summary>The type around the place.</summary>
    public INamedTypeSymbol? Type => _type;

    /// <summary>Whether the symbol, which a look-up found at the place, has a value there.</summary>
    public bool CanUse(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => CanUse(local),
        IParameterSymbol parameter => CanUse(parameter),
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } function => !IsBeingDeclared(function) && (function.IsStatic || _closed is null || IsDeclaredIn(function, _closed)),
        IFieldSymbol or IPropertySymbol or IMethodSymbol => !IsBeingDeclared(symbol) && (symbol.IsStatic || (HasThis && IsOurs(symbol.ContainingType))),
        _ => false,
    };

    /// <summary>A local that has got its value before; what a local function captures, nobody can tell.</summary>
    private bool CanUse(ILocalSymbol local) =>
        local is { IsConst: false, IsRef: false }
        && DeclarationOf(local) is VariableDeclaratorSyntax { Initializer: not null, Parent.Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } } declaration
        && declaration.Span.End <= _place.SpanStart
        && (_closed is null || _closed.Span.Contains(declaration.Span))
        && (_localFunction is null || _localFunction.Span.Contains(declaration.Span));

    private bool CanUse(IParameterSymbol parameter)
    {
        if (parameter.RefKind == RefKind.Out)
            return false;

        if (DeclarationOf(parameter)?.Parent?.Parent is TypeDeclarationSyntax)
            return !_isStatic && _closed is null && SymbolEqualityComparer.Default.Equals(parameter.ContainingType, _type) && !(_isInFunction && _type?.TypeKind == TypeKind.Struct);

        return (_closed is null || IsDeclaredIn(parameter, _closed)) && (parameter.RefKind == RefKind.None || !_isInFunction);
    }

    private bool IsOurs(INamedTypeSymbol type)
    {
        for (var current = _type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, type.OriginalDefinition))
                return true;
        }

        return false;
    }

    /// <summary>A guard that asks itself never answers.</summary>
    private bool IsBeingDeclared(ISymbol symbol) => DeclarationOf(symbol) is { } declaration && declaration.SyntaxTree == _place.SyntaxTree && declaration.Span.Contains(_place.Span);

    private static bool IsDeclaredIn(ISymbol symbol, SyntaxNode node) => DeclarationOf(symbol) is { } declaration && node.Span.Contains(declaration.Span);

    private static SyntaxNode? DeclarationOf(ISymbol symbol) => symbol.DeclaringSyntaxReferences.IsEmpty ? null : symbol.DeclaringSyntaxReferences[0].GetSyntax();
}
