using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Readers.Storage;

public class StorageReaderTests
{
    private static readonly string[] Rules = ["RPL5002"];
    private static readonly (string, string) Page = ("wwwroot/js/site.js", "rrweb.record({ emit: e => navigator.sendBeacon('/replay', JSON.stringify(e)), maskAllInputs: true });");

    [Theory]
    [InlineData("void Map(WebApplication app, Store store) => app.MapPost(\"/replay\", (string body) => store.Add(body));", "MapPost")]
    [InlineData("void Map(WebApplication app) => app.MapPost(\"/events\", Save); static void Save(ReplayBatch batch, Store store) => store.Add(batch.Text);", null)]
    [InlineData("void Map(WebApplication app) => app.MapPost(\"/rrweb\", Save); static void Save(string text, Store store) => store.Add(text);", "MapPost")]
    [InlineData("void Map(WebApplication app, Store store) => app.MapPost(\"/a\", (ReplayBatch batch) => { store.InsertAsync(batch.Text); });", "MapPost")]
    [InlineData("[HttpPost] public void Replay(string events) => _store.Save(events);", "Replay")]
    [InlineData("[Microsoft.AspNetCore.Mvc.HttpPostAttribute(\"x\")] public void Post(ReplayBatch batch) => _store.Save(batch.Text);", "Post")]
    [InlineData("[JSInvokable] public static void ReplayEvents(string e) => new Store().Add(e);", "ReplayEvents")]
    [InlineData("public class ReplayHub : Microsoft.AspNetCore.SignalR.Hub { public void Send(string e) => new Store().Enqueue(e); }", "Send")]

    // Read only, nothing kept, something else, or no endpoint.
    [InlineData("void Map(WebApplication app, Store store) => app.MapGet(\"/replay\", () => store.Read());", null)]
    [InlineData("[HttpPost] public void Replay(string events) { }", null)]
    [InlineData("[HttpPost] public void Order(string lines) => _store.Save(lines);", null)]
    [InlineData("public void Replay(string events) => _store.Save(events);", null)]

    // Proof of consent is kept for other reasons.
    [InlineData("[HttpPost] public void ReplayConsent(ConsentRecord record) => _store.Save(record.Text);", null)]
    public async Task What_stores_recordings_without_end_is_a_hint(string members, string? place)
    {
        Assert.Equal(place is null ? [] : [$"RPL5002 Info: {place}"], await FindAsync(members));

        // Any sign of deleting near recordings is enough, and without a recorder there is nothing to store.
        Assert.Empty(await FindAsync(members + " void Purge(Store replays) { }"));
        Assert.Empty(await FindAsync(members + " const string Sql = \"DELETE FROM replay WHERE at < @day\";"));
        Assert.Empty(await FindAsync(members, ("wwwroot/js/site.js", "const replay = () => { };")));
    }

    [Fact]
    public async Task The_message_names_the_place()
    {
        var message = Assert.Single(await FindingList.MessagesAsync(Source("[HttpPost] public void Replay(string events) => _store.Save(events);"), "RPL5002", RecorderApi.None, null, Page));

        Assert.Equal("Recordings of rrweb are kept without end, for 'Replay' stores them and nothing in this project deletes them, which is long for any purpose; delete what is older than your policy says (CNIL draft, SR-23)", message);
    }

    [Fact]
    public async Task Events_that_a_wrapper_gives_out_are_recordings()
    {
        const string Wrapper = """
            namespace Soenneker.Blazor.Rrweb.Record.Abstract
            {
                using System.Threading;
                using System.Threading.Tasks;

                interface IRrwebRecordInterop { Task<string> GetEvents(bool clear, CancellationToken token = default); }
            }
            """;
        const string Use = "async System.Threading.Tasks.Task Flush(Soenneker.Blazor.Rrweb.Record.Abstract.IRrwebRecordInterop r) => _store.Add(await r.GetEvents(true));";

        Assert.Equal(["RPL5002 Info: GetEvents"], await FindAsync(Use + "} " + Wrapper + " class Rest {"));
        Assert.Empty(await FindAsync(Use.Replace("GetEvents", "GetRrwebState") + "} " + Wrapper.Replace("GetEvents", "GetRrwebState") + " class Rest {"));
    }

    private static Task<IReadOnlyList<string>> FindAsync(string members, params (string, string)[] files) =>
        FindingList.OfAsync(Source(members), Rules, RecorderApi.None, null, files.Length == 0 ? [Page] : files);

    private static string Source(string members) => $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.JSInterop;

        class ReplayBatch { public string Text; }
        class ConsentRecord { public string Text; }
        class Store { public void Add(string e) { } public void Save(string e) { } public void Enqueue(string e) { } public void InsertAsync(string e) { } public string Read() => ""; }

        class Endpoints
        {
            private readonly Store _store = new();
            {{members}}
        }
        """;
}
