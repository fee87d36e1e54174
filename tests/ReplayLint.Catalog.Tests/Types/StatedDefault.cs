using System.Text.RegularExpressions;

namespace ReplayLint.Catalog.Tests.Types;

/// <summary>What a documentation comment says about the value that holds when none is given.</summary>
internal static partial class StatedDefault
{
    /// <summary>The value as the comment writes it, without quotes; null when it states none.</summary>
    public static string? Read(string comment)
    {
        var text = Decoration().Replace(comment, " ");
        return Statement().Match(text) is { Success: true } match ? match.Groups["value"].Value.Trim('\'', '"', '`').TrimEnd('.') : null;
    }

    [GeneratedRegex(@"^\s*(/\*\*|\*/|\*|//)|\*/\s*$", RegexOptions.Multiline)]
    private static partial Regex Decoration();

    /// <summary><c>@default true</c>, <c>@defaultValue `true`</c>, <c>Defaults to true</c>, <c>Default is 'x'</c>, <c>(default: 1)</c>.</summary>
    [GeneratedRegex(@"(@default(Value)?:?|\b[Dd]efaults?(\s+value)?(\s+is|\s+to|:)|\b[Bb]y default,?(\s+this)?\s+is)\s+(set\s+to\s+)?(?<value>'[^']*'|""[^""]*""|`[^`]*`|-?[\w.%]+|\[\])")]
    private static partial Regex Statement();
}
