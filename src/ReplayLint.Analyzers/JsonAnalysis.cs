using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Json;
using ReplayLint.Readers;
using ReplayLint.Readers.Json;
using ReplayLint.Readers.Markup;

namespace ReplayLint;

/// <summary>Judges the options that recorders take from JSON configuration files.</summary>
internal sealed class JsonAnalysis(ReplayContext replay, AnalyzerOptions options, JsonReader reader)
{
    private readonly Lazy<ImmutableArray<(string Path, JsonSettings? Settings, bool IsBroken)>> _files = new(() => ReadAll(options));

    /// <summary>Registers what reads the files; nothing where no recorder of the project takes options from one.</summary>
    public static bool Register(CompilationStartAnalysisContext context, ReplayContext replay)
    {
        if (!WebAnalysis.IsWanted(context.Options) || !context.Options.AdditionalFiles.Any(static file => SettingsFile.Is(file.Path)))
            return false;

        var facts = replay.Catalog.Recorders
            .SelectMany(static recorder => recorder.ScriptFacts)
            .OfType<JsonSettingFact>()
            .Where(fact => IsOurBusiness(fact.Recorder, replay))
            .ToImmutableArray();
        if (facts.IsEmpty)
            return false;

        context.RegisterAdditionalFileAction(new JsonAnalysis(replay, context.Options, new JsonReader(facts)).Check);
        return true;
    }

    /// <summary>A section is a recorder's where the project uses its .NET API, or where it has none.</summary>
    private static bool IsOurBusiness(Recorder recorder, ReplayContext replay) =>
        recorder.Facts.IsEmpty || (replay.Referenced.Contains(recorder) && replay.Activity.IsEnabled(recorder));

    private static ImmutableArray<(string Path, JsonSettings? Settings, bool IsBroken)> ReadAll(AnalyzerOptions options)
    {
        var files = ImmutableArray.CreateBuilder<(string, JsonSettings?, bool)>();
        foreach (var file in options.AdditionalFiles)
        {
            if (SettingsFile.Is(file.Path) && file.GetText()?.ToString() is { } text)
                files.Add((file.Path, JsonSettings.Parse(text, out var isBroken), isBroken));
        }

        return files.ToImmutable();
    }

    private void Check(AdditionalFileAnalysisContext context)
    {
        var path = context.AdditionalFile.Path;
        if (SettingsFile.Of(path) is not { IsForDevelopment: false } file || context.AdditionalFile.GetText(context.CancellationToken) is not { } source)
            return;

        var text = source.ToString();
        if (!reader.Concerns(text))
            return;

        var (_, settings, isBroken) = _files.Value.First(read => read.Path == path);
        if (settings is null)
        {
            if (isBroken && reader.NamedIn(text) is { } recorder)
                replay.Suppressions.Report(Diagnostic.Create(Descriptors.RPL9006_NotAnalysable, Locate(default), $"this file cannot be parsed, so what it sets of {recorder.Name} is not judged"), context.ReportDiagnostic);

            return;
        }

        var comments = PageSuppressions.InScript(text, new TextSpan(0, text.Length), settings.Spans);
        var suppressions = new CommentSuppressions(replay, comments, context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.AdditionalFile), Locate, context.ReportDiagnostic);
        foreach (var usage in reader.Read(settings, file.IsOverride, OthersThan(path, file), Locate))
            replay.Judge(usage, diagnostic => suppressions.Report(diagnostic, context.ReportDiagnostic));

        Location Locate(TextSpan span) => Location.Create(path, span, source.Lines.GetLinePositionSpan(span));
    }

    /// <summary>The files of other environments that may set what a file does not; what holds on the machines of developers protects nobody else.</summary>
    private List<JsonSettings> OthersThan(string path, SettingsFile file) =>
        _files.Value
            .Where(other => other.Path != path && SettingsFile.Of(other.Path) is { IsForDevelopment: false } name && name.Folder == file.Folder)
            .Select(static other => other.Settings)
            .OfType<JsonSettings>()
            .ToList();
}
