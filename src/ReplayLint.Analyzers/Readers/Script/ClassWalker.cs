using Acornima;
using Acornima.Ast;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>Walks through a class: making one runs its constructor, its methods are called by name.</summary>
internal sealed class ClassWalker(ScriptWalker walk)
{
    public void Visit(Node node, IClass type, string name, Identifier? id, ConsentState level, bool isGlobal = false, bool isExported = false)
    {
        isExported |= ScriptVariable.Of(id)?.IsExported ?? false;
        isGlobal |= id is not null && !walk.IsModule && ScriptVariable.Of(id) is { IsTopLevel: true };
        var creator = walk.Functions.Add(node, name, isGlobal: isGlobal, isExported);
        creator.Creation = walk.ReachAt(level);
        walk.Expressions.Visit(type.SuperClass, level);
        var hasConstructor = false;
        foreach (var element in type.Body.Body)
        {
            switch (element)
            {
                case MethodDefinition { Kind: PropertyKind.Constructor, Value: var constructor }:
                    hasConstructor = true;
                    walk.Bodies.Enter(creator, constructor, node);
                    break;

                case ClassProperty { Value: FunctionExpression or ArrowFunctionExpression } member:
                    var key = (member.Computed ? ConstantText.Of(member.Key) : PropertyKey.Of(member.Key)) ?? "";
                    walk.Bodies.Unit(walk.Functions.AddMethod(member.Value!, key, $"{name}.{key}", node, isGlobal: isGlobal, isExported: isExported), member.Value!, node, level);
                    break;

                case ClassProperty { Static: true } member:
                    walk.Expressions.Visit(member.Value, level);
                    break;

                case ClassProperty member:
                    walk.Bodies.Within(creator, node, () => walk.Expressions.Visit(member.Value, ConsentState.NotGranted));
                    break;

                case StaticBlock block:
                    walk.Statements.Walk(block.Body, level);
                    break;
            }
        }

        if (!hasConstructor && type.SuperClass is { } parent && FunctionRegistry.ClassOf(parent) is { } inherited)
            walk.Bodies.Within(creator, node, () => walk.Called(inherited, ConsentState.NotGranted, isSure: true));
    }
}
