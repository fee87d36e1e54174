namespace ReplayLint.Browser.Tests.Payloads;

/// <summary>What could be read of a body.</summary>
/// <param name="Text">Every text in it, unpacked, one a line.</param>
/// <param name="Packings">How it was packed: <c>gzip</c>, <c>json</c>, <c>base64</c>.</param>
/// <param name="Opaque">Parts that could not be read: nothing may be concluded from not finding something in them.</param>
internal sealed record Payload(string Text, IReadOnlySet<string> Packings, IReadOnlyList<string> Opaque)
{
    public bool Holds(string text) => Text.Contains(text, StringComparison.OrdinalIgnoreCase);
}
