using Spectre.Console;

namespace ReplayLint.Tool.Explaining;

/// <summary>Prints what the catalogue knows of a recorder, in the order in which a reader asks.</summary>
internal sealed class RecorderPrinter(IAnsiConsole console)
{
    private static readonly (string Title, string[] Words)[] Sections =
    [
        ("Where this was read", ["evidence"]),
        ("How long the vendor keeps recordings", ["retention"]),
        ("Cannot be set in code, only in the vendor's console if at all", ["console-only"]),
        ("Hidden when nothing is configured", ["masks", "masks-field", "masks-text"]),
        ("Shown when nothing is configured", ["shows"]),
        ("Never captured", ["never-captures"]),
        ("Recording starts by", ["start", "js-start"]),
        ("Held back until consent by", ["js-gate", "js-grant"]),
        ("Sounds like consent and is none", ["look-alike", "js-look-alike", "not-guard"]),
        ("Recording ends by", ["stop", "js-stop"]),
        ("Takes its options by", ["configure"]),
        ("Settings", ["setting", "js-setting", "json-setting"]),
        ("Marks of elements that mask, or leave out", ["markup-mask", "markup-block", "markup-ignore", "js-mark"]),
        ("Shows content by", ["unmask", "js-unmask", "markup-unmask"]),
        ("Tells who the user is by", ["identify", "js-identify"]),
        ("Shares with advertising by", ["js-share"]),
        ("Gives out what was recorded by", ["events"]),
        ("Recognised by", ["api", "enabled-by", "formerly", "script", "domain", "npm", "global"]),
        ("Also known", []),
    ];

    public void Print(string recorder, IReadOnlyList<RecorderFact> facts)
    {
        console.MarkupLine($"[bold underline]{Markup.Escape(recorder)}[/]");
        foreach (var (title, words) in Sections)
        {
            var section = facts.Where(fact => words.Length > 0 ? words.Contains(fact.Word) : !Sections.Any(other => other.Words.Contains(fact.Word))).ToList();
            if (section.Count == 0)
                continue;

            console.WriteLine();
            console.MarkupLine($"[bold]{title}[/]");
            foreach (var fact in section)
                console.MarkupLine($"  {Markup.Escape(Words(fact.Text))}{(fact.Comment.Length > 0 ? $"  [grey]{Markup.Escape(fact.Comment)}[/]" : "")}");
        }

        console.WriteLine();
        console.MarkupLine("[grey]What the words mean: https://github.com/replaylint/replaylint/blob/main/rules/recorders/README.md[/]");
    }

    /// <summary>A documentation id begins with the kind of member, which says nothing to a reader.</summary>
    private static string Words(string fact) =>
        fact.Length > 2 && fact[1] == ':' && char.IsUpper(fact[0]) ? fact[2..] : fact;
}
