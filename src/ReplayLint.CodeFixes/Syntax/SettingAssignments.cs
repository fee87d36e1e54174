namespace ReplayLint.CodeFixes.Syntax;

/// <summary>Reads what a rule asks to set: <c>Privacy.MaskLabels=true;TrackingConsent=NotGranted</c>.</summary>
internal static class SettingAssignments
{
    /// <summary>The settings to write, each with its path from the options object and its value.</summary>
    public static IEnumerable<(string Path, string Value)> Parse(string? assignments)
    {
        foreach (var assignment in (assignments ?? "").Split(';'))
        {
            var equals = assignment.IndexOf('=');
            if (equals > 0)
                yield return (assignment.Substring(0, equals), assignment.Substring(equals + 1));
        }
    }
}
