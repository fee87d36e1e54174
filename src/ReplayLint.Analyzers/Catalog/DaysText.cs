using System.Globalization;

namespace ReplayLint.Catalog;

/// <summary>Reads a time that is written as <c>90d</c> or <c>24h</c>.</summary>
internal static class DaysText
{
    private const double HoursPerDay = 24;

    /// <summary>The time in days; null when the text is none.</summary>
    public static double? Read(string text)
    {
        text = text.Trim();
        if (text.Length < 2 || !int.TryParse(text.Substring(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
            return null;

        return text[text.Length - 1] switch
        {
            'd' => number,
            'h' => number / HoursPerDay,
            _ => null,
        };
    }
}
