using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.Readers.Markup;

/// <summary>Finds the calls by which views and ordinary C# include views.</summary>
internal sealed class InclusionReader(SemanticModels models)
{
    private const string PartialTagHelper = "__Microsoft_AspNetCore_Mvc_TagHelpers_PartialTagHelper";
    private const string ComponentTagHelper = "ViewComponentTagHelper";
    private const string GeneratedPrefix = "__Generated__";

    private static readonly (string Method, InclusionKind Kind)[] Methods =
    [
        ("Partial", InclusionKind.Partial),
        ("PartialAsync", InclusionKind.Partial),
        ("RenderPartial", InclusionKind.Partial),
        ("RenderPartialAsync", InclusionKind.Partial),
        ("PartialView", InclusionKind.Partial),
        ("InvokeAsync", InclusionKind.ViewComponent),
        ("ViewComponent", InclusionKind.ViewComponent),
        ("RenderSection", InclusionKind.Section),
        ("RenderSectionAsync", InclusionKind.Section),
    ];

    /// <summary>Every place of the compilation that includes a view.</summary>
    public ImmutableArray<ViewInclusion> ReadAll()
    {
        var found = ImmutableArray.CreateBuilder<ViewInclusion>();
        foreach (var tree in models.Compilation.SyntaxTrees)
        {
            var view = GeneratedView.Of(tree);
            foreach (var (method, kind) in Methods)
            {
                foreach (var call in CallsOf(tree, method))
                    Add(call, kind, view, found);
            }

            if (view is null)
                continue;

            foreach (var call in CallsOf(tree, "OpenComponent"))
                AddComponent(call, view, found);

            foreach (var call in CallsOf(tree, "CreateTagHelper"))
                AddTagHelper(call, view, found);

            foreach (var position in TreeNames.PlacesOf(tree, PartialTagHelper))
                AddPartialTag(tree.GetRoot().FindToken(position), view, found);
        }

        return found.ToImmutable();
    }

    /// <summary>The calls of methods by this name in a file.</summary>
    public static IEnumerable<InvocationExpressionSyntax> CallsOf(SyntaxTree tree, string method)
    {
        foreach (var position in TreeNames.PlacesOf(tree, method))
        {
            var name = tree.GetRoot().FindToken(position).Parent;
            var called = name?.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
            if (called?.Parent is InvocationExpressionSyntax call && call.Expression == called)
                yield return call;
        }
    }

    /// <summary>The name under which a view component is invoked.</summary>
    public static string NameOf(ITypeSymbol component)
    {
        foreach (var attribute in component.GetAttributes())
        {
            if (attribute.AttributeClass?.Name != "ViewComponentAttribute")
                continue;

            foreach (var argument in attribute.NamedArguments)
            {
                if (argument is { Key: "Name", Value.Value: string name })
                    return name;
            }
        }

        return WithoutSuffix(component.Name);
    }

    private static string WithoutSuffix(string name) =>
        name.EndsWith("ViewComponent", StringComparison.Ordinal) ? name.Substring(0, name.Length - "ViewComponent".Length) : name;

    private void Add(InvocationExpressionSyntax call, InclusionKind kind, GeneratedView? view, ImmutableArray<ViewInclusion>.Builder found)
    {
        if (kind == InclusionKind.ViewComponent && !InvokesComponent(call))
            return;

        // The tag helper of a view component is a class inside the view, and its use elsewhere.
        if (call.FirstAncestorOrSelf<ClassDeclarationSyntax>() is { } type && type.Identifier.ValueText.StartsWith(GeneratedPrefix, StringComparison.Ordinal))
            return;

        var model = models.Of(call.SyntaxTree);
        var target = call.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax generic } ? generic.TypeArgumentList.Arguments[0] : call.ArgumentList.Arguments.FirstOrDefault()?.Expression;
        if (target is null)
            return;

