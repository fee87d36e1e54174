namespace ReplayLint.Justifications;

/// <summary>Until when a justification holds, as its end says: <c>… until 2027-03-31</c>.</summary>
internal enum Expiry
{
    /// <summary>It says nothing of the kind, or nobody has said which day it is.</summary>
    None,

    /// <summary>The day is past.</summary>
    Expired,

    /// <summary>What stands there is no date that can be read.</summary>
    Unreadable,
}
