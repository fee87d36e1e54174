using System.Runtime.CompilerServices;
using Acornima.Ast;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>Walks through statements one after the other. The result of each is what is known after it, or null when its end is not reached.</summary>
internal sealed class StatementWalker(ScriptWalker walk)
{
    /// <summary>Walks a list; the result is what is known after it, or null when its end is not reached.</summary>
    public ConsentState? Walk(in NodeList<Statement> statements, ConsentState level)
    {
        // Functions are there before the first statement runs.
        foreach (var statement in statements)
        {
            var declaration = statement is ExportNamedDeclaration export ? export.Declaration : statement;
            if (declaration is FunctionDeclaration { Id: { } name } function)
                walk.Bodies.Declared(function, name, level);
        }

        ConsentState? current = level;
        foreach (var statement in statements)
        {
            var start = current ?? level;
            var end = Walk(statement, start);

            // What follows a return is still read, but it does not bring the end back into reach.
            if (current is not null)
                current = end;
        }

        return current;
    }

    public ConsentState? Walk(Statement statement, ConsentState level)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (statement)
        {
            case FunctionDeclaration or EmptyStatement or DebuggerStatement or ExportAllDeclaration:
                return level;

            case ExpressionStatement { Expression: var expression }:
                walk.Expressions.Visit(expression, level);
                var after = walk.Callbacks.After(expression);
                walk.Guarded(expression, covered: null, level, after);
                return ConsentLattice.Higher(level, after);

            case VariableDeclaration declaration:
                return Declaration(declaration, level);

            case IfStatement condition:
                return walk.Branches.If(condition, level);

            case ReturnStatement { Argument: var result } returned:
                Returned(returned, result, level);
                return null;

            case ThrowStatement thrown:
                walk.Expressions.Visit(thrown.Argument, level);
                return null;

            case BlockStatement block:
                return Walk(block.Body, level);

            case BreakStatement leave:
                walk.Branches.Leave(leave, level);
                return null;

            case ContinueStatement:
                return null;

            case LabeledStatement labeled:
                return walk.Branches.Labeled(labeled, level);

            case SwitchStatement choice:
                return walk.Branches.Switch(choice, level);

            case TryStatement attempt:
                return walk.Branches.Try(attempt, level);

            case WhileStatement or DoWhileStatement or ForStatement or ForInStatement or ForOfStatement:
                return walk.Branches.Loop(statement, level, null);

            case WithStatement with:
                walk.Expressions.Visit(with.Object, level);
                return Walk(with.Body, level);

            case ImportDeclaration import:
                walk.Loads.Add(import.Source, import.Source.Value, LoadUse.Import, new ScriptReach(walk.Functions.Script, ConsentState.NotGranted), null);
                return level;

            case ExportNamedDeclaration { Declaration: { } exported }:
                return Walk(exported, level);

            case ExportDefaultDeclaration export:
                walk.Bodies.Exported(export, level);
                return level;

            case ClassDeclaration type:
                walk.Classes.Visit(type, type, type.Id?.Name ?? "default", type.Id, level);
                return level;

            default:
                walk.Expressions.VisitChildren(statement, level);
                return level;
        }
    }

    public ConsentState? Declaration(VariableDeclaration declaration, ConsentState level)
    {
        foreach (var declarator in declaration.Declarations)
        {
            if (declarator.Init is not { } value)
                continue;

            walk.Facts.Levels[declarator] = (level, walk.Function);
            if (declarator.Id is Identifier name && ScriptVariable.Of(name) is { } variable)
            {
                walk.NamedValues.Visit(value, name.Name, level, variable.IsGlobal || (variable.IsTopLevel && !walk.IsModule), variable.IsExported, variable);
                if (variable.IsGlobal && walk.Unit.IsScript && PathReader.Of(name) is { } path)
                    walk.AssignmentExpressions.Note(declarator, path, name, value, level);
            }
            else
            {
                walk.Expressions.Visit(declarator.Id, level);
                walk.Expressions.Visit(value, level);
            }
        }

        return level;
    }

    private void Returned(Statement site, Expression? value, ConsentState level)
    {
        if (value is null)
            return;

        walk.Facts.Levels[site] = (level, walk.Function);
        if (walk.Function is { } function)
        {
            if (!walk.Facts.Returns.TryGetValue(function, out var returns))
                walk.Facts.Returns.Add(function, returns = []);

            returns.Add((site, value));
        }

        walk.Expressions.Visit(value, level);
    }
}
