using System.Collections.Immutable;

namespace ReplayLint.Catalog;

/// <summary>Reads what a line says about a purpose of recording.</summary>
internal static class PurposeLineReader
{
    /// <summary>A profile that holds this line alone, or null when the line is not understood.</summary>
    public static PurposeProfile? Read(FactLine line)
    {
        if (ReadConfidence(line) is not { } confidence)
            return null;

        var profile = new PurposeProfile("");
        var words = line.Subjects.Select(static subject => subject.Text).ToImmutableArray();
        var paragraph = line.Text("paragraph");
        return line.Verb switch
        {
            "volume" => profile with { Volume = new VolumeProfile(words, paragraph, confidence) },
            "masking" => ReadMasking(line) is { } isMarginal ? profile with { Masking = new MaskingProfile(words, isMarginal, paragraph, confidence) } : null,
            "identifier" => profile with { Identifier = new IdentifierProfile(words, paragraph, confidence) },
            "retention" => ReadRetention(line, paragraph, confidence) is { } retention ? profile with { Retention = retention } : null,
            _ => null,
        };
    }

    private static Confidence? ReadConfidence(FactLine line)
    {
        switch (line.Text("confidence"))
        {
            case "A": return Confidence.A;
            case "B": return Confidence.B;
            case "C": return Confidence.C;
            default:
                line.Error("A line about a purpose says how sure it is: confidence=A, B or C");
                return null;
        }
    }

    private static bool? ReadMasking(FactLine line)
    {
        if (line.Text("unmasking") is "marginal" or "validated")
            return line.Text("unmasking") == "marginal";

        line.Error("Masking says when content may be shown: unmasking=marginal or validated");
        return null;
    }

    private static RetentionProfile? ReadRetention(FactLine line, string? paragraph, Confidence confidence)
    {
        var suggested = line.Duration("suggested");
        var limit = line.Duration("limit");
        var hint = line.Has("hint") ? line.Duration("hint") : limit;
        if (suggested <= hint && hint <= limit)
            return new RetentionProfile(suggested!.Value, hint!.Value, limit!.Value, paragraph, confidence);

        line.Error("Retention has figures, each no longer than the next: suggested=90d hint=90d limit=183d");
        return null;
    }
}
