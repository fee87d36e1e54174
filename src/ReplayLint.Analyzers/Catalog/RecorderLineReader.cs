using System.Collections.Immutable;
using System.Globalization;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Catalog;

/// <summary>Reads the lines of one section about a recorder.</summary>
internal sealed class RecorderLineReader(string name, ImmutableArray<CatalogError>.Builder errors)
{
    private readonly List<string> _apiTypes = [];
    private readonly List<string> _enabledBy = [];
    private readonly List<Fact> _facts = [];
    private readonly List<ScriptFact> _scriptFacts = [];
    private readonly List<(string Old, string Current)> _formerNamespaces = [];
    private VendorRetention? _retention;
    private bool _isStoredByTeam;

    /// <summary>Reads a line that has a form of its own.</summary>
    public void ReadSpecial(CatalogLine line)
    {
        switch (line.Verb.Text)
        {
            case "enabled-by":
                _enabledBy.AddRange(line.Words.Select(static w => w.Text));
                break;

            case "formerly":
                if (line.Words.Length == 2 && line.Words[1].Text.StartsWith("now=", StringComparison.Ordinal))
                    _formerNamespaces.Add((line.Words[0].Text, line.Words[1].Text.Substring("now=".Length)));
                else
                    errors.Add(new CatalogError(line.Span, "Expected: formerly OLD.NAMESPACE now=NEW.NAMESPACE"));
                break;
        }
    }

    public void Read(FactLine line)
    {
        if (line.Verb == "api")
            _apiTypes.Add(line.Subject);
        else if (line.Verb == "retention")
            ReadRetention(line);
        else if (MemberFactReader.Read(line) is { } fact)
            _facts.Add(fact);
        else
            _scriptFacts.AddRange(ScriptFactReader.Read(line));
    }

    public Recorder Build()
    {
        IEnumerable<string> apiTypes = _apiTypes;
        IEnumerable<Fact> facts = _facts;
        foreach (var (old, current) in _formerNamespaces)
        {
            apiTypes = [.. apiTypes, .. _apiTypes.Select(id => MemberId.WithNamespace(id, current, old))];
            facts = [.. facts, .. _facts.Select(fact => fact with { Id = MemberId.WithNamespace(fact.Id, current, old) })];
        }

        return new Recorder(name, facts, _scriptFacts)
        {
            ApiTypes = apiTypes.Distinct().ToImmutableArray(),
            EnabledBy = _enabledBy.Distinct().ToImmutableArray(),
            Retention = _retention,
            IsStoredByTeam = _isStoredByTeam,
        };
    }

    private void ReadRetention(FactLine line)
    {
        if (line.Subject == "own" && line.Subjects.Length == 1)
            _isStoredByTeam = true;
        else if (line.Subject == "vendor" && line.Subjects.Length == 2 && TryParseDays(line.Subjects[1].Text, out var minimum, out var maximum))
            _retention = line.Finish(new VendorRetention(minimum, maximum)) ?? _retention;
        else
            line.Error("Expected: retention vendor 30d, or retention vendor 30d..90d, or retention own");
    }

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
}
