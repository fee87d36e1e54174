using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Readers.CSharp;

namespace ReplayLint.Readers.Storage;

/// <summary>Tells by words what takes recordings, stores them or deletes them.</summary>
internal sealed class StorageNames(RecorderCatalog catalog)
{
    private readonly ImmutableArray<string> _recordings = catalog.WordsOf("recording-name");
    private readonly ImmutableArray<string> _storing = catalog.WordsOf("storing-method");
    private readonly ImmutableArray<string> _deleting = catalog.WordsOf("deleting-name");
    private readonly ImmutableArray<string> _consent = catalog.WordsOf("consent-subject");

    /// <summary>Whether a file may speak of recordings; the others are not read any further.</summary>
    public bool MayConcernRecordings(SourceText text)
    {
        var content = text.ToString();
        return _recordings.Any(word => content.IndexOf(word.Split('-')[0], StringComparison.OrdinalIgnoreCase) >= 0);
    }

    /// <summary>Whether an endpoint is named like one for recordings: by its address, its handler, or what that takes. Proof of consent is kept for other reasons.</summary>
    public bool TakesRecordings(InvocationExpressionSyntax mapping) => NamesRecordings(mapping.ArgumentList.Arguments.SelectMany(static argument => argument.Expression switch
    {
        LiteralExpressionSyntax literal => [literal.Token.ValueText],
        ParenthesizedLambdaExpressionSyntax lambda => lambda.ParameterList.Parameters.SelectMany(NamesOf),
        SimpleLambdaExpressionSyntax lambda => NamesOf(lambda.Parameter),
        IdentifierNameSyntax name => [name.Identifier.ValueText],
        MemberAccessExpressionSyntax access => [access.Name.Identifier.ValueText],
        _ => Enumerable.Empty<string>(),
    }));

    /// <summary>The same for a method, whose class counts too.</summary>
    public bool TakesRecordings(MethodDeclarationSyntax method) => NamesRecordings(
        method.ParameterList.Parameters.SelectMany(NamesOf)
            .Append(method.Identifier.ValueText)
            .Append((method.Parent as TypeDeclarationSyntax)?.Identifier.ValueText ?? ""));

    /// <summary>Whether some call in the code keeps what it is given.</summary>
    public bool Stores(SyntaxNode code) => code.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call =>
        call.ArgumentList.Arguments.Count > 0 && NameWords.Split(CallName.Of(call)) is { Count: > 0 } words && _storing.Contains(words[0]));

    /// <summary>Whether a name or a text in the code speaks of deleting. A policy declares a retention and deletes nothing.</summary>
    public bool SpeaksOfDeleting(SyntaxNode code) => code.DescendantTokens(static node => node is not (AttributeListSyntax or NamespaceDeclarationSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "ReplayLint" } })).Any(token =>
        (token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken))
        && Holds(token.ValueText, _deleting));

    private bool NamesRecordings(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Exists(name => Holds(name, _recordings)) && !all.Exists(name => Holds(name, _consent));
    }

    private static IEnumerable<string> NamesOf(ParameterSyntax parameter) => [parameter.Identifier.ValueText, parameter.Type?.ToString() ?? ""];

    private static bool Holds(string text, ImmutableArray<string> entries)
    {
        var words = "-" + NameWords.Join(text) + "-";
        foreach (var entry in entries)
        {
            if (words.IndexOf("-" + entry + "-", StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }
}
