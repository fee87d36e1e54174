using System.Collections.Immutable;

namespace ReplayLint.Catalog;

/// <summary>An option of a recorder, in whatever language it is set.</summary>
internal interface ISetting
{
    /// <summary>The name of the option itself.</summary>
    string SimpleName { get; }

    /// <summary>The option as a message names it.</summary>
    string DisplayName { get; }

    /// <summary>The values among the safe ones that still do something before consent, so that they deserve a hint.</summary>
    ImmutableArray<string> Doubtful { get; }

    /// <summary>The rate of the same options that counts only sessions with an error, or null.</summary>
    string? OnErrorCompanion { get; }

    /// <summary>Whether what is said about it was found in no source, so that findings are hints.</summary>
    bool IsUnverified { get; }

    /// <summary>For which versions of the package this holds, as a message says it; null for all.</summary>
    string? Versions { get; }

    /// <summary>What the option is there for.</summary>
    Protects Protects { get; }

    /// <summary>The values that protect, the one that a fix writes first. Empty for a rate without a recommended value.</summary>
    ImmutableArray<string> Safe { get; }

    /// <summary>The value in force when code sets none, or null when it is not known.</summary>
    string? Default { get; }

    /// <summary>The kinds of field or of text that it is about, as <c>password</c> or <c>email</c>; empty when it is about all.</summary>
    ImmutableArray<string> Of { get; }

    /// <summary>For a rate: the value from which every session is recorded, in the recorder's own unit (1 or 100).</summary>
    double? Full { get; }

    /// <summary>For a rate: whether it only counts sessions in which an error occurs.</summary>
    bool OnError { get; }

    /// <summary>For retention that is a number: what it counts.</summary>
    RetentionUnit Unit { get; }
}
