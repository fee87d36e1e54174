using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>Edits of the place where a recorder's options are made, whatever form it has.</summary>
internal static class OptionsSite
{
    /// <summary>The creation, <c>with</c> expression, lambda, method or local function at the span.</summary>
    public static SyntaxNode? Find(SyntaxNode root, Microsoft.CodeAnalysis.Text.TextSpan span)
    {
        for (var node = root.FindNode(span, getInnermostNodeForTie: true); node is not null; node = node.Parent)
        {
            if (node is BaseObjectCreationExpressionSyntax or WithExpressionSyntax or LambdaExpressionSyntax or BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax)
                return node;
        }

        return null;
    }

    /// <summary>Whether every one of the options can be written at the site.</summary>
    public static bool CanAdd(SyntaxNode site, ImmutableArray<(string Path, string Value)> options, SemanticModel model, CancellationToken cancellationToken)
    {
        if (OptionsTypeOf(site, model, cancellationToken) is not { } type || (site is not ExpressionSyntax and not null && ParameterOf(site) is null))
            return false;

        foreach (var (path, _) in options)
        {
            if (PropertyAt(type, path) is null)
                return false;
        }

        return true;
    }

    /// <summary>Writes the options at the site, in the way in which the code there writes options already.</summary>
    public static void Add(DocumentEditor editor, SyntaxNode site, ImmutableArray<(string Path, string Value)> options, CancellationToken cancellationToken)
    {
        if (OptionsTypeOf(site, editor.SemanticModel, cancellationToken) is not { } type)
            return;

        switch (site)
        {
            case BaseObjectCreationExpressionSyntax creation:
                editor.ReplaceNode(creation, (current, _) => current is BaseObjectCreationExpressionSyntax now ? AddToCreation(editor, creation, now, type, options, cancellationToken) : current);
                break;

            case WithExpressionSyntax with:
                editor.ReplaceNode(with, (current, _) => current is WithExpressionSyntax now ? now.WithInitializer(AddToInitializer(editor, with.Initializer, now.Initializer, type, options, cancellationToken)) : current);
                break;

            default:
                AddToBody(editor, site, type, options);
                break;
        }
    }

    private static ITypeSymbol? OptionsTypeOf(SyntaxNode site, SemanticModel model, CancellationToken cancellationToken) => site switch
    {
        LambdaExpressionSyntax or AnonymousMethodExpressionSyntax => (model.GetSymbolInfo(site, cancellationToken).Symbol as IMethodSymbol)?.Parameters.FirstOrDefault()?.Type,
        ExpressionSyntax expression => model.GetTypeInfo(expression, cancellationToken).Type,
        _ => (model.GetDeclaredSymbol(site, cancellationToken) as IMethodSymbol)?.Parameters.FirstOrDefault()?.Type,
    };

    /// <param name="editor">The editor of the file.</param>
    /// <param name="original">The creation as it stands in the file, of which the meaning is known; null for one that an edit made.</param>
    /// <param name="creation">The creation with what other edits made of it, which must not get lost.</param>
    private static BaseObjectCreationExpressionSyntax AddToCreation(
        DocumentEditor editor,
        BaseObjectCreationExpressionSyntax? original,
        BaseObjectCreationExpressionSyntax creation,
        ITypeSymbol type,
        IEnumerable<(string Path, string Value)> options,
        CancellationToken cancellationToken)
    {
        // Arguments where arguments are used and the constructor has one for every option; members otherwise.
        var groups = options.GroupBy(static option => First(option.Path)).ToList();
        if (creation.Initializer is null
            && creation.ArgumentList is { Arguments.Count: > 0 } arguments
            && original is not null
            && editor.SemanticModel.GetSymbolInfo(original, cancellationToken).Symbol is IMethodSymbol constructor
            && groups.TrueForAll(group => Parameter(constructor, group.Key) is not null))
        {
            foreach (var group in groups)
            {
                var parameter = Parameter(constructor, group.Key)!;
                var given = ArgumentFor(arguments, parameter);
                var value = Value(editor, ArgumentFor(original.ArgumentList, parameter)?.Expression, given?.Expression, parameter.Type, group, cancellationToken);
                arguments = given is not null
                    ? arguments.ReplaceNode(given, given.WithExpression(value.WithTriviaFrom(given.Expression)))
                    : arguments.WithArguments(InitializerSyntax.Add(arguments.Arguments, SyntaxFactory.Argument(SyntaxFactory.NameColon(parameter.Name).WithTrailingTrivia(SyntaxFactory.Space), default, value)));
            }

            return creation.WithArgumentList(arguments);
        }

        if (creation.Initializer is { } initializer)
            return creation.WithInitializer(AddToInitializer(editor, original?.Initializer, initializer, type, options, cancellationToken));

        var members = groups.Select(group => Assignment(editor, group.Key, null, null, type, group, cancellationToken));
        var created = SyntaxFactory.InitializerExpression(SyntaxKind.ObjectInitializerExpression, SyntaxFactory.SeparatedList<ExpressionSyntax>(members));

        // "new Options()" needs no parentheses once it has an initialiser; "new()" keeps them.
        return creation is ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0 } plain
            ? plain.WithType(plain.Type.WithTrailingTrivia(SyntaxFactory.Space)).WithArgumentList(null).WithInitializer(created).WithTrailingTrivia(plain.GetTrailingTrivia()).WithAdditionalAnnotations(Formatter.Annotation)
            : creation.WithInitializer(created).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static InitializerExpressionSyntax AddToInitializer(
        DocumentEditor editor,
        InitializerExpressionSyntax? original,
        InitializerExpressionSyntax initializer,
        ITypeSymbol type,
        IEnumerable<(string Path, string Value)> options,
        CancellationToken cancellationToken)
    {
        var result = initializer;
        foreach (var group in options.GroupBy(static option => First(option.Path)))
        {
            var given = MemberOf(result, group.Key);
            var assignment = Assignment(editor, group.Key, MemberOf(original, group.Key)?.Right, given?.Right, type, group, cancellationToken);
            result = given is not null
                ? result.ReplaceNode(given, given.WithRight(assignment.Right.WithTriviaFrom(given.Right)))
                : InitializerSyntax.Add(result, assignment);
        }

        return result;
    }

