using System.Collections.Immutable;

namespace ReplayLint.Readers.Content;

/// <summary>What a form field takes that nobody but the user may see.</summary>
/// <param name="Takes">As a message names it: <c>a password</c>, <c>card number</c>.</param>
/// <param name="Group">The group by which recorders know such data: <c>password</c>, <c>payment</c>; empty for others.</param>
internal sealed record SensitiveField(string Takes, string Group)
{
    /// <summary>The field as a message names it.</summary>
    public string Name { get; init; } = "";

    /// <summary>The kinds that the field is of in the page: <c>password</c>, <c>email</c>, <c>textarea</c>, <c>autocomplete</c>, <c>payment</c>.</summary>
    public ImmutableArray<string> Kinds { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Whether it takes that likely, and no more.</summary>
    public bool IsLikely { get; init; }
}
