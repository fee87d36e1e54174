using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>A way by which a place is reached.</summary>
/// <param name="Function">The function whose body it is in; the script itself is one.</param>
/// <param name="Level">What is known about consent there, whoever calls the function.</param>
internal readonly record struct ScriptReach(ScriptFunction Function, ConsentState Level);
