using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>The C# that the Razor compiler made of a view: finds in it the statement that writes a place of the view.</summary>
/// <remarks>
/// Literal text has no mapping of its own, but the code around it has: what is written at a place stands after all code that
/// maps to a position before it, and before all that maps to one behind it.
/// </remarks>
internal sealed class GeneratedView
{
    private readonly ImmutableArray<(BlockSyntax Body, SyntaxTree Tree)> _bodies;
    private readonly string _path;

    private GeneratedView(string path, ImmutableArray<(BlockSyntax Body, SyntaxTree Tree)> bodies)
    {
        _path = path;
        _bodies = bodies;
    }

    /// <summary>Finds the generated C# of a view; null when the compilation has none.</summary>
    public static GeneratedView? Find(Compilation compilation, string path, CancellationToken cancellation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (!MapsTo(tree, path, cancellation))
                continue;

            var bodies = tree.GetRoot(cancellation).DescendantNodes()
                .OfType<MethodDeclarationSyntax>()
                .Where(static method => method.Body is not null && method.Identifier.ValueText is "ExecuteAsync" or "BuildRenderTree")
                .Select(method => (method.Body!, tree))
                .ToImmutableArray();
            if (!bodies.IsEmpty)
                return new GeneratedView(path, bodies);
        }

        return null;
    }

    /// <summary>The statement that writes the place, or null when the code does not tell.</summary>
    public SyntaxNode? StatementAt(LinePosition place)
    {
        foreach (var (body, _) in _bodies)
        {
            SyntaxNode? found = null;
            for (var block = body; block is not null;)
            {
                var (statement, inner) = Step(block, place);
                found = statement ?? found;
                block = inner;
            }

            if (found is not null)
                return found;
        }

        return null;
    }

    /// <summary>The statement of a block that writes the place and, when the place is inside one, the block to go on in.</summary>
    private (SyntaxNode? Statement, BlockSyntax? Inner) Step(BlockSyntax block, LinePosition place)
    {
        SyntaxNode? after = null;
        foreach (var statement in block.Statements)
        {
            var (first, last) = MappedRange(statement);
            if (first is null || last is null)
            {
                after ??= statement;
                continue;
            }

            if (last.Value < place)
            {
                after = null;
                continue;
            }

            if (first.Value > place)
                return (after ?? statement, null);

            return (statement, InnerBlock(statement, place));
        }

        return (after, null);
    }

    /// <summary>The smallest block inside a statement whose braces stand before and behind the place.</summary>
    private BlockSyntax? InnerBlock(StatementSyntax statement, LinePosition place)
    {
        foreach (var block in statement.DescendantNodes(static node => node is not BlockSyntax).OfType<BlockSyntax>().Concat(statement is BlockSyntax self ? [self] : []))
        {
            if (PositionOf(block.OpenBraceToken) is { } open && PositionOf(block.CloseBraceToken) is { } close && open <= place && place <= close)
                return block;

            // The block of a lambda is the compiler's own; what is inside tells.
            if (PositionOf(block.OpenBraceToken) is null && MappedRange(block) is ({ } first, { } last) && first <= place && place <= last)
                return block;
        }

        return null;
    }

    private (LinePosition? First, LinePosition? Last) MappedRange(SyntaxNode node)
    {
        LinePosition? first = null;
        LinePosition? last = null;
        foreach (var token in node.DescendantTokens())
        {
            if (PositionOf(token) is not { } position)
                continue;

            first = first is { } f && f <= position ? f : position;
            last = last is { } l && l >= position ? l : position;
        }

        return (first, last);
    }

    private LinePosition? PositionOf(SyntaxToken token)
    {
        var mapped = token.GetLocation().GetMappedLineSpan();
        return mapped.HasMappedPath && IsSame(mapped.Path, _path) ? mapped.StartLinePosition : null;
    }

    private static bool MapsTo(SyntaxTree tree, string path, CancellationToken cancellation)
    {
        foreach (var mapping in tree.GetLineMappings(cancellation))
        {
            if (mapping.MappedSpan.HasMappedPath && IsSame(mapping.MappedSpan.Path, path))
                return true;
        }

        return false;
    }

    /// <summary>Whether two paths are the same, or one is the end of the other: some compilers map to relative paths.</summary>
    private static bool IsSame(string mapped, string path)
    {
        mapped = mapped.Replace('\\', '/');
        path = path.Replace('\\', '/');
        return string.Equals(mapped, path, StringComparison.OrdinalIgnoreCase)
            || (mapped.Length > 0 && path.EndsWith("/" + mapped.TrimStart('/'), StringComparison.OrdinalIgnoreCase));
    }
}
