using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Catalog;
using ReplayLint.Consent;
using ReplayLint.Policy;
using ReplayLint.Readers;
using ReplayLint.Rules;

namespace ReplayLint;

/// <summary>The catalogue bound to one compilation: which recorders it references, and what code declares about them.</summary>
internal sealed class ReplayContext
{
    private readonly ConcurrentDictionary<Recorder, bool> _used = new();
    private readonly Lazy<ImmutableArray<Recorder>> _stoppable;
    private readonly Lazy<MarkedMembers> _required;
    private readonly Lazy<MarkedMembers> _revoking;
    private readonly ConsentGuards _guards;

    private ReplayContext(SemanticModels models, RecorderCatalog catalog, ImmutableArray<Recorder> recorders, AnalyzerOptions options)
    {
        Rules = RuleList.For(options.AnalyzerConfigOptionsProvider.GlobalOptions);
        Suppressions = new SuppressionAnalysis(models.Compilation, catalog, Rules, options);
        Catalog = catalog;
        Facts = new FactIndex(recorders);
        Models = models;
        Mentions = new Mentions(models);
        Referenced = recorders;
        _required = new Lazy<MarkedMembers>(() => new MarkedMembers(models, "RequiresConsent"));
        _revoking = new Lazy<MarkedMembers>(() => new MarkedMembers(models, "RevokesConsent"));
        AskingNames = catalog.Consent.Where(fact => !fact.ReadBy.IsEmpty && IsDeclared(models, MemberId.ContainingType(fact.Id))).Select(static fact => fact.SimpleName).ToImmutableHashSet();
        RevokingNames = catalog.Consent.Where(static fact => fact.Kind == ConsentFactKind.Revokes).Select(static fact => fact.SimpleName).ToImmutableHashSet();
        _guards = new ConsentGuards(catalog);
        Guards = GuardsIn(options.AnalyzerConfigOptionsProvider.GlobalOptions);
        Activity = new RecorderActivity(models);
        _stoppable = new Lazy<ImmutableArray<Recorder>>(() => recorders.Where(IsStartedAndCanBeStopped).ToImmutableArray());
        Lifetimes = catalog.Lifetimes.Where(fact => IsDeclared(models, fact.ContainingTypeId)).ToImmutableArray();
        Policies = PolicyDeclarations.Read(models, options.AnalyzerConfigOptionsProvider.GlobalOptions, catalog);
    }

    /// <summary>The rules, as the project wants them.</summary>
    public RuleList Rules { get; }

    public RecorderCatalog Catalog { get; }

    /// <summary>Whether the compilation references the .NET API of some recorder.</summary>
    public bool HasApi => !Referenced.IsEmpty;

    /// <summary>The recorders whose .NET API the compilation references.</summary>
    public ImmutableArray<Recorder> Referenced { get; }

    public FactIndex Facts { get; }

    public SemanticModels Models { get; }

    /// <summary>What the project silences.</summary>
    public SuppressionAnalysis Suppressions { get; }

    /// <summary>Who counts what the consent analysis does; null but in tests.</summary>
    public IWorkObserver? Observer { get; init; }

    /// <summary>Where the project names its own members.</summary>
    public Mentions Mentions { get; }

    /// <summary>The members that are only called after consent.</summary>
    public MarkedMembers Required => _required.Value;

    /// <summary>The members that take consent back, as the project declares them.</summary>
    public MarkedMembers Revoking => _revoking.Value;

    public RecorderActivity Activity { get; }

    /// <summary>What decides for how long a choice is kept, as far as the compilation references it.</summary>
    public ImmutableArray<LifetimeFact> Lifetimes { get; }

    public PolicyDeclarations Policies { get; }

    /// <summary>The recorders that the project was seen to use, so far.</summary>
    public ICollection<Recorder> Used => _used.Keys;

    /// <summary>The simple names of members that make a framework ask for consent.</summary>
    public ImmutableHashSet<string> AskingNames { get; }

    /// <summary>The simple names of members that take consent back, as the catalogue knows them.</summary>
    public ImmutableHashSet<string> RevokingNames { get; }

    /// <summary>The recorders that the project seems to start and that its code could stop.</summary>
    public ImmutableArray<Recorder> StoppableRecorders => _stoppable.Value;

    /// <summary>Whether the method may be one that takes consent back, going by its name and its assembly.</summary>
    public bool MayRevoke(IMethodSymbol method) => RevokingNames.Contains(method.Name) || Revoking.MayBe(method);

    /// <summary>Whether the name of the method says that it takes consent back.</summary>
    public bool MayBeNamedToRevoke(IMethodSymbol method) => _guards.IsNamedToRevoke(method);

    /// <summary>What counts as a guard where no file says otherwise.</summary>
    public ConsentGuards Guards { get; }

    /// <summary>What counts as a guard in a file, as its configuration says.</summary>
    public ConsentGuards GuardsIn(AnalyzerConfigOptions options) => _guards.In(options);

    /// <summary>Binds the catalogue; its recorders are those of which the compilation references the .NET API.</summary>
    public static ReplayContext Create(Compilation compilation, RecorderCatalog catalog, AnalyzerOptions options, IWorkObserver? observer = null) =>
        Create(new SemanticModels(compilation), catalog, options, observer);

    private static ReplayContext Create(SemanticModels models, RecorderCatalog catalog, AnalyzerOptions options, IWorkObserver? observer) =>
        new(models, catalog, catalog.Recorders.Where(recorder => IsReferenced(models, recorder)).ToImmutableArray(), options) { Observer = observer };

    /// <summary>Lets every rule judge a usage, and remembers whose it is.</summary>
    public void Judge(RecorderUsage usage, Action<Diagnostic> report)
    {
        if (usage.Policy is null)
            _used.TryAdd(usage.Recorder, true);

        Rules.Check(usage, Policies, report);
    }

    private bool IsStartedAndCanBeStopped(Recorder recorder) =>
        recorder.Facts.Any(static fact => fact is StopFact)
        && recorder.Facts.Any(fact => fact is StartFact && Activity.Mentions(fact.SimpleName))
        && Activity.IsEnabled(recorder);

    /// <summary>Whether the recorder's replay API is there. The own sources of a recorder that everybody knows do not use it.</summary>
    private static bool IsReferenced(SemanticModels models, Recorder recorder)
    {
        foreach (var id in recorder.KnownBy)
        {
            if (models.IsReferenced(id) || (!CatalogSigns.BuiltIn.Types.Contains(id) && IsOwn(models, id)))
                return true;
        }

        return false;
    }

    /// <summary>The version of the assembly that declares a type; null when it has none, or the project itself does.</summary>
    public static PackageVersion? VersionOf(Compilation compilation, string type) =>
        DocumentationCommentId.GetFirstSymbolForDeclarationId(type, compilation)?.ContainingAssembly is { } assembly && !SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly)
            ? PackageVersion.Of(assembly.Identity.Version)
            : null;

    private static bool IsDeclared(SemanticModels models, string type) => models.IsReferenced(type) || IsOwn(models, type);

    private static bool IsOwn(SemanticModels models, string type) =>
        models.Names.Mention(MemberId.SimpleName(type))
        && DocumentationCommentId.GetFirstSymbolForDeclarationId(type, models.Compilation) is { } own
        && SymbolEqualityComparer.Default.Equals(own.ContainingAssembly, models.Compilation.Assembly);
}
