using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Readers.Script;

/// <summary>Reads what a call or assignment does with a recorder besides starting it.</summary>
internal sealed class TouchReader(ScriptPage page)
{
    private readonly ScriptIdentifiers _identifiers = new(page);
    private readonly ScriptUserLinks _links = new(page);
    private readonly HashSet<(ScriptFact, TextSpan)> _read = [];

    public IEnumerable<RecorderUsage> Read(ScriptTouch touch)
    {
        foreach (var fact in touch.Facts)
        {
            if (touch.ArgumentsFor(fact) is not { } arguments)
                continue;

            switch (fact)
            {
                case JsStopFact:
                    yield return Create(UsageKind.Stop, fact, ScriptTouch.Describe(fact), touch.NameSpan);
                    break;

                case JsSettingFact setting when IsOurBusiness(setting):
                    var option = OptionValue.Find(arguments, setting.Path.Option!);
                    if (option.IsGiven && !StartOptions.IsProtectedOtherwise(setting, arguments) && _read.Add((fact, option.Span)))
                    {
                        yield return new RecorderUsage(UsageKind.Setting, fact.Recorder, setting.DisplayName, page.Locate(option.Span))
                        {
                            IsUnverified = fact.IsUnverified,
                            Setting = setting,
                            Value = OptionValue.Of(option.Value!, page),
                            Days = setting.Protects == Protects.Retention ? OptionValue.Of(option.Value!, page).DaysIn(setting.Unit) : null,
                        };
                    }

                    break;

                case JsMarkFact mark:
                    var marked = OptionValue.Find(arguments, mark.Path.Option!);
                    if (marked.IsGiven && _read.Add((fact, marked.Span)))
                    {
                        yield return new RecorderUsage(UsageKind.Mark, fact.Recorder, mark.Path.Option!, page.Locate(marked.Span))
                        {
                            Mark = mark,
                            Value = OptionValue.OfNames(marked.Value!, page),
                        };
                    }

                    break;

                case JsUnmaskFact unmask:
                    var shown = OptionValue.Find(arguments, unmask.Path.Option!);
                    if (shown.IsGiven && OptionValue.IsFilled(shown.Value!) && !StartOptions.IsAnyGiven(unmask.Unless, arguments) && _read.Add((fact, shown.Span)))
                        yield return Create(UsageKind.Unmask, fact, unmask.Path.Option!, shown.Span, OptionValue.OfNames(shown.Value!, page));

                    break;

                case JsIdentifyFact identify when page.Recorders.IsOurBusiness(fact.Recorder):
                    foreach (var identity in _identifiers.Find(identify, arguments))
                    {
                        if (_read.Add((fact, identity.Span)))
                            yield return Create(UsageKind.Identify, fact, identity);
                    }

                    // An argument that says who it is says which one it is, too.
                    if (_links.Find(identify, arguments) is { } link && _read.Add((fact, link.Span)))
                        yield return Create(UsageKind.Link, fact, link);

                    break;

                case JsShareFact { Path.Option: { } name } share:
                    var shared = OptionValue.Find(arguments, name);
                    var value = shared.IsGiven ? OptionValue.Of(shared.Value!, page) : shared.IsHidden ? SettingValue.Unknown : SettingValue.OfText(share.Default);
                    if (share.Value is { } sharing && value.Is(sharing))
                    {
                        yield return new RecorderUsage(UsageKind.Share, fact.Recorder, name, page.Locate(shared.IsGiven ? shared.Span : touch.Span))
                        {
                            IsUnverified = fact.IsUnverified,
                            SafeValue = shared.IsGiven ? share.Safe : null,
                            MissingRefusal = !shared.IsGiven && share.Safe is { } safe && OptionValue.ObjectOf(arguments) is { } options
                                ? new MissingOption($"{name}={safe}", page.Locate(options.Span))
                                : null,
                        };
                    }

                    break;
            }
        }
    }

    public IEnumerable<FalseGate> ReadFalseGates(ScriptTouch touch)
    {
        foreach (var fact in touch.Facts)
        {
            if (fact is not JsLookAlikeFact lookAlike || !page.Recorders.Ungated.Contains(fact.Recorder) || touch.ArgumentsFor(fact) is not { } arguments)
                continue;

            var span = touch.NameSpan;
            if (fact.Path.Option is { } name)
            {
                var option = OptionValue.Find(arguments, name);
                if (!option.IsGiven || (fact.Value is { } value && !OptionValue.Of(option.Value!, page).Is(value)) || IsHeldBack(touch, fact.Recorder))
                    continue;

                span = option.Span;
            }

            yield return new FalseGate(page.Locate(span), fact.Recorder, fact.Path.Option ?? ScriptTouch.Describe(fact), lookAlike.Instead, IsOpposite: false)
            {
                Use = lookAlike.Use,
                IsUnverified = fact.IsUnverified,
                Argument = lookAlike.Instead is null ? null : lookAlike.Argument,
                MissingGate = GateBeside(lookAlike),
                Options = lookAlike.Path.Option is not null && OptionValue.ObjectOf(arguments) is { } options ? page.Locate(options.Span) : null,
            };
        }
    }

    /// <summary>Whether an option of the same call really holds the recorder back: another beside it is not there for that.</summary>
    private bool IsHeldBack(ScriptTouch touch, Recorder recorder)
    {
        foreach (var fact in touch.Facts)
        {
            if (fact is JsStartFact start && start.Recorder == recorder && touch.ArgumentsFor(start) is { } arguments && new StartOptions(touch, start, arguments, page).IsHeldBack)
                return true;
        }

        return false;
    }

    /// <summary>The option of the same call that really holds the recorder back.</summary>
    private string? GateBeside(JsLookAlikeFact lookAlike)
    {
        if (lookAlike.Path.Option is null)
            return null;

        foreach (var fact in page.Catalog.FindCall(lookAlike.Path.Call))
        {
            if (fact is JsStartFact start
                && start.Recorder == lookAlike.Recorder
                && page.Catalog.GatesOf(start).FirstOrDefault(gate => !gate.IsUnverified && !start.With.Contains(gate.Path.Option!)) is { } found)
                return found.Path.Option + "=" + found.Safe[0];
        }

        return null;
    }

    private RecorderUsage Create(UsageKind kind, ScriptFact fact, string member, TextSpan span, SettingValue value = default) =>
        new(kind, fact.Recorder, member, page.Locate(span)) { IsUnverified = fact.IsUnverified, Value = value };

    private RecorderUsage Create(UsageKind kind, JsFact fact, ScriptIdentity identity) =>
        new(kind, fact.Recorder, ScriptTouch.Describe(fact), page.Locate(identity.Span))
        {
            IsUnverified = fact.IsUnverified,
            Identifier = identity.Name,
            IdentifierIsDirect = identity.IsDirect,
        };

    private bool IsOurBusiness(JsSettingFact setting) =>
        setting.Protects is not (Protects.Network or Protects.Identity) || page.Recorders.IsOurBusiness(setting.Recorder);
}
