using System.Globalization;

namespace ReplayLint.Policy;

/// <summary>Writes for how long recordings are kept.</summary>
internal static class RetentionText
{
    private const double HoursPerDay = 24;

    /// <summary>A number of days as a message writes it: in hours up to two days, and where it is no whole number.</summary>
    public static string Of(double days)
    {
        var inHours = days < 2 || days % 1 != 0;
        var number = Math.Round(inHours ? days * HoursPerDay : days, 1);
        return number.ToString(CultureInfo.InvariantCulture) + (inHours ? " hour" : " day") + (number == 1 ? "" : "s");
    }
}
