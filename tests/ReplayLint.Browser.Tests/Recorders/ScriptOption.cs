namespace ReplayLint.Browser.Tests.Recorders;

/// <summary>An option of a call and its value, as a script writes it.</summary>
internal sealed record ScriptOption(string Call, string Path, string Value)
{
    /// <summary>Reads <c>call/path</c>.</summary>
    public static ScriptOption Parse(string name, string value) => new(name[..name.IndexOf('/')], name[(name.IndexOf('/') + 1)..], value);

    /// <summary>An object with options by their paths.</summary>
    public static string Object(IEnumerable<(string Path, string Value)> options)
    {
        var parts = options.GroupBy(static option => option.Path.Split('.')[0]).Select(static group =>
        {
            var nested = group.Where(option => option.Path != group.Key).Select(option => (option.Path[(group.Key.Length + 1)..], option.Value)).ToList();
            return $"{group.Key}: {(nested.Count > 0 ? Object(nested) : group.Last().Value)}";
        });
        var text = string.Join(", ", parts);
        return text.Length == 0 ? "{}" : $"{{ {text} }}";
    }

    public override string ToString() => $"{Call}/{Path}";
}
