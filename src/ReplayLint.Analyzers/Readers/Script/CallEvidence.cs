using Acornima.Ast;
using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>What the result of a call says about consent.</summary>
internal sealed class CallEvidence(ScriptEvidence script, ScriptWords words)
{
    private static readonly HashSet<string> ElementLookups = new(StringComparer.Ordinal)
    {
        "getElementById", "querySelector", "querySelectorAll", "getElementsByClassName", "getElementsByName", "getElementsByTagName", "closest", "$", "jQuery", "find",
    };

    /// <summary>Whether a call by that name finds an element of the page.</summary>
    public static bool IsElementLookup(string name) => ElementLookups.Contains(name);

    public Evidence Of(CallExpression call, int depth)
    {
        var callee = call.Callee is ChainExpression chain ? chain.Expression : call.Callee;
        if (LastName.Of(callee) is not { } name)
            return Evidence.None;

        if (words.OfPlatform(PathReader.Of(callee)) is { } platform)
            return platform;

        var owner = callee is MemberExpression member ? member.Object : null;
        var first = call.Arguments.Count > 0 ? call.Arguments[0] : null;
        if (OfKnown(name, owner, first, depth) is { } evidence)
            return evidence;

        if (script.Functions.Find(call, callee) is { } function)
            return script.Functions.Of(function, words.PartsOf(name), owner, depth);

        if (ElementLookups.Contains(name))
            return Evidence.None;

        return OfNamed(call, name, owner);
    }

    /// <summary>Calls that hand on, convert or search what they are given.</summary>
    private Evidence? OfKnown(string name, Expression? owner, Expression? first, int depth)
    {
        switch (name)
        {
            case "Boolean" or "String" or "decodeURIComponent" or "unescape" when owner is null && first is not null:
                return script.Of(first, depth);

            case "resolve" when first is not null && PathReader.Of(owner) is { Text: "Promise" }:
                return script.Of(first, depth);

            case "Number" or "parseInt" when owner is null && first is not null:
            case "parse" when first is not null && PathReader.Of(owner) is { Text: "JSON" }:
                return TextEvidence.Parsed(script.Of(first, depth));

            case "toString" or "toLowerCase" or "toUpperCase" or "trim" or "valueOf" or "catch" or "finally" when owner is not null:
                return script.Of(owner, depth);

            case "split" or "pop" or "shift" or "at" or "substring" or "substr" or "slice" or "replace" when owner is not null:
                return TextEvidence.PartOf(script.Of(owner, depth));

            case "includes" or "startsWith" or "endsWith" or "match" when owner is not null && first is not null:
                return script.Texts.Contains(owner, first, depth);

            case "test" or "exec" when owner is RegExpLiteral && first is not null:
                return script.Texts.Contains(first, owner, depth);

            case "some" or "find" or "filter" when owner is not null && first is IFunction && script.Cookies.IsText(owner):
                return script.Functions.OfBody((Node)first, depth);

            case "indexOf" or "lastIndexOf" or "search" when owner is not null:
                return Evidence.None;

            default:
                return null;
        }
    }

    private Evidence OfNamed(CallExpression call, string name, Expression? owner)
    {
        var parts = words.PartsOf(name);
        var context = script.Contexts.Of(owner);
        var readsCookie = ((parts | context) & NameParts.Cookie) != 0;
        var isLookup = (parts & (NameParts.Lookup | NameParts.Cookie)) != 0 && (parts & NameParts.Subject) == 0;
        foreach (var argument in call.Arguments)
        {
            if (ConstantText.Of(argument) is not { } key)
                continue;

            var keyParts = words.PartsOf(key);
            if (isLookup && words.OfKey(key, readsCookie) is { IsNone: false } kept)
                return DefaultsToYes(call) ? Evidence.None : kept;

            // "isGranted('analytics')" asks as much as "isAnalyticsGranted()".
            if ((parts & NameParts.Cookie) == 0 && (keyParts & (NameParts.Subject | NameParts.Purpose)) != 0)
                parts = ((parts & NameParts.Subject) == 0 ? parts & ~NameParts.Answer : parts) | (keyParts & ~(NameParts.Other | NameParts.Neutral));

            break;
        }

        return words.OfName(parts & ~NameParts.Lookup, context);
    }

    private bool DefaultsToYes(CallExpression call)
    {
        for (var i = 1; i < call.Arguments.Count; i++)
        {
            if (script.Texts.IsYes(call.Arguments[i]))
                return true;
        }

        return false;
    }
}
