using System.Collections.Immutable;
using ReplayLint.Fuzz.Inputs;

namespace ReplayLint.Fuzz.Targets;

/// <summary>The whole analyzer on code that references every recorder.</summary>
internal class CodeTarget : Target
{
    /// <summary>Longer ones are tests; they take long and say little about recorders.</summary>
    private const int LongestText = 6_000;

    /// <summary>The compiler itself runs out of stack in twice as many lambdas, before any analyzer is asked.</summary>
    protected const int MostLevels = 60;

    public override string Name => "code";

    public override int Share => 8;

    public override int TextsPerInput => 5;

    public override ImmutableArray<string> Seeds { get; } = [.. Corpus.Of(CorpusKind.Code).Where(static text => text.Length <= LongestText)];

    public override void Check(FuzzInput input) => Analysis.Find(input);

    protected override string Change(string text, Random random)
    {
        var changed = TextMutator.Mutate(text, Seeds, random, MostLevels);
        return changed.Length <= 4 * LongestText ? changed : changed[..(4 * LongestText)];
    }

    protected override FuzzInput Of(ImmutableArray<string> texts, Random random) => new([.. texts.Select(static (text, i) => ($"Code{i}.cs", text))]);
}
