using System.Globalization;

namespace ReplayLint.CodeFixes.Web.Syntax;

/// <summary>Writes values of the catalogue as JavaScript.</summary>
internal static class ScriptLiteral
{
    /// <summary>Writes <c>true</c>, <c>0.1</c>, <c>null</c> and <c>[]</c> as they are, and all else as a string.</summary>
    public static string Write(string value, char quote) =>
        value is "true" or "false" or "null" or "undefined" or "[]" || double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? value
            : quote + value.Replace("\\", "\\\\").Replace(quote.ToString(), "\\" + quote) + quote;
}
