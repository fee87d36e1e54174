namespace ReplayLint.Catalog.Tests.Types;

/// <summary>What a type in a declaration says, as far as names go.</summary>
internal sealed class DeclaredType
{
    /// <summary>The names that it mentions outside of braces: types, mostly.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>The texts that it allows.</summary>
    public HashSet<string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>What its braces hold.</summary>
    public List<Declared> Members { get; } = [];

    /// <summary>For a function: how many parameters it has at most; null when it is none.</summary>
    public int? Parameters { get; set; }

    /// <summary>For a function: whether the last parameter takes any number of arguments.</summary>
    public bool IsOpen { get; set; }
}

/// <summary>A declaration, or a member of one.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">What is said of its type.</param>
/// <param name="Comment">The documentation comment.</param>
/// <param name="IsOptional">Whether it may be left out.</param>
internal sealed record Declared(string Name, DeclaredType Type, string Comment, bool IsOptional)
{
    /// <summary>The package that declares it.</summary>
    public string Package { get; set; } = "";
}
