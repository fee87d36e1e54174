using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog.Json;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Catalog;

/// <summary>A line whose words fit its shape. What an attribute holds is checked when it is asked for.</summary>
internal sealed class FactLine
{
    /// <summary>The keys whose values make a line another one.</summary>
    private static readonly string[] Telling = ["argument", "value", "since", "until", "of", "kept-by", "requires", "with", "option", "only", "type", "as"];

    private readonly ImmutableArray<CatalogAttribute> _attributes;
    private readonly ImmutableArray<CatalogError>.Builder _errors;
    private bool _failed;

    private FactLine(
        CatalogLine line,
        ImmutableArray<CatalogWord> subjects,
        ImmutableArray<CatalogAttribute> attributes,
        ImmutableArray<CatalogError>.Builder errors)
    {
        Line = line;
        Subjects = subjects;
        _attributes = attributes;
        _errors = errors;
    }

    public CatalogLine Line { get; }

    public string Verb => Line.Verb.Text;

    /// <summary>The words without a key; never empty.</summary>
    public ImmutableArray<CatalogWord> Subjects { get; }

    public string Subject => Subjects[0].Text;

    /// <summary>Reads <c>verb subject … key=value …</c>; reports and returns null when a word does not fit.</summary>
    public static FactLine? Read(CatalogLine line, LineShape shape, SourceText text, ImmutableArray<CatalogError>.Builder errors)
    {
        var subjects = ImmutableArray.CreateBuilder<CatalogWord>();
        var attributes = ImmutableArray.CreateBuilder<CatalogAttribute>();
        foreach (var word in line.Words)
        {
            var equals = IsAttribute(word.Text, out var key);
            if (!equals && (subjects.Count == 0 || shape.IsList))
            {
                subjects.Add(word);
                continue;
            }

            if (!equals || Array.IndexOf(shape.AllAttributes, key) < 0)
            {
                var advice = shape.AllAttributes.Length > 0 ? CatalogError.Advice(key, shape.AllAttributes, "=") : "expected nothing more";
                errors.Add(new CatalogError(new TextSpan(word.Span.Start, key.Length), $"'{key}' is not known after '{shape.Verb}'; {advice}"));
                return null;
            }

            // What to use instead is a sentence: it goes on to the end of the line.
            var start = word.Span.Start + key.Length + 1;
            var end = key == "use" ? line.Span.End : word.Span.End;
            if (start == end || attributes.Any(attribute => attribute.Key == key))
            {
                errors.Add(new CatalogError(word.Span, start == end ? $"'{key}' has no value" : $"'{key}' is given twice"));
                return null;
            }

            var value = TextSpan.FromBounds(start, end);
            attributes.Add(new CatalogAttribute(key, text.ToString(value), value));
            if (key == "use")
                break;
        }

        var wrong = subjects.FirstOrDefault(subject => !Fits(subject.Text, shape));
        if (subjects.Count == 0 || wrong is not null)
        {
            var meant = wrong?.Text is { } written && ClosestName.Of(written, shape.Words) is { } closest ? $"'{written}' is not known after '{shape.Verb}'; did you mean '{closest}'?" : $"'{shape.Verb}' needs {Needs(shape)}";
            errors.Add(new CatalogError(wrong?.Span ?? line.Span, meant));
            return null;
        }

        return new FactLine(line, subjects.ToImmutable(), attributes.ToImmutable(), errors);
    }

    /// <summary>What tells a line from others of its kind, beside what it says: the subject, when and for which versions it holds, where it belongs.</summary>
    public string KeyOf(string subject)
    {
        var key = Verb + " " + subject;
        foreach (var telling in Telling)
        {
            if (Text(telling) is { } text)
                key = string.Concat(key, " ", telling, "=", text);
        }

        return key;
    }

    /// <summary>Whether something on the line was not understood.</summary>
    public bool HasFailed => _failed;

    public bool Has(string key) => Find(key) is not null;

    public string? Text(string key) => Find(key)?.Text;

    public ImmutableArray<string> List(string key, char separator) =>
        Text(key) is { } text ? ImmutableArray.Create(text.Split([separator], StringSplitOptions.RemoveEmptyEntries)) : ImmutableArray<string>.Empty;

    /// <summary>A list of which each item is one of some words.</summary>
    public ImmutableArray<string> List(string key, char separator, string[] allowed)
    {
        var items = List(key, separator);
        if (items.FirstOrDefault(item => !allowed.Contains(item)) is { } wrong)
            Error(key, ClosestName.Of(wrong, allowed) is { } closest ? $"'{wrong}' is not known here; did you mean '{closest}'?" : $"'{wrong}' is none of: {string.Join(", ", allowed)}");

        return items;
    }

    public bool Flag(string key, bool otherwise = false)
    {
        if (Text(key) is not { } text)
            return otherwise;

        if (text is not ("true" or "false"))
            Error(key, $"'{key}' is true or false");

        return text == "true";
    }

    public double? Number(string key)
    {
        if (Text(key) is not { } text)
            return null;

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return number;

        Error(key, $"'{text}' is not a number");
        return null;
    }

    /// <summary>The documentation id of a member.</summary>
    public string? Member(string key)
    {
        var id = Text(key);
        if (id is not null && !MemberId.IsWellFormed(id))
            Error(key, $"'{key}' needs a documentation id, such as P:Namespace.Type.Member");

        return id;
    }

