using System.Globalization;
using Acornima.Ast;
using ReplayLint.Catalog.Script;
using ReplayLint.Catalog.Tests.Code;
using ReplayLint.Tests.Verification;

namespace ReplayLint.Catalog.Tests.Proof;

/// <summary>
/// Where code says something that no general rule finds: statements.txt names the file, and what has to stand in it. The fact
/// puts its own value into the pattern, so that another value is not proven by it.
/// </summary>
internal sealed class Statements
{
    private readonly Dictionary<(string Recorder, string Subject), List<(string Package, string File, string Pattern)>> _statements = [];
    private readonly Dictionary<string, List<Node>> _nodes = new(StringComparer.Ordinal);

    private Statements()
    {
        var subjects = new List<(string, string)>();
        foreach (var line in File.ReadLines(TestReferences.RepositoryPath("tests", "ReplayLint.Catalog.Tests", "statements.txt")))
        {
            if (line.Length == 0 || line[0] == '#')
                continue;

            if (line[0] == ' ')
            {
                // Package, file, and the pattern to the end of the line.
                var words = line.Trim().Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
                foreach (var subject in subjects)
                    _statements[subject].Add((words[0], words[1], words[2]));
            }
            else
            {
                // Recorder, what is stated, and about what: each word is a subject of its own.
                var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                subjects = [.. words[2..].Select(word => (words[0], $"{words[1]} {word}"))];
                foreach (var subject in subjects)
                    _statements.Add(subject, []);
            }
        }
    }

    /// <summary>Subjects without code to show for them prove nothing.</summary>
    public IEnumerable<(string Recorder, string Subject)> Empty => _statements.Where(static pair => pair.Value.Count == 0).Select(static pair => pair.Key);

    public static Statements Default { get; } = new();

    /// <summary>The recorders and subjects that something is stated about.</summary>
    public IEnumerable<(string Recorder, string Subject)> Subjects => _statements.Keys;

    /// <summary>What the code says about a fact; null when nothing is stated about it.</summary>
    public Finding? Prove(ScriptFact fact, PackageContent content)
    {
        if (Subject(fact) is not { } subject || !_statements.TryGetValue((fact.Recorder.Name, subject), out var statements))
            return null;

        foreach (var (package, file, pattern) in statements)
        {
            if (content.File(package, file) is not { } source)
                return Finding.Open($"statements.txt names {file}, which is not in {package}");

            var code = Fill(pattern, fact);
            if (!CodePattern.Parse(code).IsIn(NodesOf(source.Package.Id + source.Path, source.Text)))
                return Finding.Disproven($"{package}/{file} does not say {code}");
        }

        return Finding.Proven(string.Join("; ", statements.Select(statement => PackageContent.InCode(content.File(statement.Package, statement.File)!.Package.Id)).Distinct()));
    }

    /// <summary>What a statement about the fact would be about; null where there is none.</summary>
    public static string? Subject(ScriptFact fact) => fact switch
    {
        JsSettingFact { Path.Option: { } option } => "default " + option,
        DefaultFact state => (state.IsMasked ? "masks " : "shows ") + state.Content.ToString().ToLowerInvariant(),
        MaskedKindFact kind => (kind.Content == Protects.Inputs ? "masks-field " : "masks-text ") + kind.Kind,
        NeverCapturedFact never => "never-captures " + never.Field,
        MarkupFact markup => "markup " + markup.Atom.Text,
        _ => null,
    };

    private static string Fill(string pattern, ScriptFact fact) => pattern
        .Replace("%VALUE%", fact is JsSettingFact { Default: { } value } ? Literal(value) : "", StringComparison.Ordinal)
        .Replace("%OPTION%", fact is JsFact call ? (call.Path.Option ?? call.Path.Call).Split('.')[^1] : "", StringComparison.Ordinal)
        .Replace("%KIND%", fact is MaskedKindFact kind ? kind.Kind : fact is NeverCapturedFact never ? never.Field : "", StringComparison.Ordinal);

    private static string Literal(string value) =>
        value is "true" or "false" or "null" or "[]" || double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? value : $"\"{value}\"";

    private List<Node> NodesOf(string key, string text)
    {
        if (!_nodes.TryGetValue(key, out var nodes))
            _nodes.Add(key, nodes = [.. ShippedCode.Parse(text)?.DescendantNodesAndSelf() ?? []]);

        return nodes;
    }
}
