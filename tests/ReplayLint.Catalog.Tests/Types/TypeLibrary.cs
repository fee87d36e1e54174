namespace ReplayLint.Catalog.Tests.Types;

/// <summary>The declarations of a recorder's packages, found by name.</summary>
internal sealed class TypeLibrary
{
    private readonly ILookup<string, Declared> _declared;
    private readonly ILookup<string, Declared> _members;

    public TypeLibrary(IEnumerable<(string Package, string Text)> files)
    {
        var declared = new List<Declared>();
        foreach (var (package, text) in files)
        {
            foreach (var declaration in TypeReader.Read(text))
            {
                Mark(declaration, package);
                declared.Add(declaration);
            }
        }

        _declared = declared.ToLookup(static d => d.Name, StringComparer.Ordinal);
        TextsIn = declared
            .SelectMany(static d => Below(d).Prepend(d))
            .SelectMany(static d => d.Type.Texts.Select(text => (Text: text, d.Package)))
            .DistinctBy(static text => text.Text)
            .ToDictionary(static text => text.Text, static text => text.Package, StringComparer.Ordinal);
        _members = declared.SelectMany(static d => Below(d)).ToLookup(static d => d.Name, StringComparer.Ordinal);
    }

    /// <summary>The texts that types allow, and the first package that has each.</summary>
    public IReadOnlyDictionary<string, string> TextsIn { get; }

    /// <summary>Everything that is declared by that name at the top of a file.</summary>
    public IEnumerable<Declared> Find(string name) => _declared[name];

    /// <summary>Everything that is declared by that name, as a member too.</summary>
    public IEnumerable<Declared> FindAnywhere(string name) => _declared[name].Concat(_members[name]);

    /// <summary>What the dots of a name lead to, from the declaration of its first part.</summary>
    public IEnumerable<Declared> Follow(IEnumerable<Declared> from, string path) =>
        path.Split('.').Aggregate(from, (current, name) => MembersOf(current).Where(member => member.Name == name).ToList());

    /// <summary>The members of what is declared, of what it extends, and of the types that it mentions; for a function, of its parameters.</summary>
    private List<Declared> MembersOf(IEnumerable<Declared> declared)
    {
        var members = new List<Declared>();
        var seen = new HashSet<Declared>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<Declared>(declared);
        while (pending.TryPop(out var next))
        {
            if (!seen.Add(next))
                continue;

            members.AddRange(next.Type.Members);

            // A class is called by its constructor, and an interface may be called by itself.
            foreach (var call in next.Type.Members.Where(static member => member.Name is "constructor" or "new" or ""))
                pending.Push(call);

            foreach (var mentioned in next.Type.Names.SelectMany(name => _declared[name]))
                pending.Push(mentioned);
        }

        return members;
    }

    private static void Mark(Declared declared, string package)
    {
        declared.Package = package;
        foreach (var member in declared.Type.Members)
            Mark(member, package);
    }

    private static IEnumerable<Declared> Below(Declared declared) => declared.Type.Members.SelectMany(static member => Below(member).Prepend(member));
}