        var name = target switch
        {
            TypeOfExpressionSyntax type0 => model.GetTypeInfo(type0.Type).Type is { } component ? NameOf(component) : null,
            TypeSyntax type1 when kind == InclusionKind.ViewComponent && model.GetTypeInfo(type1).Type is { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } component && call.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax } => NameOf(component),
            _ => model.GetConstantValue(target) is { HasValue: true, Value: string text } ? text : null,
        };

        found.Add(new ViewInclusion(kind, kind == InclusionKind.ViewComponent && name is not null ? name.Substring(name.LastIndexOf('.') + 1) : name, call, view));
    }

    /// <summary>Much is invoked; only a helper of view components invokes one, and only a controller returns one.</summary>
    private bool InvokesComponent(InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "InvokeAsync" } access => models.Of(call.SyntaxTree).GetTypeInfo(access.Expression).Type?.Name.Contains("ViewComponentHelper") == true,
            MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax } => false,
            _ => (call.Expression as SimpleNameSyntax)?.Identifier.ValueText != "InvokeAsync",
        };

    private void AddComponent(InvocationExpressionSyntax call, GeneratedView view, ImmutableArray<ViewInclusion>.Builder found)
    {
        if (ComponentOpenedBy(call) is not { } type)
            return;

        foreach (var declaration in models.DeclarationsOf(type.OriginalDefinition))
        {
            if (GeneratedView.Of(declaration.SyntaxTree) is { } component)
                found.Add(new ViewInclusion(InclusionKind.Component, component.Path, call, view));
        }
    }

    /// <summary>The component that a call opens, or null.</summary>
    public ITypeSymbol? ComponentOpenedBy(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } types } }
            ? models.Of(call.SyntaxTree).GetTypeInfo(types[0]).Type
            : null;

    private static void AddTagHelper(InvocationExpressionSyntax call, GeneratedView view, ImmutableArray<ViewInclusion>.Builder found)
    {
        var type = call.Expression is GenericNameSyntax { TypeArgumentList.Arguments: { Count: 1 } types } ? (types[0] as QualifiedNameSyntax)?.Right.Identifier.ValueText : null;
        if (type is null || !type.StartsWith(GeneratedPrefix, StringComparison.Ordinal) || !type.EndsWith(ComponentTagHelper, StringComparison.Ordinal))
            return;

        var name = type.Substring(GeneratedPrefix.Length, type.Length - GeneratedPrefix.Length - ComponentTagHelper.Length);
        found.Add(new ViewInclusion(InclusionKind.ViewComponent, name, call, view));
    }

    /// <summary>The name of a partial tag: a text that a field of the view holds, or an expression.</summary>
    private void AddPartialTag(SyntaxToken token, GeneratedView view, ImmutableArray<ViewInclusion>.Builder found)
    {
        if (token.Parent?.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Name", Parent: AssignmentExpressionSyntax assignment } target || assignment.Left != target)
            return;

        found.Add(new ViewInclusion(InclusionKind.Partial, ConstantOf(assignment.Right) ?? FieldOf(assignment.Right, view) ?? WrittenBefore(assignment), assignment, view));
    }

    private string? ConstantOf(ExpressionSyntax expression) =>
        models.Of(expression.SyntaxTree).GetConstantValue(expression) is { HasValue: true, Value: string text } ? text : null;

    /// <summary>A plain attribute is kept in a field: <c>new TagHelperAttribute("name", "_Partial", …)</c>.</summary>
    private string? FieldOf(ExpressionSyntax value, GeneratedView view) =>
        value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().FirstOrDefault() is { } field
        && models.Of(view.Tree).GetSymbolInfo(field).Symbol is IFieldSymbol { DeclaringSyntaxReferences: { Length: 1 } declared }
        && declared[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: ObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 1 } arguments } }
            ? ConstantOf(arguments[1].Expression)
            : null;

    /// <summary>An attribute with an expression is written to a buffer first.</summary>
    private string? WrittenBefore(AssignmentExpressionSyntax assignment)
    {
        if (assignment.Parent is not StatementSyntax { Parent: BlockSyntax block } statement)
            return null;

        var text = "";
        for (var i = block.Statements.IndexOf(statement) - 1; i >= 0; i--)
        {
            if (block.Statements[i] is not ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: SimpleNameSyntax { Identifier.ValueText: var method } } call })
                continue;

            if (method == "BeginWriteTagHelperAttribute")
                return text.Length == 0 ? null : text;

            if (method is not ("Write" or "WriteLiteral") || call.ArgumentList.Arguments.Count != 1 || ConstantOf(call.ArgumentList.Arguments[0].Expression) is not { } part)
                return null;

            text = part + text;
        }

        return null;
    }
}
