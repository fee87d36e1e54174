using System.Globalization;
using ReplayLint.Catalog.Script;
using ReplayLint.Catalog.Tests.Code;
using ReplayLint.Catalog.Tests.Types;

namespace ReplayLint.Catalog.Tests.Proof;

/// <summary>Compares the default of an option with what documentation comments and the code state.</summary>
internal sealed class DefaultProver(PackageContent content)
{
    public Finding Prove(IEnumerable<Declared> options, JsPath path, string expected)
    {
        var names = (path.Option ?? path.Call).Split('.');
        var parent = names.Length > 1 ? names[^2] : null;
        var declared = options.ToList();

        // What is said near the name of what the option is a part of counts before what is said of any option by this name. Code
        // counts before comments, except where the name alone may mean another option.
        var all = content.DefaultsOf(names[^1]).ToList();
        var near = all.Where(statement => parent is not null && statement.Parent == parent).ToList();
        return Judge(near, DefaultForm.Replaces, path, expected)
            ?? Judge(near, DefaultForm.ListedAsDefault, path, expected)
            ?? Judge(near, DefaultForm.Listed, path, expected)
            ?? (parent is null ? Judge(all, DefaultForm.Replaces, path, expected) : null)
            ?? ReadComments(declared, expected)
            ?? Judge(all, DefaultForm.Replaces, path, expected)
            ?? Judge(all, DefaultForm.ListedAsDefault, path, expected)
            ?? ReadConditions(all, expected)
            ?? Finding.Open($"the default of {path} was not found");
    }

    /// <summary>What statements of one form agree on; null where there are none.</summary>
    private static Finding? Judge(List<DefaultStatement> statements, DefaultForm form, JsPath path, string expected)
    {
        var values = statements.Where(statement => statement.Form == form).ToList();
        if (values.Count == 0)
            return null;

        if (values.TrueForAll(statement => IsSame(statement.Value, expected)))
            return Finding.Proven(PackageContent.InCode(values[0].Package));

        var said = string.Join(" and ", values.Select(static statement => statement.Value).Distinct());
        return values.Exists(statement => IsSame(statement.Value, expected))
            ? Finding.Open($"for the default of {path} the code says {said}")
            : Finding.Disproven($"for the default of {path} the code says {said}, not {expected}");
    }

    /// <summary>What the option's own comments state. Comments grow old: what they say against a fact is no proof against it.</summary>
    private static Finding? ReadComments(IEnumerable<Declared> options, string expected)
    {
        var stated = options.Select(static option => (option.Package, Value: StatedDefault.Read(option.Comment))).Where(static option => option.Value is not null).ToList();
        if (stated.Count == 0)
            return null;

        return stated.TrueForAll(option => IsSame(option.Value!, expected))
            ? Finding.Proven(PackageContent.InTypes(stated[0].Package))
            : Finding.Open($"a comment in {stated[0].Package} says {stated[0].Value}, not {expected}");
    }

    /// <summary>An option that is only asked for as a condition is off when it is not given.</summary>
    private static Finding? ReadConditions(List<DefaultStatement> statements, string expected) =>
        expected is "false" or "null" or "[]" or "0" && statements.Find(static statement => statement.Form == DefaultForm.Condition) is { } condition
            ? Finding.Proven(PackageContent.InCode(condition.Package))
            : null;

    private static bool IsSame(string actual, string expected) =>
        actual == expected
        || (double.TryParse(actual, NumberStyles.Float, CultureInfo.InvariantCulture, out var left)
            && double.TryParse(expected, NumberStyles.Float, CultureInfo.InvariantCulture, out var right)
            && left == right);
}
