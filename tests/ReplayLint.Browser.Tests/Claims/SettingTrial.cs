using ReplayLint.Browser.Tests.Pages;
using ReplayLint.Browser.Tests.Recorders;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Browser.Tests.Claims;

/// <summary>A setting that does not protect shows what the rule says, and its fix hides that again.</summary>
internal sealed class SettingTrial : Trial
{
    private readonly JsSettingFact _setting;
    private readonly string _page;
    private readonly FixedPage _fixed;

    public SettingTrial(StartTemplate start, JsSettingFact setting, string value, FixedPages pages)
        : base(start, setting.Path.ToString())
    {
        _setting = setting;
        _page = TestPage.Write(Recorder, start.Write(OptionValues.With(Recorder, new ScriptOption(setting.Path.Call, setting.Path.Option!, value))));
        _fixed = pages.Add(start, _page);
    }

    public override async Task<IEnumerable<Claim>> RunAsync(Chromium chromium)
    {
        var exposure = Exposure.OfSetting(Recorder, _setting);
        await using var before = await Visit.OpenAsync(chromium, Recorder, _page);
        var isRecorded = await RecordAsync(before, shown: exposure.Shown);
        var leaks = isRecorded ? Leaks(ClaimKind.Unsafe, Name, before, exposure.Shown) : Unrecorded(ClaimKind.Unsafe, Name, before);
        if (!isRecorded || leaks.Outcome != Outcome.Proven)
            return [leaks];

        await using var after = await Visit.OpenAsync(chromium, Recorder, _fixed.Text);
        await _fixed.ConsentAsync(after);
        return [leaks, await RecordAsync(after) ? Keeps(ClaimKind.Fixed, Name, after, exposure.Protected) : Unrecorded(ClaimKind.Fixed, Name, after)];
    }
}
