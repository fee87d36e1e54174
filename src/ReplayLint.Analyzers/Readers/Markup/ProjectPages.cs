using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Readers.Interop;

namespace ReplayLint.Readers.Markup;

/// <summary>
/// The views, pages and scripts of a project, for the questions that one file leaves to the others: who calls a function,
/// and who loads a script. A file is searched for the words that a question is about, and parsed when it holds one.
/// </summary>
/// <param name="files">The files beside the code.</param>
/// <param name="read">Reads one of them; null for what is no page and no script.</param>
/// <param name="code">The calls from the project's own code.</param>
internal sealed class ProjectPages(ImmutableArray<AdditionalText> files, Func<AdditionalText, WebPage?> read, InteropCalls code)
{
    private readonly ConcurrentDictionary<AdditionalText, Lazy<WebPage?>> _pages = new();

    public InteropCalls Code { get; } = code;

    /// <summary>The page or script of a file.</summary>
    public WebPage? Of(AdditionalText file) => _pages.GetOrAdd(file, f => new Lazy<WebPage?>(() => read(f))).Value;

    /// <summary>The pages and scripts whose text holds a word.</summary>
    public IEnumerable<WebPage> Mentioning(string word, CancellationToken cancellation)
    {
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            if (WebFile.KindOf(file.Path) != WebFileKind.None && file.GetText(cancellation) is { } text && Holds(text.ToString(), word) && Of(file) is { } page)
                yield return page;
        }
    }

    private static bool Holds(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !IsPartOfName(text[at - 1])) && (at + word.Length == text.Length || !IsPartOfName(text[at + word.Length])))
                return true;
        }

        return false;
    }

    private static bool IsPartOfName(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '$';
}
