using System.Globalization;
using ReplayLint.Browser.Tests.Pages;
using ReplayLint.Browser.Tests.Recorders;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Browser.Tests.Claims;

/// <summary>What is tried for a recorder: everything that the catalogue says of it and a browser can show.</summary>
internal static class RecorderTrials
{
    private const string OurClass = "ours";

    public static IEnumerable<Trial> Of(RecorderDescription recorder, FixedPages pages)
    {
        foreach (var start in recorder.Starts)
        {
            if (recorder.IsLoadedFromVendor)
            {
                foreach (var trial in Loading(start, pages))
                    yield return trial;

                continue;
            }

            yield return new DefaultTrial(start);
            foreach (var trial in Settings(start, pages).Concat(Unmasking(start, pages)).Concat(Marks(start)).Concat(Gates(start, pages)).Concat(Sampling(start, pages)))
                yield return trial;
        }
    }

    /// <summary>What can be said where the package only loads the recorder.</summary>
    private static IEnumerable<Trial> Loading(StartTemplate start, FixedPages pages)
    {
        var recorder = start.Recorder;
        var plain = TestPage.Write(recorder, start.Write());
        yield return new LoadTrial(start, ClaimKind.Default, $"{start.Calls.Concat(OptionValues.Holding(recorder).OfType<JsStartFact>().Select(static fact => fact.Path.Call)).First()} loads it", () => plain);

        const string Consent = "consent, by the platform";
        var own = pages.Add(start, plain);
        if (IsTestable(recorder, Consent))
            yield return new LoadTrial(start, ClaimKind.Fixed, Consent, () => own.Text, Pages.ConsentPlatform.Accept);

        foreach (var (name, code) in recorder.LookAlikes)
            yield return new LoadTrial(start, ClaimKind.LookAlike, name, () => TestPage.Write(recorder, start.Write() + "\n" + code));
    }

    private static bool IsTestable(RecorderDescription recorder, string subject) => !recorder.NotTestable.ContainsKey(subject);

    private static IEnumerable<Trial> Settings(StartTemplate start, FixedPages pages) =>
        from setting in OptionValues.Settings(start)
        where setting.Protects is Protects.Inputs or Protects.Text or Protects.Media or Protects.Network && IsTestable(start.Recorder, setting.Path.ToString())
        let value = OptionValues.Unsafe(start.Recorder, setting)
        where value is not null
        select new SettingTrial(start, setting, value, pages);

    private static IEnumerable<Trial> Unmasking(StartTemplate start, FixedPages pages)
    {
        var recorder = start.Recorder;
        var marks = OptionValues.Holding(recorder).OfType<MarkupFact>().Where(fact => fact.Effect == MarkupEffect.Unmask && !fact.IsUnverified && IsTestable(recorder, fact.Atom.Text)).ToList();
        foreach (var group in marks.GroupBy(static fact => fact.Option))
        {
            var places = group.Select(static (fact, index) => MarkedPlace.Of(index, fact.Atom)).ToList();
            var option = group.Key is null ? [] : OptionValues.Facts<JsFact>(start).Where(fact => fact.Path.Option == group.Key).Take(1)
                .Select(fact => new ScriptOption(fact.Path.Call, group.Key, recorder.Values.GetValueOrDefault("option " + group.Key) ?? "true"));
            yield return new UnmaskTrial(start, "marks that show", option, places, null, pages);
        }

        foreach (var unmask in OptionValues.Facts<JsUnmaskFact>(start).Where(fact => IsTestable(recorder, fact.Path.ToString())))
        {
            var name = unmask.Path.ToString();
            var value = recorder.Values.GetValueOrDefault(name) ?? $"['.{OurClass}']";
            var shown = recorder.Shows.TryGetValue(name, out var kind) ? new[] { Canary.Of(kind) } : null;
            IReadOnlyList<MarkedPlace> places = shown is null ? [new MarkedPlace(0, $"class=\"{OurClass}\"", name)] : [];
            yield return new UnmaskTrial(start, name, [new ScriptOption(unmask.Path.Call, unmask.Path.Option!, value)], places, shown, pages);
        }
    }

