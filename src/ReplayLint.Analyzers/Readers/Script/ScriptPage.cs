using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>Where a script stands, and what only its surroundings know.</summary>
/// <param name="catalog">The facts about scripts.</param>
/// <param name="identifiers">The words that name what identifies a person.</param>
/// <param name="text">The text of the whole page or file.</param>
/// <param name="locate">The place in a file of a span of the script.</param>
internal sealed class ScriptPage(ScriptCatalog catalog, IdentifierWords identifiers, string text, Func<TextSpan, Location> locate)
{
    public ScriptCatalog Catalog { get; } = catalog;

    public IdentifierWords Identifiers { get; } = identifiers;

    public string Text { get; } = text;

    public Func<TextSpan, Location> Locate { get; } = locate;

    /// <summary>The state of a place, with what is known from outside of the script.</summary>
    public Func<ScriptPlace, ConsentState> Consent { get; init; } = static place => place.Consent;

    /// <summary>What puts a place behind consent, as far as the script shows it.</summary>
    public Func<ScriptPlace, ConsentBasis?> BasisOf { get; init; } = static _ => null;

    /// <summary>The way to a place that is not behind consent, as far as it leads through other scripts and code.</summary>
    public Func<ScriptPlace, ImmutableArray<Location>> Way { get; init; } = static _ => ImmutableArray<Location>.Empty;

    /// <summary>What is known where the whole script is written, for one that C# code writes; null where nothing is around it.</summary>
    public PlaceState? Outside { get; init; }

    /// <summary>The C# expression of a template that a span of the script stands for or contains, or null.</summary>
    public Func<TextSpan, string?> TemplateCode { get; init; } = static _ => null;

    /// <summary>Whether a value that is not written in a script identifies a person directly; null to go by its words.</summary>
    public Func<ScriptValue, bool?> Identifies { get; init; } = static _ => null;

    /// <summary>Whether a value that is not written in a script lasts for the session at most; null to go by its words.</summary>
    public Func<ScriptValue, bool?> IsOfSession { get; init; } = static _ => null;

    /// <summary>What the scripts of the page share; the same object for all of them.</summary>
    public PageRecorders Recorders { get; init; } = new();

    /// <summary>Whether the page holds one of the words that a fact asks for.</summary>
    public bool Allows(JsFact fact) => (!fact.IsVersioned || fact.HoldsFor(VersionOf(fact.Recorder))) && Holds(fact.Requires);

    /// <summary>The version of a recorder that the addresses in the page name; null when none does, or they differ.</summary>
    public PackageVersion? VersionOf(Recorder recorder) => AddressVersions.Of(recorder, Text, Catalog);

    private bool Holds(ImmutableArray<string> words)
    {
        foreach (var word in words)
        {
            if (Text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return words.IsEmpty;
    }
}
