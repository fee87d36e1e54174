using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Script;
using ReplayLint.Readers.Interop;
using ReplayLint.Readers.Json;

namespace ReplayLint.Readers.ContentSecurity;

/// <summary>The recorders that a project loads itself, as far as addresses, packages and references tell. Asked only where a policy allows one.</summary>
internal sealed class RecordersInSight(ReplayContext replay, ImmutableArray<AdditionalText> files)
{
    private readonly Lazy<HashSet<Recorder>> _loaded = new(() => Find(replay, files));

    public bool Has(Recorder recorder) => _loaded.Value.Contains(recorder);

    private static HashSet<Recorder> Find(ReplayContext replay, ImmutableArray<AdditionalText> files)
    {
        var scripts = replay.Catalog.Scripts;
        var loaded = new HashSet<Recorder>(replay.Referenced);
        foreach (var file in files)
        {
            if ((WebFile.KindOf(file.Path) != WebFileKind.None || SettingsFile.Is(file.Path)) && file.GetText() is { } text)
                Add(text.ToString(), isSettings: SettingsFile.Is(file.Path));
        }

        foreach (var tree in replay.Models.Compilation.SyntaxTrees)
        {
            if (ScriptTrees.MayHoldScript(tree, scripts))
                Add(tree.GetText().ToString(), isSettings: false);
        }

        return loaded;

        void Add(string text, bool isSettings)
        {
            // In settings, a host alone may be one that the policy allows.
            foreach (var host in scripts.FindHosts(text))
            {
                if (!isSettings || host.Fact.Pattern.Text.IndexOf('/') >= 0 || !ContentSecurityReader.IsWholeSource(text, host.Span.End))
                    loaded.Add(host.Recorder);
            }

            if (isSettings)
                return;

            foreach (var recorder in replay.Catalog.Recorders)
            {
                if (recorder.ScriptFacts.Any(fact => fact is PackageFact package && text.Contains(package.Name)))
                    loaded.Add(recorder);
            }
        }
    }
}
