using System.Collections.Immutable;
using Acornima.Ast;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Readers.Markup;
using ReplayLint.Readers.Script;

namespace ReplayLint.CodeFixes.Web;

/// <summary>A script of a file: its syntax tree, and where each node of it stands in the file.</summary>
internal sealed class WebScript
{
    private readonly int _start;
    private readonly RawText? _raw;

    private WebScript(Node root, string text, int start, RawText? raw)
    {
        Root = root;
        Text = text;
        _start = start;
        _raw = raw;
    }

    /// <summary>The whole tree: a program, or the expression that a file of JSON is.</summary>
    public Node Root { get; }

    /// <summary>Whether it is JSON, in which names and texts stand in double quotes.</summary>
    public bool IsJson => Root is Expression;

    /// <summary>The script, with what Razor writes replaced by as many characters.</summary>
    public string Text { get; }

    /// <summary>The script in the file.</summary>
    public TextSpan Span => new(_start, Text.Length);

    /// <summary>Parses a script; null when it cannot be.</summary>
    public static WebScript? Read(string text, int start, RawText? raw)
    {
        if (ScriptParser.Parse(text, out _) is not { } program)
            return null;

        try
        {
            ScopeBuilder.Bind(program);
        }
        catch (InsufficientExecutionStackException)
        {
            return null;
        }

        return new WebScript(program, text, start, raw);
    }

    /// <summary>Parses a file of JSON; null when it cannot be.</summary>
    public static WebScript? ReadJson(string text) => ScriptParser.ParseExpression(text) is { } root ? new WebScript(root, text, 0, null) : null;

    /// <summary>Where a node stands in the file.</summary>
    public TextSpan SpanOf(Node node) => TextSpan.FromBounds(node.Start + _start, node.End + _start);

    /// <summary>A position of the script as one of the file.</summary>
    public int InFile(int position) => position + _start;

    /// <summary>The nodes that hold a place of the file, from the outside in.</summary>
    public ImmutableArray<Node> PathTo(TextSpan span)
    {
        var path = ImmutableArray.CreateBuilder<Node>();
        for (Node? node = Root; node is not null; node = Inside(node, span))
            path.Add(node);

        return path.ToImmutable();
    }

    /// <summary>
    /// Whether all that stands in the span is the script's own: text, and values that Razor writes. Code and comments of Razor
    /// must not be taken away, nor a part of them.
    /// </summary>
    public bool Owns(TextSpan span)
    {
        if (_raw is null)
            return true;

        foreach (var node in _raw.Descendants())
        {
            if (node is MarkupText || !node.Span.OverlapsWith(span))
                continue;

            var isAround = node is MarkupContainer container && container.ContentSpan.Contains(span);
            var isValue = node is RazorExpression && span.Contains(node.Span);
            if (!isAround && !isValue && !IsInValue(node))
                return false;
        }

        return true;
    }

    private static bool IsInValue(MarkupNode node) => node.Ancestors().Any(static outer => outer is RazorExpression);

    private Node? Inside(Node node, TextSpan span)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is not null && SpanOf(child).Contains(span))
                return child;
        }

        return null;
    }
}
