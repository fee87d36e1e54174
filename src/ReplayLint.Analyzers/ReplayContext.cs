using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Consent;
using ReplayLint.Policy;

namespace ReplayLint;

/// <summary>The catalogue bound to one compilation: which recorders it references, and what code declares about them.</summary>
internal sealed class ReplayContext
{
    private readonly Lazy<PolicyDeclarations> _policies;

    private ReplayContext(Compilation compilation, RecorderCatalog catalog, ImmutableArray<Recorder> recorders)
    {
        Catalog = catalog;
        Facts = new FactIndex(recorders);
        Guards = new ConsentGuards(catalog, declaredOnly: false);
        Activity = new RecorderActivity(compilation);
        Lifetimes = catalog.Lifetimes.Where(fact => IsDeclared(compilation, fact.ContainingTypeId)).ToImmutableArray();
        _policies = new Lazy<PolicyDeclarations>(() => PolicyDeclarations.Read(compilation));
    }

    public RecorderCatalog Catalog { get; }

    public FactIndex Facts { get; }

    public ConsentGuards Guards { get; }

    public RecorderActivity Activity { get; }

    /// <summary>What decides for how long a choice is kept, as far as the compilation references it.</summary>
    public ImmutableArray<LifetimeFact> Lifetimes { get; }

    public PolicyDeclarations Policies => _policies.Value;

    /// <summary>Binds the catalogue, or returns null when the compilation references no recorder.</summary>
    public static ReplayContext? Create(Compilation compilation, RecorderCatalog catalog)
    {
        var present = catalog.Recorders.Where(recorder => IsReferenced(compilation, recorder)).ToImmutableArray();
        return present.IsEmpty ? null : new ReplayContext(compilation, catalog, present);
    }

    /// <summary>Whether the recorder's replay API is there; a recorder without api lines is known by the types that its facts name.</summary>
    private static bool IsReferenced(Compilation compilation, Recorder recorder)
    {
        var types = recorder.ApiTypes.IsEmpty ? recorder.Facts.Select(static fact => fact.ContainingTypeId).Distinct() : recorder.ApiTypes;
        foreach (var id in types)
        {
            if (IsDeclared(compilation, id))
                return true;
        }

        return false;
    }

    private static bool IsDeclared(Compilation compilation, string type) =>
        DocumentationCommentId.GetFirstSymbolForDeclarationId(type, compilation) is not null;
}
