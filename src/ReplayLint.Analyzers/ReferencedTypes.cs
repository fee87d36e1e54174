using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace ReplayLint;

/// <summary>
/// Which types the references of a project declare, whatever it declares itself. References survive from one compilation to the
/// next while someone types, and so do the answers.
/// </summary>
internal sealed class ReferencedTypes
{
    private static readonly ListMemory<MetadataReference, ReferencedTypes> Known = new(static _ => new ReferencedTypes());

    private readonly ConcurrentDictionary<string, bool> _declared = new(StringComparer.Ordinal);

    private ReferencedTypes()
    {
    }

    /// <summary>Those of the references of a project.</summary>
    public static ReferencedTypes Of(Compilation compilation) => Known.Of(compilation.ExternalReferences);

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
