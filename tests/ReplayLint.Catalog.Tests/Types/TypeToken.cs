namespace ReplayLint.Catalog.Tests.Types;

/// <summary>What a token of a type declaration is.</summary>
internal enum TokenKind
{
    Name,
    Text,
    Number,
    Sign,
    End,
}

/// <summary>A token of a type declaration.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it says; for a text, without the quotes.</param>
/// <param name="Comment">The documentation comment that stands before it, or an empty text.</param>
/// <param name="StartsLine">Whether a line break stands before it.</param>
internal readonly record struct TypeToken(TokenKind Kind, string Text, string Comment, bool StartsLine)
{
    public bool Is(string sign) => Kind == TokenKind.Sign && Text == sign;

    public bool IsWord(string word) => Kind == TokenKind.Name && Text == word;

    /// <summary>Splits a file of type declarations.</summary>
    public static List<TypeToken> Split(string text)
    {
        var tokens = new List<TypeToken>();
        var comment = "";
        var startsLine = true;
        var position = 0;
        while (position < text.Length)
        {
            var c = text[position];
            if (char.IsWhiteSpace(c))
            {
                startsLine |= c == '\n';
                position++;
            }
            else if (c == '/' && At(position + 1) == '*')
            {
                var end = text.IndexOf("*/", position + 2, StringComparison.Ordinal);
                end = end < 0 ? text.Length : end + 2;
                comment = text[position..end];
                position = end;
            }
            else if (c == '/' && At(position + 1) == '/')
            {
                var end = text.IndexOf('\n', position);
                end = end < 0 ? text.Length : end;
                comment += "\n" + text[position..end];
                position = end;
            }
            else
            {
                var start = position;
                var kind = Read(c);
                tokens.Add(new TypeToken(kind, kind == TokenKind.Text ? text[(start + 1)..Math.Max(start + 1, position - 1)] : text[start..position], comment, startsLine));
                comment = "";
                startsLine = false;
            }
        }

        tokens.Add(new TypeToken(TokenKind.End, "", "", true));
        return tokens;

        char At(int index) => index < text.Length ? text[index] : '\0';

        TokenKind Read(char c)
        {
            if (char.IsLetter(c) || c is '_' or '$' or '#')
            {
                do
                    position++;
                while (char.IsLetterOrDigit(At(position)) || At(position) is '_' or '$');
                return TokenKind.Name;
            }

            if (char.IsDigit(c))
            {
                do
                    position++;
                while (char.IsLetterOrDigit(At(position)) || At(position) is '.' or '_');
                return TokenKind.Number;
            }

            if (c is '"' or '\'' or '`')
            {
                position++;
                while (position < text.Length && text[position] != c)
                    position += text[position] == '\\' ? 2 : 1;
                position = Math.Min(text.Length, position + 1);
                return TokenKind.Text;
            }

            position += c == '=' && At(position + 1) == '>' ? 2 : 1;
            return TokenKind.Sign;
        }
    }
}
