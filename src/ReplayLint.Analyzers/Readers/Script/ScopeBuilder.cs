using System.Runtime.CompilerServices;
using Acornima;
using Acornima.Ast;

namespace ReplayLint.Readers.Script;

/// <summary>Ties every name of a script to the variable that it means, and notes what each variable is given.</summary>
internal sealed class ScopeBuilder
{
    private readonly Dictionary<Node, ScriptScope> _scopes = [];
    private readonly bool _isModule;

    private ScopeBuilder(bool isModule) => _isModule = isModule;

    /// <summary>Afterwards <see cref="VariableOf"/> answers for the nodes of the tree.</summary>
    public static void Bind(Program program)
    {
        var builder = new ScopeBuilder(program is Module);
        var top = new ScriptScope(null, isFunction: true);
        foreach (var statement in program.Body)
            builder.Declare(statement, top);

        foreach (var statement in program.Body)
            builder.Resolve(statement, top);
    }

    /// <summary>The variable that a name means; null for a global that the script does not declare.</summary>
    public static ScriptVariable? VariableOf(Node? node) => node is Identifier identifier ? identifier.UserData as ScriptVariable : null;

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
                NoteUnknown(rest.Argument);
                break;

            case ArrayPattern array:
                foreach (var element in array.Elements)
                {
                    DeclarePattern(element, scope, kind, function, int.MaxValue);
                    NoteUnknown(element);
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
                        taken.Key = KeyText(key);
                    else
                        NoteUnknown(target);
                }

