using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace ReplayLint.Fuzz.Inputs;

/// <summary>Changes a text as people, merges and broken tools do; the numbers decide how, and nothing else does.</summary>
internal static partial class TextMutator
{
    private const int LongestText = 100_000;
    private const int MostLevels = 2_000;

    /// <summary>The compiler takes twice as long for each level of a text in a text.</summary>
    private const int MostInterpolations = 8;

    private static readonly ImmutableArray<string> Pieces =
    [
        "<", ">", "</", "/>", "\"", "'", "`", "@", "@@", "@{", "@(", "}", "{", "(", ")", "[", "]", "@if (x) {", "else {", "@:", "<text>", "@code {", "@functions {", "@section S {",
        "<script>", "</script>", "<!--", "-->", "@*", "*@", "/*", "*/", "//", "#", "=>", "${", "$\"{", "\"\"\"", "$$\"\"\"{{", "\\", "\\u", "\\ud800", "&amp;", "&#0;", "&#xD800;",
        "<![CDATA[", "]]>", "<?xml", "<!DOCTYPE [<!ENTITY a \"&a;\">]>", "case", "return;", "await ", "yield ", "async ", "?.", "??=", "is not null", "with { ", "stackalloc", "#if X\n", "#endif\n",
        "#pragma warning disable RPL1001\n", "/* replaylint-disable RPL1001: x */", "replaylint-disable", "NaN", "1e999", "-0", "99999999999999999999", "0x", "1..2", "null", "true", "until 9999-99-99",
    ];

    private static readonly ImmutableArray<string> Characters =
    [
        "\0", "\u0001", "\u001e", "\u001f", "\u007f", "\u0085", "\u00a0", "\u00ad", "\u0130", "\u0131", "\u017f", "\u212a", "\u200b", "\u200d", "\u200e", "\u202e", "\u2028", "\u2029", "\ufeff", "\ufffe", "\uffff",
        "\ud800", "\udbff", "\udc00", "\udfff", "\udc00\ud800", "\ud83d\ude00", "e\u0301", "\uff1c", "\uff02", "\ufb01", "\t", "\v", "\f", "\r", "\n", "\r\n", "\n\r", " ", "\\",
    ];

    private static readonly ImmutableArray<string> LineEnds = ["\n", "\r\n", "\r", "\n\r", "\u2028", "\u2029", "\u0085", "\v", "\f"];

    private static readonly ImmutableArray<(string Open, string Close)> Nests =
    [
        ("<div>", "</div>"), ("<div>", ""), ("@if (x) {", "}"), ("@{", "}"), ("@(", ")"), ("<text>", "</text>"), ("(", ")"), ("[", "]"), ("{", "}"), ("{ a: ", "}"), ("{ \"a\": ", "}"), ("f(() => {", "});"), ("if (a) {", "}"),
        ("if (a) ", ""), ("a ? b : ", ""), ("a && (", ")"), ("!", ""), ("`${", "}`"), ("x + ", ""), ("\"a\" + ", ""), ("a.", "b"), ("new ", ""), ("try {", "} finally { }"), ("switch (x) { case 1: ", "break; }"), ("class A {", "}"),
        ("namespace A {", "}"), ("A<", ">"), ("x => ", ""), ("() => ", ""), ("$\"{", "}\""), ("/*", "*/"), ("@*", "*@"), ("<!--", "-->"), ("<a b='", "'>"), ("await ", ""), ("checked(", ")"), ("a is not (", ")"), ("function f() {", "}"),
    ];

    /// <summary>The ends of the tokens of a text: words, white space, and each other character.</summary>
    public static ImmutableArray<int> EndsOf(string text) => [.. Tokens().EnumerateMatches(text).ToEnds()];

    /// <summary>A text after a few changes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="others">Texts of the same kind, of which parts are taken over.</param>
    /// <param name="random">Decides what is changed.</param>
    /// <param name="mostLevels">How deep it may be nested.</param>
    public static string Mutate(string text, ImmutableArray<string> others, Random random, int mostLevels = MostLevels)
    {
        for (var edits = random.Next(1, 7); edits > 0; edits--)
            text = Edit(text, others, random);

        // Rare, because they take long.
        if (random.Next(300) == 0)
            text = Nest(text, random, mostLevels);
        else if (random.Next(60) == 0)
            text = Nest(text, random, Math.Min(60, mostLevels));

        if (random.Next(300) == 0)
        {
            // What opens something nests as deep as it is long.
            var letter = "aA0 \n<{(\"'/\\@+&"[random.Next(15)];
            text = text.Insert(random.Next(text.Length + 1), new string(letter, random.Next(1, "<{(+".Contains(letter, StringComparison.Ordinal) && mostLevels < MostLevels ? mostLevels : 50_000)));
        }

        if (random.Next(40) == 0)
            text = MixLineEnds(text, random);

        if (random.Next(60) == 0)
            text = Reencode(text, random);

        return text.Length <= LongestText ? text : text[..LongestText];
    }

