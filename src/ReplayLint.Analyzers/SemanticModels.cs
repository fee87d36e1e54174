using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ReplayLint;

/// <summary>The code of a project, and the semantic models of files other than the one being analysed; one a file, so that what one question binds serves the next.</summary>
internal sealed class SemanticModels(Compilation compilation)
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();

    public Compilation Compilation { get; } = compilation;

    /// <summary>Where the code mentions what.</summary>
    public ProjectNames Names { get; } = ProjectNames.Of(compilation);

    private ReferencedTypes References { get; } = ReferencedTypes.Of(compilation);

    /// <summary>Whether a reference declares the type by that documentation id, whatever the project itself does.</summary>
    public bool IsReferenced(string type) => References.Declare(type, Compilation);

    public SemanticModel Of(SyntaxTree tree) =>
#pragma warning disable RS1030 // Asked for the few members that configure a recorder, call what does, or decide about it; never per node.
        _models.GetOrAdd(tree, t => Compilation.GetSemanticModel(t));
#pragma warning restore RS1030

    /// <summary>
    /// Where the compilation itself declares a symbol. An editor shows the source of a referenced project too, a build only its
    /// assembly; both are to say the same.
    /// </summary>
    public ImmutableArray<SyntaxReference> DeclarationsOf(ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Compilation.Assembly) ? symbol.DeclaringSyntaxReferences : ImmutableArray<SyntaxReference>.Empty;
}
