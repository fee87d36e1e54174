using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Justifications;

namespace ReplayLint.Readers.Suppressions;

/// <summary>Finds the directives and attributes of C# code that suppress rules of ours; what others suppress is their business.</summary>
/// <param name="judge">Judges the reasons.</param>
/// <param name="rules">The ids of all rules of ours.</param>
/// <param name="configurableRules">The ids of those that a directive can silence.</param>
internal sealed class SuppressionReader(JustificationJudge judge, ImmutableHashSet<string> rules, ImmutableHashSet<string> configurableRules)
{
    private const string AttributeNamespace = "System.Diagnostics.CodeAnalysis";

    // The compiler heeds both. Code writes each with and without its ending.
    private static readonly string[] AttributeNames =
        ["SuppressMessage", "SuppressMessageAttribute", "UnconditionalSuppressMessage", "UnconditionalSuppressMessageAttribute"];

    /// <summary>Reads a file. One without directives and without the attribute costs next to nothing.</summary>
    public ImmutableArray<SuppressionUsage> Read(SemanticModel model, AnalyzerConfigOptions options, CancellationToken cancellation)
    {
        var usages = ImmutableArray.CreateBuilder<SuppressionUsage>();
        var root = (CSharpSyntaxNode)model.SyntaxTree.GetRoot(cancellation);
        if (root.ContainsDirectives)
        {
            for (var directive = root.GetFirstDirective(IsDisabling); directive is not null; directive = directive.GetNextDirective(IsDisabling))
            {
                if (ReadPragma((PragmaWarningDirectiveTriviaSyntax)directive, options) is { } usage)
                    usages.Add(usage);
            }
        }

        foreach (var attribute in FindAttributes(root))
        {
            if (ReadAttribute(attribute, model, options, cancellation) is { } usage)
                usages.Add(usage);
        }

        return usages.ToImmutable();
    }

    /// <summary>The directive about all warnings that covers a place and a rule, or null.</summary>
    public SuppressionUsage? ReadBlanket(SyntaxTree tree, int position, string rule, AnalyzerConfigOptions options)
    {
        var root = (CSharpSyntaxNode)tree.GetRoot();
        if (!root.ContainsDirectives)
            return null;

        PragmaWarningDirectiveTriviaSyntax? covering = null;
        for (var directive = root.GetFirstDirective(IsPragma); directive is not null && directive.SpanStart < position; directive = directive.GetNextDirective(IsPragma))
        {
            var pragma = (PragmaWarningDirectiveTriviaSyntax)directive;
            if (pragma.ErrorCodes.Count == 0)
                covering = pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword) ? pragma : null;
            else if (!pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword) && Codes(pragma).Contains(rule))
                covering = null;
        }

        return covering is null ? null : OfPragma(covering, ImmutableArray.Create(rule), options) with { IsBlanket = true };
    }

    private static bool IsPragma(DirectiveTriviaSyntax directive) => directive is PragmaWarningDirectiveTriviaSyntax { IsActive: true };

    private static IEnumerable<string> Codes(PragmaWarningDirectiveTriviaSyntax pragma) =>
        pragma.ErrorCodes.Select(static code => (code as IdentifierNameSyntax)?.Identifier.ValueText ?? "");

    private static bool IsDisabling(DirectiveTriviaSyntax directive) =>
        directive is PragmaWarningDirectiveTriviaSyntax { IsActive: true, ErrorCodes.Count: > 0, DisableOrRestoreKeyword.RawKind: (int)SyntaxKind.DisableKeyword };

    private SuppressionUsage? ReadPragma(PragmaWarningDirectiveTriviaSyntax pragma, AnalyzerConfigOptions options)
    {
        // A directive cannot silence the rules that watch over suppressions.
        var disabled = Codes(pragma).Where(configurableRules.Contains).Distinct().ToImmutableArray();
        return disabled.IsEmpty ? null : OfPragma(pragma, disabled, options);
    }

    private SuppressionUsage OfPragma(PragmaWarningDirectiveTriviaSyntax pragma, ImmutableArray<string> disabled, AnalyzerConfigOptions options)
    {
        // The comment is part of the directive, not of the trivia around it.
        var text = pragma.ToFullString();
        var comment = text.IndexOf("//", StringComparison.Ordinal);
        var reason = comment < 0 ? null : text.Substring(comment + 2).Trim();
        var location = Location.Create(pragma.SyntaxTree, pragma.Span);
        return new SuppressionUsage(SuppressionKind.Pragma, disabled, judge.Judge(reason, options), location);
    }

    private static IEnumerable<AttributeSyntax> FindAttributes(SyntaxNode root)
    {
        foreach (var name in AttributeNames)
        {
            foreach (var place in TreeNames.PlacesOf(root.SyntaxTree, name))
            {
                var token = root.FindToken(place);
                if (token.Parent?.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { Alias.Name.Identifier.ValueText: var alias })
                {
                    foreach (var aliased in TreeNames.PlacesOf(root.SyntaxTree, alias))
                    {
                        if (AttributeNamedBy(root.FindToken(aliased)) is { } byAlias)
                            yield return byAlias;
                    }
                }
                else if (AttributeNamedBy(token) is { } attribute)
                {
                    yield return attribute;
                }
            }
        }
    }

    /// <summary>The attribute that the last word of its name belongs to.</summary>
    private static AttributeSyntax? AttributeNamedBy(SyntaxToken word)
    {
        var name = word.Parent;
        while (name is NameSyntax && name.Parent is NameSyntax outer && outer.Span.End == name.Span.End)
            name = outer;

        return name?.Parent is AttributeSyntax attribute && attribute.Name == name ? attribute : null;
    }

    private SuppressionUsage? ReadAttribute(AttributeSyntax attribute, SemanticModel model, AnalyzerConfigOptions options, CancellationToken cancellation)
    {
        if (attribute.ArgumentList is not { Arguments: var arguments }
            || Find(arguments, "checkId", 1) is not { } checkId
            || TextOf(checkId, model, cancellation) is not { } text)
        {
            return null;
        }

        // The id ends at a colon; its title follows.
        var colon = text.IndexOf(':');
        var rule = colon < 0 ? text : text.Substring(0, colon);
        if (!rules.Contains(rule) || model.GetSymbolInfo(attribute, cancellation).Symbol is not IMethodSymbol { ContainingType.ContainingNamespace: { } space } || space.ToDisplayString() != AttributeNamespace)
            return null;

        var reason = Find(arguments, "Justification", -1);
        var given = reason is null ? null : TextOf(reason, model, cancellation);

        // What the compiler itself cannot evaluate is its error.
        if (reason is not null && given is null && !model.GetConstantValue(reason, cancellation).HasValue)
            return null;

        return new SuppressionUsage(SuppressionKind.Attribute, ImmutableArray.Create(rule), judge.Judge(given, options), attribute.GetLocation())
        {
            Scope = Find(arguments, "Scope", -1) is { } scope ? TextOf(scope, model, cancellation) : null,
            Target = Find(arguments, "Target", -1) is { } target ? TextOf(target, model, cancellation) : null,
        };
    }

    private static ExpressionSyntax? Find(SeparatedSyntaxList<AttributeArgumentSyntax> arguments, string name, int position)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var given = arguments[i].NameEquals?.Name ?? arguments[i].NameColon?.Name;
            if (given is null ? i == position : given.Identifier.ValueText == name)
                return arguments[i].Expression;
        }

        return null;
    }

    private static string? TextOf(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) =>
        model.GetConstantValue(expression, cancellation).Value as string;
}
