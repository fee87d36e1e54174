namespace ReplayLint.Catalog;

/// <summary>What a recorder's setting is there for.</summary>
internal enum Protects
{
    /// <summary>What people type.</summary>
    Inputs,

    /// <summary>Text that the app shows.</summary>
    Text,

    /// <summary>Images and other media.</summary>
    Media,

    /// <summary>Requests, responses, console output and screenshots.</summary>
    Network,

    /// <summary>How many sessions are recorded.</summary>
    Rate,

    /// <summary>Whether recording waits for consent.</summary>
    Consent,

    /// <summary>Whether the recorder adds identifying data by itself.</summary>
    Identity,

    /// <summary>How long recordings are kept.</summary>
    Retention,
}
