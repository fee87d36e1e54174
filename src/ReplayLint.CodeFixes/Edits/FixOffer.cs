namespace ReplayLint.CodeFixes.Edits;

/// <summary>An edit that a code fix offers.</summary>
/// <param name="EquivalenceKey">The same for all findings that "fix all" fixes together.</param>
/// <param name="Title">What the IDE shows.</param>
internal sealed record FixOffer(string EquivalenceKey, string Title);