    private static AssignmentExpressionSyntax Assignment(
        DocumentEditor editor,
        string name,
        ExpressionSyntax? original,
        ExpressionSyntax? given,
        ITypeSymbol type,
        IEnumerable<(string Path, string Value)> options,
        CancellationToken cancellationToken) =>
        SettingWrite.Assign(SyntaxFactory.IdentifierName(name), Value(editor, original, given, PropertyAt(type, name)!.Type, options, cancellationToken))
            .WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>The value of one member: the value itself, or the nested options object with more options in it.</summary>
    private static ExpressionSyntax Value(DocumentEditor editor, ExpressionSyntax? original, ExpressionSyntax? given, ITypeSymbol type, IEnumerable<(string Path, string Value)> options, CancellationToken cancellationToken)
    {
        var list = options.ToList();
        if (list.Count == 1 && list[0].Path.IndexOf('.') < 0)
            return SettingValueSyntax.Create(list[0].Value, type, editor.Generator);

        var nested = list.ConvertAll(static option => (Rest(option.Path), option.Value));
        if (given is BaseObjectCreationExpressionSyntax creation)
            return AddToCreation(editor, original as BaseObjectCreationExpressionSyntax, creation, type, nested, cancellationToken);

        var members = nested.GroupBy(static option => First(option.Item1)).Select(group => Assignment(editor, group.Key, null, null, type, group, cancellationToken));
        return SyntaxFactory.ObjectCreationExpression(
                (TypeSyntax)editor.Generator.TypeExpression(type).WithAdditionalAnnotations(Simplifier.Annotation),
                argumentList: null,
                SyntaxFactory.InitializerExpression(SyntaxKind.ObjectInitializerExpression, SyntaxFactory.SeparatedList<ExpressionSyntax>(members)))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>Adds statements at the end of a configure lambda or method; an expression body becomes a block.</summary>
    private static void AddToBody(DocumentEditor editor, SyntaxNode site, ITypeSymbol type, ImmutableArray<(string Path, string Value)> options)
    {
        var parameter = ParameterOf(site)!;
        var endOfLine = EndOfLine.Of(editor.OriginalRoot);
        var writes = options.Select(option => (ExpressionSyntax)SettingWrite.Assign(
            SyntaxFactory.ParseExpression(parameter + "." + option.Path),
            SettingValueSyntax.Create(option.Value, PropertyAt(type, option.Path)!.Type, editor.Generator)));

        var block = BlockBody.Of(site);
        if (BlockBody.ExpressionOf(site) is { } expression)
        {
            var (layout, ofExpression) = (CodeLayout.Of(site), CodeLayout.Of(expression));
            editor.ReplaceNode(site, (current, _) => BlockBody.With(current, writes, layout, ofExpression));
        }
        else if (block?.Statements.LastOrDefault() is { } last)
        {
            editor.ReplaceNode(block, (current, _) => ((BlockSyntax)current).AddStatements([.. writes.Select(write => BlockBody.Statement(write, Indentation.Of(last), endOfLine))]));
        }
        else if (block is not null)
        {
            editor.ReplaceNode(block, (current, _) => ((BlockSyntax)current).AddStatements([.. writes.Select(write => BlockBody.Statement(write, SyntaxTriviaList.Empty, endOfLine))]).WithAdditionalAnnotations(Formatter.Annotation));
        }
    }

    private static string? ParameterOf(SyntaxNode site) => site switch
    {
        SimpleLambdaExpressionSyntax lambda => lambda.Parameter.Identifier.ValueText,
        ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.Parameters.FirstOrDefault()?.Identifier.ValueText,
        BaseMethodDeclarationSyntax method => method.ParameterList.Parameters.FirstOrDefault()?.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.ParameterList.Parameters.FirstOrDefault()?.Identifier.ValueText,
        _ => null,
    };

    private static IPropertySymbol? PropertyAt(ITypeSymbol type, string path)
    {
        IPropertySymbol? property = null;
        foreach (var name in path.Split('.'))
        {
            property = null;
            for (var current = type; current is not null && property is null; current = current.BaseType)
                property = current.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault();

            if (property is null)
                return null;

            type = property.Type;
        }

        return property;
    }

    private static AssignmentExpressionSyntax? MemberOf(InitializerExpressionSyntax? initializer, string name) =>
        initializer?.Expressions.OfType<AssignmentExpressionSyntax>().FirstOrDefault(assignment => assignment.Left is IdentifierNameSyntax left && left.Identifier.ValueText == name);

    private static ArgumentSyntax? ArgumentFor(ArgumentListSyntax? arguments, IParameterSymbol parameter) =>
        arguments?.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter.Name)
        ?? arguments?.Arguments.Where((argument, i) => argument.NameColon is null && i == parameter.Ordinal).FirstOrDefault();

    private static IParameterSymbol? Parameter(IMethodSymbol method, string name) =>
        method.Parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase));

    private static string First(string path) => path.IndexOf('.') is var dot && dot < 0 ? path : path.Substring(0, dot);

    private static string Rest(string path) => path.Substring(path.IndexOf('.') + 1);
}
