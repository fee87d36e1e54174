using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReplayLint.CodeFixes.Syntax;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>The file of a project that declares its policies, and the attributes in it.</summary>
internal static class PolicyDocument
{
    public const string Name = "SessionReplayPolicy.cs";
    public const string AttributeType = "SessionReplayPolicyAttribute";

    private const string Attribute = "SessionReplayPolicy";

    private static readonly string[] Note =
    [
        "// Purpose and retention must be what the record of processing says and what the vendor's console does.",
        "// The figure is a proposal of ReplayLint; the CNIL's draft recommendation gives none.",
    ];

    /// <summary>The file that holds the project's assembly attributes, ours before the common one; null when there is to be a new one.</summary>
    /// <param name="document">The file of the finding.</param>
    public static Document? Find(Document document)
    {
        var existing = document.Project.Documents
            .Where(static d => d.Name is Name or "AssemblyInfo.cs" && !d.Folders.Contains("obj"))
            .OrderBy(static d => d.Name == Name ? 0 : 1)
            .ThenBy(static d => d.Folders.Count)
            .FirstOrDefault();

        // dotnet format drops files that are added; and where they are kept, this workspace lists them in the project file,
        // which the SDK then rejects as listed twice.
        return existing ?? (document.Project.Solution.Workspace.Kind == WorkspaceKind.MSBuild ? document : null);
    }

    /// <summary>What a new file starts with.</summary>
    public static string Head(SyntaxTrivia endOfLine) => string.Concat(new[] { "using ReplayLint;", "" }.Concat(Note).Select(line => line + endOfLine));

    /// <summary>The attribute as a line of code.</summary>
    public static string Line(string prefix, string recorder, string purpose, string retention, SyntaxTrivia endOfLine) =>
        $"[assembly: {prefix}{Attribute}({SymbolDisplay.FormatLiteral(recorder, quote: true)}, {prefix}ReplayPurpose.{purpose}, {retention})]{endOfLine}";

    /// <summary>Adds an attribute after the last one of the assembly, with a note above the first policy.</summary>
    public static CompilationUnitSyntax Add(CompilationUnitSyntax unit, string line, SyntaxTrivia endOfLine)
    {
        var hasPolicy = unit.AttributeLists.SelectMany(static list => list.Attributes).Any(IsPolicy);
        var note = !hasPolicy ? string.Concat(Note.Select(text => text + endOfLine)) : "";
        var index = unit.AttributeLists.LastIndexOf(static list => list.Target?.Identifier.IsKind(SyntaxKind.AssemblyKeyword) == true) + 1;
        if (index == 0)
            index = unit.AttributeLists.Count;

        var list = SyntaxFactory.ParseCompilationUnit(note + line).AttributeLists[0];
        var previous = index > 0 ? unit.AttributeLists[index - 1].GetLastToken() : unit.Usings.Count > 0 ? unit.Usings.Last().GetLastToken() : unit.Externs.LastOrDefault()?.GetLastToken() ?? default;
        var next = previous == default ? unit.GetFirstToken(includeZeroWidth: true) : previous.GetNextToken(includeZeroWidth: true);
        var leading = SyntaxTriviaList.Empty;
        var following = next.LeadingTrivia;
        if (previous == default)
        {
            (leading, following) = SplitAfterHeader(following);
            if (leading.Count > 0 && !leading.Last().IsKind(SyntaxKind.EndOfLineTrivia))
                leading = leading.AddRange([endOfLine, endOfLine]);
        }
        else
        {
            if (!previous.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia))
                leading = leading.Add(endOfLine);
            if (note.Length > 0)
                leading = leading.Add(endOfLine);
        }

        // Code goes on after an empty line.
        if (index == unit.AttributeLists.Count && !next.IsKind(SyntaxKind.EndOfFileToken) && !following.FirstOrDefault().IsKind(SyntaxKind.EndOfLineTrivia))
            following = following.Insert(0, endOfLine);

        unit = unit.ReplaceToken(next, next.WithLeadingTrivia(following));
        return unit.WithAttributeLists(unit.AttributeLists.Insert(index, list.WithLeadingTrivia(leading.AddRange(list.GetLeadingTrivia()))));
    }

    /// <summary>What stands above a file is said of the file, but for the documentation of its first declaration.</summary>
    private static (SyntaxTriviaList Header, SyntaxTriviaList Following) SplitAfterHeader(SyntaxTriviaList trivia)
    {
        var length = trivia.TakeWhile(static t => !SyntaxFacts.IsDocumentationCommentTrivia(t.Kind())).Count();
        return (SyntaxFactory.TriviaList(trivia.Take(length)), SyntaxFactory.TriviaList(trivia.Skip(length)));
    }

    private static bool IsPolicy(AttributeSyntax attribute) =>
        (attribute.Name is QualifiedNameSyntax qualified ? qualified.Right : attribute.Name) is SimpleNameSyntax { Identifier.ValueText: Attribute or AttributeType };
}
