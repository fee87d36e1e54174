using System.Collections.Immutable;

namespace ReplayLint.Catalog;

/// <summary>An option of a recorder, in whatever language it is set.</summary>
internal interface ISetting
{
    /// <summary>What the option is there for.</summary>
    Protects Protects { get; }

    /// <summary>The values that protect, the one that a fix writes first. Empty for a rate without a recommended value.</summary>
    ImmutableArray<string> Safe { get; }

    /// <summary>The value in force when code sets none, or null when it is not known.</summary>
    string? Default { get; }

    /// <summary>For a rate: the value from which every session is recorded, in the recorder's own unit (1 or 100).</summary>
    double? Full { get; }

    /// <summary>For a rate: whether it only counts sessions in which an error occurs.</summary>
    bool OnError { get; }
}
