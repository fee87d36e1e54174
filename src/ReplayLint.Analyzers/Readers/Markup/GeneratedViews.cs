using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace ReplayLint.Readers.Markup;

/// <summary>The views of a compilation that the Razor compiler has turned into C#, found by path.</summary>
internal sealed class GeneratedViews
{
    private static readonly ConditionalWeakTable<Compilation, GeneratedViews> Known = new();

    private readonly Dictionary<string, GeneratedView> _byPath = new(StringComparer.OrdinalIgnoreCase);

    private GeneratedViews(Compilation compilation)
    {
        var all = ImmutableArray.CreateBuilder<GeneratedView>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (GeneratedView.Of(tree) is not { } view)
                continue;

            all.Add(view);
            _byPath[view.Path] = view;
        }

        All = all.ToImmutable();
    }

    public ImmutableArray<GeneratedView> All { get; }

    public static GeneratedViews Of(Compilation compilation) => Known.GetValue(compilation, static c => new GeneratedViews(c));

    /// <summary>
    /// The view of a file. Absolute and relative paths are the same where one ends with the other, and the more they have in
    /// common the better; two views that fit as well are none.
    /// </summary>
    public GeneratedView? Find(string path)
    {
        path = GeneratedView.Normalize(path);
        if (_byPath.TryGetValue(path, out var exact))
            return exact;

        GeneratedView? found = null;
        var longest = 0;
        foreach (var view in All)
        {
            var length = CommonLength(view, path);
            if (length == 0 || length < longest)
                continue;

            found = length == longest ? null : view;
            longest = length;
        }

        return found;
    }

    private static int CommonLength(GeneratedView view, string path) =>
        GeneratedView.IsSameFile(view.Path, path) ? Math.Min(view.Path.Length, path.Length)
        : view.Identifier is { } identifier && GeneratedView.IsSameFile(path, identifier) ? Math.Min(identifier.Length, path.Length)
        : 0;
}
