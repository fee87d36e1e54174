using System.Collections.Immutable;
using ReplayLint.Fuzz.Inputs;

namespace ReplayLint.Fuzz;

/// <summary>A part of ReplayLint, the texts that it is given, and what must be true of what it makes of them.</summary>
internal abstract class Target
{
    private readonly Lazy<ImmutableArray<(int Text, int End)>> _cuts;

    protected Target() => _cuts = new(() => [.. Seeds.SelectMany(static (text, i) => TextMutator.EndsOf(text).Select(end => (i, end)))]);

    /// <summary>The name by which an input is given to it again.</summary>
    public abstract string Name { get; }

    /// <summary>How many of a thousand texts are its own.</summary>
    public abstract int Share { get; }

    /// <summary>The texts that are cut and changed.</summary>
    public abstract ImmutableArray<string> Seeds { get; }

    /// <summary>How many texts make an input; they share one analysis.</summary>
    public virtual int TextsPerInput => 1;

    /// <summary>How often a failing input is tried with less in it; whole analyses take their time.</summary>
    public virtual int MostAttempts => TextsPerInput == 1 ? 2_000 : 400;

    /// <summary>How many inputs hold every beginning of every text that ends with a token.</summary>
    public virtual int CutInputs => (_cuts.Value.Length + TextsPerInput - 1) / TextsPerInput;

    /// <summary>The input of a number: those below <see cref="CutInputs"/> are cut off, the others changed as the seed says.</summary>
    public FuzzInput Create(int seed, int number)
    {
        var random = new Random(HashOf(seed, number));
        var texts = number < CutInputs
            ? _cuts.Value.Skip(number * TextsPerInput).Take(TextsPerInput).Select(cut => Seeds[cut.Text][..cut.End])
            : Enumerable.Range(0, TextsPerInput).Select(_ => Change(Seeds[random.Next(Seeds.Length)], random));
        return Of([.. texts], random);
    }

    /// <summary>Throws when something is wrong with what is made of the input.</summary>
    public abstract void Check(FuzzInput input);

    protected virtual string Change(string text, Random random) => TextMutator.Mutate(text, Seeds, random);

    /// <summary>Makes files of texts.</summary>
    protected abstract FuzzInput Of(ImmutableArray<string> texts, Random random);

    protected static void Require(bool condition, string what)
    {
        if (!condition)
            throw new InvalidOperationException(what);
    }

    /// <summary>The same on every machine, and far from its neighbours.</summary>
    private static int HashOf(int seed, int number)
    {
        var hash = unchecked(((ulong)(uint)seed << 32 | (uint)number) + 0x9E3779B97F4A7C15UL);
        hash = unchecked((hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL);
        hash = unchecked((hash ^ (hash >> 27)) * 0x94D049BB133111EBUL);
        return (int)(hash ^ (hash >> 31));
    }
}
