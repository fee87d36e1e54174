using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Script;

/// <summary>A value written to a global or to a member.</summary>
internal sealed class ScriptAssignment(TextSpan span, ScriptPath path, TextSpan targetSpan, Lazy<ScriptValue> value) : ScriptPlace(span)
{
    public ScriptPath Path { get; } = path;

    public TextSpan TargetSpan { get; } = targetSpan;

    public ScriptValue Value => value.Value;
}
