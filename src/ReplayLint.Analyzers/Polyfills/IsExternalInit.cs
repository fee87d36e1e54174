namespace System.Runtime.CompilerServices;

/// <summary>Lets the C# compiler accept records and <c>init</c> on .NET Standard 2.0.</summary>
internal static class IsExternalInit;
