using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>
/// The text of a view without what the Razor compiler may write otherwise: white space and line ends, quotes, <c>@</c>, and
/// its comments, which it leaves out.
/// </summary>
internal sealed class ViewText
{
    /// <summary>So much of a text that is otherwise changed says where it begins, or ends.</summary>
    private const int TelltaleLength = 24;

    private const int ShortestTelltale = 6;

    private readonly string _letters;
    private readonly int[] _places;
    private readonly int _length;

    public ViewText(string text)
    {
        var letters = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '@' && i + 1 < text.Length && text[i + 1] == '*' && (i == 0 || text[i - 1] != '@'))
            {
                var end = text.IndexOf("*@", i + 2, StringComparison.Ordinal);
                if (end < 0)
                    break;

                i = end + 1;
            }
            else if (IsKept(text[i]))
            {
                letters.Append(text[i]);
                places.Add(i);
            }
        }

        _letters = letters.ToString();
        _places = places.ToArray();
        _length = text.Length;
    }

    /// <summary>Finds where a text was written, between two positions of the view.</summary>
    public TextSpan? Find(string written, int from, int to, bool isName = false)
    {
        var wanted = new string(Array.FindAll(written.ToCharArray(), IsKept));
        var first = IndexAt(from);
        var last = IndexAt(to);
        if (wanted.Length == 0 || first >= last)
            return null;

        var start = IndexOf(wanted, first, last, isName);
        if (start >= 0)
            return Span(start, start + wanted.Length);

        var telltale = Math.Min(TelltaleLength, wanted.Length - 1);
        if (isName || telltale < ShortestTelltale)
            return null;

        start = IndexOf(wanted.Substring(0, telltale), first, last, isName: false);
        if (start < 0)
            return null;

        // Attributes are written in another way than they stand there, so the length is about the same and no more.
        var end = IndexOf(wanted.Substring(wanted.Length - telltale), start, Math.Min(last, start + (wanted.Length * 2)), isName: false);
        return Span(start, end < 0 ? Math.Min(last, start + wanted.Length) : end + telltale);
    }

    private static bool IsKept(char letter) => !char.IsWhiteSpace(letter) && letter is not ('"' or '\'' or '@' or '\uFEFF');

    private int IndexOf(string wanted, int first, int last, bool isName)
    {
        while (first < last)
        {
            var start = _letters.IndexOf(wanted, first, last - first, StringComparison.Ordinal);
            if (start < 0 || !isName || EndsName(start + wanted.Length - 1))
                return start;

            first = start + 1;
        }

        return -1;
    }

    /// <summary>Whether a name ends with this letter: with white space after it, or with what no name has.</summary>
    private bool EndsName(int index) =>
        index + 1 == _letters.Length || _places[index + 1] > _places[index] + 1 || !(char.IsLetterOrDigit(_letters[index + 1]) || _letters[index + 1] is '-' or '_' or '.' or ':');

    private int IndexAt(int position)
    {
        var index = Array.BinarySearch(_places, position);
        return index < 0 ? ~index : index;
    }

    private TextSpan Span(int start, int end) =>
        TextSpan.FromBounds(_places[start], end > start ? _places[Math.Min(end, _places.Length) - 1] + 1 : Math.Min(_places[start], _length));
}
