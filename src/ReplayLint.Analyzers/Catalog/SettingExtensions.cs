namespace ReplayLint.Catalog;

/// <summary>What settings of any language have in common.</summary>
internal static class SettingExtensions
{
    /// <summary>Whether the setting decides what is masked.</summary>
    public static bool Masks(this ISetting setting) => setting.Protects is Protects.Inputs or Protects.Text or Protects.Media;
}
