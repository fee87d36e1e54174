using Microsoft.CodeAnalysis;

namespace ReplayLint.Readers.Markup;

/// <summary>A place that includes a view.</summary>
/// <param name="Kind">How it does.</param>
/// <param name="Name">What it includes, as <paramref name="Kind"/> says; null for a name that is computed at run time.</param>
/// <param name="Place">The call that includes it.</param>
/// <param name="Includer">The view in which the place is; null in ordinary C#.</param>
internal sealed record ViewInclusion(InclusionKind Kind, string? Name, SyntaxNode Place, GeneratedView? Includer);
