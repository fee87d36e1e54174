using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>Reads the options that a start takes: those of the call, and those of the functions whose results it is given.</summary>
internal sealed class StartOptions
{
    private const int MaximumDepth = 12;

    private readonly ScriptTouch _touch;
    private readonly JsStartFact _start;
    private readonly ScriptPage _page;
    private readonly ImmutableArray<ScriptValue> _arguments;
    private readonly List<ScriptValue> _extensions = [];

    public StartOptions(ScriptTouch touch, JsStartFact start, ImmutableArray<ScriptValue> arguments, ScriptPage page)
    {
        (_touch, _start, _arguments, _page) = (touch, start, arguments, page);
        foreach (var argument in arguments)
            CollectExtensions(argument, 0);

        ReadGates();
    }

    /// <summary>Whether what the start asks for is there.</summary>
    public bool HasExtension => _start.With.IsEmpty || _extensions.Count > 0;

    /// <summary>Whether an option that the start asks for is given; null where its value is not known.</summary>
    public bool? HasOption
    {
        get
        {
            bool? result = false;
            foreach (var name in _start.With)
            {
                var option = OptionValue.Find(_arguments, name);
                if (!option.IsGiven)
                    continue;

                var value = OptionValue.Of(option.Value!, _page);
                if (value.Text is null && option.Value!.Kind is not (ScriptValueKind.Object or ScriptValueKind.Function))
                    result = null;
                else if (!(value.Is("false") || value.Is("null") || value.Is("0") || value.Is("")))
                    return true;
            }

            return result;
        }
    }

    /// <summary>Whether a switch of the call holds recording back, or may.</summary>
    public bool IsGated { get; private set; }

    /// <summary>Whether one of the switches is given at a value that holds recording back, or that is not known.</summary>
    public bool IsHeldBack { get; private set; }

    /// <summary>The switch to add where none is given.</summary>
    public MissingOption? MissingGate { get; private set; }

    /// <summary>The options, or null where the catalogue knows none of the call.</summary>
    public OptionsReading? Read()
    {
        var known = false;
        var settings = ImmutableArray.CreateBuilder<SettingReading>();
        TextSpan? site = null;
        foreach (var (facts, arguments, list) in Takers())
        {
            var place = OptionValue.ObjectOf(arguments)?.Span ?? list;
            foreach (var setting in facts)
            {
                known = true;
                if (Read(setting, arguments) is not { } reading)
                    continue;

                settings.Add(reading);
                if (reading.IsLeftToDefault)
                    site ??= place;
            }
        }

        if (!known)
            return null;

        var span = site ?? OptionValue.ObjectOf(_arguments)?.Span ?? ArgumentList;
        return new OptionsReading(settings.ToImmutable(), _page.Locate(_touch.NameSpan), _page.Locate(span));
    }

    private TextSpan ArgumentList => TextSpan.FromBounds(Math.Min(_touch.NameSpan.End, _touch.Span.End), _touch.Span.End);

    private IEnumerable<(ImmutableArray<JsSettingFact> Facts, ImmutableArray<ScriptValue> Arguments, TextSpan List)> Takers()
    {
        yield return (SettingsOf(_touch.Facts, _start.Argument), _arguments, ArgumentList);
        foreach (var extension in _extensions)
            yield return (SettingsOf(CatalogName.FactsOf(extension.Path!, _page.Catalog), null), extension.Items, extension.Span);
    }

    private ImmutableArray<JsSettingFact> SettingsOf(ImmutableArray<JsFact> facts, string? argument) =>
        facts.OfType<JsSettingFact>().Where(fact => fact.Recorder == _start.Recorder && fact.Argument == argument && _page.Allows(fact)).ToImmutableArray();

    private SettingReading? Read(JsSettingFact setting, ImmutableArray<ScriptValue> arguments)
    {
        // A switch that is not given is a start like any other; where one holds recording back, the others may be open.
        var isSwitch = setting.Protects == Protects.Consent;
        if (isSwitch && (IsHeldBack || !IsGate(setting)))
            return null;

        var path = setting.Path.Option!;
        var option = OptionValue.Find(arguments, path);
        if (option.IsGiven)
            return new SettingReading(setting, OptionValue.Of(option.Value!, _page), path, _page.Locate(option.Span), _touch.State.Value.State);

        if (isSwitch || option.IsHidden || IsProtectedOtherwise(setting, arguments))
            return null;

        // Where the version is not known, the default counts that protects less.
        var possible = PossibleOf(setting);
        var weakest = possible.Find(static one => SettingValue.OfText(one.Default).Loosens(one));
        return weakest is null ? null : new SettingReading(weakest, SettingValue.OfText(weakest.Default), path, Location: null, ConsentState.NotGranted)
        {
            DependsOnVersion = !possible.TrueForAll(static one => SettingValue.OfText(one.Default).Loosens(one)),
        };
    }

    /// <summary>What the option may be: one fact, or one for each range of versions.</summary>
    private List<JsSettingFact> PossibleOf(JsSettingFact setting) =>
        setting.IsVersioned && _page.VersionOf(setting.Recorder) is null
            ? _page.Catalog.FindOption(setting.Path.Call, setting.Path.Option!).OfType<JsSettingFact>().Where(other => other.Recorder == setting.Recorder && other.Argument == setting.Argument).ToList()
            : [setting];

    public static bool IsProtectedOtherwise(JsSettingFact setting, ImmutableArray<ScriptValue> arguments) => IsAnyGiven(setting.Unless, arguments);

    /// <summary>Whether one of the options is given, or may be.</summary>
    public static bool IsAnyGiven(ImmutableArray<string> options, ImmutableArray<ScriptValue> arguments)
    {
        foreach (var other in options)
        {
            var option = OptionValue.Find(arguments, other);
            if (option.IsGiven || option.IsHidden)
                return true;
        }

        return false;
    }

    private void ReadGates()
    {
        foreach (var fact in _touch.Facts)
        {
            if (fact is JsGateFact { Path.Option: { } path } gate && gate.Recorder == _start.Recorder && _page.Allows(gate) && OptionValue.Find(_arguments, path).IsGiven)
                IsGated = IsHeldBack = true;
        }

        foreach (var gate in _page.Catalog.GatesOf(_start))
        {
            if (!_page.Allows(gate) || !IsGate(gate))
                continue;

            var option = OptionValue.Find(_arguments, gate.Path.Option!);
            if (option.IsGiven)
            {
                IsGated = true;
                IsHeldBack |= !OptionValue.Of(option.Value!, _page).Loosens(gate);
            }
            else if (!gate.IsUnverified && !option.IsHidden)
            {
                MissingGate ??= new MissingOption(gate.Path.Option + "=" + gate.Safe[0], _page.Locate(OptionValue.ObjectOf(_arguments)?.Span ?? ArgumentList));
            }
        }
    }

    /// <summary>An option that makes the call record at all is no switch of it.</summary>
    private bool IsGate(JsSettingFact setting) => !_start.With.Contains(setting.Path.Option!);

    private void CollectExtensions(ScriptValue value, int depth)
    {
        if (depth > MaximumDepth || _start.With.IsEmpty)
            return;

        if (value is { Kind: ScriptValueKind.Call, Path: { } path } && _start.With.Any(name => CatalogName.Calls(path, name, _start.Recorder, _page.Catalog)))
            _extensions.Add(value);

        foreach (var item in value.Items)
            CollectExtensions(item, depth + 1);

        foreach (var property in value.Properties)
            CollectExtensions(property.Value, depth + 1);
    }
}
