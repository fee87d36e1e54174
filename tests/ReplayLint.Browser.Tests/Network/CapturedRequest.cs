using ReplayLint.Browser.Tests.Payloads;

namespace ReplayLint.Browser.Tests.Network;

/// <summary>A request, or a message of a web socket, that a page sent to anyone.</summary>
/// <param name="Method">The method; <c>SOCKET</c> for a message of a web socket.</param>
/// <param name="Url">Where it went.</param>
/// <param name="Body">What it carried, as it was on the wire.</param>
internal sealed record CapturedRequest(string Method, string Url, byte[] Body)
{
    private readonly Lazy<Payload> _payload = new(() => PayloadReader.Read(Body));

    public Payload Payload => _payload.Value;

    /// <summary>Whether it holds a text, in its address or in what could be read of its body.</summary>
    public bool Holds(string text) => Uri.UnescapeDataString(Url).Contains(text, StringComparison.OrdinalIgnoreCase) || Payload.Holds(text);
}
