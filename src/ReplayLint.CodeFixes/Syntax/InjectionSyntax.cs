using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>Writes what a type needs to be given something: a parameter, a field, a constructor.</summary>
internal static class InjectionSyntax
{
    /// <summary>Adds a parameter at the end, but before those that may be left out.</summary>
    public static ParameterListSyntax AddParameter(ParameterListSyntax list, string parameter, CodeLayout ofLast)
    {
        var added = SyntaxFactory.ParseParameterList($"({parameter})").Parameters[0];
        var parameters = list.Parameters;
        if (parameters.Count == 0)
            return list.WithParameters(parameters.Add(added));

        // On a line of its own where the others are.
        var hasLine = parameters.Count > 1 && ofLast.StartsLine;
        var comma = BlockBody.Token(SyntaxKind.CommaToken, SyntaxTriviaList.Empty, SyntaxFactory.TriviaList(hasLine ? ofLast.EndOfLine : SyntaxFactory.Space));
        var index = parameters.IndexOf(static p => p.Default is not null || p.Modifiers.Any(SyntaxKind.ParamsKeyword));
        var all = parameters.GetWithSeparators();
        if (index >= 0)
        {
            var next = parameters[index];
            all = all.Replace(next, hasLine ? next : next.WithoutLeadingTrivia());
            return list.WithParameters(SyntaxFactory.SeparatedList<ParameterSyntax>(all.Insert(index * 2, added.WithLeadingTrivia(next.GetLeadingTrivia())).Insert((index * 2) + 1, comma)));
        }

        var last = parameters.Last();
        added = added.WithTrailingTrivia(last.GetTrailingTrivia());
        all = all.Replace(last, last.WithoutTrailingTrivia());
        return list.WithParameters(SyntaxFactory.SeparatedList<ParameterSyntax>(all.Add(comma).Add(hasLine ? added.WithLeadingTrivia(CodeLayout.White(ofLast.Indent)) : added)));
    }

    /// <summary>Adds an assignment to a constructor's body, behind those that store what it is given.</summary>
    public static BlockSyntax AddAssignment(BlockSyntax body, string assignment, CodeLayout ofBody)
    {
        var index = body.Statements.TakeWhile(static s => s is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: IdentifierNameSyntax } }).Count();
        var expression = SyntaxFactory.ParseExpression(assignment);
        if (body.OpenBraceToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia))
            return body.WithStatements(body.Statements.Insert(index, BlockBody.Statement(expression, CodeLayout.White(ofBody.Indent + ofBody.Step), ofBody.EndOfLine)));

        var space = SyntaxFactory.TriviaList(SyntaxFactory.Space);
        var statement = SyntaxFactory.ExpressionStatement(expression, BlockBody.Token(SyntaxKind.SemicolonToken, SyntaxTriviaList.Empty, space));
        return body.WithOpenBraceToken(body.OpenBraceToken.WithTrailingTrivia(space)).WithStatements(body.Statements.Insert(index, statement));
    }

    /// <summary>Adds members behind the fields of a type, or at its start: fields without an empty line, others with.</summary>
    public static TypeDeclarationSyntax AddMembers(TypeDeclarationSyntax type, string? field, string? constructor, string indent, CodeLayout layout)
    {
        var index = type.Members.LastIndexOf(static member => member is FieldDeclarationSyntax) + 1;
        var hasFields = index > 0;
        var line = layout.EndOfLine.ToString();
        var added = new List<MemberDeclarationSyntax>();
        if (field is not null)
            added.Add(SyntaxFactory.ParseMemberDeclaration(indent + field + line)!);

        if (constructor is not null)
        {
            var text = string.Concat(constructor.Split('\n').Select(part => (part.StartsWith("\t", StringComparison.Ordinal) ? indent + layout.Step + part.Substring(1) : indent + part) + line));
            added.Add(SyntaxFactory.ParseMemberDeclaration(line + text)!);
        }

        var members = type.Members;
        if (!hasFields && members.Count > 0)
            members = members.Replace(members[0], members[0].WithLeadingTrivia(members[0].GetLeadingTrivia().Insert(0, layout.EndOfLine)));

        return (TypeDeclarationSyntax)type.WithMembers(members.InsertRange(index, added));
    }
}
