using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>Edits of the place where a setting is written: <c>options.Setting = value</c>, or an argument.</summary>
internal static class SettingWrite
{
    /// <summary>Writes another value; everything around it stays as it is.</summary>
    public static void Replace(DocumentEditor editor, SyntaxNode write, string value, CancellationToken cancellationToken)
    {
        if (PageValue.ValueOf(write) is not { } old || TypeOf(write, editor.SemanticModel, cancellationToken) is not { } type)
            return;

        if (write is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } member && PageValue.NameOf(member) is { } name)
        {
            editor.ReplaceNode(member, SyntaxFactory.AnonymousObjectMemberDeclarator(
                SyntaxFactory.NameEquals(
                    SyntaxFactory.IdentifierName(name),
                    SyntaxFactory.Token(SyntaxFactory.TriviaList(SyntaxFactory.Space), SyntaxKind.EqualsToken, SyntaxFactory.TriviaList(SyntaxFactory.Space))),
                SettingValueSyntax.Create(value)).WithTriviaFrom(member));
            return;
        }

        // The enum is named already, in the way that this file names it.
        var expression = old is MemberAccessExpressionSyntax access && IsEnum(type) && editor.SemanticModel.GetSymbolInfo(access.Expression, cancellationToken).Symbol is ITypeSymbol
            ? access.WithName(SyntaxFactory.IdentifierName(value))
            : SettingValueSyntax.Create(value, type, editor.Generator);

        editor.ReplaceNode(old, (current, _) => expression.WithTriviaFrom(current));
    }

    /// <summary>Whether the value can be written there. In an argument for the page only a constant is sure to be the value of the setting.</summary>
    public static bool CanReplace(SyntaxNode write, string value, SemanticModel model, CancellationToken cancellationToken)
    {
        if (write is ArgumentSyntax argument && PageCall.Of(argument, model, cancellationToken) is not null)
            return model.GetConstantValue(argument.Expression, cancellationToken).HasValue;

        return TypeOf(write, model, cancellationToken) is { } type && (type.SpecialType == SpecialType.None || SettingValueSyntax.Fits(value, type));
    }

    private static ITypeSymbol? TypeOf(SyntaxNode write, SemanticModel model, CancellationToken cancellationToken) => write switch
    {
        AssignmentExpressionSyntax assignment => model.GetTypeInfo(assignment.Left, cancellationToken).Type,
        ArgumentSyntax argument => (model.GetOperation(argument, cancellationToken) as IArgumentOperation)?.Parameter?.Type is { } type and not IArrayTypeSymbol ? type : model.Compilation.ObjectType,
        AnonymousObjectMemberDeclaratorSyntax => model.Compilation.ObjectType,
        _ when PageValue.ValueOf(write) is { } value => model.GetTypeInfo(value, cancellationToken).ConvertedType,
        _ => null,
    };

    /// <summary>Sets another member of the same object, unless the code beside it does.</summary>
    public static void AddSibling(DocumentEditor editor, AssignmentExpressionSyntax assignment, string name, string value, CancellationToken cancellationToken)
    {
        if (editor.SemanticModel.GetSymbolInfo(assignment.Left, cancellationToken).Symbol?.ContainingType.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is not { } property)
            return;

        var expression = SettingValueSyntax.Create(value, property.Type, editor.Generator);
        ExpressionSyntax target = assignment.Left is MemberAccessExpressionSyntax access
            ? access.WithName(SyntaxFactory.IdentifierName(name)).WithoutTrivia()
            : SyntaxFactory.IdentifierName(name);

        if (!Siblings(assignment).Any(sibling => Assigns(sibling, name)))
            AddSibling(editor, assignment, Assign(target, expression));
    }

    /// <summary>Writes an assignment after another: in an initialiser, in a block, or in a body that was one expression.</summary>
    public static void AddSibling(DocumentEditor editor, AssignmentExpressionSyntax assignment, AssignmentExpressionSyntax sibling)
    {
        switch (assignment.Parent)
        {
            case InitializerExpressionSyntax initializer:
                editor.ReplaceNode(initializer, (current, _) => InitializerSyntax.Add((InitializerExpressionSyntax)current, sibling));
                break;

            case ExpressionStatementSyntax { Parent: BlockSyntax } statement:
                editor.InsertAfter(statement, BlockBody.Statement(sibling, Indentation.Of(statement), EndOfLine.Of(editor.OriginalRoot)));
                break;

            case LambdaExpressionSyntax or ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax }:
                var function = assignment.Parent is ArrowExpressionClauseSyntax ? assignment.Parent.Parent! : assignment.Parent;
                var (layout, ofExpression) = (CodeLayout.Of(function), CodeLayout.Of(assignment));
                editor.ReplaceNode(function, (current, _) => BlockBody.With(current, [sibling], layout, ofExpression));
                break;
        }
    }

    /// <summary>Whether an assignment can be written after this one.</summary>
    public static bool CanAddSibling(AssignmentExpressionSyntax assignment) =>
        assignment.Parent is InitializerExpressionSyntax
            or ExpressionStatementSyntax { Parent: BlockSyntax }
            or LambdaExpressionSyntax
            or ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax };

    private static IEnumerable<ExpressionSyntax> Siblings(AssignmentExpressionSyntax assignment) => assignment.Parent switch
    {
        InitializerExpressionSyntax initializer => initializer.Expressions,
        ExpressionStatementSyntax { Parent: BlockSyntax block } => block.DescendantNodes().OfType<AssignmentExpressionSyntax>(),
        _ => [],
    };

    /// <summary>Makes an assignment that needs no formatting.</summary>
    public static AssignmentExpressionSyntax Assign(ExpressionSyntax target, ExpressionSyntax value) =>
        SyntaxFactory.AssignmentExpression(
            SyntaxKind.SimpleAssignmentExpression,
            target,
            SyntaxFactory.Token(SyntaxFactory.TriviaList(SyntaxFactory.Space), SyntaxKind.EqualsToken, SyntaxFactory.TriviaList(SyntaxFactory.Space)),
            value);

    private static bool Assigns(ExpressionSyntax expression, string name) =>
        expression is AssignmentExpressionSyntax assignment
        && (assignment.Left is MemberAccessExpressionSyntax access ? access.Name : assignment.Left) is SimpleNameSyntax { Identifier.ValueText: var left }
        && left == name;

    private static bool IsEnum(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: { Length: 1 } arguments } && arguments[0].TypeKind == TypeKind.Enum;
}
