namespace ReplayLint.Readers.Json;

/// <summary>The name of a file that holds settings of an application: <c>appsettings.json</c>, <c>appsettings.Production.json</c>.</summary>
internal readonly struct SettingsFile
{
    private const string Start = "appsettings";
    private const string End = ".json";

    private SettingsFile(string folder, string environment) => (Folder, Environment) = (folder, environment);

    /// <summary>The path up to the name.</summary>
    public string Folder { get; }

    /// <summary>The environment whose settings it holds; empty when it holds those of all.</summary>
    public string Environment { get; }

    /// <summary>Whether it adds to the settings of another file, which may hold what this one does not.</summary>
    public bool IsOverride => Environment.Length > 0;

    /// <summary>Whether it holds for the machines of developers only, where nobody else is recorded.</summary>
    public bool IsForDevelopment => Environment.Equals("Development", StringComparison.OrdinalIgnoreCase);

    public static bool Is(string path) => Of(path) is not null;

    /// <summary>Reads the name; null when the file is another one.</summary>
    public static SettingsFile? Of(string path)
    {
        var slash = path.LastIndexOfAny(['/', '\\']) + 1;
        var name = path.Substring(slash);
        return name.Length >= Start.Length + End.Length && name.StartsWith(Start, StringComparison.OrdinalIgnoreCase) && name.EndsWith(End, StringComparison.OrdinalIgnoreCase)
            ? new SettingsFile(path.Substring(0, slash), name.Substring(Start.Length, name.Length - Start.Length - End.Length).TrimStart('.'))
            : null;
    }
}
