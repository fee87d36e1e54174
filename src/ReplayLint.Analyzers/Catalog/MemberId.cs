namespace ReplayLint.Catalog;

/// <summary>A documentation id such as <c>P:Namespace.Type.Member</c>, taken apart without binding a symbol.</summary>
internal static class MemberId
{
    /// <summary>Whether the text has the shape of a documentation id of a type, method, property, field or event.</summary>
    public static bool IsWellFormed(string id) =>
        id.Length > 2
        && id[1] == ':'
        && "TMPFE".IndexOf(id[0]) >= 0
        && QualifiedName(id) is var name
        && name.Length > 0
        && name[0] != '.'
        && name[name.Length - 1] != '.'
        && name.IndexOf("..", StringComparison.Ordinal) < 0
        && (id[0] == 'T' || name.IndexOf('.') > 0)
        && HasBalancedParameterList(id);

    /// <summary>The last name in the id as it is written in C#: <c>Init</c>; for a constructor, the name of its type.</summary>
    public static string SimpleName(string id)
    {
        var name = QualifiedName(id);
        if (name.EndsWith(".#ctor", StringComparison.Ordinal))
            name = name.Substring(0, name.Length - ".#ctor".Length);

        name = name.Substring(name.LastIndexOf('.') + 1);
        var arity = name.IndexOf('`');
        return arity < 0 ? name : name.Substring(0, arity);
    }

    /// <summary>The id of the type that declares the member: <c>T:Namespace.Type</c>.</summary>
    public static string ContainingType(string id)
    {
        var name = QualifiedName(id);
        return "T:" + name.Substring(0, Math.Max(0, name.LastIndexOf('.')));
    }

    /// <summary>The same id below another namespace: the namespace is replaced wherever it starts a name.</summary>
    public static string WithNamespace(string id, string current, string replacement)
    {
        var result = new System.Text.StringBuilder(id.Length);
        var position = 0;
        while (position < id.Length)
        {
            var found = id.IndexOf(current + ".", position, StringComparison.Ordinal);
            if (found < 0)
                break;

            var startsName = found == 0 || ":(,{".IndexOf(id[found - 1]) >= 0;
            result.Append(id, position, found - position).Append(startsName ? replacement : current);
            position = found + current.Length;
        }

        return result.Append(id, position, id.Length - position).ToString();
    }

    private static string QualifiedName(string id)
    {
        var end = id.IndexOfAny(['(', '~']);
        return id.Substring(2, (end < 0 ? id.Length : end) - 2);
    }

    private static bool HasBalancedParameterList(string id)
    {
        var open = id.IndexOf('(');
        var close = id.LastIndexOf(')');
        return open < 0 ? close < 0 : close > open;
    }
}
