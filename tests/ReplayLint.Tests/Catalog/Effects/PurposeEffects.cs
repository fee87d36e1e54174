using ReplayLint.Catalog;

namespace ReplayLint.Tests.Catalog.Effects;

/// <summary>Scripts and policies in which what a purpose asks for makes a difference.</summary>
internal static class PurposeEffects
{
    private static readonly Recorder Recorder = CatalogFile.Complete.Find("Sentry")!;

    public static IEnumerable<EffectCase> Volume(StatedFact stated)
    {
        var volume = Profile(stated).Volume!;
        yield return Judged(stated, "RPL5004", !volume.AllowsSample, "Sentry.init({ replaysSessionSampleRate: 0.05, integrations: [Sentry.replayIntegration()] })");
        yield return Judged(stated, "RPL5004", !volume.AllowsTrigger, "Sentry.init({ replaysOnErrorSampleRate: 0.05, integrations: [Sentry.replayIntegration()] })");
    }

    public static IEnumerable<EffectCase> Masking(StatedFact stated)
    {
        var masking = Profile(stated).Masking!;
        yield return Judged(stated, "RPL5004", masking.IsUnmaskingMarginal, "Sentry.replayIntegration({ unmask: ['.x'] })");
        yield return Judged(stated, "RPL2003", !masking.IsUnmaskingMarginal, "Sentry.replayIntegration({ unmask: ['.x'] })");
    }

    public static IEnumerable<EffectCase> Identifier(StatedFact stated)
    {
        yield return Judged(stated, "RPL4003", !Profile(stated).Identifier!.AllowsUser, "Sentry.replayIntegration(); Sentry.setUser({ id: account.key })");
    }

    public static IEnumerable<EffectCase> Retention(StatedFact stated)
    {
        var retention = Profile(stated).Retention!;
        foreach (var days in (double[])[retention.Suggested, Math.Ceiling(retention.Limit) + 1])
            yield return new EffectCase("RPL5002", days > retention.Hint, WebProject.Policy(Recorder, stated.Owner, $"RetentionDays = {days}"));
    }

    private static PurposeProfile Profile(StatedFact stated) => stated.Stated.Purposes.Single();

    private static EffectCase Judged(StatedFact stated, string rule, bool fires, string statement) =>
        new(rule, fires, WebProject.Page($"// replayIntegration\n{statement};"), WebProject.Policy(Recorder, stated.Owner, "RetentionDays = 1"));
}
