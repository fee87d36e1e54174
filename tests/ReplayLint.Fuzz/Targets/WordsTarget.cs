using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using ReplayLint.Catalog.Json;
using ReplayLint.Catalog.Script;
using ReplayLint.Configuration;
using ReplayLint.Fuzz.Inputs;
using ReplayLint.Justifications;
using ReplayLint.Policy;
using ReplayLint.Readers;
using ReplayLint.Readers.ContentSecurity;
using ReplayLint.Readers.Json;
using ReplayLint.Readers.Script;

namespace ReplayLint.Fuzz.Targets;

/// <summary>Everything that reads a name, an address, a number or a reason: from code, markup, catalogues and configuration.</summary>
internal sealed class WordsTarget : Target
{
    private static readonly ReasonWords Reasons = new(RecorderCatalog.BuiltIn);

    private static readonly ImmutableArray<HostPattern> Hosts =
        [.. new[] { "cdn.example.com", "*.example.com/a/*.js", "*example.com", "example.com/*/x.js", "abcd*efgh*ijkl" }.Select(HostPattern.TryParse).OfType<HostPattern>()];

    public override string Name => "words";

    public override int Share => 110;

    public override ImmutableArray<string> Seeds { get; } =
    [
        .. Corpus.Of(CorpusKind.Words)
            .Concat(Corpus.Of(CorpusKind.Catalogue).SelectMany(static text => text.Split([' ', '\n', '='], StringSplitOptions.RemoveEmptyEntries)).Where(static word => word.Length > 7))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    public override void Check(FuzzInput input)
    {
        var text = input.Text;
        ReadNames(text);
        ReadAddresses(text);
        ReadValues(text);
        ReadFileNames(text);

        if (SuppressionComment.Read(text, default, default) is { } comment)
            Require(!comment.Rules.IsEmpty, "A comment that silences nothing was read.");

        _ = Reasons.IsReason(text);
        _ = ClosestName.Of(text, ReplayLintOptions.All.Select(static option => option.Key));
    }

    protected override FuzzInput Of(ImmutableArray<string> texts, Random random) => new("words", texts[0]);

    private static void ReadNames(string text)
    {
        Require(NameWords.Split(text).TrueForAll(static word => word.Length > 0), "A word is empty.");
        if (MemberId.IsWellFormed(text))
        {
            Require(MemberId.ContainingType(text).StartsWith("T:", StringComparison.Ordinal), "No type declares the member.");
            _ = MemberId.SimpleName(text);
            _ = MemberId.WithNamespace(text, "System", "Shop");
        }

        if (JsPath.TryParse(text) is { } path)
            Require(JsPath.TryParse(path.ToString()) == path, "The path does not survive being written.");

        _ = JsPath.WithoutGlobalObject(text);
        if (MarkupAtom.TryParse(text) is { } atom)
        {
            _ = atom.Matches(text, out _);
            _ = atom.Mark;
        }

        _ = JsonKey.TryParse(text);
    }

    private static void ReadAddresses(string text)
    {
        _ = Address.IsLikely(text);
        foreach (var load in TextScan.Loads(text))
            Require(load.Span.End <= text.Length, "A load ends past the end.");

        foreach (var pattern in Hosts.Append(HostPattern.TryParse(text)).OfType<HostPattern>())
        {
            for (var end = 0; end <= text.Length && end < 500; end++)
            {
                if (pattern.TryMatch(text, end, out var span))
                    Require(span.End <= text.Length && !span.IsEmpty && HostPattern.AddressAround(text, span).Length >= span.Length, "What matches is not in the text.");
            }
        }

        _ = RecorderCatalog.BuiltIn.Scripts.MayConcern(text);
        foreach (var recorder in RecorderCatalog.BuiltIn.Recorders)
            _ = AddressVersions.Of(recorder, text, RecorderCatalog.BuiltIn.Scripts);
    }

    private static void ReadValues(string text)
    {
        if (PackageVersion.TryParse(text) is { } version)
            Require(PackageVersion.TryParse(version.ToString())?.CompareTo(version) == 0, "The version does not survive being written.");

        if (DaysText.Read(text) is { } days)
        {
            Require(days >= 0 && !double.IsInfinity(days), "A time is none.");
            _ = RetentionText.Of(days);
        }

        Require(PolicyDeclaration.NumberOf(text) is not <= 0, "A time is none.");
        _ = JustificationJudge.ReadDate(text);
        _ = OptionValues.ReadPattern(text, out _);
        _ = OptionValues.ReadNames(text, out _);
        _ = OptionValues.ReadCount(text, out _);
        _ = SettingValue.OfText(text).DaysIn(RetentionUnit.Days);
        foreach (var option in ReplayLintOptions.All)
            _ = option.Accepts(text);
    }

    private static void ReadFileNames(string text)
    {
        _ = RecorderCatalog.IsCatalogFile(text);
        _ = ContentSecurityReader.MayHoldPolicy(text);
        _ = SettingsFile.Of(text);
        if (WebFile.Read(text, SourceText.From("<p>")) is { } file)
            _ = (file.IsForMail, file.IsPutInPlaceByOthers, file.IsForOtherPages, file.ReachesOtherPages);
    }
}
