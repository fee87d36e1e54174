using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace ReplayLint.CodeFixes.Edits;

/// <summary>One edit of a plan.</summary>
internal sealed record GuardEdit(DocumentEditor Editor, SyntaxNode Place, GuardForm Form);
