namespace ReplayLint.Catalog.Tests.Types;

/// <summary>
/// Reads the names in a file of TypeScript declarations: what is declared, its members, and the types that it mentions. It
/// is no compiler: what it does not understand it passes over, so that a name may be missed, but none is made up.
/// </summary>
internal sealed class TypeReader
{
    private static readonly HashSet<string> Modifiers =
        ["export", "declare", "default", "abstract", "readonly", "static", "public", "protected", "private", "async", "get", "set", "override", "accessor"];

    private readonly List<TypeToken> _tokens;
    private int _position;

    private TypeReader(List<TypeToken> tokens) => _tokens = tokens;

    private TypeToken Current => _tokens[Math.Min(_position, _tokens.Count - 1)];

    private TypeToken Next => _tokens[Math.Min(_position + 1, _tokens.Count - 1)];

    private bool IsAtEnd => Current.Kind == TokenKind.End;

    public static List<Declared> Read(string text)
    {
        var reader = new TypeReader(TypeToken.Split(text));
        var declared = new List<Declared>();
        while (!reader.IsAtEnd)
            reader.ReadStatement(declared);

        return declared;
    }

    private void ReadStatement(List<Declared> declared)
    {
        var comment = Current.Comment;
        while (Modifiers.Contains(Current.Text) && Current.Kind == TokenKind.Name && !Next.Is(":") && !Next.Is("("))
            _position++;

        var word = Current;
        _position++;
        switch (word.Text)
        {
            case "interface" or "class" or "enum" or "type" when Current.Kind == TokenKind.Name:
                declared.Add(ReadNamed(comment, hasBody: word.Text != "type"));
                break;
            case "const" when Current.IsWord("enum"):
                _position++;
                declared.Add(ReadNamed(comment, hasBody: true));
                break;
            case "function" or "const" or "let" or "var" when Current.Kind == TokenKind.Name:
                ReadMember(declared, comment);
                break;
            case "namespace" or "module" or "global":
                while (!IsAtEnd && !Current.Is("{") && !Current.Is(";"))
                    _position++;
                _position++;
                while (!IsAtEnd && !Current.Is("}"))
                    ReadStatement(declared);
                _position++;
                break;
            case "{":
                ReadSpecifiers(declared);
                break;
            case "import":
                while (!IsAtEnd && !Current.Is("{") && Current.Kind != TokenKind.Text)
                    _position++;
                if (Current.Is("{"))
                {
                    _position++;
                    ReadSpecifiers(declared);
                }

                break;
            default:
                // An export of something by its name alone.
                if (word.Kind == TokenKind.Name && _position >= 2 && _tokens[_position - 2].IsWord("default"))
                    declared.Add(new Declared("default", new DeclaredType { Names = { word.Text } }, comment, false));
                break;
        }
    }

    /// <summary>Names in braces, some of them with another name: <c>{ a, b as c }</c>.</summary>
    private void ReadSpecifiers(List<Declared> declared)
    {
        while (!IsAtEnd && !Current.Is("}"))
        {
            var original = Current;
            _position++;
            if (original.Kind != TokenKind.Name || original.Text is "type" && Current.Kind == TokenKind.Name && !Current.IsWord("as"))
                continue;

            var name = original.Text;
            if (Current.IsWord("as"))
            {
                _position++;
                name = Current.Text;
                _position++;
            }

            declared.Add(new Declared(name, new DeclaredType { Names = { original.Text } }, "", false));
        }

        _position++;
    }

    private Declared ReadNamed(string comment, bool hasBody)
    {
        var name = Current.Text;
        _position++;
        var type = new DeclaredType();
        ReadType(type, hasBody);
        return new Declared(name, type, comment, false);
    }

    private void ReadMembers(List<Declared> members)
    {
        while (!IsAtEnd && !Current.Is("}"))
        {
            var start = _position;
            var comment = Current.Comment;
            while (Current.Kind == TokenKind.Name && Modifiers.Contains(Current.Text) && Next.Kind is TokenKind.Name or TokenKind.Text)
                _position++;

            if (Current.Is(";") || Current.Is(",") || Current.Is("+") || Current.Is("-"))
                _position++;
            else
                ReadMember(members, comment);

            if (_position == start)
                _position++;
        }

        _position++;
    }

    /// <summary>A name, and what follows it up to the end of the member.</summary>
    private void ReadMember(List<Declared> members, string comment)
    {
        var type = new DeclaredType();
        var name = "";
        if (Current.Is("["))
        {
            // An index, or a name that is computed.
            while (!IsAtEnd && !Current.Is("]"))
            {
                if (Current.Kind == TokenKind.Name)
                    type.Names.Add(Current.Text);
                _position++;
            }

            _position++;
        }
        else if (Current.Kind is TokenKind.Name or TokenKind.Text or TokenKind.Number)
        {
            name = Current.Text;
            _position++;
        }

        var isOptional = Current.Is("?");
        if (isOptional || Current.Is("!"))
            _position++;

        ReadType(type, hasBody: false);
        members.Add(new Declared(name, type, comment, isOptional));
    }

    /// <summary>Everything up to the end of a declaration or member.</summary>
    private void ReadType(DeclaredType type, bool hasBody)
    {
        var previous = new TypeToken(TokenKind.Sign, ":", "", false);
        while (!IsAtEnd)
        {
            var token = Current;
            if (token.Is(";") || token.Is("}") || token.Is(")") || token.Is("]") || (!hasBody && (token.Is(",") || EndsBefore(previous, token))))
                return;

            _position++;
            if (token.Is("{"))
            {
                ReadMembers(type.Members);
                if (hasBody)
                    return;
            }
            else if (token.Is("(") || token.Is("[") || token.Is("<"))
            {
                ReadGroup(type, token.Text);
            }
            else
            {
                Add(type, token);
            }

            previous = _tokens[_position - 1];
        }
    }

    /// <summary>What stands in parentheses, in brackets or between angles.</summary>
    private void ReadGroup(DeclaredType type, string open)
    {
        var close = open switch { "(" => ")", "[" => "]", _ => ">" };
        var commas = 0;
        var isEmpty = true;
        var isOpen = false;
        while (!IsAtEnd && !Current.Is(close))
        {
            var token = Current;
            _position++;
            isEmpty = false;
            if (token.Is("{"))
                ReadMembers(type.Members);
            else if (token.Is("(") || token.Is("[") || token.Is("<"))
                ReadGroup(type, token.Text);
            else if (token.Is(",") && !Current.Is(close))
                commas++;
            else if (token.Is("."))
                isOpen |= Current.Is(".");
            else
                Add(type, token);
        }

        _position++;
        if (open != "(")
            return;

        type.Parameters = Math.Max(type.Parameters ?? 0, isEmpty ? 0 : commas + 1);
        type.IsOpen |= isOpen;
    }

    private static void Add(DeclaredType type, TypeToken token)
    {
        if (token.Kind == TokenKind.Name)
            type.Names.Add(token.Text);
        else if (token.Kind == TokenKind.Text)
            type.Texts.Add(token.Text);
    }

    /// <summary>Where nothing else ends a member, the line does.</summary>
    private static bool EndsBefore(TypeToken previous, TypeToken token)
    {
        if (!token.StartsLine || token.Is("|") || token.Is("&") || token.Is(".") || token.Is("=>") || token.Is("?") || token.Is(":") || token.Is(">") || token.Is("="))
            return false;

        return previous.Kind != TokenKind.Sign || previous.Text is "}" or ")" or "]" or ">";
    }
}
