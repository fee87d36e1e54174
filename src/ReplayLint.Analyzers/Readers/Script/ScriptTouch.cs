using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Readers.Script;

/// <summary>A call, or an assignment, that the catalogue may know.</summary>
/// <param name="Facts">What is known about calls by its name.</param>
/// <param name="Arguments">The arguments; of an assignment, the value.</param>
/// <param name="Span">The whole of it.</param>
/// <param name="NameSpan">What is called or assigned.</param>
/// <param name="State">What is known about consent there.</param>
internal sealed record ScriptTouch(
    ImmutableArray<JsFact> Facts,
    ImmutableArray<ScriptValue> Arguments,
    TextSpan Span,
    TextSpan NameSpan,
    Lazy<PlaceState> State)
{
    /// <summary>Where it is in the script; null for a call from elsewhere.</summary>
    public ScriptPlace? Place { get; init; }

    /// <summary>
    /// The arguments that a fact counts: those after the command that it names, or the rest of the array which starts with
    /// that. Null where the call gives another command, or not the value that the fact asks for.
    /// </summary>
    public ImmutableArray<ScriptValue>? ArgumentsFor(JsFact fact)
    {
        var arguments = After(fact.Argument);
        if (arguments is { } given && fact is { Value: { } value, Path.Option: null } && !given.Any(argument => OptionValue.Of(argument).Is(value)))
            return null;

        return arguments;
    }

    /// <summary>The call as a message names it.</summary>
    public static string Describe(JsFact fact) => fact.Argument is { } argument ? $"{fact.Path.Call}('{argument}')" : fact.Path.Call;

    private ImmutableArray<ScriptValue>? After(string? command)
    {
        if (command is null)
            return Arguments;

        for (var i = 0; i < Arguments.Length; i++)
        {
            var argument = Arguments[i];
            if (argument is { Kind: ScriptValueKind.Text } && argument.Text == command)
                return Arguments.RemoveRange(0, i + 1);

            if (argument is { Kind: ScriptValueKind.Array, Items.IsEmpty: false } && argument.Items[0] is { Kind: ScriptValueKind.Text, Text: var first } && first == command)
                return argument.Items.RemoveAt(0);
        }

        return null;
    }
}
