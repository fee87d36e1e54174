using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Catalog;

/// <summary>
/// Reads a catalogue file. The parser is strict: a line that it does not fully understand becomes an error at the
/// word in question and says nothing else, so that a typing mistake can never loosen a rule in silence.
/// </summary>
internal sealed class CatalogParser
{
    private static readonly string[] SectionVerbs = ["recorder", "consent", "identity", "words"];
    private static readonly string[] RecorderVerbs =
        ["api", "configure", "enabled-by", "evidence", "formerly", "identify", "retention", "setting", "start", "stop", "unmask"];

    private static readonly string[] ConsentVerbs = ["callback", "ensures", "granted", "guard", "lifetime", "not-guard", "revokes", "stand-in"];
    private static readonly string[] IdentityVerbs = ["direct"];

    private readonly SourceText _text;
    private readonly ImmutableArray<Recorder>.Builder _recorders = ImmutableArray.CreateBuilder<Recorder>();
    private readonly ImmutableArray<ConsentFact>.Builder _consent = ImmutableArray.CreateBuilder<ConsentFact>();
    private readonly ImmutableArray<LifetimeFact>.Builder _lifetimes = ImmutableArray.CreateBuilder<LifetimeFact>();
    private readonly ImmutableArray<string>.Builder _direct = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<WordList>.Builder _words = ImmutableArray.CreateBuilder<WordList>();
    private readonly ImmutableArray<CatalogError>.Builder _errors = ImmutableArray.CreateBuilder<CatalogError>();
    private RecorderBuilder? _recorder;
    private string _section = "";

    private CatalogParser(SourceText text) => _text = text;

    public static CatalogDocument Parse(SourceText text)
    {
        var parser = new CatalogParser(text);
        foreach (var line in text.Lines)
        {
            if (CatalogLine.Read(text, line) is { } read)
                parser.ReadLine(read);
        }

        return parser.Finish();
    }

    private CatalogDocument Finish()
    {
        EndSection();
        return new CatalogDocument
        {
            Recorders = _recorders.ToImmutable(),
            Consent = _consent.ToImmutable(),
            Lifetimes = _lifetimes.ToImmutable(),
            DirectIdentifiers = _direct.ToImmutable(),
            Words = _words.ToImmutable(),
            Errors = _errors.ToImmutable(),
        };
    }

    private void ReadLine(CatalogLine line)
    {
        var verb = line.Verb.Text;
        if (SectionVerbs.Contains(verb))
        {
            ReadSection(line);
            return;
        }

        string[] verbs = _section switch
        {
            "recorder" => RecorderVerbs,
            "consent" => ConsentVerbs,
            "identity" => IdentityVerbs,
            _ => [],
        };

        if (!verbs.Contains(verb))
        {
            var expected = verbs.Length == 0 ? SectionVerbs : verbs;
            Error(line.Verb.Span, $"'{verb}' is not known here; expected {string.Join(", ", expected)}");
        }
        else if (_section == "recorder")
        {
            ReadRecorderLine(line);
        }
        else if (_section == "consent")
        {
            ReadConsentLine(line);
        }
        else if (Subject(line, attributes: []) is { } subject)
        {
            _direct.Add(subject.Id);
        }
    }

    private void ReadSection(CatalogLine line)
    {
        EndSection();
        _section = line.Verb.Text;
        if (line.Words.IsEmpty)
        {
            Error(line.Span, $"'{_section}' needs a name");
            _section = "";
            return;
        }

        var name = line.Words[0];
        if (_section == "words")
        {
            _words.Add(new WordList(name.Text, line.Words.Skip(1).Select(static w => w.Text.ToLowerInvariant()).ToImmutableArray()));
            _section = "";
            return;
        }

        if (line.Words.Length > 1)
            Error(line.Words[1].Span, $"A {_section} has one name, without spaces");

        if (_section == "recorder")
            _recorder = new RecorderBuilder(name.Text);
    }

    private void EndSection()
    {
        if (_recorder is not null)
            _recorders.Add(_recorder.Build());

        _recorder = null;
    }

    private void ReadRecorderLine(CatalogLine line)
    {
        var recorder = _recorder!;
        switch (line.Verb.Text)
        {
            case "evidence":
                break; // For the reader of the file; the rest of the line is free text.

            case "enabled-by":
                recorder.EnabledBy.AddRange(line.Words.Select(static w => w.Text));
                break;

            case "retention":
                ReadRetention(line);
                break;

            case "api":
                if (Subject(line, attributes: []) is { } api)
                    recorder.ApiTypes.Add(api.Id);
                break;

            case "formerly":
                if (line.Words.Length == 2 && line.Words[1].Text.StartsWith("now=", StringComparison.Ordinal))
                    recorder.FormerNamespaces.Add((line.Words[0].Text, line.Words[1].Text.Substring("now=".Length)));
                else
                    Error(line.Span, "Expected: formerly OLD.NAMESPACE now=NEW.NAMESPACE");
                break;

            default:
                if (ReadFact(line) is { } fact)
                    recorder.Facts.Add(fact);
                break;
        }
    }

