namespace ReplayLint.Catalog.Tests.Code;

/// <summary>Something in the code that says which value an option has when none is given.</summary>
/// <param name="Option">The last name of the option.</param>
/// <param name="Parent">The name of what the option is a part of, or null when the code does not say.</param>
/// <param name="Value">The value.</param>
/// <param name="Form">How the code says it.</param>
/// <param name="Package">The package that the code is from.</param>
internal sealed record DefaultStatement(string Option, string? Parent, string Value, DefaultForm Form, string Package);

/// <summary>How code says what the default of an option is.</summary>
internal enum DefaultForm
{
    /// <summary>The value is put in the place of one that is not given: <c>options.rate ?? 0</c>.</summary>
    Replaces,

    /// <summary>The value stands in an object that is called defaults.</summary>
    ListedAsDefault,

    /// <summary>The value stands in an object: defaults, or somebody's choice.</summary>
    Listed,

    /// <summary>The option is read as a condition: one that is not given is like false.</summary>
    Condition,
}
