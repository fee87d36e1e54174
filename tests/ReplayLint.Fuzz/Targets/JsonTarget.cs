using System.Collections.Immutable;
using ReplayLint.Fuzz.Inputs;
using ReplayLint.Readers.Json;

namespace ReplayLint.Fuzz.Targets;

/// <summary>A file of settings: what is read of it stands in it, and is found again by its name.</summary>
internal sealed class JsonTarget : Target
{
    public override string Name => "json";

    public override int Share => 70;

    public override ImmutableArray<string> Seeds { get; } = Corpus.Of(CorpusKind.Json);

    public override void Check(FuzzInput input)
    {
        if (JsonSettings.Parse(input.Text, out var isBroken) is not { } settings)
            return;

        Require(!isBroken, "What is broken was read.");
        foreach (var section in settings.Sections)
            Require(section.Span.End <= input.Text.Length && section.Name.End <= input.Text.Length, "A section ends past the end.");

        foreach (var value in settings.Values)
        {
            Require(value.Span.End <= input.Text.Length, "A value ends past the end.");
            Require(settings.Find([], value.Place) is not null, "A value is not found by its name.");
        }

        foreach (var span in settings.Spans)
            Require(span.End <= input.Text.Length, "A span ends past the end.");
    }

    protected override FuzzInput Of(ImmutableArray<string> texts, Random random) => new("appsettings.json", texts[0]);
}
