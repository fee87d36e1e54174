using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Script;

/// <summary>A part of a script that runs only after consent.</summary>
/// <param name="Test">The condition, or what calls the part.</param>
/// <param name="Covered">The part.</param>
internal readonly record struct ScriptGuard(TextSpan Test, TextSpan Covered);
