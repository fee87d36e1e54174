using System.Collections.Immutable;
using ReplayLint.Fuzz.Inputs;

namespace ReplayLint.Fuzz;

/// <summary>Makes an input smaller as long as the same goes wrong: first whole files go, then tokens, in ever smaller runs.</summary>
internal static class Shrinker
{
    /// <param name="input">The input that fails.</param>
    /// <param name="mostAttempts">What is left after so many is small enough to read.</param>
    /// <param name="fails">Whether a smaller one still does.</param>
    public static FuzzInput Shrink(FuzzInput input, int mostAttempts, Func<FuzzInput, bool> fails)
    {
        var attempts = 0;
        var files = Reduce(input.Files, files => Fails(new FuzzInput(files)));
        for (var i = 0; i < files.Length; i++)
        {
            var (path, text) = files[i];
            var ends = TextMutator.EndsOf(text);
            var tokens = ends.Select((end, token) => text[(token == 0 ? 0 : ends[token - 1])..end]).ToImmutableArray();
            var current = files;
            var index = i;
            files = files.SetItem(i, (path, string.Concat(Reduce(tokens, kept => Fails(new FuzzInput(current.SetItem(index, (path, string.Concat(kept)))))))));
        }

        return new FuzzInput(files);

        bool Fails(FuzzInput smaller) => attempts++ < mostAttempts && fails(smaller);
    }

    private static ImmutableArray<T> Reduce<T>(ImmutableArray<T> items, Func<ImmutableArray<T>, bool> fails)
    {
        for (var run = Math.Max(1, items.Length / 2); run > 0 && items.Length > 1; run /= 2)
        {
            for (var start = 0; start < items.Length && items.Length > 1;)
            {
                var kept = items.RemoveRange(start, Math.Min(run, items.Length - start));
                if (kept.Length > 0 && fails(kept))
                    items = kept;
                else
                    start += run;
            }
        }

        return items;
    }
}
