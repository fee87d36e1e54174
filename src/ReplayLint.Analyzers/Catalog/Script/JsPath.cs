namespace ReplayLint.Catalog.Script;

/// <summary>
/// A call or assigned name in a script, without <c>window</c>, and an option below it: <c>tracker.init/privacy.maskAll</c>.
/// An option that is a number is the argument at that position.
/// </summary>
internal readonly record struct JsPath(string Call, string? Option)
{
    private static readonly string[] GlobalObjects = ["window.", "globalThis.", "self."];

    /// <summary>The last name of the call: <c>init</c>.</summary>
    public string SimpleName => Call.Substring(Call.LastIndexOf('.') + 1);

    public override string ToString() => Option is null ? Call : Call + "/" + Option;

    /// <summary>Reads <c>call</c> or <c>call/option</c>, or returns null when it is neither.</summary>
    public static JsPath? TryParse(string text)
    {
        var slash = text.IndexOf('/');
        var path = slash < 0 ? new JsPath(text, null) : new JsPath(text.Substring(0, slash), text.Substring(slash + 1));
        return IsDotted(path.Call, isOption: false) && (path.Option is null || IsDotted(path.Option, isOption: true)) ? path : null;
    }

    /// <summary>The call as the catalogue names it: without the global object in front.</summary>
    public static string WithoutGlobalObject(string call)
    {
        foreach (var prefix in GlobalObjects)
        {
            if (call.StartsWith(prefix, StringComparison.Ordinal))
                return WithoutGlobalObject(call.Substring(prefix.Length));
        }

        return call;
    }

    /// <summary>Whether the text is one name, or several joined by dots. Names of options may start with a digit and hold hyphens.</summary>
    private static bool IsDotted(string text, bool isOption)
    {
        var atStart = true;
        foreach (var c in text)
        {
            if (c == '.')
            {
                if (atStart)
                    return false;

                atStart = true;
                continue;
            }

            var fits = c is '_' or '$' || char.IsLetter(c) || (char.IsDigit(c) && (isOption || !atStart)) || (c == '-' && isOption && !atStart);
            if (!fits)
                return false;

            atStart = false;
        }

        return !atStart;
    }
}
