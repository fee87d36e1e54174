using ReplayLint.Browser.Tests.Pages;
using ReplayLint.Browser.Tests.Recorders;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Browser.Tests.Claims;

/// <summary>Which places of the page a setting is about.</summary>
/// <param name="Shown">Texts that have to turn up in recordings where it does not protect.</param>
/// <param name="Protected">Texts that must not where it does.</param>
internal sealed record Exposure(IReadOnlyList<Canary> Shown, IReadOnlyList<Canary> Protected)
{
    /// <summary>What people type, apart from files and choices, which are said for themselves.</summary>
    public static IReadOnlyList<Canary> Inputs { get; } = Of("text", "search", "textarea", "email", "tel", "number", "password", "card");

    public static IReadOnlyList<Canary> Texts { get; } = Of("page text", "dynamic text", "e-mail in text", "number in text", "button text");

    private static readonly Exposure AllInputs = new(Of("text", "search", "textarea"), Inputs);
    private static readonly Exposure AllTexts = new(Of("page text", "dynamic text"), Texts);

    /// <summary>What is typed into fields, or written in texts, of a kind that the catalogue names.</summary>
    public static IReadOnlyList<Canary> OfKind(Protects content, string kind) => (content, kind) switch
    {
        (Protects.Text, "email") => Of("e-mail in text"),
        (Protects.Text, "number") => Of("number in text"),
        (_, "inputs") => Inputs,
        (_, "payment" or "autocomplete") => Of("card"),
        (_, "password" or "email" or "tel" or "number" or "hidden" or "file" or "textarea" or "date") => Of(kind),
        _ => [],
    };

    public static Exposure OfContent(Protects content) => content switch
    {
        Protects.Inputs => AllInputs,
        Protects.Text => AllTexts,
        Protects.Media => new(Of("picture"), Of("picture")),
        _ => new([], []),
    };

    public static Exposure OfSetting(RecorderDescription recorder, JsSettingFact setting)
    {
        if (recorder.Shows.TryGetValue(setting.Path.ToString(), out var shown))
        {
            var canary = Canary.All.SingleOrDefault(canary => canary.Kind == shown) ?? new Canary(shown, CanaryGroup.Network, shown);
            return new([canary], [canary]);
        }

        if (!setting.Of.IsEmpty)
        {
            var named = setting.Of.SelectMany(kind => OfKind(setting.Protects, kind)).ToList();
            return new(named, named);
        }

        var content = OfContent(setting.Protects);
        var inputs = setting.ShowsInputs.IsEmpty ? new([], []) : AllInputs;
        return new([.. content.Shown, .. inputs.Shown], [.. content.Protected, .. inputs.Protected]);
    }

    private static Canary[] Of(params string[] kinds) => [.. kinds.Select(Canary.Of)];
}
