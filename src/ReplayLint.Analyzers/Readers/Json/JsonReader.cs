using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Json;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Json;

/// <summary>Finds in JSON configuration files the options that a recorder takes from them.</summary>
internal sealed class JsonReader(ImmutableArray<JsonSettingFact> facts)
{
    /// <summary>Whether a file may hold an option of a recorder; nearly all are searched for a few names and no more.</summary>
    public bool Concerns(string text) => facts.Any(fact => IsNamed(fact, text));

    /// <summary>The recorder of which a text names a section and an option, although it cannot be read; null when it names none.</summary>
    public Recorder? NamedIn(string text) => facts.FirstOrDefault(fact => IsNamed(fact, text) && Holds(text, fact.SimpleName))?.Recorder;

    /// <summary>The usages of recorders in a file.</summary>
    /// <param name="settings">The file.</param>
    /// <param name="isOverride">Whether what it does not set may be set in the file that it adds to.</param>
    /// <param name="others">The files that may set what this one does not.</param>
    /// <param name="locate">Makes the location of a place in the file.</param>
    public IEnumerable<RecorderUsage> Read(JsonSettings settings, bool isOverride, IReadOnlyCollection<JsonSettings> others, Func<TextSpan, Location> locate)
    {
        foreach (var byRecorder in facts.GroupBy(static fact => fact.Recorder))
        {
            foreach (var (place, section) in SectionsOf(byRecorder, settings))
            {
                var readings = ImmutableArray.CreateBuilder<SettingReading>();
                foreach (var fact in byRecorder.Where(fact => IsAt(fact, place, settings)))
                {
                    if (settings.Find(place, fact.Place.Option) is { } written)
                    {
                        var value = JsonSettings.ValueOf(written.Value, fact);
                        var location = locate(written.Span);
                        readings.Add(new SettingReading(fact, value, fact.Place.Path, location, ConsentState.NotGranted));
                        yield return new RecorderUsage(UsageKind.Setting, fact.Recorder, fact.DisplayName, location)
                        {
                            IsUnverified = fact.IsUnverified,
                            Setting = fact,
                            Value = value,
                            Days = fact.Protects == Protects.Retention ? value.DaysIn(fact.Unit) : null,
                        };
                    }
                    else if (section is not null && !isOverride && SettingValue.OfText(fact.Default) is var unset && unset.Loosens(fact) && !others.Any(other => other.Find(place, fact.Place.Option) is not null))
                    {
                        readings.Add(new SettingReading(fact, unset, fact.Place.Path, Location: null, ConsentState.NotGranted));
                    }
                }

                if (readings.Count == 0)
                    continue;

                var shown = section is null ? readings[0].Location! : locate(section.Name);
                yield return new RecorderUsage(UsageKind.Configure, byRecorder.Key, string.Join(":", place), shown)
                {
                    Consent = ConsentState.NotGranted,
                    Options = new OptionsReading(readings.ToImmutable(), shown, section is null ? shown : locate(section.Span)),
                };
            }
        }
    }

    /// <summary>The sections of a recorder in a file; one whose options are all written with colons has no object of its own.</summary>
    private static IEnumerable<(ImmutableArray<string> Place, JsonSection? Section)> SectionsOf(IEnumerable<JsonSettingFact> facts, JsonSettings settings)
    {
        var found = new List<ImmutableArray<string>>();
        foreach (var fact in facts)
        {
            foreach (var section in settings.Sections)
            {
                if (IsAt(fact, section.Place, settings) && IsNew(section.Place))
                    yield return (section.Place, section);
            }

            foreach (var value in settings.Values)
            {
                if (fact.Place.SectionOf(value.Place) is { } place && IsAt(fact, place, settings) && IsNew(place))
                    yield return (place, null);
            }
        }

        bool IsNew(ImmutableArray<string> place)
        {
            if (found.Exists(known => JsonKey.IsSame(known, place)))
                return false;

            found.Add(place);
            return true;
        }
    }

    private static bool IsAt(JsonSettingFact fact, ImmutableArray<string> place, JsonSettings settings) =>
        fact.Place.IsSection(place) && (fact.Requires.IsEmpty || fact.Requires.Any(key => settings.Holds(place, key)));

    private static bool IsNamed(JsonSettingFact fact, string text) =>
        (fact.Place.Section.IsEmpty || Holds(text, fact.Place.Section[fact.Place.Section.Length - 1]))
        && (fact.Requires.IsEmpty || fact.Requires.Any(key => Holds(text, key)));

    private static bool Holds(string text, string name) => text.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0;
}
