using System.Globalization;
using System.Text;
using ReplayLint.Browser.Tests.Pages;
using ReplayLint.Browser.Tests.Recorders;

namespace ReplayLint.Browser.Tests.Claims;

/// <summary>What rules/recorders/README.md says about what was tried in a browser.</summary>
internal static class ProofTable
{
    private static readonly (ClaimKind Kind, string Title)[] Kinds =
    [
        (ClaimKind.Default, "Defaults"),
        (ClaimKind.Unsafe, "What shows content"),
        (ClaimKind.Mark, "What keeps an element out"),
        (ClaimKind.Fixed, "Fixes"),
        (ClaimKind.Gate, "Gates and stops"),
        (ClaimKind.LookAlike, "No gates"),
        (ClaimKind.Sampling, "Rates"),
    ];

    /// <summary>The columns of what leaves the page, each with the places of the page that it stands for.</summary>
    private static readonly (string Title, string[] Places)[] Places =
    [
        ("Typed text", ["text", "search", "textarea"]),
        ("E-mail", ["email"]),
        ("Telephone", ["tel"]),
        ("Card", ["card"]),
        ("Password", ["password"]),
        ("Hidden field", ["hidden"]),
        ("File name", ["file"]),
        ("Editable text", ["editable"]),
        ("Page text", ["page text", "dynamic text"]),
        ("Picture", ["picture"]),
        ("Attributes", ["attribute", "data attribute"]),
        ("Page address", ["page address"]),
    ];

    public static string Write(BrowserProof proof)
    {
        var text = new StringBuilder();
        var proven = proof.Claims.Count(static claim => claim.Outcome == Outcome.Proven);
        text.Append(CultureInfo.InvariantCulture, $"{proven} claims about {proof.Recorders.Count} recorders are proven in Chromium, with the vendors' own code: what is masked and what is not, that each setting shows what its rule says, that nothing of it leaves the page after the fix, that nothing is recorded before consent, and how much with a rate. Nothing is sent anywhere: every request ends in the test, which unpacks it and looks for texts that are at one place of the page only. Where nothing was recorded, nothing is proven.\n\n");
        WriteClaims(text, proof);
        WriteLeaks(text, proof);
        WriteRest(text, proof);
        return text.ToString();
    }

    private static void WriteClaims(StringBuilder text, BrowserProof proof)
    {
        text.Append(CultureInfo.InvariantCulture, $"| Recorder | Package | {string.Join(" | ", Kinds.Select(static kind => kind.Title))} |\n| --- | --- |{string.Concat(Kinds.Select(static _ => " --- |"))}\n");
        foreach (var recorder in proof.Recorders)
        {
            var cells = Kinds.Select(kind => Cell(proof.Claims.Where(claim => claim.Recorder == recorder && claim.Kind == kind.Kind && claim.Outcome != Outcome.NotTestable).ToList()));
            text.Append(CultureInfo.InvariantCulture, $"| {recorder.Catalog.Name} | {recorder.Package} {recorder.Version} | {string.Join(" | ", cells)} |\n");
        }
    }

    private static string Cell(IReadOnlyList<Claim> claims)
    {
        var proven = claims.Count(static claim => claim.Outcome == Outcome.Proven);
        return claims.Count == 0 ? "" : proven == claims.Count ? $"{proven} proven" : $"{proven} proven, {claims.Count - proven} disproven";
    }

    private static void WriteLeaks(StringBuilder text, BrowserProof proof)
    {
        text.Append("\n### What leaves the page when nothing is configured\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| Recorder | {string.Join(" | ", Places.Select(static place => place.Title))} |\n| --- |{string.Concat(Places.Select(static _ => " --- |"))}\n");
        foreach (var recorder in proof.Recorders.Where(recorder => proof.Leaked.ContainsKey(recorder)))
        {
            var leaked = proof.Leaked[recorder].Select(static canary => canary.Kind).ToHashSet();
            text.Append(CultureInfo.InvariantCulture, $"| {recorder.Catalog.Name} | {string.Join(" | ", Places.Select(place => place.Places.Any(leaked.Contains) ? "in clear" : ""))} |\n");
        }

        foreach (var recorder in proof.Recorders.Where(static recorder => recorder.Others is not null))
            text.Append(CultureInfo.InvariantCulture, $"\n{recorder.Catalog.Name}: recordings only. {recorder.Others}\n");

        foreach (var recorder in proof.Recorders.Where(static recorder => recorder.Exceptions.Count > 0))
            text.Append(CultureInfo.InvariantCulture, $"\n{recorder.Catalog.Name}: {string.Join("; ", recorder.Exceptions.Select(static pair => $"with {pair.Key} at its safe value the {pair.Value} of the page is in clear all the same, once it is clicked"))}.\n");

        foreach (var recorder in proof.Recorders.Where(static recorder => recorder.Binary is not null))
            text.Append(CultureInfo.InvariantCulture, $"\n{recorder.Catalog.Name} sends {recorder.Binary}.\n");
    }

    private static void WriteRest(StringBuilder text, BrowserProof proof)
    {
        text.Append("\n### What cannot be tried\n\n| Recorder | What | Why |\n| --- | --- | --- |\n");
        foreach (var claim in proof.Claims.Where(static claim => claim.Outcome == Outcome.NotTestable))
            text.Append(CultureInfo.InvariantCulture, $"| {claim.Recorder.Catalog.Name} | {claim.Subject} | {char.ToUpperInvariant(claim.Detail[0])}{claim.Detail[1..]} |\n");
    }
}
