using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Catalog;

namespace ReplayLint.Readers.CSharp;

/// <summary>Tells whether a value identifies a person directly: an e-mail address, a name, a claim that holds one.</summary>
internal sealed class IdentifierReader(RecorderCatalog catalog)
{
    private readonly ImmutableArray<string> _identifiers = catalog.WordsOf("direct-identifier");
    private readonly ImmutableArray<string> _suffixes = catalog.WordsOf("identifier-suffix");
    private readonly ImmutableArray<string> _pseudonyms = catalog.WordsOf("pseudonym");

    /// <summary>Whether the expression is or contains a direct identifier, as far as its names tell.</summary>
    public bool IsDirect(IOperation value)
    {
        if (value.ConstantValue is { HasValue: true, Value: var constant })
            return constant is string text && (IsEmailAddress(text) || (value is IFieldReferenceOperation { Field: var field } && IsListed(field)));

        // The length of a name, or whether there is one, names nobody.
        if (value.Type is { IsValueType: true, SpecialType: not SpecialType.None })
            return false;

        if (SymbolOf(value) is { } symbol)
        {
            if (IsListed(symbol) || IsNamed(symbol.Name))
                return true;

            if (symbol is IMethodSymbol && Contains(symbol.Name, _pseudonyms))
                return false;
        }

        foreach (var part in value.ChildOperations)
        {
            if (IsDirect(part))
                return true;
        }

        return false;
    }

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation property => property.Property,
        IFieldReferenceOperation field => field.Field,
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IInvocationOperation invocation => invocation.TargetMethod,
        _ => null,
    };

    private bool IsListed(ISymbol symbol) =>
        symbol is IPropertySymbol or IFieldSymbol
        && symbol.OriginalDefinition.GetDocumentationCommentId() is { } id
        && catalog.DirectIdentifiers.Contains(id);

    /// <summary>The last words of a name say what it is: an "EmailCount" is no e-mail address, a "UserNameText" is a user name.</summary>
    private bool IsNamed(string name)
    {
        var words = "-" + NameWords.Join(name);
        while (EndOf(words, _suffixes) is { } shorter)
            words = shorter;

        return EndOf(words, _identifiers) is not null;
    }

    /// <summary>What stands before the entry that the words end in, or null when they end in none.</summary>
    private static string? EndOf(string words, ImmutableArray<string> entries)
    {
        foreach (var entry in entries)
        {
            if (words.EndsWith("-" + entry, StringComparison.Ordinal))
                return words.Substring(0, words.Length - entry.Length - 1);
        }

        return null;
    }

    private static bool Contains(string name, ImmutableArray<string> entries)
    {
        var words = "-" + NameWords.Join(name) + "-";
        foreach (var entry in entries)
        {
            if (words.IndexOf("-" + entry + "-", StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }

    private static bool IsEmailAddress(string text)
    {
        var at = text.IndexOf('@');
        return at > 0 && text.IndexOf('.', at) > at + 1 && text.IndexOf(' ') < 0;
    }
}
