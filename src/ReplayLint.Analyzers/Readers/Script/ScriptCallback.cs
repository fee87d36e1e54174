using ReplayLint.Consent;

namespace ReplayLint.Readers.Script;

/// <summary>What a call says of a function that it is given.</summary>
/// <param name="Floor">What is known about consent when the function runs, beside what is known at the call.</param>
/// <param name="Context">The words that explain its parameters.</param>
/// <param name="Argument">The evidence of its first parameter.</param>
/// <param name="IsCookieText">Whether its first parameter is a part of the page's cookies.</param>
internal readonly record struct ScriptCallback(ConsentState Floor, NameParts Context, Evidence Argument, bool IsCookieText);
