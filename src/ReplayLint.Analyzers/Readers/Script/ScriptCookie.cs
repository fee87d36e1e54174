using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Script;

/// <summary>A cookie that a script writes, as far as its lifetime is known.</summary>
/// <param name="Name">The name of the cookie.</param>
/// <param name="Days">The days for which it is kept; infinite for a date that nobody will see.</param>
/// <param name="Span">The place that decides: the number where there is one, else the write.</param>
/// <param name="Number">The number at that place in the unit that it is counted in, for 180 days; null where there is no number to write.</param>
/// <param name="Attribute">What holds the lifetime: <c>max-age</c> or <c>expires</c>.</param>
internal sealed record ScriptCookie(string Name, double Days, TextSpan Span, string? Number, string Attribute);
