using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>What a <c>#pragma warning disable</c> is about: the code from it to the directive that ends it.</summary>
/// <param name="Disable">Which of the file's pragmas it is.</param>
/// <param name="Restores">Which of them end it, for one rule or another.</param>
/// <param name="Member">The one member or type that the code touches; null when it is none or several.</param>
internal sealed record PragmaScope(int Disable, ImmutableArray<int> Restores, MemberDeclarationSyntax? Member)
{
    /// <summary>The scope of the directive at a place, for some of the rules that it names; null when none is there.</summary>
    public static PragmaScope? Find(CSharpSyntaxNode root, TextSpan place, ImmutableArray<string> rules)
    {
        var pragmas = PragmasIn(root);
        var disable = pragmas.FindIndex(pragma => pragma.Span == place);
        if (disable < 0 || rules.IsEmpty)
            return null;

        var restores = ImmutableArray.CreateBuilder<int>();
        var end = 0;
        foreach (var rule in rules)
        {
            var restore = pragmas.FindIndex(disable + 1, pragma => Ends(pragma, rule));
            end = Math.Max(end, restore < 0 ? root.FullSpan.End : pragmas[restore].SpanStart);
            if (restore >= 0 && !restores.Contains(restore))
                restores.Add(restore);
        }

        var members = new List<MemberDeclarationSyntax>();
        Collect(root, TextSpan.FromBounds(place.End, Math.Max(end, place.End)), members);
        return new PragmaScope(disable, restores.ToImmutable(), members.Count == 1 && members[0] is not (GlobalStatementSyntax or IncompleteMemberSyntax) ? members[0] : null);
    }

    /// <summary>The pragmas about warnings, in the order of the file.</summary>
    public static List<PragmaWarningDirectiveTriviaSyntax> PragmasIn(CSharpSyntaxNode root)
    {
        var pragmas = new List<PragmaWarningDirectiveTriviaSyntax>();
        for (var directive = root.GetFirstDirective(IsPragma); directive is not null; directive = directive.GetNextDirective(IsPragma))
            pragmas.Add((PragmaWarningDirectiveTriviaSyntax)directive);

        return pragmas;
    }

    private static bool IsPragma(DirectiveTriviaSyntax directive) => directive is PragmaWarningDirectiveTriviaSyntax;

    private static bool Ends(PragmaWarningDirectiveTriviaSyntax pragma, string rule) =>
        pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.RestoreKeyword)
        && (pragma.ErrorCodes.Count == 0 || pragma.ErrorCodes.Any(code => code.ToString() == rule));

    /// <summary>The outermost members and types that the span covers, and those that it covers in part.</summary>
    private static void Collect(SyntaxNode container, TextSpan span, List<MemberDeclarationSyntax> members)
    {
        foreach (var child in container.ChildNodes().OfType<MemberDeclarationSyntax>())
        {
            if (!child.Span.OverlapsWith(span))
                continue;

            if (child is BaseNamespaceDeclarationSyntax || (child is TypeDeclarationSyntax && !span.Contains(child.Span)))
                Collect(child, span, members);
            else
                members.Add(child);
        }
    }
}
