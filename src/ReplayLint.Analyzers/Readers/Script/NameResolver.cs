using System.Runtime.CompilerServices;
using Acornima;
using Acornima.Ast;

namespace ReplayLint.Readers.Script;

/// <summary>Ties every name of a script to the variable that it means, and notes what each variable is given.</summary>
internal sealed class NameResolver(Dictionary<Node, ScriptScope> scopes)
{
    public void Resolve(Node? node, ScriptScope scope)
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
                    MarkExported(export.Declaration is Identifier ? export.Declaration : DeclaredName(export.Declaration), "default");

                return;

            case VariableDeclarator declarator:
                Resolve(declarator.Id, scope);
                Resolve(declarator.Init, scope);
                VariableWrites.Note(declarator.Id, declarator, declarator.Init, isInitializer: true);
                return;

            case AssignmentExpression assignment:
                Resolve(assignment.Left, scope);
                Resolve(assignment.Right, scope);
                VariableWrites.Note(assignment.Left, assignment, ValueOf(assignment), isInitializer: false);
                return;

            case UpdateExpression update:
                Resolve(update.Argument, scope);
                VariableWrites.Note(update.Argument, update, null, isInitializer: false);
                return;

            case ForInStatement or ForOfStatement:
                ResolveLoop(node, scopes[node]);
                return;

            case IFunction function:
                ResolveFunction(node, function, scope);
                return;

            case CallExpression call:
                ResolveChildren(call, scope);
                ImmediateCall.BindArguments(call);
                BindModule(call);
                return;

            default:
                ResolveChildren(node, scopes.TryGetValue(node, out var inner) ? inner : scope);
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

        var inner = scopes[node];
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
                VariableWrites.Note(declarator.Id, loop, null, isInitializer: false);
        }
        else
        {
            VariableWrites.Note(left, loop, null, isInitializer: false);
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
            MarkExported(specifier.Local, PropertyKey.Of(specifier.Exported));
        }
    }

    private static Node? DeclaredName(Node? declaration) => declaration switch
    {
        FunctionDeclaration function => function.Id,
        ClassDeclaration type => type.Id,
        _ => null,
    };

    private static void MarkExported(Node? name, string? exportedAs = null)
    {
        if (ScriptVariable.Of(name) is { } variable)
            variable.ExportedAs = exportedAs ?? variable.Name;
    }

    private static Expression? ValueOf(AssignmentExpression assignment) => assignment.Operator switch
    {
        Operator.Assignment or Operator.LogicalOrAssignment or Operator.NullishCoalescingAssignment => assignment.Right,
        _ => null,
    };

    /// <summary>The callback of <c>import("…").then(…)</c> is given the module.</summary>
    private static void BindModule(CallExpression call)
    {
        if (call is { Callee: MemberExpression { Object: ImportExpression import, Property: Identifier { Name: "then" } }, Arguments.Count: > 0 } && call.Arguments[0] is IFunction)
            call.Arguments[0].UserData = import;
    }
}
