namespace ReplayLint.Catalog;

/// <summary>A property that decides for how long a choice of the user is kept: a time span or a date.</summary>
/// <param name="Id">The documentation id of the property.</param>
internal sealed record LifetimeFact(string Id) : SourcedFact
{
    /// <summary>What the fact is about. Of two facts with the same key, the later holds.</summary>
    public string Key => $"{Id} {Of} {KeptBy}";

    /// <summary>The name by which code mentions the property.</summary>
    public string SimpleName { get; } = MemberId.SimpleName(Id);

    /// <summary>The documentation id of the type that declares the property.</summary>
    public string ContainingTypeId => MemberId.ContainingType(Id);

    /// <summary>The member through which the property is reached when it is about consent, or null.</summary>
    public string? Of { get; init; }

    /// <summary>The method that keeps a value under a key for so long, or null; the key says whether it is about consent.</summary>
    public string? KeptBy { get; init; }

    /// <summary>The member whose writing means that consent is asked, so that the default counts; null when there is no default.</summary>
    public string? AskedBy { get; init; }

    /// <summary>The days for which a choice is kept when code says nothing.</summary>
    public int DefaultDays { get; init; }

    /// <summary>The property as a message names it: <c>ConsentCookie.Expiration</c>, or <c>CookieOptions.Expires</c>.</summary>
    public string DisplayName => MemberId.SimpleName(Of ?? ContainingTypeId) + "." + SimpleName;
}
