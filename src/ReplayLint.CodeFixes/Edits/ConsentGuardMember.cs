using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using ReplayLint.CodeFixes.Syntax;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>
/// The guard that a fix adds where none is in scope: a member, or a local function beside top-level statements, that says no
/// until someone fills it in. A type gets one, however many findings it has.
/// </summary>
internal static class ConsentGuardMember
{
    private const string BaseName = "HasReplayConsent";

    /// <summary>Whether there is a type or program around the place that can hold the guard.</summary>
    public static bool CanAdd(SyntaxNode place) => HostOf(place) is not null;

    /// <summary>Adds the guard unless this action did so before, and returns the expression that asks it.</summary>
    public static ExpressionSyntax Add(SolutionEdit edit, DocumentEditor editor, SyntaxNode place, CancellationToken cancellationToken)
    {
        var host = HostOf(place)!;
        for (var node = host; node is not null; node = node.Parent)
        {
            if (node is TypeDeclarationSyntax or CompilationUnitSyntax && edit.HasDone(KeyOf(node, editor, cancellationToken)))
                return Call(NameIn(node, editor.SemanticModel, cancellationToken));
        }

        edit.Once(KeyOf(host, editor, cancellationToken));
        var name = NameIn(host, editor.SemanticModel, cancellationToken);
        var layout = CodeLayout.Of(host);
        if (host is TypeDeclarationSyntax type)
        {
            var indent = type.Members.Select(CodeLayout.Of).LastOrDefault(static member => member.StartsLine)?.Indent ?? layout.Indent + layout.Step;
            var text = Text("private static bool", name, indent, AttributeAt(editor.SemanticModel, type.CloseBraceToken.SpanStart), layout);
            editor.ReplaceNode(host, (current, _) => AddTo((TypeDeclarationSyntax)current, SyntaxFactory.ParseMemberDeclaration(text)!, layout));
        }
        else
        {
            var text = Text("static bool", name, "", AttributeAt(editor.SemanticModel, place.SpanStart), layout);
            editor.ReplaceNode(host, (current, _) => AddTo((CompilationUnitSyntax)current, SyntaxFactory.GlobalStatement(SyntaxFactory.ParseStatement(text)), layout));
        }

        return Call(name);
    }

    /// <summary>The type declaration around the place, or the file when the place is a top-level statement.</summary>
    private static SyntaxNode? HostOf(SyntaxNode place)
    {
        for (var node = place; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case InterfaceDeclarationSyntax:
                    return null;
                case TypeDeclarationSyntax type:
                    return type.OpenBraceToken.Span.IsEmpty || type.CloseBraceToken.Span.IsEmpty ? null : type;
                case GlobalStatementSyntax:
                    return node.Parent as CompilationUnitSyntax;
            }
        }

