using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Script;

/// <summary>A text that names code to load, or looks like it.</summary>
internal sealed class ScriptLoad(TextSpan span, string text, LoadUse use) : ScriptPlace(span)
{
    /// <summary>The constant; of a text that is put together, a part of it.</summary>
    public string Text { get; } = text;

    public LoadUse Use { get; } = use;

    /// <summary>For <see cref="LoadUse.CallArgument"/>, what is called.</summary>
    public ScriptPath? Callee { get; init; }
}
