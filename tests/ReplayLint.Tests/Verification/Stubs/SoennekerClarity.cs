// Signatures of Soenneker.Blazor.Clarity 4.0.
namespace Soenneker.Blazor.Clarity.Abstract
{
    using System;
    using System.Threading;
    using System.Threading.Tasks;

    public interface IClarityInterop : IAsyncDisposable
    {
        ValueTask Init(string key, CancellationToken cancellationToken = default);
        ValueTask Consent(CancellationToken cancellationToken = default);
        ValueTask Identify(string id, string sessionId = null, string pageId = null, string friendlyName = null, CancellationToken cancellationToken = default);
        ValueTask SetTag(string key, object value, CancellationToken cancellationToken = default);
        ValueTask TrackEvent(string name, CancellationToken cancellationToken = default);
    }
}
