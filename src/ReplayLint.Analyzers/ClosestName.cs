namespace ReplayLint;

/// <summary>Finds the name that was meant by one that is misspelt.</summary>
internal static class ClosestName
{
    /// <summary>The known name that differs in the fewest letters, if they are few enough for a typing mistake; else null.</summary>
    public static string? Of(string written, IEnumerable<string> known)
    {
        var simple = Simplify(written);
        string? closest = null;
        var fewest = Math.Max(1, simple.Length / 3) + 1;
        foreach (var name in known)
        {
            var other = Simplify(name);
            var differences = other.Length > 0 && simple.StartsWith(other, StringComparison.Ordinal) ? 1 : CountDifferences(simple, other, fewest);
            if (differences < fewest)
                (closest, fewest) = (name, differences);
        }

        return closest;
    }

    /// <summary>Letters and digits only, so that a space or a dot is no difference.</summary>
    private static string Simplify(string name) => new(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray());

    /// <summary>The letters to add, drop, replace or swap; no exact number where there are at least <paramref name="enough"/>.</summary>
    private static int CountDifferences(string left, string right, int enough)
    {
        if (Math.Abs(left.Length - right.Length) >= enough)
            return enough;

        var beforePrevious = Array.Empty<int>();
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
            }

            (beforePrevious, previous) = (previous, current);
        }

        return previous[right.Length];
    }
}
