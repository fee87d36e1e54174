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

    /// <summary>The file that holds the project's assembly attributes, if there is one: ours before the common one.</summary>
    public static Document? Find(Project project)
    {
        var documents = project.Documents.Where(static d => d.Name is Name or "AssemblyInfo.cs").OrderBy(static d => d.Name == Name ? 0 : 1).ThenBy(static d => d.Folders.Count);
        return documents.FirstOrDefault(static d => !d.Folders.Contains("obj"));
    }

    /// <summary>What a new file starts with.</summary>
    public static string Head(SyntaxTrivia endOfLine) => string.Concat(new[] { "using ReplayLint;", "" }.Concat(Note).Select(line => line + endOfLine));

    /// <summary>The attribute as a line of code.</summary>
    public static string Line(string prefix, string recorder, string purpose, string retention, SyntaxTrivia endOfLine) =>
        $"[assembly: {prefix}{Attribute}({SymbolDisplay.FormatLiteral(recorder, quote: true)}, {prefix}ReplayPurpose.{purpose}, {retention})]{endOfLine}";

    /// <summary>Adds an attribute after the last one of the assembly, unless the file declares a policy of the recorder.</summary>
    public static CompilationUnitSyntax Add(CompilationUnitSyntax unit, string line, string recorder, SyntaxTrivia endOfLine)
    {
        var policies = unit.AttributeLists.SelectMany(static list => list.Attributes).Where(IsPolicy).ToList();
        if (policies.Exists(policy => NamesRecorder(policy, recorder)))
            return unit;

        var note = policies.Count == 0 ? string.Concat(Note.Select(text => text + endOfLine)) : "";
        var index = unit.AttributeLists.LastIndexOf(static list => list.Target?.Identifier.IsKind(SyntaxKind.AssemblyKeyword) == true) + 1;
        if (index == 0)
            index = unit.AttributeLists.Count;

        // A file header above nothing, or above the first declaration, stays above.
        var list = SyntaxFactory.ParseCompilationUnit(note + line).AttributeLists[0];
        var previous = index > 0 ? unit.AttributeLists[index - 1].GetLastToken() : unit.Usings.Count > 0 ? unit.Usings.Last().GetLastToken() : unit.Externs.LastOrDefault()?.GetLastToken() ?? default;
        if (previous == default)
        {
            var first = unit.GetFirstToken(includeZeroWidth: true);
            var header = first.LeadingTrivia;
            if (header.Count > 0 && header.Any(CodeLayout.IsComment))
            {
                unit = unit.ReplaceToken(first, first.WithLeadingTrivia());
                var ended = first.IsKind(SyntaxKind.EndOfFileToken) && !header.Last().IsKind(SyntaxKind.EndOfLineTrivia) ? header.Add(endOfLine).Add(endOfLine) : header;
                list = list.WithLeadingTrivia(ended.AddRange(list.GetLeadingTrivia()));
            }
        }
        else
        {
            var leading = list.GetLeadingTrivia();
            if (index == 0 || note.Length > 0)
                leading = leading.Insert(0, endOfLine);
            if (!previous.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia))
                leading = leading.Insert(0, endOfLine);

            list = list.WithLeadingTrivia(leading);
        }

        return unit.WithAttributeLists(unit.AttributeLists.Insert(index, list));
    }

    private static bool IsPolicy(AttributeSyntax attribute) =>
        (attribute.Name is QualifiedNameSyntax qualified ? qualified.Right : attribute.Name) is SimpleNameSyntax { Identifier.ValueText: Attribute or AttributeType };

    private static bool NamesRecorder(AttributeSyntax attribute, string recorder) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { Token.Value: string name } && string.Equals(name, recorder, StringComparison.OrdinalIgnoreCase);
}
