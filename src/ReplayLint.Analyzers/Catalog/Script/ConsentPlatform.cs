using System.Collections.Immutable;

namespace ReplayLint.Catalog.Script;

/// <summary>A tool that asks for consent in a page, as the catalogue describes it.</summary>
internal sealed class ConsentPlatform
{
    public ConsentPlatform(string name, IEnumerable<PlatformFact> facts)
    {
        Name = name;
        Facts = facts.Select(fact => fact with { Platform = this }).ToImmutableArray();
    }

    public string Name { get; }

    public ImmutableArray<PlatformFact> Facts { get; }

    /// <summary>The category whose scripts wait for consent to statistics; null when no source names one.</summary>
    public string? StatisticsCategory => Facts.OfType<StatisticsCategoryFact>().FirstOrDefault(static fact => !fact.IsUnverified)?.Category;

    /// <summary>Whether scripts of this category run without consent.</summary>
    public bool IsEssential(string category)
    {
        foreach (var fact in Facts)
        {
            if (fact is EssentialCategoryFact essential && string.Equals(essential.Category, category.Trim(), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}

/// <summary>What the catalogue says about a consent platform.</summary>
internal abstract record PlatformFact : SourcedFact
{
    private readonly ConsentPlatform? _platform;

    /// <summary>The platform that the fact is about.</summary>
    public ConsentPlatform Platform
    {
        get => _platform ?? throw new InvalidOperationException("The fact belongs to no platform yet.");
        init => _platform = value;
    }

    /// <summary>What the fact is about. Of two facts with the same key, the later holds.</summary>
    public string Key => $"{GetType().Name} {Subject}";

    /// <summary>What tells the fact from others of its kind.</summary>
    protected abstract string Subject { get; }
}

/// <summary>A class or attribute with which a script element waits for consent.</summary>
internal sealed record ScriptGateFact(MarkupAtom Atom) : PlatformFact
{
    /// <summary>The type that the script element must have to be held back (<c>text/plain</c>), or null for any.</summary>
    public string? Type { get; init; }

    protected override string Subject => Atom.Text;
}

/// <summary>A category whose scripts run without consent.</summary>
internal sealed record EssentialCategoryFact(string Category) : PlatformFact
{
    protected override string Subject => Category;
}

/// <summary>The category whose scripts wait for consent to statistics.</summary>
internal sealed record StatisticsCategoryFact(string Category) : PlatformFact
{
    protected override string Subject => Category;
}

/// <summary>The address of the platform's own script.</summary>
internal sealed record PlatformScriptFact(HostPattern Pattern) : PlatformFact
{
    protected override string Subject => Pattern.Text;
}

/// <summary>With a script from this address in the page, other scripts may be held back without a sign in the page.</summary>
internal sealed record AutoBlockFact(HostPattern Pattern) : PlatformFact
{
    /// <summary>Words of which the page holds at least one; empty when the address is enough.</summary>
    public ImmutableArray<string> Requires { get; init; } = ImmutableArray<string>.Empty;

    protected override string Subject => Pattern.Text;
}

/// <summary>A call or name in scripts whose truth means that consent was given.</summary>
internal sealed record JsGuardFact(JsPath Path) : PlatformFact
{
    protected override string Subject => Path.ToString();
}

/// <summary>A function given to this call, assigned to this name or listening to this event runs only after consent.</summary>
internal sealed record JsCallbackFact(string Name) : PlatformFact
{
    protected override string Subject => Name;
}

/// <summary>An option of a call, or a name that is written, by which scripts say for how long the user's choice is kept.</summary>
internal sealed record JsLifetimeFact(JsPath Path) : PlatformFact
{
    /// <summary>The days that one of its unit lasts.</summary>
    public double DaysPerUnit { get; init; }

    /// <summary>The position of the argument that names what is kept, which then has to speak of consent; null where all that is kept is the choice.</summary>
    public int? NameArgument { get; init; }

    protected override string Subject => Path.ToString();
}
