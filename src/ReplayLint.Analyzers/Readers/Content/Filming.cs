using System.Collections.Immutable;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Readers.Content;

/// <summary>What one recorder's recordings hold: its defaults, and what any code of the project sets.</summary>
internal sealed class Filming
{
    private readonly bool _isOfScreens;
    private readonly List<RecorderUsage> _starts = [];
    private readonly List<(ISetting Setting, SettingValue Value)> _settings = [];
    private readonly List<(MarkupEffect Effect, MarkupAtom Atom, Protects? Only)> _marks = [];
    private readonly bool _dependsOnVersion;
    private readonly List<(string Option, SettingValue Value)> _shown = [];

    /// <param name="recorder">The recorder.</param>
    /// <param name="usages">What the project does with recorders.</param>
    /// <param name="isOfScreens">Whether it films the screens of an app by its .NET API; what is known about pages says nothing about them.</param>
    public Filming(Recorder recorder, IEnumerable<RecorderUsage> usages, bool isOfScreens = false)
    {
        Recorder = recorder;
        _isOfScreens = isOfScreens;
        foreach (var usage in usages)
        {
            if (usage.Recorder != recorder)
                continue;

            if (usage.Kind == UsageKind.Start)
                _starts.Add(usage);

            foreach (var reading in usage.Options?.Settings ?? ImmutableArray<SettingReading>.Empty)
            {
                _settings.Add((reading.Setting, reading.Value));
                _dependsOnVersion |= reading.DependsOnVersion;
            }

            if (usage is { Kind: UsageKind.Setting, Setting: { } setting })
                _settings.Add((setting, usage.Value));
            else if (usage is { Kind: UsageKind.Mark, Mark: { } mark })
                AddMarks(mark.Effect, usage.Value, mark.IsClass, mark.Only);

            if (usage.Kind == UsageKind.Unmask && recorder.ScriptFacts.Any(fact => fact is JsUnmaskFact unmask && unmask.Path.Option == usage.Member))
                _shown.Add((usage.Member, usage.Value));
        }

        foreach (var (setting, value) in _settings)
        {
            // An option that names all of the page, when it is safe, may name a part of it.
            if (setting.Safe.Contains("*") && !value.Is("*"))
                AddMarks(MarkupEffect.Mask, value, isClass: false, setting.Protects);
        }
    }

    public Recorder Recorder { get; }

    /// <summary>Whether that it records at all, or in clear, is likely and no more.</summary>
    public bool IsLikely => DependsOnVersion || _starts.TrueForAll(static start => start.IsUnverified || !start.IsCertain);

    /// <summary>Whether what is in clear is another thing in a version that the project may have.</summary>
    private bool DependsOnVersion =>
        _dependsOnVersion
        || (!_isOfScreens && Version is null && Recorder.ScriptFacts.Any(static fact => fact is DefaultFact { IsVersioned: true }) && !_settings.Exists(static set => set.Setting.Masks()));

    /// <summary>The version that all starts have; null when it is not known.</summary>
    private PackageVersion? Version =>
        _starts.Count > 0 && _starts[0].Version is { } version && _starts.TrueForAll(start => start.Version?.CompareTo(version) == 0) ? version : null;

    /// <summary>What the project's options mask or leave out beside what the recorder's own marks are on.</summary>
    public IReadOnlyList<(MarkupEffect Effect, MarkupAtom Atom, Protects? Only)> Marks => _marks;

    /// <summary>Whether the project's options also name what to mask in a way that is not understood here.</summary>
    public bool HasOtherMarks { get; private set; }

    /// <summary>Whether the project sets the option without which a class or attribute has no effect, or names it there.</summary>
    public bool Enables(MarkupFact mark) =>
        _settings.Exists(set => set.Setting.DisplayName == mark.Option && set.Value.Is("true"))
        || _shown.Exists(shown => shown.Option == mark.Option && shown.Value.Text?.Split(',').Any(name => name.Trim() == mark.Atom.Text) == true);

    /// <summary>What becomes of what people type into a field.</summary>
    /// <param name="kinds">The kinds that the field is of: <c>password</c>, <c>email</c>, <c>textarea</c>.</param>
    public Exposure OfInput(ImmutableArray<string> kinds)
    {
        if (_isOfScreens)
            return Of(Protects.Inputs, kinds);

        if (NeverCaptures(Recorder, kinds))
            return Exposure.Masked;

        if (Recorder.ScriptFacts.Any(fact => fact is MaskedKindFact { Content: Protects.Inputs, Kind: var kind } && kinds.Contains(kind)))
        {
            var isShown = _settings.Exists(set => set.Setting.Protects == Protects.Inputs && set.Setting.Of.Any(kind => kinds.Contains(kind)) && set.Value.Loosens(set.Setting));
            return isShown ? Exposure.Shown : _shown.Count > 0 ? Exposure.NotKnown : Exposure.Masked;
        }

        return Of(Protects.Inputs, kinds);
    }

