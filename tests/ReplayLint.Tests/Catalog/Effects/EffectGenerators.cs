namespace ReplayLint.Tests.Catalog.Effects;

/// <summary>Which generator writes the projects for which kind of line.</summary>
internal static class EffectGenerators
{
    private static readonly Dictionary<string, Func<StatedFact, Task<IEnumerable<EffectCase>>>> ByKind = new(StringComparer.Ordinal)
    {
        ["recorder retention"] = Of(PageEffects.Retention),
        ["recorder console-only"] = Of(PageEffects.ConsoleOnly),
        ["recorder configure"] = Of(ApiEffects.Configure),
        ["recorder events"] = Of(ApiEffects.Events),
        ["recorder identify"] = Of(ApiEffects.Identify),
        ["recorder setting"] = Of(ApiSettingEffects.Of),
        ["recorder start"] = Of(ApiEffects.Start),
        ["recorder stop"] = Of(ApiEffects.Stop),
        ["recorder unmask"] = Of(ApiEffects.Unmask),
        ["recorder look-alike"] = Of(ApiEffects.LookAlike),
        ["recorder json-setting"] = Of(ConfigurationEffects.Setting),
        ["recorder script"] = Of(PageEffects.Script),
        ["recorder domain"] = Of(PageEffects.Domain),
        ["recorder npm"] = Of(PageEffects.Package),
        ["recorder global"] = Of(PageEffects.Global),
        ["recorder masks"] = Of(ContentEffects.Default),
        ["recorder shows"] = Of(ContentEffects.Default),
        ["recorder masks-field"] = ContentEffects.MaskedKind,
        ["recorder masks-text"] = ContentEffects.MaskedKind,
        ["recorder never-captures"] = Of(ContentEffects.NeverCaptured),
        ["recorder markup-mask"] = ContentEffects.Protection,
        ["recorder markup-block"] = ContentEffects.Protection,
        ["recorder markup-ignore"] = ContentEffects.Protection,
        ["recorder markup-unmask"] = Of(ContentEffects.Unmask),
        ["recorder js-start"] = Of(ScriptEffects.Start),
        ["recorder js-stop"] = Of(ScriptEffects.Stop),
        ["recorder js-gate"] = Of(ScriptEffects.Gate),
        ["recorder js-grant"] = Of(ScriptEffects.Grant),
        ["recorder js-look-alike"] = Of(ScriptEffects.LookAlike),
        ["recorder js-setting"] = Of(ScriptSettingEffects.Of),
        ["recorder js-mark"] = ScriptEffects.Mark,
        ["recorder js-unmask"] = Of(ScriptEffects.Unmask),
        ["recorder js-identify"] = Of(ScriptEffects.Identify),
        ["recorder js-share"] = Of(ScriptEffects.Share),
        ["recorder enabled-by"] = Of(EnablingEffects.EnabledBy),
        ["recorder api"] = Of(EnablingEffects.Api),
        ["recorder formerly"] = Of(EnablingEffects.Formerly),
        ["consent guard"] = Of(ConsentEffects.Guard),
        ["consent granted"] = Of(ConsentEffects.Granted),
        ["consent ensures"] = Of(ConsentEffects.Ensures),
        ["consent callback"] = Of(ConsentEffects.Callback),
        ["consent revokes"] = Of(ConsentEffects.Revokes),
        ["consent not-guard"] = Of(ConsentEffects.NotGuard),
        ["consent stand-in"] = Of(ConsentEffects.StandIn),
        ["consent lifetime"] = Of(ConsentEffects.Lifetime),
        ["consent script"] = Of(PlatformEffects.Script),
        ["consent script-gate"] = Of(PlatformEffects.ScriptGate),
        ["consent essential-category"] = Of(PlatformEffects.EssentialCategory),
        ["consent statistics-category"] = Of(PlatformEffects.StatisticsCategory),
        ["consent auto-blocks"] = Of(PlatformEffects.AutoBlocks),
        ["consent js-guard"] = Of(PlatformEffects.Guard),
        ["consent js-callback"] = Of(PlatformEffects.Callback),
        ["consent js-lifetime"] = Of(PlatformEffects.Lifetime),
        ["identity direct"] = Of(IdentityEffects.Direct),
        ["identity mark"] = Of(IdentityEffects.Mark),
        ["purpose volume"] = Of(PurposeEffects.Volume),
        ["purpose masking"] = Of(PurposeEffects.Masking),
        ["purpose identifier"] = Of(PurposeEffects.Identifier),
        ["purpose retention"] = Of(PurposeEffects.Retention),
    };

    /// <summary>The projects for a fact, or null when no generator knows its kind.</summary>
    public static async Task<IReadOnlyList<EffectCase>?> CasesOfAsync(StatedFact fact) =>
        ByKind.TryGetValue(fact.Kind, out var generator) ? [.. await generator(fact)]
        : fact.Section != "words" ? null
        : WordEffects.ByList.TryGetValue(fact.Owner, out var list) ? [.. list(fact)]
        : fact.Owner.StartsWith("consent-", StringComparison.Ordinal) ? [.. WordEffects.OfNames(fact)] : null;

    private static Func<StatedFact, Task<IEnumerable<EffectCase>>> Of(Func<StatedFact, IEnumerable<EffectCase>> generator) => fact => Task.FromResult(generator(fact));
}
