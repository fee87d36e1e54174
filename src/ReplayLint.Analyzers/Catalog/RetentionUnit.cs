namespace ReplayLint.Catalog;

/// <summary>In what a setting that is a number says how long recordings are kept.</summary>
internal enum RetentionUnit
{
    /// <summary>Nothing is known; a time span says it by itself.</summary>
    None,

    Days,
    Hours,
    Minutes,
    Seconds,
}
