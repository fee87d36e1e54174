using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Catalog;

namespace ReplayLint.Readers.CSharp;

/// <summary>Tells whether a value identifies a person directly: an e-mail address, a name, a claim that holds one.</summary>
internal sealed class IdentifierReader(RecorderCatalog catalog)
{
    private readonly ImmutableArray<string> _words = catalog.WordsOf("direct-identifier");

    /// <summary>Whether the expression is, contains or is made from a direct identifier, as far as its names tell.</summary>
    public bool IsDirect(IOperation value)
    {
        foreach (var operation in value.DescendantsAndSelf())
        {
            if (operation is { ConstantValue: { HasValue: true, Value: string text } } and not IFieldReferenceOperation)
            {
                if (IsEmailAddress(text))
                    return true;

                continue;
            }

            if (SymbolOf(operation) is { } symbol && (IsListed(symbol) || IsNamed(symbol.Name)))
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

    private bool IsNamed(string name)
    {
        var words = "-" + NameWords.Join(name) + "-";
        foreach (var entry in _words)
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
