using System.Globalization;
using Acornima.Ast;

namespace ReplayLint.Readers.Script;

/// <summary>The name of a property that is not computed.</summary>
internal static class PropertyKey
{
    public static string? Of(Node? key) => key switch
    {
        Identifier identifier => identifier.Name,
        StringLiteral text => text.Value,
        NumericLiteral number => number.Value.ToString(CultureInfo.InvariantCulture),
        PrivateIdentifier name => "#" + name.Name,
        _ => null,
    };
}
