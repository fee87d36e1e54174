using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ReplayLint.Tool.Reporting;

/// <summary>The tables of a report, the same in each format that people read.</summary>
internal sealed class ReportTables(ReportTexts texts, ReportFacts facts)
{
    /// <summary>The repositories, each with the address within the report that leads to it.</summary>
    public ReportTable Summary(Report report, Func<int, string> addressOf) => Table(
        [texts["repository"], texts["recorders"], texts["definite"], texts["maybe"], texts["suppressed"], texts["incomplete"]],
        report.Logs.Select((repository, i) => new[]
        {
            ReportCell.Of(repository.Log.Name) with { Address = addressOf(i) },
            ReportCell.Of(repository.Recorders.Count == 0 ? texts["none"] : string.Join(", ", repository.Recorders.Select(static recorder => recorder.Name))),
            Number(repository.Findings.Count - repository.Count(DiagnosticSeverity.Info), Verdict.Bad),
            Number(repository.Count(DiagnosticSeverity.Info), Verdict.Open),
            Number(repository.Suppressed.Count, Verdict.None),
            Number(repository.Log.Problems.Count(static problem => !problem.IsMeant), Verdict.Open),
        }));

    public ReportTable Starts(ReplayLog log, RecorderSection recorder) => Table(
        [texts["place"], texts["what"], texts["consent"], texts["guard"]],
        recorder.Evidence("start").Select(start => new[]
        {
            ReportCell.Of(log, start.Place),
            ReportCell.Code(start[EvidenceProperties.Member]),
            Consent(start),
            start[EvidenceProperties.Guard] is { } guard ? ReportCell.List([ReportCell.Code(guard), ReportCell.Of(log, start.Related)]) : ReportCell.Of(texts["guard.none"]),
        }),
        "starts.none");

    public ReportTable Requirements(ReplayLog log, RecorderSection recorder) => Table(
        [texts["requirement"], "", texts["state"], texts["rests-on"]],
        recorder.Requirements.Where(static result => result.State != RequirementState.Checklist).Select(result => new[]
        {
            ReportCell.Of(result.Requirement.Id),
            ReportCell.Of(texts.Of(result.Requirement)),
            ReportCell.Of(texts["state." + result.State], VerdictOf(result.State)),
            ReportCell.List(result.Items.DistinctBy(static item => (item.Rule, item.Place)).Select(item => ReportCell.Of(log, item.Place) with { More = item.IsEvidence ? [] : [ReportCell.Of(item.Rule)] })),
        })) with { Caption = texts.Format("requirements.caption", recorder.Name) };

    public ReportTable Settings(ReplayLog log, RecorderSection recorder) => Table(
        [texts["setting"], texts["protects"], texts["value"], texts["safe"], texts["place"]],
        recorder.Evidence("setting", "unmask").Select(setting => new[]
        {
            ReportCell.Code(setting[EvidenceProperties.Member]),
            ReportCell.Of(texts.Word(setting[EvidenceProperties.Protects] ?? setting[EvidenceProperties.Kind])),
            setting[EvidenceProperties.Value] is { } value ? ReportCell.Code(value) : ReportCell.Of(setting.IsA("unmask") ? "" : texts["unknown"]),
            (setting.IsA("unmask") ? "false" : setting[EvidenceProperties.Safe]) is { } safe ? ReportCell.Of(texts.Word(safe), safe == "true" ? Verdict.Good : Verdict.Bad) : ReportCell.Of(texts["unknown"]),
            ReportCell.Of(log, setting.Place),
        }));

    public ReportTable Identity(ReplayLog log, RecorderSection recorder) => Table(
        [texts["what"], texts["setting"], texts["place"]],
        recorder.Evidence("identify", "link", "share").Select(identity => new[]
        {
            ReportCell.Of(texts.Word(identity[EvidenceProperties.Kind])),
            ReportCell.Code(identity[EvidenceProperties.Identifier] ?? identity[EvidenceProperties.Member]),
            ReportCell.Of(log, identity.Place),
        }),
        "identity.none");

    public ReportTable Policies(ReplayLog log, RecorderSection recorder) => Table(
        [texts["purpose"], texts["retention"], texts["reference"], texts["mechanism"], texts["place"]],
        recorder.Evidence("policy").Select(policy => new[]
        {
            ReportCell.Of(texts.Word(policy[EvidenceProperties.Purpose])),
            ReportCell.Of(facts.Retention(policy[EvidenceProperties.RetentionDays], texts)),
            ReportCell.Of(policy[EvidenceProperties.Reference]),
            ReportCell.Of(policy[EvidenceProperties.ConsentMechanism]),
            ReportCell.Of(log, policy.Place),
        }),
        "policy.none");

