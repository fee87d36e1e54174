using Acornima.Ast;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>A statement that <c>break</c> leaves, and what is known where it is left.</summary>
internal sealed class BreakTarget(string? label, bool needsLabel)
{
    /// <summary>What is known after it, as far as it was left by <c>break</c>; null when it was not.</summary>
    public ConsentState? Exit { get; private set; }

    public bool IsMeantBy(BreakStatement statement) => statement.Label is { } name ? name.Name == label : !needsLabel;

    public void LeaveWith(ConsentState level) => Exit = Exit is { } before ? ConsentLattice.Lower(before, level) : level;
}
