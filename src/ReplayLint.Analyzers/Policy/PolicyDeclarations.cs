using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ReplayLint.Policy;

/// <summary>The policies that a project declares with <c>[assembly: SessionReplayPolicy(…)]</c>.</summary>
internal sealed class PolicyDeclarations
{
    private const string AttributeName = "ReplayLint.SessionReplayPolicyAttribute";
    private const string EveryRecorder = "*";

    private readonly ImmutableHashSet<string> _recorders;

    private PolicyDeclarations(ImmutableHashSet<string> recorders) => _recorders = recorders;

    /// <summary>Reads the attributes of the assembly; the attribute is known by its full name, so it may be copied source.</summary>
    public static PolicyDeclarations Read(Compilation compilation)
    {
        var recorders = ImmutableHashSet.CreateBuilder(StringComparer.OrdinalIgnoreCase);
        foreach (var attribute in compilation.Assembly.GetAttributes())
        {
            if (attribute.AttributeClass?.ToDisplayString() == AttributeName
                && attribute.ConstructorArguments.Length > 0
                && attribute.ConstructorArguments[0].Value is string recorder)
            {
                recorders.Add(recorder);
            }
        }

        return new PolicyDeclarations(recorders.ToImmutable());
    }

    /// <summary>Whether purpose and retention of the recorder are declared, by its name or for all recorders.</summary>
    public bool Cover(string recorder) => _recorders.Contains(recorder) || _recorders.Contains(EveryRecorder);
}