    private Fact? ReadFact(CatalogLine line)
    {
        switch (line.Verb.Text)
        {
            case "start" when Subject(line, ["when", "value", "gate"]) is { } s:
                var condition = StartCondition.Always;
                if (s.Attribute("when") is { } when && !TryParse(when, out condition))
                {
                    Error(when, "'when' is one of: rate, options");
                    return null;
                }

                return new StartFact(s.Id) { When = condition, Value = s.Attribute("value")?.Text, Gate = s.Attribute("gate")?.Text };

            case "stop" when Subject(line, ["value"]) is { } s:
                return new StopFact(s.Id) { Value = s.Attribute("value")?.Text };

            case "configure" when Subject(line, []) is { } s:
                return new ConfigureFact(s.Id);

            case "unmask" when Subject(line, ["value"]) is { } s:
                return new UnmaskFact(s.Id) { Value = s.Attribute("value")?.Text };

            case "identify" when Subject(line, ["direct", "any", "always"]) is { } s:
                return new IdentifyFact(s.Id)
                {
                    Direct = List(s.Attribute("direct"), ','),
                    Any = List(s.Attribute("any"), ','),
                    IsDirect = s.Attribute("always")?.Text == "true",
                };

            case "setting" when Subject(line, ["protects", "safe", "default", "full", "on-error"]) is { } s:
                return ReadSetting(line, s);

            default:
                return null;
        }
    }

