// Signatures of Soenneker.Blazor.Rrweb.Record.
namespace Soenneker.Blazor.Rrweb.Record.Configuration
{
    public class RrwebRecordOptions
    {
        public bool MaskAllInputs { get; set; } = true;
        public string BlockClass { get; set; } = "rr-block";
        public string BlockSelector { get; set; }
        public string IgnoreClass { get; set; } = "rr-ignore";
        public string MaskTextClass { get; set; } = "rr-mask";
        public string MaskTextSelector { get; set; }
        public bool RecordCanvas { get; set; }
        public bool RecordCrossOriginIframes { get; set; }
        public bool CollectFonts { get; set; }
    }
}

namespace Soenneker.Blazor.Rrweb.Record.Abstract
{
    using System;
    using System.Threading;
    using System.Threading.Tasks;
    using Soenneker.Blazor.Rrweb.Record.Configuration;

    public interface IRrwebRecordInterop : IAsyncDisposable
    {
        ValueTask Initialize(bool useCdn = true, CancellationToken cancellationToken = default);
        ValueTask Start(RrwebRecordOptions options = null, bool useCdn = true, CancellationToken cancellationToken = default);
        ValueTask Stop(CancellationToken cancellationToken = default);
        ValueTask<string> GetEvents(bool clear = false, CancellationToken cancellationToken = default);
        ValueTask<bool> IsRecording(CancellationToken cancellationToken = default);
    }
}
