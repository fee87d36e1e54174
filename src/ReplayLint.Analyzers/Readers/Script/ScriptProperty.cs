using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Script;

/// <summary>A property of an object literal.</summary>
/// <param name="Key">The name, without quotes.</param>
/// <param name="KeySpan">Where the name is written.</param>
/// <param name="Span">The whole property.</param>
/// <param name="Value">What it is set to.</param>
/// <param name="IsShorthand">Whether name and value are one word: <c>{ key }</c>.</param>
internal sealed record ScriptProperty(string Key, TextSpan KeySpan, TextSpan Span, ScriptValue Value, bool IsShorthand);
