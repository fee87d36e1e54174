using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Justifications;
using ReplayLint.Readers;
using ReplayLint.Readers.Suppressions;
using ReplayLint.Rules;

namespace ReplayLint;

/// <summary>The comments of one file that keep rules from reporting what follows them.</summary>
internal sealed class CommentSuppressions
{
    private readonly ReplayContext _replay;
    private readonly List<(SuppressionComment Comment, Justification Justification)> _suppressing = [];

    /// <summary>Takes the comments that give a reason; those that give none are judged, and suppress nothing.</summary>
    public CommentSuppressions(ReplayContext replay, IEnumerable<SuppressionComment> comments, AnalyzerConfigOptions settings, Func<TextSpan, Location> locate, Action<Diagnostic> report)
    {
        _replay = replay;
        foreach (var comment in comments)
        {
            var justification = replay.Suppressions.Judge.Judge(comment.Reason, settings);
            if (justification.IsGiven)
                _suppressing.Add((comment, justification));

            // What watches over the comments is not silenced by one.
            if (comment.RulesAmong(RuleList.ConfigurableIds) is { IsEmpty: false } rules)
                replay.Rules.Check(new SuppressionUsage(SuppressionKind.Comment, rules, justification, locate(comment.Span)), report);
        }
    }

    /// <summary>Reports a finding, unless the project, a comment or the baseline keeps it from being reported.</summary>
    public void Report(Diagnostic diagnostic, Action<Diagnostic> report)
    {
        var hiding = _suppressing.Find(suppression => suppression.Comment.Covers(diagnostic.Id, diagnostic.Location.SourceSpan));
        if (hiding.Comment is null)
            _replay.Suppressions.Report(diagnostic, report);
        else if (_replay.Suppressions.Allow(diagnostic))
            _replay.Rules.CheckHidden(diagnostic, SuppressionKind.Comment, hiding.Justification, report);
    }
}
