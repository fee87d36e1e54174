namespace ReplayLint.Readers.Content;

/// <summary>What a recording holds of a piece of content.</summary>
internal enum Exposure
{
    /// <summary>It is masked, or left out.</summary>
    Masked,

    /// <summary>The catalogue does not know, or the code does not show.</summary>
    NotKnown,

    /// <summary>It is there in clear.</summary>
    Shown,
}