    /// <summary>A text inside of many levels of something; the levels may be closed or not.</summary>
    private static string Nest(string text, Random random, int mostLevels)
    {
        var (open, close) = Nests[random.Next(Nests.Length)];
        var levels = random.Next(2, (open.StartsWith('$') ? Math.Min(mostLevels, MostInterpolations) : mostLevels) + 1);
        var at = random.Next(text.Length + 1);
        var end = random.Next(at, text.Length + 1);
        var closing = random.Next(4) == 0 ? random.Next(levels) : levels;
        return new StringBuilder(text.Length + (levels * (open.Length + close.Length)))
            .Append(text, 0, at).Insert(at, open, levels).Append(text, at, end - at).Append(string.Concat(Enumerable.Repeat(close, closing))).Append(text, end, text.Length - end)
            .ToString();
    }

    private static string Edit(string text, ImmutableArray<string> others, Random random)
    {
        var ends = EndsOf(text);
        if (ends.IsEmpty)
            return Pieces[random.Next(Pieces.Length)];

        var (start, end) = Tokens(ends, random, 1);
        var other = others[random.Next(others.Length)];
        switch (random.Next(14))
        {
            case 0:
                return text[..start];

            case 1:
                return text.Remove(start, end - start);

            case 2:
                return text.Insert(end, text[start..end]);

            case 3:
                (start, end) = Tokens(ends, random, 12);
                return text.Remove(start, end - start);

            case 4:
                (start, end) = Tokens(ends, random, 12);
                return text.Insert(random.Next(text.Length + 1), string.Concat(Enumerable.Repeat(text[start..end], random.Next(1, 5))));

            case 5:
                return Swap(text, (start, end), Tokens(ends, random, 3));

            case 6:
                return text.Insert(start, Pieces[random.Next(Pieces.Length)]);

            case 7:
                return string.Concat(text.AsSpan(0, start), Pieces[random.Next(Pieces.Length)], text.AsSpan(end));

            case 8:
                var ofOther = EndsOf(other);
                var taken = Tokens(ofOther, random, 20);
                return text.Insert(start, other[taken.Start..taken.End]);

            case 9:
                return string.Concat(text.AsSpan(0, start), other.AsSpan(random.Next(other.Length)));

            case 10:
                return text.Remove(random.Next(text.Length), 1);

            case 11:
                return text.Insert(random.Next(text.Length + 1), Characters[random.Next(Characters.Length)]);

            case 12:
                var at = random.Next(text.Length);
                return at == 0 ? text : Swap(text, (at - 1, at), (at, at + 1));

            default:
                return random.Next(2) == 0 ? string.Concat(text.AsSpan(0, start), text[start..end].ToUpperInvariant(), text.AsSpan(end)) : text[start..];
        }
    }

    /// <summary>A few tokens that follow each other.</summary>
    private static (int Start, int End) Tokens(ImmutableArray<int> ends, Random random, int most)
    {
        var first = random.Next(ends.Length);
        var last = Math.Min(ends.Length - 1, first + random.Next(most));
        return (first == 0 ? 0 : ends[first - 1], ends[last]);
    }

    private static string Swap(string text, (int Start, int End) one, (int Start, int End) other)
    {
        if (other.Start < one.Start)
            (one, other) = (other, one);

        return other.Start < one.End
            ? text
            : string.Concat(string.Concat(text.AsSpan(0, one.Start), text.AsSpan(other.Start, other.End - other.Start), text.AsSpan(one.End, other.Start - one.End)), text.AsSpan(one.Start, one.End - one.Start), text.AsSpan(other.End));
    }

    private static string MixLineEnds(string text, Random random) => LineBreaks().Replace(text, _ => LineEnds[random.Next(LineEnds.Length)]);

    /// <summary>The text as whoever reads its bytes by the wrong encoding gets it.</summary>
    private static string Reencode(string text, Random random) => random.Next(4) switch
    {
        0 => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)),
        1 => Encoding.UTF8.GetString(Encoding.Unicode.GetBytes(text)),
        2 => Encoding.BigEndianUnicode.GetString(Encoding.UTF8.GetBytes(text)),
        _ => "\ufeff" + Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(text)),
    };

    private static IEnumerable<int> ToEnds(this Regex.ValueMatchEnumerator tokens)
    {
        var ends = new List<int>();
        foreach (var token in tokens)
            ends.Add(token.Index + token.Length);

        return ends;
    }

    [GeneratedRegex(@"\w+|\s+|.", RegexOptions.Singleline)]
    private static partial Regex Tokens();

    [GeneratedRegex(@"\r\n|\r|\n")]
    private static partial Regex LineBreaks();
}
