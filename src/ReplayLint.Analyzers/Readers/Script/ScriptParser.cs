using Acornima;
using Acornima.Ast;

namespace ReplayLint.Readers.Script;

/// <summary>Parses a script, and refuses what would take too long or too much stack.</summary>
internal static class ScriptParser
{
    private const int MaximumLength = 1_000_000;

    /// <summary>The levels of the syntax tree. Everything after the parser walks the tree by recursion.</summary>
    private const int MaximumDepth = 500;

    private static readonly ParserOptions Options = new()
    {
        AllowAwaitOutsideFunction = true,
        AllowReturnOutsideFunction = true,
        AllowReserved = AllowReservedOption.Yes,
        AllowNewTargetOutsideFunction = true,
        AllowSuperOutsideMethod = true,
        CheckPrivateFields = false,
        ExperimentalESFeatures = ExperimentalESFeatures.All,
        Tolerant = true,
    };

    /// <summary>The syntax tree, or null and the offset of the error.</summary>
    public static Program? Parse(string text, out int errorOffset)
    {
        errorOffset = 0;
        if (text.Length > MaximumLength)
            return null;

        var program = Try<Program>(static (parser, source) => parser.ParseScript(source), text, ref errorOffset)
            ?? Try<Program>(static (parser, source) => parser.ParseModule(source), text, ref errorOffset);

        return program is not null && IsShallow(program, ref errorOffset) ? program : null;
    }

    /// <summary>The expression that a text is, such as JSON; null when it is none.</summary>
    public static Expression? ParseExpression(string text)
    {
        var errorOffset = 0;
        return text.Length <= MaximumLength && Try(static (parser, source) => parser.ParseExpression(source), text, ref errorOffset) is { } expression && IsShallow(expression, ref errorOffset)
            ? expression
            : null;
    }

    private static T? Try<T>(Func<Parser, string, T> parse, string text, ref int errorOffset)
        where T : Node
    {
        try
        {
            return parse(new Parser(Options), text);
        }
        catch (ParseErrorException error)
        {
            // The reading that came further is the one that was meant.
            if (error.Error.IsIndexDefined)
                errorOffset = Math.Max(errorOffset, Math.Min(error.Error.Index, text.Length));
        }
        catch (InsufficientExecutionStackException)
        {
        }

        return null;
    }

    private static bool IsShallow(Node root, ref int errorOffset)
    {
        var pending = new Stack<(Node Node, int Depth)>();
        pending.Push((root, 0));
        while (pending.Count > 0)
        {
            var (node, depth) = pending.Pop();
            if (depth > MaximumDepth)
            {
                errorOffset = node.Start;
                return false;
            }

            foreach (var child in node.ChildNodes)
            {
                if (child is not null)
                    pending.Push((child, depth + 1));
            }
        }

        return true;
    }
}
