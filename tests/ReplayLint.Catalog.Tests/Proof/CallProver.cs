using System.Globalization;
using ReplayLint.Catalog.Script;
using ReplayLint.Catalog.Tests.Types;

namespace ReplayLint.Catalog.Tests.Proof;

/// <summary>Looks for calls, and for the options of calls.</summary>
internal sealed class CallProver(Recorder recorder, PackageContent content)
{
    private readonly HashSet<string> _packageNames = [.. recorder.ScriptFacts.OfType<PackageFact>().Where(static fact => fact.Global is not null).Select(static fact => fact.Global!)];

    private readonly List<string> _roots =
    [
        .. recorder.ScriptFacts.OfType<GlobalFact>().SelectMany(static fact => fact.Also.Prepend(fact.Name))
            .Concat(recorder.ScriptFacts.OfType<PackageFact>().Select(static fact => fact.Global!).Where(static name => name is not null))
            .Distinct()
            .OrderByDescending(static name => name.Length),
    ];

    /// <summary>A name by which scripts know the recorder: declared, written in the code, or given to what the package exports.</summary>
    public Finding ProveRoot(string name)
    {
        if (content.Types.Find(name).FirstOrDefault() is { } declared)
            return Finding.Proven(PackageContent.InTypes(declared.Package));

        if ((content.WithText(name) ?? content.CodeWithName(name)) is { } where)
            return Finding.Proven(where);

        return _packageNames.Contains(name)
            ? Finding.Proven($"{content.Set.Packages[0].Id} (export)")
            : Finding.Open($"the name {name} was not found");
    }

    public Finding ProveCall(string call)
    {
        var (root, rest) = Split(call);
        if (rest.Length == 0)
            return ProveRoot(root);

        if (Declarations(call).FirstOrDefault() is { } declared)
            return Finding.Proven(PackageContent.InTypes(declared.Package));

        return InCode(rest) is { } package ? Finding.Proven(package) : Finding.Open($"{call} was not found");
    }

    /// <summary>An option by the way to it: through the types, and where they say nothing by its names in the code.</summary>
    public Finding ProveOption(string call, string option)
    {
        if (int.TryParse(option, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            return ProvePosition(call, position);

        if (Options(new JsPath(call, option)).FirstOrDefault() is { } declared)
            return Finding.Proven(PackageContent.InTypes(declared.Package));

        return InCode(option) is { } package ? Finding.Proven(package) : Finding.Open($"{call}/{option} was not found");
    }

    public Finding ProveOptionOrCall(string call, string name)
    {
        var option = ProveOption(call, name);
        return option.Verdict == Verdict.Proven ? option : ProveCall(name);
    }

    /// <summary>An argument by its position: the function has as many parameters.</summary>
    public Finding ProvePosition(string call, int position)
    {
        var declared = Declarations(call).ToList();
        if (declared.Count == 0)
            return ProveCall(call);

        // What is assigned takes one value.
        var functions = declared.Where(static declaration => declaration.Type.Parameters is not null).ToList();
        var found = functions.Count == 0 && position == 0
            ? declared[0]
            : functions.Find(function => function.Type.IsOpen || function.Type.Parameters > position);
        return found is null
            ? Finding.Disproven($"{call} has no argument {position}")
            : Finding.Proven(PackageContent.InTypes(found.Package));
    }

    /// <summary>What the types declare of an option.</summary>
    public IEnumerable<Declared> Options(JsPath path) => content.Types.Follow(Declarations(path.Call), path.Option!);

    private IEnumerable<Declared> Declarations(string call)
    {
        var (root, rest) = Split(call);
        var declared = RootDeclarations(root).ToList();
        if (rest.Length == 0)
            return declared;

        // From the root where its type is known; else whatever has this name.
        var found = content.Types.Follow(declared, rest).ToList();
        if (found.Count > 0)
            return found;

        var dot = rest.IndexOf('.');
        return dot < 0
            ? content.Types.FindAnywhere(rest)
            : content.Types.Follow(content.Types.FindAnywhere(rest[..dot]), rest[(dot + 1)..]);
    }

    private IEnumerable<Declared> RootDeclarations(string root) =>
        _packageNames.Contains(root) ? content.Types.Find(root).Concat(content.Types.Find("default")) : content.Types.Find(root);

    /// <summary>A call from one of the recorder's names; where it starts with another, with a variable that code names as it likes.</summary>
    private (string Root, string Below) Split(string call)
    {
        foreach (var root in _roots)
        {
            if (call == root)
                return (root, "");

            if (call.StartsWith(root + ".", StringComparison.Ordinal))
                return (root, call[(root.Length + 1)..]);
        }

        var dot = call.IndexOf('.');
        return dot < 0 ? (call, "") : (call[..dot], call[(dot + 1)..]);
    }

    private string? InCode(string path)
    {
        if (path.Contains('.', StringComparison.Ordinal) && content.WithText(path) is { } text)
            return text;

        var found = path.Split('.').Select(content.CodeWithName).ToList();
        return found.Contains(null) ? null : found[^1];
    }
}
