using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Script;

/// <summary>A value in a script: what its text proves, and nothing that it does not.</summary>
internal sealed class ScriptValue(ScriptValueKind kind, TextSpan span)
{
    public ScriptValueKind Kind { get; } = kind;

    /// <summary>Where the value is written: for a constant that is used by its name, its initialiser.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>Where the value is used.</summary>
    public TextSpan Site { get; init; } = span;

    /// <summary>The constant, numbers independent of the culture, truths as <c>true</c> and <c>false</c>; null when it is none.</summary>
    public string? Text { get; init; }

    /// <summary>For a path, and for a call its callee.</summary>
    public ScriptPath? Path { get; init; }

    /// <summary>The elements, parts, arguments or alternatives.</summary>
    public ImmutableArray<ScriptValue> Items { get; init; } = ImmutableArray<ScriptValue>.Empty;

    public ImmutableArray<ScriptProperty> Properties { get; init; } = ImmutableArray<ScriptProperty>.Empty;

    /// <summary>Whether there may be more properties or elements than are listed.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The property by that name; where it is written twice, the one that counts.</summary>
    public ScriptProperty? this[string key]
    {
        get
        {
            for (var i = Properties.Length - 1; i >= 0; i--)
            {
                if (Properties[i].Key == key)
                    return Properties[i];
            }

            return null;
        }
    }

    /// <summary>The same value, used elsewhere.</summary>
    public ScriptValue At(TextSpan site, bool isOpen) =>
        new(Kind, Span) { Site = site, Text = Text, Path = Path, Items = Items, Properties = Properties, IsOpen = IsOpen || isOpen };
}
