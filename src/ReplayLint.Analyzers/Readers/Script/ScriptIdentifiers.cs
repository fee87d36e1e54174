using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Readers.Script;

/// <summary>An argument or property that tells a recorder who the user is.</summary>
/// <param name="Span">Where it is written.</param>
/// <param name="Name">What it is, as a message names it.</param>
/// <param name="IsDirect">Whether it has no other use than to name a person.</param>
internal readonly record struct ScriptIdentity(TextSpan Span, string Name, bool IsDirect);

/// <summary>Finds direct identifiers in what a call is given: by their keys, by the words of their names, and by the C# that a template writes there.</summary>
internal sealed class ScriptIdentifiers(ScriptPage page)
{
    private const int MaximumDepth = 6;

    /// <summary>Methods whose result is as direct as what they are called on.</summary>
    private static readonly HashSet<string> Conversions = new(StringComparer.Ordinal)
    {
        "toString", "valueOf", "trim", "toLowerCase", "toUpperCase", "normalize", "replace", "concat",
    };

    private readonly CodeIdentifiers _code = new(page.Identifiers);

    /// <summary>The identities that a call passes on.</summary>
    public IEnumerable<ScriptIdentity> Find(JsIdentifyFact fact, ImmutableArray<ScriptValue> arguments)
    {
        foreach (var position in fact.Arguments)
        {
            if (position >= arguments.Length)
                continue;

            var value = arguments[position];
            var key = position > 0 && arguments[position - 1] is { Kind: ScriptValueKind.Text, Text: { } text } ? text : null;
            if (key is not null && page.Identifiers.IsNamed(key) && MayHold(value))
            {
                yield return new ScriptIdentity(value.Site, key, true);
                break;
            }

            if (IsDirect(value))
            {
                // One place of a call is enough: what replaces it has to be thought about for the whole call.
                yield return new ScriptIdentity(value.Site, NameOf(value) ?? key ?? "argument", false);
                break;
            }
        }

        if (fact.Properties.IsEmpty)
            yield break;

        foreach (var argument in arguments)
        {
            if (argument.Kind != ScriptValueKind.Object)
                continue;

            foreach (var identity in FindIn(argument, "", fact.Properties, 0))
                yield return identity;
        }
    }

    /// <summary>Whether a value identifies a person, as far as its names tell.</summary>
    public bool IsDirect(ScriptValue value) => IsDirect(value, 0);

    private IEnumerable<ScriptIdentity> FindIn(ScriptValue owner, string path, ImmutableArray<string> patterns, int depth)
    {
        foreach (var property in owner.Properties)
        {
            var name = path.Length == 0 ? property.Key : path + "." + property.Key;
            if (property.Value.Kind == ScriptValueKind.Object && depth < MaximumDepth)
            {
                foreach (var identity in FindIn(property.Value, name, patterns, depth + 1))
                    yield return identity;
            }
            else if (patterns.Contains(name))
            {
                if (MayHold(property.Value))
                    yield return new ScriptIdentity(property.Span, property.Key, true);
            }
            else if (patterns.Any(pattern => pattern.EndsWith("*", StringComparison.Ordinal) && name.StartsWith(pattern.Substring(0, pattern.Length - 1), StringComparison.Ordinal)))
            {
                if (IsNamed(name) && MayHold(property.Value))
                    yield return new ScriptIdentity(property.Span, property.Key, true);
                else if (IsDirect(property.Value))
                    yield return new ScriptIdentity(property.Span, property.Key, false);
            }
        }
    }

    /// <summary>Whether what has the name of an identifier may hold one: a constant is the same for everyone, a hash names nobody.</summary>
    private bool MayHold(ScriptValue value) => page.TemplateCode(value.Span) is { } code
        ? !IsPseudonymOf(code)
        : page.Identifies(value) is true || value.Kind switch
        {
            ScriptValueKind.Text => IdentifierWords.IsEmailAddress(value.Text!),
            ScriptValueKind.Path or ScriptValueKind.Concatenation or ScriptValueKind.Unknown => true,
            ScriptValueKind.Choice => value.Items.Any(MayHold),
            ScriptValueKind.Call => value.Path is not { } path || !page.Identifiers.IsPseudonym(LastOf(path.Text)),
            _ => false,
        };

    private bool IsPseudonymOf(string code)
    {
        var call = code.IndexOf('(', 1);
        return call > 0 && page.Identifiers.IsPseudonym(LastOf(code.Substring(0, call)));
    }

    private bool IsDirect(ScriptValue value, int depth)
    {
        if (depth > MaximumDepth)
            return false;

        if (page.Identifies(value) is { } known)
            return known;

        if (value.Kind is not (ScriptValueKind.Concatenation or ScriptValueKind.Choice) && page.TemplateCode(value.Span) is { } code)
            return _code.IsDirect(code);

        return value.Kind switch
        {
            ScriptValueKind.Text => IdentifierWords.IsEmailAddress(value.Text!),
            ScriptValueKind.Path => value.Path is { } path && IsNamed(path.Text),
            ScriptValueKind.Call => IsDirectCall(value, depth),
            ScriptValueKind.Concatenation or ScriptValueKind.Choice or ScriptValueKind.Array => value.Items.Any(item => IsDirect(item, depth + 1)),
            ScriptValueKind.Object => value.Properties.Any(property => IsDirect(property.Value, depth + 1)),
            _ => false,
        };
    }

    private bool IsDirectCall(ScriptValue call, int depth)
    {
        var path = call.Path?.Text ?? "";
        var method = LastOf(path);
        if (page.Identifiers.IsPseudonym(method))
            return false;

        if (IsNamed(path) || (Conversions.Contains(method) && IsNamed(path.Substring(0, Math.Max(0, path.Length - method.Length - 1)))))
            return true;

        return call.Items.Any(item => IsDirect(item, depth + 1));
    }

    /// <summary>The last two names say what a path is: <c>user.name</c> names a person, <c>page.name</c> does not.</summary>
    private bool IsNamed(string path)
    {
        path = path.Replace("()", "");
        var last = path.LastIndexOf('.');
        var owner = last > 0 ? path.LastIndexOf('.', last - 1) : -1;
        return page.Identifiers.IsNamed(path.Substring(owner + 1));
    }

    private string? NameOf(ScriptValue value) => page.TemplateCode(value.Span)?.Trim() ?? value.Path?.Text switch { null or "" => null, var path => path };

    private static string LastOf(string path) => path.Substring(path.LastIndexOf('.') + 1);
}
