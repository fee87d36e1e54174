using System.Globalization;

namespace ReplayLint.Catalog;

/// <summary>The value of a setting as the catalogue writes values: <c>true</c>, <c>0.1</c>, <c>MaskAll</c>.</summary>
internal readonly struct SettingValue
{
    private SettingValue(string? text) => Text = text;

    /// <summary>A value that code does not show.</summary>
    public static SettingValue Unknown => default;

    /// <summary>The value's text, or null when it is not known.</summary>
    public string? Text { get; }

    public bool IsKnown => Text is not null;

    private double? Number =>
        double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The value of a constant; numbers are written independently of the culture.</summary>
    public static SettingValue Of(object? constant) => constant switch
    {
        null => new("null"),
        bool flag => new(flag ? "true" : "false"),
        IFormattable number => new(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => new(constant.ToString()),
    };

    public static SettingValue OfText(string? text) => new(text);

    /// <summary>Whether the value is known and equals a value of the catalogue.</summary>
    public bool Is(string value) =>
        Text is not null && (Text == value || (Number is { } number && OfText(value).Number == number));

    /// <summary>Whether the value is known and is not one that protects.</summary>
    public bool Loosens(ISetting setting) =>
        setting.Protects == Protects.Rate && (setting.Full is not null || setting.Safe.IsEmpty)
            ? !setting.OnError && Number is { } number && setting.Full is { } full && number >= full
            : IsKnown && !IsSafe(setting);

    /// <summary>The days that a number stands for, or null when it is none or what it counts is not known.</summary>
    public double? DaysIn(RetentionUnit unit) => Number is not { } number ? null : unit switch
    {
        RetentionUnit.Days => number,
        RetentionUnit.Hours => TimeSpan.FromHours(1).TotalDays * number,
        RetentionUnit.Minutes => TimeSpan.FromMinutes(1).TotalDays * number,
        RetentionUnit.Seconds => TimeSpan.FromSeconds(1).TotalDays * number,
        _ => null,
    };

    /// <summary>Whether a rate lets at least some sessions be recorded.</summary>
    public bool RecordsSome => Number is { } number && number > 0;

    /// <summary>Whether a rate is known to record nothing; a rate that is null is one that is not set.</summary>
    public bool RecordsNone => Text == "null" || Number is <= 0;

    private bool IsSafe(ISetting setting)
    {
        foreach (var safe in setting.Safe)
        {
            if (Is(safe))
                return true;
        }

        return false;
    }
}
