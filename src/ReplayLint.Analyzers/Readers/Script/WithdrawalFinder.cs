using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>
/// Finds where a script takes consent back, or keeps a no, and neither stops a recorder that it started nor has the page
/// loaded anew.
/// </summary>
internal sealed class WithdrawalFinder(ScriptDocument script, ScriptPage page, ScriptWords words)
{
    private const NameParts Topic = NameParts.Subject | NameParts.Cookie | NameParts.Purpose;
    private const string Reload = "location.reload";

    /// <summary>Members that end the page, and with it what records it.</summary>
    private static readonly HashSet<string> Leaving = new(StringComparer.Ordinal) { Reload, "location.assign", "location.replace", "history.go", "location", "location.href", "document.location", "document.location.href" };

    /// <summary>A shorter text says too little to be a no.</summary>
    private const int ShortestNo = 2;

    /// <summary>The recorder's withdrawals that leave it running: one, as sure as there is.</summary>
    /// <param name="recorder">A recorder that the script starts.</param>
    /// <param name="isSure">Whether a source says that it starts.</param>
    /// <param name="isStopped">Whether any script of the project stops the recorder.</param>
    public Withdrawal? Find(Recorder recorder, bool isSure, Func<bool> isStopped)
    {
        var stops = recorder.ScriptFacts.OfType<JsStopFact>().OrderBy(static fact => fact.IsUnverified).ToList();
        Withdrawal? doubtful = null;
        foreach (var (name, place, body, isCertain) in Places())
        {
            if (Ends(body, recorder, []))
                continue;

            var certain = isCertain && isSure && stops.Count > 0 && !stops[0].IsUnverified && !isStopped();
            var found = new Withdrawal(page.Locate(place), recorder, name, stops.Count > 0 ? ScriptTouch.Describe(stops[0]) : Reload, Statement: null, certain);
            if (certain)
                return found;

            doubtful ??= found;
        }

        return doubtful;
    }

    /// <summary>Whether the script stops the recorder anywhere.</summary>
    public static bool Stops(ScriptDocument document, Recorder recorder, ScriptCatalog catalog) =>
        document.Calls.Any(call => IsStop(call, recorder, catalog)) || document.Assignments.Any(assignment => FactsOf(assignment.Path, catalog).Any(fact => fact is JsStopFact && fact.Recorder == recorder));

    private IEnumerable<(string Name, TextSpan Place, TextSpan Body, bool IsCertain)> Places()
    {
        foreach (var function in script.Functions)
        {
            var name = function.Name.Substring(function.Name.LastIndexOf('.') + 1);
            var parts = words.PartsOf(name);
            if ((parts & NameParts.Refused) == 0 && (parts & NameParts.Withdraws) == 0)
                continue;

            // A function that answers a question takes nothing back.
            if ((parts & Topic) != 0 && (parts & (NameParts.Absent | NameParts.Given)) == 0 && !script.Returning.Contains(function.Span))
                yield return (name, function.NameSpan, function.Span, (parts & NameParts.Withdraws) != 0 && (parts & NameParts.Subject) != 0);
        }

        foreach (var call in script.Calls)
        {
            if (KeepsNo(call) && BodyAround(call.Span) is { } body)
                yield return (call.Path.Text, call.CalleeSpan, body, false);
        }
    }

    /// <summary>Whether a call keeps a no: <c>setConsent(false)</c>, <c>localStorage.setItem('cookie-consent', 'denied')</c>, <c>save('necessary')</c>.</summary>
    private bool KeepsNo(ScriptCall call)
    {
        var name = call.Path.Text.Substring(call.Path.Text.LastIndexOf('.') + 1);
        if (name.Length == 0 || call.Arguments.IsEmpty)
            return false;

        var parts = words.PartsOf(name);
        var isRead = (parts & (NameParts.Lookup | NameParts.Has)) != 0 && !name.StartsWith("set", StringComparison.Ordinal);
        var first = call.Arguments[0];
        var isNo = (first is { Kind: ScriptValueKind.Text, Text: { Length: >= ShortestNo } text } && words.MeansNo(text)) || first is { Kind: ScriptValueKind.Boolean, Text: "false" };
        if (call.Arguments.Length > 1 && first is { Kind: ScriptValueKind.Text, Text: { } key } && KeyedLookup.NamesConsent(words.PartsOf(key)))
            return call.Arguments[1] is { Kind: ScriptValueKind.Text, Text: { Length: >= ShortestNo } kept } && words.MeansNo(kept) && !isRead;

        return isNo && (((parts & NameParts.Subject) != 0 && !isRead)
            || (first.Kind == ScriptValueKind.Text && script.Functions.Any(function => EndsWith(function.Name, name))));
    }

    /// <summary>Whether a body, with the functions of the script that it calls, stops the recorder or leaves the page.</summary>
    private bool Ends(TextSpan body, Recorder recorder, HashSet<TextSpan> seen)
    {
        if (!seen.Add(body))
            return false;

        foreach (var assignment in script.Assignments)
        {
            if (body.Contains(assignment.Span) && (Leaving.Contains(assignment.Path.Text) || FactsOf(assignment.Path, page.Catalog).Any(fact => IsEnd(fact, recorder))))
                return true;
        }

        foreach (var call in script.Calls)
        {
            if (!body.Contains(call.Span))
                continue;

            if (Leaving.Contains(call.Path.Text) || call.Path.Text.EndsWith(".submit", StringComparison.Ordinal) || IsStop(call, recorder, page.Catalog))
                return true;

            var name = call.Path.Text.Substring(call.Path.Text.LastIndexOf('.') + 1);
            if (name.Length > 0 && script.Functions.Any(function => EndsWith(function.Name, name) && Ends(function.Span, recorder, seen)))
                return true;
        }

        return false;
    }

    private static bool IsStop(ScriptCall call, Recorder recorder, ScriptCatalog catalog)
    {
        foreach (var fact in FactsOf(call.Path, catalog))
        {
            if (IsEnd(fact, recorder) && new ScriptTouch(ImmutableArray.Create(fact), call.Arguments, call.Span, call.CalleeSpan, new Lazy<PlaceState>()).ArgumentsFor(fact) is not null)
                return true;
        }

        return false;
    }

    /// <summary>A recorder's own gate, closed again, ends recording like its stop.</summary>
    private static bool IsEnd(JsFact fact, Recorder recorder) => fact.Recorder == recorder && fact is JsStopFact or JsGateFact;

    private static ImmutableArray<JsFact> FactsOf(ScriptPath path, ScriptCatalog catalog) => CatalogName.FactsOf(path, catalog);

    private TextSpan? BodyAround(TextSpan place)
    {
        TextSpan? innermost = null;
        foreach (var body in script.Bodies)
        {
            if (body.Contains(place) && (innermost is not { } known || body.Length < known.Length))
                innermost = body;
        }

        return innermost;
    }

    private static bool EndsWith(string function, string name) =>
        function == name || (function.EndsWith(name, StringComparison.Ordinal) && function[function.Length - name.Length - 1] == '.');
}
