using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>Reads C# statements with bodies: their keywords, headers and branches.</summary>
internal sealed class RazorBlockParser(MarkupBuilder builder)
{
    private readonly RazorScanner _scanner = builder.Scanner;
    private readonly MarkupDocument _document = builder.Document;

    // Blocks that are nested without braces all end, and look for an "else", at the same place.
    private int _triviaStart = -1;
    private int _triviaEnd;

    /// <summary>Whether a statement with a body stands here.</summary>
    public bool IsBlock(int position) => BlockKeyword(position, out _) is not null;

    /// <summary>Opens the first branch of a block, if one stands here.</summary>
    public bool TryOpen(int start, int word)
    {
        if (BlockKeyword(word, out var keywordEnd) is not { } keyword)
            return false;

        var block = new RazorBlock(_document, MarkupBuilder.Span(start, keywordEnd), keyword);
        builder.Add(block);
        builder.Position = keywordEnd;
        builder.Push(block, OpenKind.Block);
        OpenBranch(block, word, keyword, keywordEnd);
        return true;
    }

    /// <summary>Opens the branch of the open block that follows, or closes the block.</summary>
    public void ReadNextBranch()
    {
        var block = (RazorBlock)builder.Top.Node;
        if (NextKeyword(block, builder.Position, builder.Top.IsInCode, out var start, out var end) is { } keyword)
            OpenBranch(block, start, keyword, end);
        else
            builder.PopAtLastChild();
    }

    /// <summary>Reads a whole block inside of a tag, its bodies in one piece each, if one stands here.</summary>
    public RazorBlock? ReadInline(int start)
    {
        var word = start + 1;
        if (BlockKeyword(word, out var firstEnd) is not { } first)
            return null;

        var block = new RazorBlock(_document, MarkupBuilder.Span(start, firstEnd), first);
        var (keyword, keywordEnd) = ((string?)first, firstEnd);
        var position = word;
        while (keyword is not null)
        {
            var branch = ReadHeader(block, word, keyword, keywordEnd);
            position = branch.Span.End;
            var body = _scanner.SkipTrivia(position);
            if (_scanner.CharAt(body) == '{')
                position = ReadOpaque(branch, body).Span.End;

            keyword = NextKeyword(block, position, isInCode: false, out word, out keywordEnd);
        }

        block.Span = MarkupBuilder.Span(start, position);
        block.ContentSpan = MarkupBuilder.Span(firstEnd, position);
        return block;
    }

    /// <summary>Reads what is in braces as one piece of C#.</summary>
    public T ReadOpaque<T>(T node, int brace)
        where T : MarkupContainer
    {
        var end = _scanner.SkipBrackets(brace, out var isClosed);
        node.Span = MarkupBuilder.Span(node.Span.Start, end);
        node.ContentSpan = MarkupBuilder.Span(brace + 1, isClosed ? end - 1 : end);
        if (!node.ContentSpan.IsEmpty)
            node.Add(new RazorStatement(_document, node.ContentSpan));

        return node;
    }

    private void OpenBranch(RazorBlock block, int start, string keyword, int keywordEnd)
    {
        var isInCode = builder.Top.IsInCode;
        var branch = ReadHeader(block, start, keyword, keywordEnd);
        builder.Position = branch.Span.End;
        if (IsDoWhile(block, keyword))
            return;

        var body = _scanner.SkipTrivia(builder.Position);
        if (_scanner.CharAt(body) == '{')
        {
            builder.Position = body + 1;
            builder.Push(branch, keyword == "switch" ? OpenKind.Switch : OpenKind.Code);
        }
        else if (isInCode)
        {
            builder.Push(branch, OpenKind.Single);
        }
    }

    /// <summary>Adds a branch to its block, read up to where its body starts.</summary>
    private RazorBranch ReadHeader(RazorBlock block, int start, string keyword, int keywordEnd)
    {
        var end = keywordEnd;
        TextSpan? header = null;
        var open = _scanner.SkipWhiteSpace(end);
        if (_scanner.CharAt(open) == '(' && keyword is not ("else" or "do" or "try" or "finally"))
        {
            end = _scanner.SkipBrackets(open, out var isClosed);
            header = MarkupBuilder.Span(open + 1, isClosed ? end - 1 : end);
        }

        if (keyword == "catch" && _scanner.SkipTrivia(end) is var when && _scanner.IsWord("when", when))
        {
            open = _scanner.SkipWhiteSpace(when + "when".Length);
            end = _scanner.CharAt(open) == '(' ? _scanner.SkipBrackets(open, out _) : end;
        }

        if (IsDoWhile(block, keyword) && _scanner.SkipWhiteSpace(end) is var semicolon && _scanner.CharAt(semicolon) == ';')
            end = semicolon + 1;

        var branch = new RazorBranch(_document, MarkupBuilder.Span(start, end), keyword, header, block.Children.Count);
        block.Add(branch);
        return branch;
    }

    private static bool IsDoWhile(RazorBlock block, string keyword) => block.Keyword == "do" && keyword == "while";

    private string? BlockKeyword(int position, out int end)
    {
        var start = position;
        if (_scanner.IsWord("await", position))
            start = _scanner.SkipWhiteSpace(position + "await".Length);

        end = _scanner.SkipIdentifier(start);
        var word = builder.Names.Intern(start, end).Text;
        var opening = word switch
        {
            "if" or "for" or "while" or "switch" or "lock" when start == position => '(',
            "foreach" or "using" => '(',
            "do" or "try" when start == position => '{',
            _ => '\0',
        };

        return opening != '\0' && _scanner.CharAt(_scanner.SkipWhiteSpace(end)) == opening ? word : null;
    }

    private string? NextKeyword(RazorBlock block, int position, bool isInCode, out int start, out int end)
    {
        if (_triviaStart != position)
            (_triviaStart, _triviaEnd) = (position, _scanner.SkipTrivia(position));

        start = end = _triviaEnd;
        var last = ((RazorBranch)block.Children[block.Children.Count - 1]).Keyword;
        var next = (block.Keyword, last) switch
        {
            ("if", "if" or "else if") when _scanner.IsWord("else", start) => "else",
            ("try", "try" or "catch") when _scanner.IsWord("catch", start) => "catch",
            ("try", "try" or "catch") when _scanner.IsWord("finally", start) => "finally",
            ("do", "do") when _scanner.IsWord("while", start) => "while",
            _ => null,
        };

        if (next is null)
            return null;

        end = start + next.Length;
        if (next != "else")
            return next;

        var after = _scanner.SkipTrivia(end);
        if (_scanner.IsWord("if", after) && _scanner.CharAt(_scanner.SkipWhiteSpace(after + "if".Length)) == '(')
        {
            end = after + "if".Length;
            return "else if";
        }

        // In a page, the word may also be prose after the block.
        return isInCode || _scanner.CharAt(after) == '{' ? next : null;
    }
}