    private SettingFact? ReadSetting(CatalogLine line, LineSubject subject)
    {
        if (subject.Attribute("protects") is not { } protects)
        {
            Error(line.Span, "A setting says what it protects: protects=inputs, text, media, network, rate, consent, identity or retention");
            return null;
        }

        if (!TryParse(protects, out Protects kind))
        {
            Error(protects, "'protects' is one of: inputs, text, media, network, rate, consent, identity, retention");
            return null;
        }

        double? full = null;
        if (subject.Attribute("full") is { } word)
        {
            if (!double.TryParse(word.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                Error(word, $"'{word.Text}' is not a number");
                return null;
            }

            full = value;
        }

        var safe = List(subject.Attribute("safe"), '|');
        if (safe.IsEmpty && kind != Protects.Rate)
        {
            Error(line.Span, "A setting names its safe value: safe=VALUE, or safe=BEST|ALSO-SAFE");
            return null;
        }

        return new SettingFact(subject.Id)
        {
            Protects = kind,
            Safe = safe,
            Default = subject.Attribute("default")?.Text,
            Full = full,
            OnError = subject.Attribute("on-error")?.Text == "true",
        };
    }

    private void ReadRetention(CatalogLine line)
    {
        if (line.Words.Length == 2 && line.Words[0].Text == "vendor" && TryParseDays(line.Words[1].Text, out var minimum, out var maximum))
            _recorder!.Retention = new VendorRetention(minimum, maximum);
        else
            Error(line.Span, "Expected: retention vendor 30d, or retention vendor 30d..90d");
    }

    private void ReadConsentLine(CatalogLine line)
    {
        if (line.Verb.Text == "lifetime")
        {
            if (ReadLifetime(line) is { } lifetime)
                _lifetimes.Add(lifetime);

            return;
        }

        var kind = line.Verb.Text switch
        {
            "guard" => ConsentFactKind.Guard,
            "ensures" => ConsentFactKind.Ensures,
            "revokes" => ConsentFactKind.Revokes,
            "callback" => ConsentFactKind.Callback,
            "granted" => ConsentFactKind.Granted,
            "stand-in" => ConsentFactKind.StandIn,
            _ => ConsentFactKind.NotGuard,
        };

        if (Subject(line, kind == ConsentFactKind.Callback ? ["parameter"] : []) is { } subject)
            _consent.Add(new ConsentFact(kind, subject.Id) { Parameter = subject.Attribute("parameter")?.Text });
    }

    private LifetimeFact? ReadLifetime(CatalogLine line)
    {
        if (Subject(line, ["of", "kept-by", "default", "asked-by"]) is not { } subject)
            return null;

        foreach (var key in new[] { "of", "kept-by", "asked-by" })
        {
            if (subject.Attribute(key) is { } member && !MemberId.IsWellFormed(member.Text))
            {
                Error(member, $"'{key}' needs a documentation id, such as P:Namespace.Type.Member");
                return null;
            }
        }

        if (subject.Attribute("of") is null == subject.Attribute("kept-by") is null)
        {
            Error(line.Span, "A lifetime says what it is the lifetime of: of=P:… for a member, or kept-by=M:… for a call with a key");
            return null;
        }

        var days = 0;
        if (subject.Attribute("default") is { } word && !TryParseDay(word.Text, out days))
        {
            Error(word, $"'{word.Text}' is no number of days; expected default=365d");
            return null;
        }

        if (subject.Attribute("default") is null != subject.Attribute("asked-by") is null)
        {
            Error(line.Span, "'default' and 'asked-by' belong together: the default counts where code writes the member");
            return null;
        }

        if (subject.Attribute("default") is not null && subject.Attribute("of") is null)
        {
            Error(line.Span, "A default needs of=P:…: without code that keeps a choice nothing is kept");
            return null;
        }

        return new LifetimeFact(subject.Id)
        {
            Of = subject.Attribute("of")?.Text,
            KeptBy = subject.Attribute("kept-by")?.Text,
            AskedBy = subject.Attribute("asked-by")?.Text,
            DefaultDays = days,
        };
    }

    /// <summary>Reads <c>verb id key=value …</c>; reports and returns null when a word does not fit.</summary>
    private LineSubject? Subject(CatalogLine line, string[] attributes)
    {
        if (line.Words.IsEmpty || !MemberId.IsWellFormed(line.Words[0].Text))
        {
            Error(line.Words.IsEmpty ? line.Span : line.Words[0].Span, $"'{line.Verb.Text}' needs a documentation id, such as P:Namespace.Type.Member");
            return null;
        }

        var read = ImmutableDictionary.CreateBuilder<string, CatalogWord>();
        foreach (var word in line.Words.Skip(1))
        {
            var equals = word.Text.IndexOf('=');
            var key = equals < 0 ? word.Text : word.Text.Substring(0, equals);
            if (equals < 0 || !attributes.Contains(key))
            {
                var allowed = attributes.Length == 0 ? "nothing more" : string.Join(", ", attributes.Select(static a => a + "=…"));
                Error(word.Span, $"'{key}' is not known after '{line.Verb.Text}'; expected {allowed}");
                return null;
            }

            var start = word.Span.Start + equals + 1;
            if (start == word.Span.End || read.ContainsKey(key))
            {
                Error(word.Span, start == word.Span.End ? $"'{key}' has no value" : $"'{key}' is given twice");
                return null;
            }

            read.Add(key, new CatalogWord(word.Text.Substring(equals + 1), TextSpan.FromBounds(start, word.Span.End)));
        }

        return new LineSubject(line.Words[0].Text, read.ToImmutable());
    }

    private static ImmutableArray<string> List(CatalogWord? word, char separator) =>
        word is { } w ? ImmutableArray.Create(w.Text.Split([separator], StringSplitOptions.RemoveEmptyEntries)) : ImmutableArray<string>.Empty;

    private static bool TryParse<T>(CatalogWord word, out T value)
        where T : struct, Enum =>
        Enum.TryParse(word.Text, ignoreCase: true, out value) && char.IsLower(word.Text[0]);

    private static bool TryParseDays(string text, out int minimum, out int maximum)
    {
        var range = text.IndexOf("..", StringComparison.Ordinal);
        maximum = 0;
        return range < 0
            ? TryParseDay(text, out minimum) && TryParseDay(text, out maximum)
            : TryParseDay(text.Substring(0, range), out minimum) && TryParseDay(text.Substring(range + 2), out maximum) && minimum <= maximum;
    }

    private static bool TryParseDay(string text, out int days)
    {
        days = 0;
        return text.Length > 1
            && text[text.Length - 1] == 'd'
            && int.TryParse(text.Substring(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out days);
    }

    private void Error(CatalogWord word, string message) => Error(word.Span, message);

    private void Error(TextSpan span, string message) => _errors.Add(new CatalogError(span, message));

    private sealed record LineSubject(string Id, ImmutableDictionary<string, CatalogWord> Attributes)
    {
        public CatalogWord? Attribute(string key) => Attributes.TryGetValue(key, out var word) ? word : null;
    }

    private sealed class RecorderBuilder(string name)
    {
        public List<string> ApiTypes { get; } = [];

        public List<string> EnabledBy { get; } = [];

        public List<Fact> Facts { get; } = [];

        public List<(string Old, string Current)> FormerNamespaces { get; } = [];

        public VendorRetention? Retention { get; set; }

        public Recorder Build()
        {
            IEnumerable<string> apiTypes = ApiTypes;
            IEnumerable<Fact> facts = Facts;
            foreach (var (old, current) in FormerNamespaces)
            {
                apiTypes = [.. apiTypes, .. ApiTypes.Select(id => MemberId.WithNamespace(id, current, old))];
                facts = [.. facts, .. Facts.Select(fact => fact with { Id = MemberId.WithNamespace(fact.Id, current, old) })];
            }

            return new Recorder(name, facts)
            {
                ApiTypes = apiTypes.Distinct().ToImmutableArray(),
                EnabledBy = EnabledBy.Distinct().ToImmutableArray(),
                Retention = Retention,
            };
        }
    }
}
