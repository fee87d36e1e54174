using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReplayLint.Consent;

/// <summary>
/// The flows of other members that the answer about one body may need: of those that call it, and of those that it asks.
/// Serves one question of one thread; what many questions share stands in <see cref="Mentions"/>.
/// </summary>
internal sealed class ProjectFlows
{
    /// <summary>How far the answer about one member may lead to others.</summary>
    private const int MaximumDepth = 5;

    /// <summary>How many bodies the answer to one question may look into.</summary>
    internal const int MaximumBodies = 64;

    private readonly ConsentGuards _guards;
    private readonly CancellationToken _cancellation;
    private readonly IWorkObserver? _observer;
    private readonly HashSet<ISymbol> _asked = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SyntaxNode, (ControlFlowGraph Graph, ISymbol Owner)?> _graphs = [];
    private int _bodies;

    public ProjectFlows(Mentions mentions, ConsentGuards guards, CancellationToken cancellation, IWorkObserver? observer = null)
    {
        _observer = observer;
        Mentions = mentions;
        _guards = guards;
        _cancellation = cancellation;
        Callers = new CallerStates(this, guards);
        Members = new MemberEvidence(this);
    }

    public Mentions Mentions { get; }

    public CallerStates Callers { get; }

    public MemberEvidence Members { get; }

    /// <summary>Whether no answer is being looked for: only then is an answer final, and may be kept.</summary>
    public bool IsIdle => _asked.Count == 0;

    /// <summary>
    /// Answers a question about a symbol. While it is being answered the same question may come up again, by recursion; then
    /// it has no say, and <paramref name="neutral"/> is the answer.
    /// </summary>
    public T Ask<T>(ISymbol symbol, T neutral, T unknown, Func<T> answer)
    {
        if (_asked.Contains(symbol))
            return neutral;

        if (_asked.Count == MaximumDepth)
            return unknown;

        _asked.Add(symbol);
        try
        {
            return answer();
        }
        finally
        {
            _asked.Remove(symbol);
        }
    }

    /// <summary>The flow of the body around a place, or null when there is none to follow.</summary>
    public ConsentFlow? Around(SyntaxNode place, SemanticModel model)
    {
        IOperation? root = null;
        for (var node = place; node is not null && root is null; node = node.Parent)
            root = model.GetOperation(node, _cancellation);

        while (root?.Parent is { } parent)
            root = parent;

        return root is null || _bodies++ >= MaximumBodies ? null : Of(root, model);
    }

    /// <summary>The flow of a body that is the root of its operations.</summary>
    public ConsentFlow? Of(IOperation root, SemanticModel model)
    {
        // The flow depends on what is being asked, the graph does not.
        if (!_graphs.TryGetValue(root.Syntax, out var known))
        {
            _observer?.LookedInto(root.Syntax);
            _graphs.Add(root.Syntax, known = GraphOf(root) is { } graph && OwnerOf(root.Syntax, model) is { } owner ? (graph, owner) : null);
        }

        return known is { } body ? new ConsentFlow(body.Graph, body.Owner, _guards, this, _cancellation) : null;
    }

    private ControlFlowGraph? GraphOf(IOperation root) => root switch
    {
        IBlockOperation block => ControlFlowGraph.Create(block, _cancellation),
        IMethodBodyOperation method => ControlFlowGraph.Create(method, _cancellation),
        IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor, _cancellation),
        IFieldInitializerOperation field => ControlFlowGraph.Create(field, _cancellation),
        IPropertyInitializerOperation property => ControlFlowGraph.Create(property, _cancellation),
        IParameterInitializerOperation parameter => ControlFlowGraph.Create(parameter, _cancellation),
        _ => null,
    };

    private ISymbol? OwnerOf(SyntaxNode body, SemanticModel model) =>
        model.GetDeclaredSymbol(body, _cancellation)
        ?? (body is EqualsValueClauseSyntax { Parent: { } declarator } ? model.GetDeclaredSymbol(declarator, _cancellation) : null)
        ?? model.GetEnclosingSymbol(body.SpanStart, _cancellation);
}
