using Microsoft.CodeAnalysis;

namespace ReplayLint.Consent;

/// <summary>What makes a place count as reached only after consent.</summary>
/// <param name="Text">As code writes it, in one line: a condition, a call, an attribute.</param>
/// <param name="Location">Where it stands.</param>
internal sealed record ConsentBasis(string Text, Location Location)
{
    private const int MaximumLength = 120;

    /// <summary>What stands in code.</summary>
    public static ConsentBasis Of(SyntaxNode code) => Of(code.ToString(), code.GetLocation());

    /// <inheritdoc cref="Of(SyntaxNode)"/>
    public static ConsentBasis Of(string code, Location location)
    {
        var text = string.Join(" ", code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new ConsentBasis(text.Length > MaximumLength ? text.Substring(0, MaximumLength - 1) + "…" : text, location);
    }
}
