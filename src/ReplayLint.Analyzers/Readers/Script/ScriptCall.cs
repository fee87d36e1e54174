using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Script;

/// <summary>A call in a script.</summary>
internal sealed class ScriptCall(TextSpan span, ScriptPath path, TextSpan calleeSpan, Lazy<ImmutableArray<ScriptValue>> arguments) : ScriptPlace(span)
{
    /// <summary>What is called; the path of a constructor starts with <c>new </c>. Without text for a function that is run in place.</summary>
    public ScriptPath Path { get; } = path;

    public TextSpan CalleeSpan { get; } = calleeSpan;

    /// <summary>The arguments up to the first one that is spread.</summary>
    public ImmutableArray<ScriptValue> Arguments => arguments.Value;
}
