using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReplayLint.Catalog;
using ReplayLint.Readers.CSharp;
using ReplayLint.Readers.Interop;
using ReplayLint.Readers.Markup;

namespace ReplayLint.Readers.Content;

/// <summary>
/// Which recorders film which page of a project, whoever has agreed to it. All of the project is looked through when the
/// first page asks, and only what mentions a recorder is read.
/// </summary>
internal sealed class ProjectFilming
{
    /// <summary>What an app for phones is compiled against: there the .NET API of a recorder films screens, not pages.</summary>
    private static readonly HashSet<string> ScreenAssemblies = new(StringComparer.Ordinal) { "Microsoft.Maui.Controls", "Mono.Android", "Microsoft.iOS", "Microsoft.MacCatalyst", "Xamarin.Forms.Core" };

    private readonly ReplayContext _replay;
    private readonly PageReader _pages;
    private readonly AnalyzerOptions _options;
    private readonly Lazy<Recording> _recording;
    private readonly Lazy<ImmutableArray<Filming>> _screens;

    public ProjectFilming(ReplayContext replay, EmbeddedScripts sight, ValueReader values, IdentifierWords words, AnalyzerOptions options)
    {
        _replay = replay;
        _options = options;
        _pages = new PageReader(replay.Catalog, words);
        var api = new Lazy<ImmutableArray<RecorderUsage>>(() => new ApiRecording(replay, values).Read().ToImmutableArray());
        _screens = new Lazy<ImmutableArray<Filming>>(() => StartedIn(api.Value).Select(recorder => new Filming(recorder, api.Value, isOfScreens: true)).ToImmutableArray());
        _recording = new Lazy<Recording>(() => Read(sight == EmbeddedScripts.None ? [] : new CodeRecording(replay, sight, values, words).Read(), api));
    }

    /// <summary>The recorders that film the screens of an app.</summary>
    public ImmutableArray<Filming> OfScreens => _screens.Value;

    /// <summary>The recorders that film a page.</summary>
    public ImmutableArray<Filming> Of(WebFile page)
    {
        var recording = _recording.Value;
        if (recording.Filmings.IsEmpty)
            return ImmutableArray<Filming>.Empty;

        var filming = StartedIn(FileRecording.Read(page.Path, page.Source, _replay.Catalog, _pages).Usages);

        // On its own, a page runs what it loads.
        filming = filming.Concat(!page.StandsAlone
            ? recording.Everywhere
            : recording.Files.Where(file => file.IsScript && ScriptAddress.Means(page.Text, from: null, file.Path)).SelectMany(static file => StartedIn(file.Usages)));

        return filming.Distinct().Where(recording.Filmings.ContainsKey).Select(recorder => recording.Filmings[recorder]).ToImmutableArray();
    }

    private static IEnumerable<Recorder> StartedIn(IEnumerable<RecorderUsage> usages) =>
        usages.Where(static usage => usage.Kind == UsageKind.Start).Select(static usage => usage.Recorder).Distinct();

    private Recording Read(IEnumerable<RecorderUsage> code, Lazy<ImmutableArray<RecorderUsage>> api)
    {
        var files = _options.AdditionalFiles.Select(file => FileRecording.Read(file, _replay.Catalog, _pages)).Where(static file => !file.Usages.IsEmpty).ToImmutableArray();
        var shared = code.ToList();
        if (!_replay.Models.Compilation.ReferencedAssemblyNames.Any(static reference => ScreenAssemblies.Contains(reference.Name)))
            shared.AddRange(api.Value);

        var all = files.SelectMany(static file => file.Usages).Concat(shared).ToList();
        var everywhere = files.Where(static file => file.ReachesOtherPages).SelectMany(static file => file.Usages).Concat(shared);
        return new Recording(
            files,
            StartedIn(everywhere).ToImmutableArray(),
            StartedIn(all).ToImmutableDictionary(static recorder => recorder, recorder => new Filming(recorder, all)));
    }

    /// <summary>What the project records.</summary>
    /// <param name="Files">The files that do something with recorders.</param>
    /// <param name="Everywhere">The recorders that film every page but those that stand alone.</param>
    /// <param name="Filmings">How each recorder films that is started somewhere.</param>
    private sealed record Recording(ImmutableArray<FileRecording> Files, ImmutableArray<Recorder> Everywhere, ImmutableDictionary<Recorder, Filming> Filmings);
}
