namespace ReplayLint.Readers.Markup;

/// <summary>Finds the views that a name stands for, as ASP.NET Core looks for them.</summary>
internal sealed class ViewNames(GeneratedViews views)
{
    private const string Extension = ".cshtml";

    private readonly Dictionary<string, GeneratedView> _byIdentifier = views.All
        .Where(static view => view.Identifier is not null)
        .GroupBy(static view => view.Identifier!, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(static group => group.Key, static group => group.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The view of that name, as seen from a view; from elsewhere, each that may be meant.</summary>
    public IEnumerable<GeneratedView> Resolve(string name, GeneratedView? includer)
    {
        name = GeneratedView.Normalize(name).TrimStart('~');
        var isPath = name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);
        var file = isPath ? name : name + Extension;
        if (file.StartsWith("/", StringComparison.Ordinal))
            return _byIdentifier.TryGetValue(file, out var rooted) ? [rooted] : [];

        if (includer?.Identifier is { } identifier)
        {
            for (var folder = FolderOf(identifier); folder is not null; folder = FolderOf(folder))
            {
                if (_byIdentifier.TryGetValue(Combine(folder, file), out var near) || _byIdentifier.TryGetValue(Combine(folder, "Shared/" + file), out near))
                    return [near];
            }
        }

        // A partial view is looked for in the folder of the controller, which is not known here.
        return views.All.Where(view => view.Identifier?.EndsWith("/" + file, StringComparison.OrdinalIgnoreCase) == true);
    }

    /// <summary>The name of the view component that a view belongs to: <c>…/Components/NAME/VIEW.cshtml</c>; else null.</summary>
    public static string? ComponentOf(GeneratedView view) =>
        view.Identifier?.Split('/') is { Length: > 3 } parts && parts[parts.Length - 3] == "Components" ? parts[parts.Length - 2] : null;

    /// <summary>The file name without its extension.</summary>
    public static string NameOf(GeneratedView view)
    {
        var name = view.Path.Substring(view.Path.LastIndexOf('/') + 1);
        return name.Substring(0, name.LastIndexOf('.'));
    }

    private static string? FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var end ? path.Substring(0, end) : null;

    private static string Combine(string folder, string file)
    {
        while (file.StartsWith("./", StringComparison.Ordinal) || file.StartsWith("../", StringComparison.Ordinal))
        {
            if (file[1] == '.')
                folder = FolderOf(folder) ?? "";

            file = file.Substring(file.IndexOf('/') + 1);
        }

        return folder + "/" + file;
    }
}
