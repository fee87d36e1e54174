using System.Globalization;
using System.Text.Json;

namespace ReplayLint.Tool.Reporting;

/// <summary>What a report says, in one language. Requirements and titles of rules are English where they are written; another language brings its own.</summary>
internal sealed class ReportTexts
{
    private readonly Dictionary<string, string> _texts;

    private ReportTexts(string language)
    {
        Language = language;
        using var stream = typeof(ReportTexts).Assembly.GetManifestResourceStream($"texts/report.{language}.json")!;
        _texts = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }

    /// <summary>The languages that reports come in.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "fr"];

    public string Language { get; }

    /// <summary>The keys that the language has a text for.</summary>
    public IReadOnlyCollection<string> Keys => _texts.Keys;

    /// <summary>The text of a key.</summary>
    /// <exception cref="KeyNotFoundException">The language lacks the key, which a test keeps from happening.</exception>
    public string this[string key] => _texts[key];

    public static ReportTexts In(string language) => new(language);

    /// <summary>A text with values in its places <c>{0}</c>, <c>{1}</c>.</summary>
    public string Format(string key, params object?[] values) => string.Format(CultureInfo.InvariantCulture, _texts[key], values);

    public string Of(Requirement requirement) => _texts.GetValueOrDefault(requirement.Id) ?? requirement.Text;

    /// <summary>The title of a rule.</summary>
    public string TitleOf(string rule) =>
        _texts.GetValueOrDefault(rule) ?? Rules.RuleList.Descriptors.FirstOrDefault(descriptor => descriptor.Id == rule)?.Title.ToString(CultureInfo.InvariantCulture) ?? rule;

    /// <summary>A word that code or catalogue uses, such as <c>not-granted</c> or <c>ErrorDiagnosis</c>, for people; the word itself where there is none.</summary>
    public string Word(string? word) => word is null ? "" : _texts.GetValueOrDefault("word." + word) ?? word;
}
