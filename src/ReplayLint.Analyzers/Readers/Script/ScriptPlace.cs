using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>A place in a script where something is done, and whether consent was given before.</summary>
internal abstract class ScriptPlace(TextSpan span)
{
    /// <summary>The whole of it.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>How it is reached; when in more than one way, all of them.</summary>
    public ImmutableArray<ScriptReach> Reached { get; init; } = ImmutableArray<ScriptReach>.Empty;

    /// <summary>The state on the weakest way; a function that the script never calls is called by others, with or without consent.</summary>
    public ConsentState Consent { get; internal set; } = ConsentState.Unknown;

    /// <summary>The functions that decide the state and that the script itself never calls: the page and other files do.</summary>
    public ImmutableArray<ScriptFunction> DefinedIn => FunctionStates.Undecided(Reached);
}
