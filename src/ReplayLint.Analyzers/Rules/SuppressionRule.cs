using Microsoft.CodeAnalysis;
using ReplayLint.Readers.Suppressions;

namespace ReplayLint.Rules;

/// <summary>A rule about a place where someone keeps another rule from reporting.</summary>
internal abstract class SuppressionRule(DiagnosticDescriptor descriptor) : Rule(descriptor)
{
    /// <summary>Reports what is wrong with a suppression, or nothing.</summary>
    public abstract void Check(SuppressionUsage usage, Action<Diagnostic> report);
}