        return null;
    }

    private static (object, string) KeyOf(SyntaxNode host, DocumentEditor editor, CancellationToken cancellationToken) =>
        host is TypeDeclarationSyntax type && editor.SemanticModel.GetDeclaredSymbol(type, cancellationToken) is { } symbol
            ? (editor.OriginalDocument.Project.Id, symbol.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))
            : (editor.OriginalDocument.Id, BaseName);

    private static string NameIn(SyntaxNode host, SemanticModel model, CancellationToken cancellationToken)
    {
        var name = BaseName;
        for (var i = 1; IsTaken(name); i++)
            name = BaseName + "Core" + (i == 1 ? "" : i.ToString(System.Globalization.CultureInfo.InvariantCulture));

        return name;

        bool IsTaken(string candidate)
        {
            if (host is not TypeDeclarationSyntax declaration || model.GetDeclaredSymbol(declaration, cancellationToken) is not { } type)
                return !model.LookupSymbols(((CompilationUnitSyntax)host).Members.OfType<GlobalStatementSyntax>().Last().SpanStart, name: candidate).IsEmpty;

            for (var current = type; current is not null; current = current.BaseType)
            {
                if (current.Name == candidate || !current.GetMembers(candidate).IsEmpty)
                    return true;
            }

            return false;
        }
    }

    private static string? AttributeAt(SemanticModel model, int position) =>
        AnnotationName.PrefixOf("ConsentGuardAttribute", model, position) is { } prefix ? prefix + "ConsentGuard" : null;

    private static string Text(string modifiers, string name, string indent, string? attribute, CodeLayout layout)
    {
        var lines = new List<string> { "// Return true only once the user has agreed to session replay." };
        if (attribute is not null)
            lines.Add($"[{attribute}]");

        lines.Add($"{modifiers} {name}() => false;");
        return string.Concat(lines.Select(line => indent + line + layout.EndOfLine));
    }

    private static TypeDeclarationSyntax AddTo(TypeDeclarationSyntax type, MemberDeclarationSyntax member, CodeLayout layout)
    {
        var close = type.CloseBraceToken;
        var (kept, rest) = SplitAfterText(close.LeadingTrivia);
        var isLineEnded = LastBeforeEnd(type).TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        var leading = kept.AddRange(type.Members.Count > 0 ? [layout.EndOfLine] : []);
        type = (TypeDeclarationSyntax)type.WithCloseBraceToken(close.WithLeadingTrivia(isLineEnded ? rest : CodeLayout.White(layout.Indent)));
        type = type.ReplaceToken(LastBeforeEnd(type), EndLine(LastBeforeEnd(type), layout));
        return (TypeDeclarationSyntax)type.WithMembers(type.Members.Add(member.WithLeadingTrivia(leading.AddRange(member.GetLeadingTrivia()))));
    }

    private static CompilationUnitSyntax AddTo(CompilationUnitSyntax unit, GlobalStatementSyntax function, CodeLayout layout)
    {
        var index = unit.Members.LastIndexOf(static member => member is GlobalStatementSyntax);
        var last = unit.Members[index].GetLastToken();
        var next = index + 1 < unit.Members.Count ? unit.Members[index + 1].GetFirstToken() : unit.EndOfFileToken;
        var (kept, rest) = SplitAfterText(next.LeadingTrivia, directivesOnly: true);
        if (!next.IsKind(SyntaxKind.EndOfFileToken) && !rest.FirstOrDefault().IsKind(SyntaxKind.EndOfLineTrivia))
            rest = rest.Insert(0, layout.EndOfLine);

        var leading = kept.Add(layout.EndOfLine);
        unit = unit.ReplaceTokens([last, next], (token, _) => token == last ? EndLine(token, layout) : token.WithLeadingTrivia(rest));
        return unit.WithMembers(unit.Members.Insert(index + 1, function.WithLeadingTrivia(leading.AddRange(function.GetLeadingTrivia()))));
    }

    private static SyntaxToken LastBeforeEnd(TypeDeclarationSyntax type) => type.Members.Count > 0 ? type.Members.Last().GetLastToken() : type.OpenBraceToken;

    private static SyntaxToken EndLine(SyntaxToken token, CodeLayout layout) => token.WithTrailingTrivia(CodeLayout.EndLine(token.TrailingTrivia, layout.EndOfLine));

    /// <summary>Splits what stands before the end of a type: comments and directives belong to what was there before.</summary>
    private static (SyntaxTriviaList Kept, SyntaxTriviaList Left) SplitAfterText(SyntaxTriviaList trivia, bool directivesOnly = false)
    {
        for (var i = trivia.Count - 1; i >= 0; i--)
        {
            if (!trivia[i].IsDirective && (directivesOnly || !CodeLayout.IsComment(trivia[i])))
                continue;

            // A directive ends its line itself.
            var end = trivia[i].IsDirective || i + 1 == trivia.Count ? i + 1 : i + 2;
            return (SyntaxFactory.TriviaList(trivia.Take(end)), SyntaxFactory.TriviaList(trivia.Skip(end)));
        }

        return (SyntaxTriviaList.Empty, trivia);
    }

    private static ExpressionSyntax Call(string name) => SyntaxFactory.ParseExpression(name + "()");
}
