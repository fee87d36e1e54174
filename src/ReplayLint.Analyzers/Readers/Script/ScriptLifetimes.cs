using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog.Script;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>Finds what decides in scripts for how long the user's choice is kept: cookies, and the options of consent platforms.</summary>
internal sealed class ScriptLifetimes(ScriptCatalog catalog, ScriptWords words)
{
    private const int SuggestedDays = 180;

    /// <summary>Whether a text may decide that; others are not parsed for it.</summary>
    public static bool MayConcern(string text, ScriptCatalog catalog) =>
        (text.IndexOf("document.cookie", StringComparison.Ordinal) >= 0
            && (text.IndexOf("max-age", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("expires", StringComparison.OrdinalIgnoreCase) >= 0))
        || catalog.MentionsLifetime(text);

    /// <param name="script">The script.</param>
    /// <param name="locate">The place in a file of a span of the script.</param>
    public IEnumerable<ConsentLifetime> Read(ScriptDocument script, Func<TextSpan, Location> locate)
    {
        foreach (var cookie in script.Cookies)
        {
            if (NamesChoice(cookie.Name))
                yield return new ConsentLifetime(locate(cookie.Span), cookie.Days, IsDefault: false, cookie.Attribute) { Number = cookie.Number };
        }

        foreach (var call in script.Calls)
        {
            if (call.Path.IsLocal)
                continue;

            foreach (var fact in catalog.FindLifetimes(call.Path.Text))
            {
                if (fact.NameArgument is { } key && !(key < call.Arguments.Length && call.Arguments[key] is { Kind: ScriptValueKind.Text, Text: { } name } && NamesChoice(name)))
                    continue;

                foreach (var argument in call.Arguments)
                {
                    if (fact.Path.Option is { } option && Read(fact, argument, option, locate) is { } lifetime)
                        yield return lifetime;
                }
            }
        }

        foreach (var assignment in script.Assignments)
        {
            var path = assignment.Path;
            if (path.IsLocal)
                continue;

            for (var end = path.Text.Length; end > 0; end = path.Text.LastIndexOf('.', end - 1))
            {
                // The whole object is written, or one option of it.
                var option = end == path.Text.Length ? null : path.Text.Substring(end + 1);
                foreach (var fact in catalog.FindLifetimes(path.Text.Substring(0, end)))
                {
                    var rest = fact.Path.Option is not { } all ? option is null ? "" : null
                        : option is null ? all
                        : all == option ? ""
                        : all.StartsWith(option + ".", StringComparison.Ordinal) ? all.Substring(option.Length + 1)
                        : null;
                    if (fact.NameArgument is null && rest is not null && Read(fact, assignment.Value, rest, locate) is { } lifetime)
                        yield return lifetime;
                }
            }
        }
    }

    private static ConsentLifetime? Read(JsLifetimeFact fact, ScriptValue value, string option, Func<TextSpan, Location> locate)
    {
        foreach (var key in option.Split(['.'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (value[key] is not { } property)
                return null;

            value = property.Value;
        }

        return value is { Kind: ScriptValueKind.Number or ScriptValueKind.Text, Text: { } text } && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new ConsentLifetime(locate(value.Span), number * fact.DaysPerUnit, IsDefault: false, fact.Path.Option ?? fact.Path.Call)
            {
                Number = value.Kind == ScriptValueKind.Number ? (SuggestedDays / fact.DaysPerUnit).ToString("F0", CultureInfo.InvariantCulture) : null,
            }
            : null;
    }

    /// <summary>Whether what is kept under the name is the user's choice.</summary>
    private bool NamesChoice(string name)
    {
        var parts = words.PartsOf(name);
        return KeyedLookup.NamesConsent(parts) && (parts & (NameParts.Open | NameParts.Permission)) == 0;
    }
}
