namespace ReplayLint.Readers.Script;

/// <summary>A dotted path: what a script calls, reads or writes.</summary>
/// <param name="Text">
/// The path from the global object on, aliases resolved: <c>a.b</c> for <c>window.a.b</c>. The result of a call is written
/// <c>a()</c>, an instance <c>new A()</c>; empty for the global object itself and for what has no name.
/// </param>
/// <param name="Package">The package that the root is imported from.</param>
/// <param name="Exported">The path from the exports of the package on: <c>init</c>, <c>default.init</c>.</param>
/// <param name="IsLocal">Whether the root is a variable of the script, so that the path names nothing global.</param>
internal sealed record ScriptPath(string Text, string? Package = null, string? Exported = null, bool IsLocal = false)
{
    public static ScriptPath Global { get; } = new("");

    public static ScriptPath None { get; } = new("", IsLocal: true);

    public ScriptPath Append(string name) => this with
    {
        Text = Text.Length == 0 ? name : $"{Text}.{name}",
        Exported = Package is null ? null : string.IsNullOrEmpty(Exported) ? name : $"{Exported}.{name}",
    };

    public ScriptPath AsInstance() => this with { Text = "new " + Text, Exported = Package is null ? null : "new " + Exported };

    public ScriptPath AsResult() => this with { Text = Text + "()", Exported = Package is null ? null : Exported + "()" };
}
