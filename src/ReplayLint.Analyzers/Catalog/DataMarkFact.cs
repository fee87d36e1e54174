using System.Collections.Immutable;

namespace ReplayLint.Catalog;

/// <summary>An attribute by which code says what a member holds.</summary>
/// <param name="Id">The documentation id of the attribute's type; types that derive from it say the same.</param>
/// <param name="Data">What the member holds then.</param>
internal sealed record DataMarkFact(string Id, MarkedData Data)
{
    /// <summary>What the fact is about. Of two facts with the same key, the later holds.</summary>
    public string Key => $"{Id} {Value}";

    /// <summary>The argument with which the attribute says so, or null for any.</summary>
    public string? Value { get; init; }

    /// <summary>Words in the name of a deriving type that say that the data is of no concern.</summary>
    public ImmutableArray<string> Except { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The name of the attribute's type, as a type that derives from it writes it.</summary>
    public string LongName => MemberId.SimpleName(Id);

    /// <summary>The name of the attribute as code writes it on a member.</summary>
    public string ShortName
    {
        get
        {
            const string Ending = "Attribute";
            var name = LongName;
            return name.EndsWith(Ending, StringComparison.Ordinal) ? name.Substring(0, name.Length - Ending.Length) : name;
        }
    }

    /// <summary>Reads a line that names such an attribute; reports and returns null when it does not say what the member holds.</summary>
    public static DataMarkFact? Read(FactLine line)
    {
        if (!line.Has("as"))
        {
            line.Error("A mark says what the member holds: as=password, payment, personal or email");
            return null;
        }

        var data = line.Choice("as", MarkedData.Password, MarkedData.Payment, MarkedData.Personal, MarkedData.Email);
        return line.HasFailed ? null : new DataMarkFact(line.Subject, data) { Value = line.Text("value"), Except = line.List("except", '|') };
    }
}

/// <summary>What a mark says about a member.</summary>
internal enum MarkedData
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>An e-mail address, of whomever.</summary>
    Email,

    /// <summary>Something about a person.</summary>
    Personal,

    /// <summary>A card or an account to pay with.</summary>
    Payment,

    /// <summary>A password.</summary>
    Password,
}