    public ReportTable Findings(RepositoryReport repository) => Table(
        [texts["rule"], texts["severity"], texts["finding"], texts["place"]],
        repository.Findings.Select(item => new[]
        {
            ReportCell.Of(item.Rule),
            ReportCell.Of(texts["severity." + item.Severity], item.Severity == DiagnosticSeverity.Info ? Verdict.Open : Verdict.Bad),
            ReportCell.List([ReportCell.Of(texts.TitleOf(item.Rule)), ReportCell.English(item.Message)]),
            ReportCell.Of(repository.Log, item.Place),
        }),
        "findings.none");

    public ReportTable Suppressions(RepositoryReport repository) => Table(
        [texts["rule"], texts["form"], texts["reason"], texts["place"]],
        repository.Suppressions.Select(item => new[]
        {
            ReportCell.Of(item[EvidenceProperties.Rules]?.Replace(";", ", ")),
            ReportCell.Of(texts.Word(item[EvidenceProperties.Form])),
            Reason(item[EvidenceProperties.Justification], item[EvidenceProperties.Until]),
            ReportCell.Of(repository.Log, item.Place),
        }).Concat(repository.Suppressed.Select(item => new[]
        {
            ReportCell.Of(item.IsA("hidden") ? item[EvidenceProperties.Rules] : item.Rule),
            ReportCell.English(item[EvidenceProperties.Finding] ?? item.Message),
            Reason(item[EvidenceProperties.Justification] ?? item.Suppression, until: null),
            ReportCell.Of(repository.Log, item.Place),
        })),
        "suppressions.none");

    public ReportTable Unseen(RepositoryReport repository) => Table(
        [texts["project"], texts["reason"]],
        repository.Log.Problems.Select(problem => new[]
        {
            ReportCell.Code(problem.Project),
            problem.IsMeant ? ReportCell.List([ReportCell.English(problem.Reason), ReportCell.Of(texts["left-out"])]) : ReportCell.English(problem.Reason),
        }).Concat(repository.Unreadable.Select(item => new[] { ReportCell.Of(repository.Log, item.Place), ReportCell.English(item.Message) })),
        "unseen.none");

    public ReportTable Checklist() => Table(
        [texts["requirement"], "", texts["confidence"], texts["checklist.done"]],
        Requirement.All.Where(static requirement => requirement.Rules.Count == 0).Select(requirement => new[]
        {
            ReportCell.Of(requirement.Id),
            ReportCell.Of(texts.Of(requirement)),
            ReportCell.Of(requirement.IsOfDraft ? texts["confidence." + requirement.Confidence] : requirement.Confidence),
            new ReportCell("☐", CellKind.Box),
        }));

    private ReportTable Table(IReadOnlyList<string> headings, IEnumerable<ReportCell[]> rows, string otherwise = "none") => new(headings, [.. rows], texts[otherwise]);

    private ReportCell Reason(string? reason, string? until)
    {
        var cell = string.IsNullOrWhiteSpace(reason) ? ReportCell.Of(texts["reason.none"], Verdict.Bad) : ReportCell.Of(reason);
        return until is null ? cell : ReportCell.List([cell, ReportCell.Of(texts.Format("until", until))]);
    }

    private static ReportCell Number(int number, Verdict verdict)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return number == 0 || verdict == Verdict.None ? ReportCell.Of(text) : ReportCell.Of(text, verdict);
    }

    private ReportCell Consent(LogItem start) => (start[EvidenceProperties.Consent], start[EvidenceProperties.Gated]) switch
    {
        ("granted", _) => ReportCell.Of(texts.Word("granted"), Verdict.Good),
        (_, "true") => ReportCell.Of(texts["gated"], Verdict.Good),
        ("unknown", _) => ReportCell.Of(texts.Word("unknown"), Verdict.Open),
        _ => ReportCell.Of(texts.Word("not-granted"), Verdict.Bad),
    };

    private static Verdict VerdictOf(RequirementState state) => state switch
    {
        RequirementState.NotMet => Verdict.Bad,
        RequirementState.Open => Verdict.Open,
        RequirementState.Met => Verdict.Good,
        _ => Verdict.None,
    };
}
