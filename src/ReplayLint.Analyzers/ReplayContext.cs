using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Catalog;
using ReplayLint.Consent;
using ReplayLint.Policy;

namespace ReplayLint;

/// <summary>The catalogue bound to one compilation: which recorders it references, and what code declares about them.</summary>
internal sealed class ReplayContext
{
    private const string GuardsKey = "replaylint.consent_guards";

    private readonly Lazy<PolicyDeclarations> _policies;
    private readonly ConsentGuards _guards;
    private readonly ConsentGuards _declaredGuards;

    private ReplayContext(Compilation compilation, RecorderCatalog catalog, ImmutableArray<Recorder> recorders)
    {
        Catalog = catalog;
        Facts = new FactIndex(recorders);
        Models = new SemanticModels(compilation);
        Mentions = new Mentions(Models);
        Required = new RequiredMembers(compilation);
        _guards = new ConsentGuards(catalog, declaredOnly: false);
        _declaredGuards = _guards.DeclaredOnly();
        Activity = new RecorderActivity(compilation);
        _policies = new Lazy<PolicyDeclarations>(() => PolicyDeclarations.Read(compilation));
    }

    public RecorderCatalog Catalog { get; }

    public FactIndex Facts { get; }

    public SemanticModels Models { get; }

    /// <summary>Where the project names its own members.</summary>
    public Mentions Mentions { get; }

    /// <summary>The members that are only called after consent.</summary>
    public RequiredMembers Required { get; }

    public RecorderActivity Activity { get; }

    public PolicyDeclarations Policies => _policies.Value;

    /// <summary>What counts as a guard in a file: <c>replaylint.consent_guards = declared</c> leaves out what only a name says.</summary>
    public ConsentGuards GuardsIn(AnalyzerConfigOptions options) =>
        options.TryGetValue(GuardsKey, out var value) && string.Equals(value, "declared", StringComparison.OrdinalIgnoreCase) ? _declaredGuards : _guards;

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
            if (DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is not null)
                return true;
        }

        return false;
    }
}
