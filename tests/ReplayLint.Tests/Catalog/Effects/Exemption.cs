using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;
using ReplayLint.Readers;

namespace ReplayLint.Tests.Catalog.Effects;

/// <summary>Facts that may be without effect, and why. One that turns out to have an effect has to go.</summary>
/// <param name="Fits">Which facts.</param>
/// <param name="Reason">Why they stay in the catalogue all the same.</param>
internal sealed record Exemption(Func<StatedFact, bool> Fits, string Reason)
{
    public static IReadOnlyList<Exemption> All { get; } =
    [
        new(static fact => fact.Kind == "recorder console-only" && fact.Word != "rate", "It tells people that no option is missing from the file; rules judge by what is known to be in clear."),
        new(static fact => fact.Kind is "recorder masks" or "recorder shows" && fact.Word == "media", "No rule looks for pictures in a page; the table of recorders says what becomes of them."),
        new(static fact => fact.Kind == "recorder masks" && fact.Word == "text", "Text that is not known to be shown is not judged either; the table of recorders says which it is."),
        new(static fact => fact.Kind is "recorder never-captures" or "recorder masks-field" && fact.Word is "hidden" or "file", "Nobody types into such a field, so none is judged."),
        new(static fact => fact is { Owner: "LuckyOrange", Verb: "markup-mask" }, "Inputs are masked, and of text it is not known that any is shown: there is nothing to protect."),
        new(static fact => fact is { Verb: "global", Word: "ym" or "uxc" }, "Too short to tell a page by, and exported by no package; the calls below it are known by themselves."),
        new(static fact => fact is { Verb: "script-gate", Word: "[data-category]" } or { Owner: "Complianz", Verb: "essential-category" }, "CookieConsent and Complianz have the same attribute, and CookieConsent has the better evidence."),
        new(static fact => fact.Kind is "purpose masking" or "purpose identifier" && Allows(fact.Stated.Purposes.Single()), "It allows something, as the absence of a line would."),
    ];

    /// <summary>Whether the default of an option, or something that goes further, says the same as a line about what is in clear; null when nothing does.</summary>
    public static bool? IsSaidByOptions(StatedFact stated)
    {
        if (stated.Kind is not ("recorder masks" or "recorder shows"))
            return null;

        var fact = stated.ScriptFact<DefaultFact>();
        if (fact.Content == Protects.Media)
            return null; // Each option is about some of it.

        var defaults = fact.Recorder.ScriptFacts.OfType<JsSettingFact>()
            .Where(setting => setting.Protects == fact.Content && setting is { Of.IsEmpty: true, Default: not null, Until: null })
            .Select(static setting => !SettingValue.OfText(setting.Default).Loosens(setting))
            .ToList();
        if (fact is { Content: Protects.Inputs, IsMasked: true } && fact.Recorder.ScriptFacts.Any(static other => other is NeverCapturedFact { Field: "inputs" }))
            defaults.Add(true);

        return defaults.Count == 0 ? null : defaults.TrueForAll(isMasked => isMasked == fact.IsMasked);
    }

    private static bool Allows(PurposeProfile profile) => profile.Masking is { IsUnmaskingMarginal: false } || profile.Identifier is { AllowsUser: true };
}
