using Acornima.Ast;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>Walks through the bodies of functions, on their own or as a part of the one around them.</summary>
internal sealed class FunctionWalker(ScriptWalker walk)
{
    public void Declared(FunctionDeclaration function, Identifier name, ConsentState level)
    {
        var variable = ScriptVariable.Of(name);
        var unit = walk.Functions.Add(function, name.Name, variable?.IsGlobal ?? false, isExported: false);
        if (variable?.ExportedAs is { } exported)
            unit.ExportAs(exported);

        Unit(unit, function, walk.This, level);
    }

    public void Exported(ExportDefaultDeclaration export, ConsentState level)
    {
        switch (export.Declaration)
        {
            case FunctionDeclaration { Id: { } name } function:
                Declared(function, name, level);
                break;

            case FunctionDeclaration function:
                Unit(walk.Functions.Add(function, "default", isGlobal: false, isExported: true), function, walk.This, level);
                break;

            case ClassDeclaration type:
                walk.Classes.Visit(type, type, type.Id?.Name ?? "default", type.Id, level);
                break;

            case Expression expression:
                walk.NamedValues.Visit(expression, "default", level, isGlobal: false, isExported: true);
                break;
        }
    }

    /// <summary>Walks a function with a name: it is made here, and called elsewhere.</summary>
    public void Unit(ScriptFunction unit, Node function, Node? thisObject, ConsentState level)
    {
        unit.Creation = walk.ReachAt(level);
        Enter(unit, function, thisObject);
    }

    public void Enter(ScriptFunction unit, Node function, Node? thisObject) =>
        Within(unit, thisObject, () => Inline(function, ConsentState.NotGranted));

    public void Within(ScriptFunction unit, Node? thisObject, Action inside)
    {
        var (outerUnit, outerThis) = (walk.Unit, walk.This);
        (walk.Unit, walk.This) = (unit, thisObject);
        inside();
        (walk.Unit, walk.This) = (outerUnit, outerThis);
    }

    /// <summary>Walks a function as a part of the one around it.</summary>
    public void Inline(Node node, ConsentState level)
    {
        var outer = walk.Function;
        walk.Function = node;
        walk.Facts.Functions.Add(node);
        var function = (IFunction)node;
        foreach (var parameter in function.Params)
            walk.Expressions.Visit(parameter, level);

        if (function.Body is BlockStatement body)
            walk.Branches.Enclose(body, level);
        else
            walk.Expressions.Visit(function.Body, level);

        walk.Function = outer;
    }
}
