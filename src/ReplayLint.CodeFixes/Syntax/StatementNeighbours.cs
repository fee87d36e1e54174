using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReplayLint.CodeFixes.Syntax;

/// <summary>The statements beside a statement.</summary>
internal static class StatementNeighbours
{
    /// <summary>The statements of the block or switch section that the statement stands in; none for one that another owns.</summary>
    public static SyntaxList<StatementSyntax> Of(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        _ => default,
    };

    public static StatementSyntax? Before(StatementSyntax statement) => At(statement, -1);

    public static StatementSyntax? After(StatementSyntax statement) => At(statement, 1);

    private static StatementSyntax? At(StatementSyntax statement, int offset)
    {
        var statements = Of(statement);
        var index = statements.IndexOf(statement);
        return index >= 0 && index + offset >= 0 && index + offset < statements.Count ? statements[index + offset] : null;
    }
}
