using Microsoft.CodeAnalysis;
using ReplayLint.Readers.Suppressions;

namespace ReplayLint.Rules.Integrity;

/// <summary>RPL9003: a suppression is written in a way in which the compiler drops its justification.</summary>
internal sealed class JustificationLost() : SuppressionRule(Descriptors.RPL9003_JustificationLost)
{
    private const string LosingScope = "namespaceanddescendants";

    /// <inheritdoc />
    public override void Check(SuppressionUsage usage, Action<Diagnostic> report)
    {
        if (string.Equals(usage.Scope, LosingScope, StringComparison.OrdinalIgnoreCase))
            report(Create(usage.Location, [(FixProperties.Target, usage.Target)], [], usage.Rules[0]));
    }
}
