using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace ReplayLint;

/// <summary>
/// Which types the references of a project declare, whatever it declares itself. References survive from one compilation to the
/// next while someone types, and so do the answers.
/// </summary>
internal sealed class ReferencedTypes
{
    private static readonly ConditionalWeakTable<MetadataReference, ReferencedTypes> Known = new();

    private readonly ImmutableArray<MetadataReference> _references;
    private readonly ConcurrentDictionary<string, bool> _declared = new(StringComparer.Ordinal);

    private ReferencedTypes(ImmutableArray<MetadataReference> references) => _references = references;

    /// <summary>Those of the references of a project.</summary>
    public static ReferencedTypes Of(Compilation compilation)
    {
        var references = compilation.ExternalReferences;
        if (references.IsEmpty)
            return new ReferencedTypes(references);

        // The last one is most likely the project's own.
        var last = references[references.Length - 1];
        if (Known.TryGetValue(last, out var known) && known._references.SequenceEqual(references))
            return known;

        Known.Remove(last);
        return Known.GetValue(last, _ => new ReferencedTypes(references));
    }

    /// <summary>Whether a reference declares the type.</summary>
    /// <param name="id">The documentation id of the type.</param>
    /// <param name="compilation">The project.</param>
    public bool Declare(string id, Compilation compilation)
    {
        if (!_declared.TryGetValue(id, out var isDeclared))
            _declared[id] = isDeclared = DocumentationCommentId.GetSymbolsForDeclarationId(id, compilation).Any(type => !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly));

        return isDeclared;
    }
}
