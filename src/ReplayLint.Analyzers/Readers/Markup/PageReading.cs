using Microsoft.CodeAnalysis;

namespace ReplayLint.Readers.Markup;

/// <summary>What a file of the web side does with recorders.</summary>
internal sealed class PageReading
{
    public List<RecorderUsage> Usages { get; } = [];

    public List<FalseGate> FalseGates { get; } = [];

    /// <summary>What decides for how long the user's choice is kept.</summary>
    public List<ConsentLifetime> Lifetimes { get; } = [];

    /// <summary>Recorders that go on where a script takes consent back.</summary>
    public List<Withdrawal> Withdrawals { get; } = [];

    /// <summary>Where reading a script that mentions a recorder failed.</summary>
    public List<Location> Unreadable { get; } = [];

    /// <summary>Where a page that starts a recorder writes script text that code does not hold.</summary>
    public List<Location> Unseen { get; } = [];

    public List<SuppressionComment> Suppressions { get; } = [];
}