                break;
        }
    }

    private static void NoteUnknown(Node? target)
    {
        if (target is AssignmentPattern { Left: var left })
            target = left;

        if (VariableOf(target) is { } variable)
            variable.Writes.Add((target!, null));
    }

    private static void DeclareImports(ImportDeclaration import, ScriptScope scope)
    {
        foreach (var specifier in import.Specifiers)
        {
            var exported = specifier switch
            {
                ImportDefaultSpecifier => "default",
                ImportSpecifier named => KeyText(named.Imported) ?? "",
                _ => "",
            };

            specifier.Local.UserData = scope.Declare(
                new ScriptVariable(specifier.Local.Name, ScriptVariableKind.Import, isTopLevel: true) { Package = import.Source.Value, Exported = exported });
        }
    }

    /// <summary>The name of a property that is not computed.</summary>
    public static string? KeyText(Node? key) => key switch
    {
        Identifier identifier => identifier.Name,
        StringLiteral text => text.Value,
        NumericLiteral number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        PrivateIdentifier name => "#" + name.Name,
        _ => null,
    };

    private void Resolve(Node? node, ScriptScope scope)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (node)
        {
            case null or ImportDeclaration or BreakStatement or ContinueStatement or MetaProperty or ExportAllDeclaration:
                return;

            case Identifier identifier:
                identifier.UserData ??= scope.Find(identifier.Name);
                return;

            case MemberExpression member:
                Resolve(member.Object, scope);
                if (member.Computed)
                    Resolve(member.Property, scope);

                return;

            case Property property:
                if (property.Computed)
                    Resolve(property.Key, scope);

                Resolve(property.Value, scope);
                return;

            case ClassProperty member:
                if (member.Computed)
                    Resolve(member.Key, scope);

                Resolve(member.Value, scope);
                return;

            case LabeledStatement labeled:
                Resolve(labeled.Body, scope);
                return;

            case ExportNamedDeclaration export:
                ResolveExport(export, scope);
                return;

            case ExportDefaultDeclaration export:
                Resolve(export.Declaration, scope);
                if (export.Declaration is Identifier or FunctionDeclaration or ClassDeclaration)
                    MarkExported(export.Declaration is Identifier ? export.Declaration : DeclaredName(export.Declaration));

                return;

            case VariableDeclarator declarator:
                Resolve(declarator.Id, scope);
                Resolve(declarator.Init, scope);
                NoteWrite(declarator.Id, declarator, declarator.Init, isInitializer: true);
                return;

            case AssignmentExpression assignment:
                Resolve(assignment.Left, scope);
                Resolve(assignment.Right, scope);
                NoteWrite(assignment.Left, assignment, ValueOf(assignment), isInitializer: false);
                return;

            case UpdateExpression update:
                Resolve(update.Argument, scope);
                NoteWrite(update.Argument, update, null, isInitializer: false);
                return;

            case ForInStatement or ForOfStatement:
                ResolveLoop(node, _scopes[node]);
                return;

            case IFunction function:
                ResolveFunction(node, function, scope);
                return;

            case CallExpression call:
                ResolveChildren(call, scope);
                BindArguments(call);
                BindModule(call);
                return;

            default:
                ResolveChildren(node, _scopes.TryGetValue(node, out var inner) ? inner : scope);
                return;
        }
    }

    private void ResolveChildren(Node node, ScriptScope scope)
    {
        foreach (var child in node.ChildNodes)
            Resolve(child, scope);
    }

    private void ResolveFunction(Node node, IFunction function, ScriptScope scope)
    {
        if (node is FunctionDeclaration { Id: { UserData: null } name })
            name.UserData = scope.Find(name.Name);

        var inner = _scopes[node];
        foreach (var parameter in function.Params)
            Resolve(parameter, inner);

        if (function.Body is BlockStatement body)
            ResolveChildren(body, inner);
        else
            Resolve(function.Body, inner);
    }

    private void ResolveLoop(Node loop, ScriptScope scope)
    {
        ResolveChildren(loop, scope);
        var left = loop is ForInStatement forIn ? forIn.Left : ((ForOfStatement)loop).Left;
        if (left is VariableDeclaration declaration)
        {
            foreach (var declarator in declaration.Declarations)
                NoteWrite(declarator.Id, loop, null, isInitializer: false);
        }
        else
        {
            NoteWrite(left, loop, null, isInitializer: false);
        }
    }

    private void ResolveExport(ExportNamedDeclaration export, ScriptScope scope)
    {
        Resolve(export.Declaration, scope);
        if (export.Declaration is VariableDeclaration variables)
        {
            foreach (var declarator in variables.Declarations)
                MarkExported(declarator.Id);
        }
        else
        {
            MarkExported(DeclaredName(export.Declaration));
        }

        if (export.Source is not null)
            return;

        foreach (var specifier in export.Specifiers)
        {
            Resolve(specifier.Local, scope);
            MarkExported(specifier.Local);
        }
    }

    private static Node? DeclaredName(Node? declaration) => declaration switch
    {
        FunctionDeclaration function => function.Id,
        ClassDeclaration type => type.Id,
        _ => null,
    };

    private static void MarkExported(Node? name)
    {
        if (VariableOf(name) is { } variable)
            variable.IsExported = true;
    }

    private static Expression? ValueOf(AssignmentExpression assignment) => assignment.Operator switch
    {
        Operator.Assignment or Operator.LogicalOrAssignment or Operator.NullishCoalescingAssignment => assignment.Right,
        _ => null,
    };

    private static void NoteWrite(Node? target, Node site, Expression? value, bool isInitializer)
    {
        switch (target)
        {
            case Identifier { UserData: ScriptVariable variable }:
                // "var x;" gives nothing.
                if (isInitializer && value is null)
                    return;

                variable.Writes.Add((site, value));
                if (value is IFunction)
                    variable.Functions.Add((Node)value);
                else if (value is ClassExpression)
                    variable.Class = value;

                break;

            case MemberExpression member:
                Expression root = member;
                while (root is MemberExpression inner)
                    root = inner.Object;

                if (VariableOf(root) is { } owner)
                    owner.HasWrittenMembers = true;

                break;

            case AssignmentPattern assignment:
                NoteWrite(assignment.Left, site, null, isInitializer: false);
                break;

            case ObjectPattern pattern:
                foreach (var part in pattern.Properties)
                    NotePart(part is Property property ? property.Value : part, site, value, isInitializer);

                break;

            case ArrayPattern pattern when !isInitializer:
                foreach (var part in pattern.Elements)
                    NoteWrite(part, site, null, isInitializer: false);

                break;

            case RestElement rest when !isInitializer:
                NoteWrite(rest.Argument, site, null, isInitializer: false);
                break;
        }
    }

    /// <summary>A declared variable remembers the object it is taken from.</summary>
    private static void NotePart(Node part, Node site, Expression? value, bool isInitializer)
    {
        var name = part is AssignmentPattern assignment ? assignment.Left : part;
        if (isInitializer && VariableOf(name) is { Key: not null, Source: null } variable)
            variable.Source = value;
        else if (!isInitializer)
            NoteWrite(part, site, null, isInitializer: false);
    }

    /// <summary>What a function that is run in place is run with: <c>(function (w) { … })(window)</c>.</summary>
    private static void BindArguments(CallExpression call)
    {
        var (function, skipped) = Immediate(call);
        if (function is null)
            return;

        for (var i = 0; i < function.Params.Count && i + skipped < call.Arguments.Count; i++)
        {
            var argument = call.Arguments[i + skipped];
            if (argument is SpreadElement)
                return;

            var parameter = function.Params[i] is AssignmentPattern assignment ? assignment.Left : function.Params[i];
            if (VariableOf(parameter) is { Key: null } variable)
                variable.Argument = argument;
        }
    }

    /// <summary>The callback of <c>import("…").then(…)</c> is given the module.</summary>
    private static void BindModule(CallExpression call)
    {
        if (call is { Callee: MemberExpression { Object: ImportExpression import, Property: Identifier { Name: "then" } }, Arguments.Count: > 0 } && call.Arguments[0] is IFunction)
            call.Arguments[0].UserData = import;
    }

    /// <summary>The function that a call runs in place, and how many arguments come before its own.</summary>
    public static (IFunction? Function, int Skipped) Immediate(CallExpression call) => call.Callee switch
    {
        IFunction function => (function, 0),
        MemberExpression { Object: IFunction function, Property: Identifier { Name: "call" } } => (function, 1),
        _ => (null, 0),
    };
}
