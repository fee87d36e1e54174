using Microsoft.CodeAnalysis;

namespace ReplayLint.Consent;

/// <summary>Why it cannot be told whether a place is reached only after consent.</summary>
/// <param name="Reason">What stands in the way.</param>
/// <param name="Subject">What it is about, as code names it.</param>
/// <param name="Member">The member of the project that an annotation could settle it on, if there is one.</param>
internal sealed record ConsentDoubt(DoubtReason Reason, string Subject, ISymbol? Member = null);

/// <summary>What can stand in the way of telling.</summary>
internal enum DoubtReason
{
    /// <summary>A check that may or may not be one of consent.</summary>
    UnrecognisedGuard,

    /// <summary>A delegate that is kept, and called at some other time.</summary>
    StoredDelegate,

    /// <summary>A local function that is so far called only after consent.</summary>
    LocalFunction,

    /// <summary>A rate or another value that is not known here decides whether anything is recorded.</summary>
    UnknownValue,

    /// <summary>The setting that holds recording back is not set in this project.</summary>
    GateOutOfSight,

    /// <summary>A function of a script that is called from outside of it, or a condition in it that may not be one of consent.</summary>
    Script,

    /// <summary>A script that cannot be read.</summary>
    UnreadScript,

    /// <summary>What puts a script into a page: a condition, another view, or a consent platform that blocks by itself.</summary>
    Page,

    /// <summary>A view that no code in sight includes.</summary>
    NotIncluded,
}
