using Microsoft.CodeAnalysis;
using ReplayLint.Policy;
using ReplayLint.Readers;

namespace ReplayLint.Rules.Retention;

/// <summary>RPL5005: a policy says something that cannot be, or that nothing is done with.</summary>
internal sealed class InvalidPolicy() : RecorderRule(Descriptors.RPL5005_InvalidPolicy)
{
    /// <inheritdoc />
    public override void Check(RecorderUsage usage, PolicyDeclarations policies, Action<Diagnostic> report)
    {
        if (usage is not { Policy: { Declaration: { IsComplete: true } declaration } policy })
            return;

        if (usage.Kind == UsageKind.UnusedPolicy)
            Report(DiagnosticSeverity.Info, $"is for {usage.Recorder.Name}, which nothing in this project seems to use; remove it, unless a tag manager loads the recorder");
        else if (usage.Kind == UsageKind.Policy)
            CheckDeclaration();

        void CheckDeclaration()
        {
            if (!policy.IsKnown)
            {
                var advice = policy.Closest is { } closest ? $"did you mean '{closest}'?" : "write the name as findings do, or describe the recorder in a catalogue file";
                Report(Descriptor.DefaultSeverity, $"names '{declaration.Recorder}', which is no known recorder; {advice}");
            }

            if (declaration.Profile is null)
                Report(Descriptor.DefaultSeverity, $"gives no known purpose; choose one of {policy.Purposes}");

            if (RetentionProblem(declaration) is { } problem)
                Report(Descriptor.DefaultSeverity, problem);
            else if (policy.Contradicted is { Days: { } days })
                Report(Descriptor.DefaultSeverity, $"contradicts another one, which keeps recordings of {declaration.Recorder} for {RetentionText.Of(days)} for the same purpose; keep one of them");

            if (declaration.Reference is { } reference && reference.Trim().Length == 0)
                Report(DiagnosticSeverity.Info, "has a Reference that is empty; name your record of processing, or leave it out");
        }

        void Report(DiagnosticSeverity severity, string problem) => report(Create(usage, declaration.Location, severity, [], [], problem));
    }

    private static string? RetentionProblem(PolicyDeclaration policy)
    {
        foreach (var (name, text) in new[] { (nameof(policy.RetentionDays), policy.RetentionDays), (nameof(policy.RetentionHours), policy.RetentionHours) })
        {
            if (text is not null && PolicyDeclaration.NumberOf(text) is null)
                return $"has a {name} of '{text}'; the least is 1";
        }

        return (policy.RetentionDays, policy.RetentionHours) switch
        {
            (null, null) => "does not say how long recordings are kept; add RetentionDays, or RetentionHours",
            ({ } days, { } hours) => policy.Days is null
                ? $"keeps recordings for {days} days and for {hours} hours; keep one of them"
                : "gives RetentionDays and RetentionHours; keep one of them",
            _ => null,
        };
    }
}
