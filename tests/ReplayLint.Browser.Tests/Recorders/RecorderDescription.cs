using System.Text.Json;
using System.Text.RegularExpressions;
using ReplayLint.Browser.Tests.Network;
using ReplayLint.Browser.Tests.Packages;
using ReplayLint.Catalog;

namespace ReplayLint.Browser.Tests.Recorders;

/// <summary>How a recorder is loaded, started and answered, from <c>recorders/NAME/recorder.json</c>.</summary>
internal sealed class RecorderDescription
{
    private readonly JsonElement _root;
    private readonly Lazy<byte[]> _code;
    private readonly Dictionary<string, string> _headers;

    private RecorderDescription(string folder)
    {
        Folder = Path.GetFileName(folder);
        _root = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "recorder.json"))).RootElement;
        _code = new Lazy<byte[]>(() => _root.TryGetProperty("file", out var file) ? RecorderPackages.FileOf(file.GetString()!) : RecorderPackages.Bundle(Folder)!);
        Catalog = RecorderCatalog.BuiltIn.Recorders.Single(recorder => recorder.Name == Text("recorder"));
        Records = new Regex(Text("records"));
        RecordsText = OptionalText("recordsText");
        Trigger = OptionalText("trigger");
        Starts = [.. _root.GetProperty("starts").EnumerateArray().Select(start => new StartTemplate(this, start))];
        Consent = Map("consent");
        _headers = Map("headers");
        NotTestable = Map("notTestable");
        Values = Map("values");
        Shows = Map("shows");
        Stops = Map("stops");
        Exceptions = Map("exceptions");
        Beside = Map("beside");
    }

    public static IReadOnlyList<RecorderDescription> All { get; } =
    [
        .. Directory.GetDirectories(Path.Combine(ProjectFolders.Project, "recorders")).Order(StringComparer.Ordinal).Select(static folder => new RecorderDescription(folder)),
    ];

    /// <summary>The name of the folder.</summary>
    public string Folder { get; }

    /// <summary>What the catalogue knows.</summary>
    public Recorder Catalog { get; }

    /// <summary>The name of the npm package, and its version.</summary>
    public string Package => Text("package");

    public string Version => RecorderPackages.VersionOf(_root.TryGetProperty("dependency", out var name) ? name.GetString()! : Package);

    /// <summary>The address from which pages load it.</summary>
    public string Script => Text("script");

    /// <summary>The vendor's code.</summary>
    public byte[] Code => _code.Value;

    /// <summary>Addresses that recordings are sent to, and nothing else.</summary>
    public Regex Records { get; }

    /// <summary>What only recordings hold, where the address does not tell; else null.</summary>
    public string? RecordsText { get; }

    /// <summary>What makes it send, where it records all the time and sends on occasions only; else null.</summary>
    public string? Trigger { get; }

    /// <summary>Whether it keeps to its own time, because it does not wait for answers else.</summary>
    public bool KeepsTime => _root.TryGetProperty("ownTime", out var own) && own.GetBoolean();

    /// <summary>What is known of a binary format in which texts can be read without the rest; else null.</summary>
    public string? Binary => OptionalText("binary");

    /// <summary>What it sends beside recordings that options of the replay are not about; null where everything that it sends counts.</summary>
    public string? Others => OptionalText("others");

    /// <summary>Whether its package only loads it from the vendor's host; <see cref="Records"/> is then the address that it asks for.</summary>
    public bool IsLoadedFromVendor => _root.TryGetProperty("loads", out var loads) && loads.GetBoolean();

    /// <summary>Calls that look like a gate, as a page makes them after the start.</summary>
    public IReadOnlyDictionary<string, string> LookAlikes => Map("lookAlikes");

    /// <summary>Whether consent counts from the next page that is loaded, and not on the page where it is given.</summary>
    public bool IsConsentForNextPage => _root.TryGetProperty("consentOnNextPage", out var next) && next.GetBoolean();

    /// <summary>Whether its pages have a consent platform, because it has no switch of its own.</summary>
    public bool NeedsPlatform => _root.TryGetProperty("platform", out var platform) && platform.GetBoolean();

    /// <summary>The ways to start it.</summary>
    public IReadOnlyList<StartTemplate> Starts { get; }

    /// <summary>What a page runs after consent, by the option or call that held recording back.</summary>
    public IReadOnlyDictionary<string, string> Consent { get; }

    /// <summary>Why something that the catalogue says cannot be tried here, by what it says.</summary>
    public IReadOnlyDictionary<string, string> NotTestable { get; }

    /// <summary>Values that show something, of options for which no general one does.</summary>
    public IReadOnlyDictionary<string, string> Values { get; }

    /// <summary>By what is known that an option shows something: the name of a place of the page, or a text that occurs in recordings only then.</summary>
    public IReadOnlyDictionary<string, string> Shows { get; }

    /// <summary>An option without which another one has no effect: <c>call/option=value</c>.</summary>
    public IReadOnlyDictionary<string, string> Beside { get; }

    /// <summary>What stays in clear after a fix all the same: the option, and the place of the page.</summary>
    public IReadOnlyDictionary<string, string> Exceptions { get; }

    /// <summary>What a page runs to stop it, where the catalogue's call is not all there is to it.</summary>
    public IReadOnlyDictionary<string, string> Stops { get; }

    /// <summary>What the vendor's servers answer; an empty object where the description says nothing.</summary>
    public Answer AnswerTo(string url)
    {
        if (url == Script)
            return Answer.Script(Code);

        foreach (var answer in _root.TryGetProperty("answers", out var answers) ? answers.EnumerateObject() : default)
        {
            if (Regex.IsMatch(url, answer.Name))
                return Answer.Json(answer.Value.GetRawText()) with { Headers = _headers };
        }

        return Answer.Json("{}") with { Headers = _headers };
    }

    public override string ToString() => Folder;

    private string? OptionalText(string name) => _root.TryGetProperty(name, out var text) ? text.GetString() : null;

    private string Text(string name) => _root.GetProperty(name).GetString()!;

    private Dictionary<string, string> Map(string name) =>
        _root.TryGetProperty(name, out var map) ? map.EnumerateObject().ToDictionary(static member => member.Name, static member => member.Value.GetString()!) : [];
}
