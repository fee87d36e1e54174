namespace ReplayLint.Catalog.Tests.Proof;

/// <summary>Why no public package can prove a fact.</summary>
internal static class Unprovable
{
    public const string Hosted = "The vendor's script is loaded from its host; its packages only load it, or describe it";
    public const string NoPackage = "No public package of the recorder is known";
    public const string Stub = "The .NET package cannot be restored: tried on a signature stub";
    public const string Address = "An address from which the packages do not load themselves";
    public const string Console = "Set in the vendor's console";
    public const string Retention = "How long the vendor keeps recordings";
}
