using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;
using ReplayLint.Readers.Json;
using ReplayLint.Readers.Markup;

namespace ReplayLint.Readers.ContentSecurity;

/// <summary>
/// Finds the recorders that a content security policy allows: in the settings of the application, in a meta element, or in
/// C#. To be allowed is not to be loaded: it says that something loads the recorder, not what.
/// </summary>
internal sealed class ContentSecurityReader(ScriptCatalog catalog)
{
    private const string Header = "Content-Security-Policy";

    /// <summary>Texts of which one stands where sources are listed; in a name they may be written without hyphens.</summary>
    private static readonly string[] Signs = ["src", "csp", "security-policy", "securitypolicy", "sources"];

    /// <summary>Whether a file of this name can hold a policy.</summary>
    public static bool MayHoldPolicy(string path) => SettingsFile.Is(path) || WebFile.KindOf(path) is WebFileKind.Cshtml or WebFileKind.Razor or WebFileKind.Html;

    /// <summary>Whether such a file may allow a recorder; nearly all are searched for a word and no more.</summary>
    public bool MayAllow(string path, string text) =>
        MayHoldPolicy(path) && (SettingsFile.Is(path) || text.IndexOf(Header, StringComparison.OrdinalIgnoreCase) >= 0) && !catalog.FindDomains(text).IsEmpty;

    /// <summary>Whether the text of a source file has the word that a recorder's domain is known by.</summary>
    public bool MayAllow(SyntaxTree tree)
    {
        foreach (var word in catalog.DomainWords)
        {
            if (TreeNames.Of(tree).MayHold(WordFilter.HashOf(word)))
                return true;
        }

        return false;
    }

    /// <summary>The recorders that settings or a page allow, each where it is first.</summary>
    public IEnumerable<(Recorder Recorder, TextSpan Span)> Read(string path, SourceText source)
    {
        var text = source.ToString();
        return Distinct(SettingsFile.Is(path) ? Find(text, span => IsSign(KeyBefore(text, span.Start)) || IsSign(ValueAround(text, span))) : InPage(MarkupDocument.Of(source, WebFile.KindOf(path))));
    }

    /// <summary>The recorders that a source file allows, each where it is first.</summary>
    public IEnumerable<(Recorder Recorder, TextSpan Span)> Read(SyntaxTree tree, CancellationToken cancellation)
    {
        var text = tree.GetText(cancellation).ToString();
        var root = tree.GetRoot(cancellation);
        return Distinct(Find(text, span =>
        {
            var token = root.FindToken(span.End - 1);
            return token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
                && token.Parent?.FirstAncestorOrSelf<SyntaxNode>(static node => node is StatementSyntax or MemberDeclarationSyntax) is { } around
                && IsSign(around.ToString());
        }));
    }

    private IEnumerable<(Recorder Recorder, TextSpan Span)> InPage(MarkupDocument page)
    {
        foreach (var element in page.Descendants().OfType<MarkupElement>())
        {
            if (!element.Name.Equals("meta", StringComparison.OrdinalIgnoreCase)
                || element.FindAttribute("http-equiv") is not { Value: { } header }
                || !header.Trim().Equals(Header, StringComparison.OrdinalIgnoreCase)
                || element.FindAttribute("content") is not { ValueSpan: { } span } content)
            {
                continue;
            }

            foreach (var (recorder, place) in Find(content.Value!, static _ => true))
                yield return (recorder, new TextSpan(span.Start + place.Start, place.Length));
        }
    }

    private IEnumerable<(Recorder Recorder, TextSpan Span)> Find(string text, Func<TextSpan, bool> isListed)
    {
        foreach (var (fact, span) in catalog.FindDomains(text))
        {
            if (IsWholeSource(text, span.End) && isListed(span))
                yield return (fact.Recorder, span);
        }
    }

    private static IEnumerable<(Recorder Recorder, TextSpan Span)> Distinct(IEnumerable<(Recorder Recorder, TextSpan Span)> found)
    {
        var seen = new HashSet<Recorder>();
        return found.Where(match => seen.Add(match.Recorder));
    }

    /// <summary>A source is a host, with a port at most; an address with a path is one that code uses.</summary>
    public static bool IsWholeSource(string text, int end)
    {
        if (end < text.Length && text[end] == '/')
            end++;

        return end == text.Length || char.IsWhiteSpace(text[end]) || "\"';,:\\`".IndexOf(text[end]) >= 0;
    }

    /// <summary>The key in JSON whose value, or the items of it, a position is in.</summary>
    private static string KeyBefore(string text, int position)
    {
        for (var colon = text.LastIndexOf(':', position); colon > 0; colon = text.LastIndexOf(':', colon - 1))
        {
            var end = colon - 1;
            while (end > 0 && char.IsWhiteSpace(text[end]))
                end--;

            if (text[end] != '"' || end == 0)
                continue;

            var start = text.LastIndexOf('"', end - 1);
            return start < 0 ? "" : text.Substring(start, end - start);
        }

        return "";
    }

    private static string ValueAround(string text, TextSpan span)
    {
        var start = text.LastIndexOf('"', span.Start) + 1;
        return text.Substring(start, span.Start - start);
    }

    private static bool IsSign(string text) => Array.Exists(Signs, sign => text.IndexOf(sign, StringComparison.OrdinalIgnoreCase) >= 0);
}
