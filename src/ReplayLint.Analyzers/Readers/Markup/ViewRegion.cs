using Microsoft.CodeAnalysis.Text;

namespace ReplayLint.Readers.Markup;

/// <summary>C# that stands in a view as it is: where it is there, and where in the generated file.</summary>
internal readonly record struct ViewRegion(TextSpan View, TextSpan Generated);
