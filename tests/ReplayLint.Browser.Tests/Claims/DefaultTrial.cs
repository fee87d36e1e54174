using ReplayLint.Browser.Tests.Pages;
using ReplayLint.Browser.Tests.Recorders;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Browser.Tests.Claims;

/// <summary>What is in clear when nothing is configured.</summary>
internal sealed class DefaultTrial(StartTemplate start) : Trial(start, "default")
{
    /// <summary>The kinds of canaries that left the page.</summary>
    public IReadOnlyList<Canary> Leaked { get; private set; } = [];

    public override async Task<IEnumerable<Claim>> RunAsync(Chromium chromium)
    {
        var page = TestPage.Write(Recorder, Start.Write());
        await using var visit = await Visit.OpenAsync(chromium, Recorder, page);
        if (!await RecordAsync(visit, withKeys: true))
            return [Unrecorded(ClaimKind.Default, "starts", visit)];

        Leaked = [.. Canary.All.Where(canary => visit.Holds(canary.Text))];
        // What asks for a word that the page does not have is not about it.
        return [.. OptionValues.Holding(Recorder).Where(fact => fact is not JsFact { Requires.IsEmpty: false } js || js.Requires.Any(page.Contains)).Select(fact => Judge(fact, visit)).OfType<Claim>()];
    }

    private Claim? Judge(ScriptFact fact, Visit visit) => fact switch
    {
        DefaultFact { IsMasked: true } masked => Keeps(ClaimKind.Default, $"masks {Word(masked.Content)}", visit, Exposure.OfContent(masked.Content).Protected.Except(Exceptions(masked.Content))),
        DefaultFact shown => Leaks(ClaimKind.Default, $"shows {Word(shown.Content)}", visit, Exposure.OfContent(shown.Content).Shown),
        MaskedKindFact masked => Keeps(ClaimKind.Default, $"masks-{(masked.Content == Protects.Text ? "text" : "field")} {masked.Kind}", visit, Exposure.OfKind(masked.Content, masked.Kind)),
        NeverCapturedFact never => Keeps(ClaimKind.Default, $"never-captures {never.Field}", visit, Exposure.OfKind(Protects.Inputs, never.Field)),
        JsSettingFact { Protects: Protects.Inputs or Protects.Text or Protects.Media or Protects.Network } setting
            when Start.Calls.Contains(setting.Path.Call) && OptionValues.IsUnsafeByDefault(setting) && !Recorder.NotTestable.ContainsKey(setting.Path.ToString()) =>
            Leaks(ClaimKind.Default, $"{setting.Path} default={setting.Default}", visit, DefaultExposure(setting)),
        _ => null,
    };

    /// <summary>By default, an option that may show inputs too shows only what it is about.</summary>
    private IReadOnlyList<Canary> DefaultExposure(JsSettingFact setting) =>
        setting.ShowsInputs.IsEmpty || setting.ShowsInputs.Contains(setting.Default!) ? Exposure.OfSetting(Recorder, setting).Shown : Exposure.OfContent(setting.Protects).Shown;

    /// <summary>Kinds for which the catalogue itself says that an option of their own leaves them in clear.</summary>
    private IEnumerable<Canary> Exceptions(Protects content) =>
        OptionValues.Settings(Start).Where(setting => setting.Protects == content && !setting.Of.IsEmpty && OptionValues.IsUnsafeByDefault(setting)).SelectMany(setting => Exposure.OfSetting(Recorder, setting).Shown);

    private static string Word(Protects content) => content.ToString().ToLowerInvariant();
}
