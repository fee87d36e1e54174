namespace ReplayLint.Justifications;

/// <summary>Why a justification does not count.</summary>
internal enum JustificationFlaw
{
    /// <summary>It counts.</summary>
    None,

    /// <summary>There is no text.</summary>
    Missing,

    /// <summary>The text says nothing that someone else could check.</summary>
    SaysNothing,

    /// <summary>The text has not the form that the project asks for.</summary>
    DoesNotFit,
}
