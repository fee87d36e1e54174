using System.Runtime.CompilerServices;
using Acornima.Ast;

namespace ReplayLint.Readers.Script;

/// <summary>Declares the variables of a script in their scopes, and has every name tied to the one that it means.</summary>
internal sealed class ScopeBuilder
{
    private readonly Dictionary<Node, ScriptScope> _scopes = [];
    private readonly bool _isModule;

    private ScopeBuilder(bool isModule) => _isModule = isModule;

    /// <summary>Afterwards <see cref="ScriptVariable.Of"/> answers for the nodes of the tree.</summary>
    public static void Bind(Program program)
    {
        var builder = new ScopeBuilder(program is Module);
        var top = new ScriptScope(null, isFunction: true);
        foreach (var statement in program.Body)
            builder.Declare(statement, top);

        var resolver = new NameResolver(builder._scopes);
        foreach (var statement in program.Body)
            resolver.Resolve(statement, top);
    }

    private void Declare(Node node, ScriptScope scope)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (node)
        {
            case ImportDeclaration import:
                DeclareImports(import, scope);
                return;

            case VariableDeclaration declaration:
                var isVar = declaration.Kind == VariableDeclarationKind.Var;
                foreach (var declarator in declaration.Declarations)
                {
                    DeclarePattern(declarator.Id, isVar ? scope.Function : scope, isVar ? ScriptVariableKind.Var : ScriptVariableKind.Lexical, null, 0);
                    if (declarator.Init is { } initializer)
                        Declare(initializer, scope);

                    DeclareChildrenOfPattern(declarator.Id, scope);
                }

                return;

            case IFunction function:
                if (node is FunctionDeclaration { Id: { } name })
                    DeclareName(name, scope.Function, ScriptVariableKind.Function).Functions.Add(node);

                DeclareFunction(node, function, scope);
                return;

            case IClass type:
                var inner = _scopes[node] = new ScriptScope(scope, isFunction: false);
                if (type.Id is { } id)
                {
                    var variable = DeclareName(id, node is ClassDeclaration ? scope : inner, ScriptVariableKind.Class);
                    variable.Class = node;
                }

                DeclareChildren(node, inner);
                return;

            case StaticBlock:
                DeclareChildren(node, _scopes[node] = new ScriptScope(scope, isFunction: true));
                return;

            case CatchClause clause:
                var caught = _scopes[node] = new ScriptScope(scope, isFunction: false);
                if (clause.Param is { } parameter)
                    DeclarePattern(parameter, caught, ScriptVariableKind.Lexical, null, 0);

                Declare(clause.Body, caught);
                return;

            case BlockStatement or ForStatement or ForInStatement or ForOfStatement or SwitchStatement:
                DeclareChildren(node, _scopes[node] = new ScriptScope(scope, isFunction: false));
                return;

            default:
                DeclareChildren(node, scope);
                return;
        }
    }

    private void DeclareChildren(Node node, ScriptScope scope)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is not null)
                Declare(child, scope);
        }
    }

    /// <summary>A pattern may hold functions in its defaults.</summary>
    private void DeclareChildrenOfPattern(Node pattern, ScriptScope scope)
    {
        if (pattern is not Identifier)
            DeclareChildren(pattern, scope);
    }

    private void DeclareFunction(Node node, IFunction function, ScriptScope scope)
    {
        var inner = _scopes[node] = new ScriptScope(scope, isFunction: true);
        for (var i = 0; i < function.Params.Count; i++)
        {
            DeclarePattern(function.Params[i], inner, ScriptVariableKind.Parameter, node, i);
            DeclareChildrenOfPattern(function.Params[i], inner);
        }

        if (node is FunctionExpression { Id: { } name })
            DeclareName(name, inner, ScriptVariableKind.Function).Functions.Add(node);

        if (function.Body is BlockStatement body)
            DeclareChildren(body, inner);
        else
            Declare(function.Body, inner);
    }

    private ScriptVariable DeclareName(Identifier name, ScriptScope scope, ScriptVariableKind kind, Node? function = null, int index = 0)
    {
        var variable = scope.Declare(new ScriptVariable(name.Name, kind, scope.IsTop) { Function = function, Index = index });
        variable.IsGlobal |= scope.IsTop && !_isModule && (kind is ScriptVariableKind.Var or ScriptVariableKind.Function);
        name.UserData = variable;
        return variable;
    }

    private void DeclarePattern(Node? pattern, ScriptScope scope, ScriptVariableKind kind, Node? function, int index)
    {
        switch (pattern)
        {
            case Identifier name:
                DeclareName(name, scope, kind, function, index);
                break;

            case AssignmentPattern assignment:
                DeclarePattern(assignment.Left, scope, kind, function, index);
                if (assignment.Left is Identifier { UserData: ScriptVariable variable })
                    variable.Default = assignment.Right;

                break;

            case RestElement rest:
                DeclarePattern(rest.Argument, scope, kind, function, int.MaxValue);
                VariableWrites.NoteUnknown(rest.Argument);
                break;

            case ArrayPattern array:
                foreach (var element in array.Elements)
                {
                    DeclarePattern(element, scope, kind, function, int.MaxValue);
                    VariableWrites.NoteUnknown(element);
                }

                break;

            case ObjectPattern properties:
                foreach (var member in properties.Properties)
                {
                    var target = member is Property property ? property.Value : member;
                    DeclarePattern(target, scope, kind, function, index);
                    if (target is AssignmentPattern { Left: var left })
                        target = left;

                    if (target is Identifier { UserData: ScriptVariable taken } && member is Property { Computed: false, Key: var key })
                        taken.Key = PropertyKey.Of(key);
                    else
                        VariableWrites.NoteUnknown(target);
                }

                break;
        }
    }

    private static void DeclareImports(ImportDeclaration import, ScriptScope scope)
    {
        foreach (var specifier in import.Specifiers)
        {
            var exported = specifier switch
            {
                ImportDefaultSpecifier => "default",
                ImportSpecifier named => PropertyKey.Of(named.Imported) ?? "",
                _ => "",
            };

            specifier.Local.UserData = scope.Declare(
                new ScriptVariable(specifier.Local.Name, ScriptVariableKind.Import, isTopLevel: true) { Package = import.Source.Value, Exported = exported });
        }
    }
}