    private static IEnumerable<Trial> Marks(StartTemplate start)
    {
        var recorder = start.Recorder;
        var marks = OptionValues.Holding(recorder).OfType<MarkupFact>()
            .Where(fact => fact.Effect != MarkupEffect.Unmask && fact.Option is null && !fact.IsUnverified && IsTestable(recorder, fact.Atom.Text))
            .Select(static (fact, index) => (MarkedPlace.Of(index, fact.Atom), fact.Effect, fact.Only))
            .ToList();
        yield return new MarkTrial(start, "marks that protect", [], marks);

        // One visit each: some take the place of the recorder's own marks.
        foreach (var mark in OptionValues.Facts<JsMarkFact>(start).Where(fact => IsTestable(recorder, fact.Path.ToString())))
        {
            var value = recorder.Values.GetValueOrDefault(mark.Path.ToString()) ?? (mark.IsClass ? $"'{OurClass}'" : $"'.{OurClass}'");
            var place = new MarkedPlace(0, $"class=\"{OurClass}\"", mark.Path.ToString());
            yield return new MarkTrial(start, place.Subject, [new ScriptOption(mark.Path.Call, mark.Path.Option!, value)], [(place, mark.Effect, mark.Only)]);
        }
    }

    private static IEnumerable<Trial> Gates(StartTemplate start, FixedPages pages)
    {
        var recorder = start.Recorder;
        foreach (var setting in OptionValues.Settings(start).Where(setting => setting.Protects == Protects.Consent && IsTestable(recorder, setting.Path.ToString())))
        {
            var name = setting.Path.ToString();
            var page = TestPage.Write(recorder, start.Write(new ScriptOption(setting.Path.Call, setting.Path.Option!, OptionValues.Safe(setting))));
            yield return new GateTrial(start, ClaimKind.Gate, name, () => page, () => recorder.Consent[name]);
        }

        foreach (var gate in OptionValues.Holding(recorder).OfType<JsGateFact>().Where(fact => IsTestable(recorder, fact.Path.ToString())))
        {
            var name = gate.Path.ToString();
            var code = gate.Path.Option is { } option
                ? start.Write(new ScriptOption(gate.Path.Call, option, recorder.Values[name]))
                : start.Write() + $"\n{gate.Path}();";
            var page = TestPage.Write(recorder, code);
            yield return new GateTrial(start, ClaimKind.Gate, name, () => page, () => recorder.Consent[name]);
        }

        foreach (var stop in OptionValues.Holding(recorder).OfType<JsStopFact>())
            yield return new StopTrial(start, Name(stop), recorder.Stops.GetValueOrDefault(Name(stop)) ?? $"{stop.Path}({(stop.Value is { } value ? OptionValues.Literal(value) : "")});");

        // The fix itself, for a page that starts the recorder at once.
        var own = pages.Add(start, TestPage.Write(recorder, start.Write()));
        yield return new GateTrial(start, ClaimKind.Fixed, "consent, by the recorder's own switch or the platform", () => own.Text, () => recorder.Consent.GetValueOrDefault(own.Gate ?? "") ?? own.Gate ?? "return;");

        foreach (var alike in OptionValues.Facts<JsLookAlikeFact>(start).Where(fact => fact.Path.Option is not null && IsTestable(recorder, Name(fact))))
            yield return new LookAlikeTrial(start, Name(alike), new ScriptOption(alike.Path.Call, alike.Path.Option!, OptionValues.Literal(alike.Value ?? "true")));
    }

    private static IEnumerable<Trial> Sampling(StartTemplate start, FixedPages pages)
    {
        var rates = OptionValues.Settings(start).Where(setting => setting.Protects == Protects.Rate && IsTestable(start.Recorder, setting.Path.ToString())).ToList();
        foreach (var rate in rates.Where(static rate => !rate.OnError))
            yield return new SamplingTrial(start, rate, pages);

        foreach (var rate in rates.Where(static rate => rate.OnError))
        {
            var others = rates.Where(static other => !other.OnError).Select(static other => new ScriptOption(other.Path.Call, other.Path.Option!, "0"));
            var full = new ScriptOption(rate.Path.Call, rate.Path.Option!, rate.Full!.Value.ToString(CultureInfo.InvariantCulture));
            yield return new OnErrorTrial(start, rate.Path.ToString(), [.. others, full]);
        }
    }

    private static string Name(JsFact fact) => fact.Value is { } value ? $"{fact.Path} {value}" : fact.Path.ToString();
}
