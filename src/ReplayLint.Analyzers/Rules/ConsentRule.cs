using Microsoft.CodeAnalysis;
using ReplayLint.Readers;

namespace ReplayLint.Rules;

/// <summary>A rule about a place where code deals with consent itself.</summary>
internal abstract class ConsentRule(DiagnosticDescriptor descriptor) : Rule(descriptor)
{
    /// <summary>Reports what is wrong with a usage, or nothing; most usages are another rule's business.</summary>
    public abstract void Check(ConsentUsage usage, Action<Diagnostic> report);
}
