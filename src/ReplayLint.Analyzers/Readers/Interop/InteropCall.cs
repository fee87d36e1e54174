using Microsoft.CodeAnalysis;

namespace ReplayLint.Readers.Interop;

/// <summary>A call from code to a function of the page.</summary>
/// <param name="Name">What is called, from the global object on or, on a module, from its exports on.</param>
/// <param name="Place">The call.</param>
/// <param name="IsOnModule">Whether it is called on a module that was imported.</param>
/// <param name="FirstText">The first text that the function is given; of an import, the address. Null when there is none.</param>
internal sealed record InteropCall(string Name, SyntaxNode Place, bool IsOnModule, string? FirstText);
