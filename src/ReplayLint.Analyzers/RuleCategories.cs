namespace ReplayLint;

/// <summary>The categories of rules; one for each family.</summary>
internal static class RuleCategories
{
    public const string Consent = "ReplayLint.Consent";
    public const string Masking = "ReplayLint.Masking";
    public const string Volume = "ReplayLint.Volume";
    public const string Identity = "ReplayLint.Identity";
    public const string Retention = "ReplayLint.Retention";
    public const string Integrity = "ReplayLint.Integrity";
}