    /// <summary>What becomes of a text that the page shows.</summary>
    /// <param name="kind">What kind of text it is: <c>email</c>, <c>number</c>; null for any other.</param>
    public Exposure OfText(string? kind)
    {
        if (kind is not null && Recorder.ScriptFacts.Any(fact => fact is MaskedKindFact { Content: Protects.Text } masked && masked.Kind == kind))
            return _settings.Exists(set => set.Setting.Protects == Protects.Text && set.Setting.Of.Contains(kind) && set.Value.Loosens(set.Setting)) ? Exposure.Shown : Exposure.Masked;

        return Of(Protects.Text, kind is null ? ImmutableArray<string>.Empty : ImmutableArray.Create(kind));
    }

    /// <summary>Whether the recorder leaves such a field alone, whatever code and page say.</summary>
    public static bool NeverCaptures(Recorder recorder, ImmutableArray<string> kinds) =>
        recorder.ScriptFacts.Any(fact => fact is NeverCapturedFact { Field: var kind } && (kind == "inputs" || kinds.Contains(kind)));

    private Exposure Of(Protects content, ImmutableArray<string> kinds)
    {
        var isMasked = false;
        var isUnknown = false;
        foreach (var (setting, value) in _settings)
        {
            if (content == Protects.Inputs && setting is JsSettingFact { ShowsInputs: var values } && values.Any(value.Is))
                return Exposure.Shown;

            if (!IsAbout(setting, content) || (!setting.Of.IsEmpty && !setting.Of.Any(kind => kinds.Contains(kind))))
                continue;

            if (value.Loosens(setting))
                return Exposure.Shown;

            isMasked |= setting.Of.IsEmpty && value.IsKnown;
            isUnknown |= !value.IsKnown;
        }

        if (isUnknown)
            return Exposure.NotKnown;

        return isMasked || IsProtectedOtherwise(content) ? Exposure.Masked : IsHidden(content) ? Exposure.NotKnown : ByDefault(content);
    }

    /// <summary>Whether an option that protects as well as another one is set to a value that does.</summary>
    private bool IsProtectedOtherwise(Protects content) =>
        Recorder.ScriptFacts.Any(fact =>
            fact is JsSettingFact setting
            && IsAbout(setting, content)
            && _settings.Exists(set => setting.Unless.Contains(set.Setting.DisplayName) && set.Value.IsKnown && !set.Value.Loosens(set.Setting)));

    /// <summary>
    /// Whether a start takes options, and among them is, or may be, what protects: an option that is left to a default which
    /// does not protect would be among those read.
    /// </summary>
    private bool IsHidden(Protects content) =>
        _starts.Exists(start => start.Options is not null && SettingsOf(content).Any(static setting => setting.Of.IsEmpty && SettingValue.OfText(setting.Default).Loosens(setting)));

    private Exposure ByDefault(Protects content)
    {
        if (!_isOfScreens && Recorder.ScriptFacts.OfType<DefaultFact>().FirstOrDefault(fact => fact.Content == content && fact.HoldsFor(Version)) is { } known)
            return known.IsMasked ? Exposure.Masked : Exposure.Shown;

        return SettingsOf(content).FirstOrDefault(static setting => setting.Of.IsEmpty && setting.Default is not null) is { } decisive
            ? SettingValue.OfText(decisive.Default).Loosens(decisive) ? Exposure.Shown : Exposure.Masked
            : Exposure.NotKnown;
    }

    private IEnumerable<ISetting> SettingsOf(Protects content)
    {
        var settings = _isOfScreens ? Recorder.Facts.OfType<ISetting>() : Recorder.ScriptFacts.OfType<JsSettingFact>().Where(fact => fact.HoldsFor(Version));
        return settings.Where(setting => IsAbout(setting, content));
    }

    /// <summary>On a screen, an option about text is about fields too where the recorder has none for them alone.</summary>
    private bool IsAbout(ISetting setting, Protects content) =>
        setting.Protects == content
        || (_isOfScreens && content == Protects.Inputs && setting.Protects == Protects.Text && !Recorder.Facts.Any(static fact => fact is SettingFact { Protects: Protects.Inputs }));

    private void AddMarks(MarkupEffect effect, SettingValue value, bool isClass, Protects? only)
    {
        if (!value.IsKnown)
        {
            HasOtherMarks = true;
            return;
        }

        if (value.Is("null") || value.Is("[]"))
            return;

        foreach (var part in value.Text!.Split(','))
        {
            var selector = part.Trim();
            if (selector.Length == 0)
                continue;

            if (MarkupAtom.TryParse(isClass ? "." + selector : selector.Replace("\"", "").Replace("'", "")) is { } atom)
                _marks.Add((effect, atom, only));
            else
                HasOtherMarks = true;
        }
    }
}