    /// <summary>A number of days, written as <c>365d</c>; 0 when none is given.</summary>
    public int Days(string key)
    {
        if (Text(key) is not { } text)
            return 0;

        if (text.EndsWith("d", StringComparison.Ordinal) && int.TryParse(text.Substring(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var days))
            return days;

        Error(key, $"'{text}' is no number of days; expected {key}=365d");
        return 0;
    }

    /// <summary>A time, written as <c>90d</c> or <c>24h</c>, in days; null when none is given.</summary>
    public double? Duration(string key)
    {
        if (Text(key) is not { } text)
            return null;

        if (DaysText.Read(text) is { } days)
            return days;

        Error(key, $"'{text}' is no time; expected {key}=90d or {key}=24h");
        return null;
    }

    public ImmutableArray<int> Positions(string key)
    {
        var positions = ImmutableArray.CreateBuilder<int>();
        foreach (var text in List(key, ','))
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
                positions.Add(position);
            else
                Error(key, $"'{text}' is not the position of an argument; the first is 0");
        }

        return positions.ToImmutable();
    }

    /// <summary>The value of the enumeration by that name in small letters; its first when none is given.</summary>
    public T Choice<T>(string key, params T[] allowed)
        where T : struct, Enum
    {
        if (Text(key) is not { } text)
            return default;

        foreach (var value in allowed)
        {
            if (NameOf(value) == text)
                return value;
        }

        var names = Array.ConvertAll(allowed, static value => NameOf(value));
        Error(key, ClosestName.Of(text, names) is { } closest ? $"'{text}' is not known here; did you mean '{closest}'?" : $"'{key}' is one of: {string.Join(", ", names)}");
        return default;
    }

    private static string NameOf(Enum value) => value.ToString().ToLowerInvariant();

    public void Error(string message) => Error(Line.Span, message);

    /// <summary>The fact with what the line says of its source, or null when the line turned out not to be understood.</summary>
    public T? Finish<T>(T fact)
        where T : SourcedFact
    {
        SourcedFact sourced = fact;
        if (Has("evidence"))
            sourced = sourced with { Evidence = Choice("evidence", FactEvidence.Package, FactEvidence.Docs, FactEvidence.Code, FactEvidence.Unverified) };

        if (Has("since") || Has("until"))
            sourced = sourced with { Since = Version("since"), Until = Version("until") };

        if (!_failed && sourced is { Since: { } since, Until: { } until } && PackageVersion.TryParse(since)!.Value.CompareTo(PackageVersion.TryParse(until)!.Value) >= 0)
            Error("until", $"'{until}' does not come after '{since}': no version is left");

        return _failed ? null : (T)sourced;
    }

    private void Error(string key, string message) => Error(Find(key)!.Span, message);

    /// <summary>A line has few attributes: looking through them is quicker than a dictionary.</summary>
    private CatalogAttribute? Find(string key)
    {
        foreach (var attribute in _attributes)
        {
            if (attribute.Key == key)
                return attribute;
        }

        return null;
    }

    /// <summary>One error a line: a line of several subjects is checked once for each.</summary>
    private void Error(TextSpan span, string message)
    {
        if (!_failed)
            _errors.Add(new CatalogError(span, message));

        _failed = true;
    }

    private string? Version(string key)
    {
        if (Text(key) is not { } text)
            return null;

        if (PackageVersion.TryParse(text) is null)
            Error(key, $"'{text}' is not a version, such as 7 or 7.2.1");

        return text;
    }

    /// <summary>A key is letters and hyphens; a selector such as <c>[name=value]</c> is no attribute of the line.</summary>
    public static bool IsAttribute(string word, out string key)
    {
        var equals = word.IndexOf('=');
        key = equals < 0 ? word : word.Substring(0, equals);
        return equals > 0 && key.All(static c => c is >= 'a' and <= 'z' or '-');
    }

    private static bool Fits(string text, LineShape shape) => shape.Subject switch
    {
        SubjectKind.Member => MemberId.IsWellFormed(text),
        SubjectKind.Call => JsPath.TryParse(text) is { Option: null },
        SubjectKind.Option => JsPath.TryParse(text) is { Option: not null },
        SubjectKind.CallOrOption => JsPath.TryParse(text) is not null,
        SubjectKind.JsonKey => JsonKey.TryParse(text) is not null,
        SubjectKind.Address => HostPattern.TryParse(text) is not null,
        SubjectKind.Atom => MarkupAtom.TryParse(text) is not null,
        SubjectKind.Word => shape.Words.Contains(text),
        _ => true,
    };

    private static string Needs(LineShape shape) => shape.Subject switch
    {
        SubjectKind.Member => "a documentation id, such as P:Namespace.Type.Member",
        SubjectKind.Call => "a call or name without window, such as tracker.init",
        SubjectKind.Option => "an option of a call, such as tracker.init/privacy.maskAll",
        SubjectKind.CallOrOption => "a call or an option, such as tracker.init or tracker.init/privacy.maskAll",
        SubjectKind.JsonKey => "a section and an option, such as Shop:Replay/MaskText or *:Replay/MaskText",
        SubjectKind.Address => "an address without https:, such as host.example/path/*.js",
        SubjectKind.Atom => "a class or attribute, such as .class, [attribute] or [attribute=value]",
        SubjectKind.Word => $"one or more of: {string.Join(", ", shape.Words)}",
        _ => "a name",
    };
}
