using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ReplayLint.Baseline;

/// <summary>What a finding is known by wherever it stands: the rule, the recorder and the words of the line, but neither its number nor its file.</summary>
internal static class Fingerprint
{
    /// <summary>The number of its digits.</summary>
    public const int Length = 16;

    /// <summary>The fingerprint of a finding.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="recorder">The recorder; null where the finding is about none.</param>
    /// <param name="line">The line, as <see cref="Normalize"/> makes it.</param>
    public static string Of(string rule, string? recorder, string line)
    {
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes($"{rule}\n{recorder}\n{line}"));
        var text = new StringBuilder(Length);
        for (var i = 0; i < Length / 2; i++)
            text.Append(hash[i].ToString("x2", CultureInfo.InvariantCulture));

        return text.ToString();
    }

    public static bool Is(string text) => text.Length == Length && text.All(static c => c is >= '0' and <= '9' or >= 'a' and <= 'f');

    /// <summary>A line without its indentation, and with one space for each run of white space: formatting makes no other line of it.</summary>
    public static string Normalize(string line)
    {
        var text = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (!char.IsWhiteSpace(c))
                text.Append(c);
            else if (text.Length > 0 && text[text.Length - 1] != ' ')
                text.Append(' ');
        }

        return text.ToString().TrimEnd();
    }
}
