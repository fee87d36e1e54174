using System.Collections.Immutable;
using ReplayLint.Catalog.Script;

namespace ReplayLint.Readers.Script;

/// <summary>Finds where a call says which user it is, even by an id that names nobody.</summary>
internal sealed class ScriptUserLinks(ScriptPage page)
{
    private const int MaximumDepth = 6;

    /// <summary>The first argument or member that says so; null where there is none, or it is the same for everyone or lasts for the session.</summary>
    public ScriptIdentity? Find(JsIdentifyFact fact, ImmutableArray<ScriptValue> arguments)
    {
        foreach (var user in fact.User)
        {
            var option = OptionValue.Find(arguments, user);
            if (option.IsGiven && IsLink(option.Value!, 0))
                return new ScriptIdentity(option.Span, user.Substring(user.LastIndexOf('.') + 1) is var name && char.IsDigit(name[0]) ? "argument" : name, IsDirect: false);
        }

        return null;
    }

    private bool IsLink(ScriptValue value, int depth)
    {
        if (depth > MaximumDepth || page.IsOfSession(value) is true || IsOfSession(value, depth))
            return false;

        return page.TemplateCode(value.Span) is not null || value.Kind switch
        {
            ScriptValueKind.Path or ScriptValueKind.Concatenation or ScriptValueKind.Call => true,
            ScriptValueKind.Choice => value.Items.Any(item => IsLink(item, depth + 1)),
            _ => false,
        };
    }

    private bool IsOfSession(ScriptValue value, int depth) =>
        (page.TemplateCode(value.Span) is { } code && page.Identifiers.IsOfSession(code))
        || (value.Path is { } path && page.Identifiers.IsOfSession(path.Text))
        || (depth <= MaximumDepth && value.Kind is ScriptValueKind.Concatenation or ScriptValueKind.Call && value.Items.Any(item => IsOfSession(item, depth + 1)));
}
