using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Catalog.Script;

/// <summary>
/// Part of an address, as <c>host.example/path/*.js</c>. It is found in any text that holds the address, whatever the
/// text is a part of: letters may be large or small, and a slash may be escaped. <c>*</c> stands for any run of the
/// characters that an address has.
/// </summary>
internal sealed class HostPattern
{
    /// <summary>So many characters before the first <c>*</c> keep a pattern from being tried all the time.</summary>
    private const int MinimumAnchor = 4;

    /// <summary>No address is longer, and a text without a break is not read to its end for each beginning of one.</summary>
    private const int MaximumLength = 2048;

    private readonly ImmutableArray<string> _parts;
    private readonly bool _isOpen;

    private HostPattern(string text, ImmutableArray<string> parts, bool isOpen)
    {
        Text = text;
        _parts = parts;
        _isOpen = isOpen;
    }

    /// <summary>The pattern as it is written.</summary>
    public string Text { get; }

    /// <summary>The first characters of the pattern that stand for themselves, in small letters.</summary>
    public string Anchor => _parts[0];

    /// <summary>Reads a pattern, or returns null when the text is none.</summary>
    public static HostPattern? TryParse(string text)
    {
        var isOpen = text.StartsWith("*", StringComparison.Ordinal);
        var parts = (isOpen ? text.Substring(1) : text).ToLowerInvariant().Split('*');
        return parts[0].Length >= MinimumAnchor
            && text.IndexOf("//", StringComparison.Ordinal) < 0
            && parts.All(static part => part.Length > 0 && part.All(static c => c < 128 && (char.IsLetterOrDigit(c) || "-._/?=&%+:~".IndexOf(c) >= 0)))
            ? new HostPattern(text, parts.ToImmutableArray(), isOpen)
            : null;
    }

    /// <summary>Whether the pattern is found where its anchor ends, and where all of it stands.</summary>
    public bool TryMatch(string text, int anchorEnd, out TextSpan span)
    {
        span = default;
        var start = MatchBackward(text, anchorEnd, Anchor);
        if (start < 0 || (!_isOpen && !StartsHere(text, start)))
            return false;

        var end = MatchRest(text, anchorEnd, part: 1, Math.Min(text.Length, start + MaximumLength));
        if (end < 0)
            return false;

        var first = Math.Max(0, end - MaximumLength);
        while (_isOpen && start > first && IsAddress(text[start - 1]))
            start--;

        span = TextSpan.FromBounds(start, end);
        return true;
    }

    /// <summary>Where the address ends that goes on at a position.</summary>
    public static int EndOfAddress(string text, int position)
    {
        var last = Math.Min(text.Length, position + MaximumLength);
        while (position < last && IsAddress(text[position]))
            position++;

        return position;
    }

    /// <summary>The whole address that a part of it stands in.</summary>
    public static string AddressAround(string text, TextSpan part)
    {
        var first = Math.Max(0, part.Start - MaximumLength);
        var start = part.Start;
        while (start > first && IsAddress(text[start - 1]))
            start--;

        return text.Substring(start, EndOfAddress(text, part.End) - start);
    }

    public override string ToString() => Text;

    public static char ToLower(char c) => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;

    private static bool IsAddress(char c) => !char.IsWhiteSpace(c) && "\"'`<>,;".IndexOf(c) < 0;

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '-';

    /// <summary>A host or file is found only where its name starts: not in the middle of a longer one.</summary>
    private bool StartsHere(string text, int start) =>
        start == 0 || !IsWord(Anchor[0]) || !(IsWord(text[start - 1]) || text[start - 1] == '.');

    /// <summary>What ends in a letter or digit ends a name; a host is not the beginning of a longer host.</summary>
    private bool EndsHere(string text, int end)
    {
        var last = _parts[_parts.Length - 1];
        if (end == text.Length || !char.IsLetterOrDigit(last[last.Length - 1]))
            return true;

        if (Text.IndexOf('/') >= 0)
            return !char.IsLetterOrDigit(text[end]);

        return !IsWord(text[end]) && !(text[end] == '.' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]));
    }

    private int MatchRest(string text, int position, int part, int last)
    {
        if (part == _parts.Length)
            return EndsHere(text, position) ? position : -1;

        for (; position < last && IsAddress(text[position]); position++)
        {
            var next = MatchForward(text, position, _parts[part]);
            if (next >= 0 && MatchRest(text, next, part + 1, last) is >= 0 and var end)
                return end;
        }

        return -1;
    }

    private static int MatchForward(string text, int position, string part)
    {
        foreach (var c in part)
        {
            while (c == '/' && position < text.Length && text[position] == '\\')
                position++;

            if (position == text.Length || ToLower(text[position]) != c)
                return -1;

            position++;
        }

        return position;
    }

    private static int MatchBackward(string text, int position, string part)
    {
        for (var i = part.Length - 1; i >= 0; i--)
        {
            if (position == 0 || ToLower(text[position - 1]) != part[i])
                return -1;

            position--;
            while (part[i] == '/' && i > 0 && position > 0 && text[position - 1] == '\\')
                position--;
        }

        return position;
    }
}
