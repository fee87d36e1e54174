using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Catalog;

namespace ReplayLint.Policy;

/// <summary>The policies that hold in a project: its own, and those of the projects and packages that it references.</summary>
internal sealed class PolicyDeclarations
{
    private const string IsLibraryKey = "build_property.ReplayLintIsLibrary";

    private readonly Lazy<ImmutableArray<PolicyDeclaration>> _referenced;

    private PolicyDeclarations(ImmutableArray<PolicyDeclaration> own, Lazy<ImmutableArray<PolicyDeclaration>> referenced, bool isLibrary)
    {
        Own = own;
        _referenced = referenced;
        MayBeDeclaredElsewhere = isLibrary;
    }

    /// <summary>What the project itself declares: attributes in the order of the compiler, then items of the project.</summary>
    public ImmutableArray<PolicyDeclaration> Own { get; }

    /// <summary>Whether the project is a library, for which the application that uses it may declare the policy.</summary>
    public bool MayBeDeclaredElsewhere { get; }

    public static PolicyDeclarations Read(SemanticModels models, AnalyzerConfigOptions? options, RecorderCatalog catalog) => new(
        AttributePolicies.ReadOwn(models, catalog).AddRange(ProjectPolicies.Read(options, catalog)),
        new Lazy<ImmutableArray<PolicyDeclaration>>(() => AttributePolicies.ReadReferenced(models, catalog)),
        options is not null && options.TryGetValue(IsLibraryKey, out var isLibrary) && string.Equals(isLibrary, "true", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether purpose and retention of the recorder are declared.</summary>
    public bool Cover(string recorder) => !For(recorder).IsEmpty;

    /// <summary>
    /// The policies for a recorder, of which there may be one for each purpose: those that the project has for this recorder,
    /// else those that it has for every one, else those that what it references has for this one.
    /// </summary>
    public ImmutableArray<PolicyDeclaration> For(string recorder)
    {
        var named = Own.RemoveAll(policy => !policy.Names(recorder));
        if (!named.IsEmpty)
            return named;

        var general = Own.RemoveAll(static policy => !policy.IsForEveryRecorder);
        return general.IsEmpty ? _referenced.Value.RemoveAll(policy => !policy.Names(recorder)) : general;
    }

    /// <summary>
    /// The purpose that something contradicts: the first that is declared for the recorder, when the condition holds for each
    /// of them. A recorder may serve two purposes, and what one of them allows is allowed.
    /// </summary>
    public PurposeProfile? Contradicted(string recorder, Func<PurposeProfile, bool> contradicts)
    {
        PurposeProfile? first = null;
        foreach (var policy in For(recorder))
        {
            if (policy.Profile is not { } profile || !contradicts(profile))
                return null;

            first ??= profile;
        }

        return first;
    }
}
