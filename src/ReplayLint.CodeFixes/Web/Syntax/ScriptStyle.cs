using Acornima.Ast;

namespace ReplayLint.CodeFixes.Web.Syntax;

/// <summary>How a script is written, so that what is added looks like it.</summary>
internal static class ScriptStyle
{
    private const char Default = '\'';

    /// <summary>The quotes of the nearest string: within a node, else in what is around it.</summary>
    public static char QuoteAt(WebScript script, Node node)
    {
        if (script.IsJson)
            return '"';

        foreach (var outer in script.PathTo(script.SpanOf(node)).Reverse())
        {
            foreach (var inner in outer.DescendantNodesAndSelf())
            {
                if (inner is StringLiteral && script.Text[inner.Start] is '"' or '\'')
                    return script.Text[inner.Start];
            }
        }

        return Default;
    }
}
