using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Script;

/// <summary>A function that another script declares and that is handed over by its name: what gets it calls it.</summary>
internal sealed class ScriptReference(TextSpan span, ScriptPath path) : ScriptPlace(span)
{
    public ScriptPath Path { get; } = path;
}
