using Acornima.Ast;

namespace ReplayLint.Catalog.Tests.Code;

internal static class NodeExtensions
{
    /// <summary>The node and everything below it. No recursion: minified code is deep.</summary>
    public static IEnumerable<Node> DescendantNodesAndSelf(this Node node)
    {
        var pending = new Stack<Node>();
        pending.Push(node);
        while (pending.TryPop(out var next))
        {
            yield return next;
            foreach (var child in next.ChildNodes)
                pending.Push(child);
        }
    }
}
