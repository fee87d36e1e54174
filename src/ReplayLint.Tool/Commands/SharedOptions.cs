using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.CodeAnalysis;
using ReplayLint.Tool.Output;
using ReplayLint.Rules;
using ReplayLint.Tool.Terminal;

namespace ReplayLint.Tool.Commands;

/// <summary>The arguments and options that commands have in common; each command gets its own.</summary>
internal static class SharedOptions
{
    public static Argument<string[]> Paths() => new("path")
    {
        Description = "Solutions, projects or folders; without one, the current folder.",
        Arity = ArgumentArity.ZeroOrMore,
        DefaultValueFactory = static _ => ["."],
    };

    public static Option<bool> NoRestore() => new("--no-restore") { Description = "Do not restore packages first." };

    public static Option<bool> NoBuild() => new("--no-build")
    {
        Description = "Read the views, pages and scripts of folders by themselves, without a project. Code is not read, so a start without consent in a Razor view is a hint at most.",
    };

    public static Option<string[]> Properties()
    {
        var option = new Option<string[]>("--property", "-p")
        {
            Description = "An MSBuild property for loading projects, such as Configuration=Release.",
            HelpName = "name=value",
            Arity = ArgumentArity.OneOrMore,
        };
        option.Validators.Add(static result =>
        {
            foreach (var token in result.Tokens.Where(static token => token.Value.IndexOf('=') < 1))
                result.AddError($"'{token.Value}' is no property; write name=value.");
        });
        return option;
    }

    public static IReadOnlyDictionary<string, string> Read(string[]? properties) =>
        (properties ?? []).Select(static property => property.Split('=', 2)).GroupBy(static parts => parts[0]).ToDictionary(static group => group.Key, static group => group.Last()[1]);

    public static Option<string[]> Rules()
    {
        var option = new Option<string[]>("--rule", "-r")
        {
            Description = "Only this rule, or these.",
            HelpName = "RPLnnnn",
            Arity = ArgumentArity.OneOrMore,
        };
        option.CompletionSources.Add(static _ => RuleList.Ids.Order(StringComparer.Ordinal).Select(static id => new System.CommandLine.Completions.CompletionItem(id)));
        option.Validators.Add(static result =>
        {
            foreach (var token in result.Tokens.Where(static token => !RuleList.Ids.Contains(token.Value.ToUpperInvariant())))
                result.AddError($"There is no rule '{token.Value}'.");
        });
        return option;
    }

    public static Option<DiagnosticSeverity?> Severity(string description) =>
        OneOf("--severity", description, static text => (DiagnosticSeverity?)SeverityNames.Read(text), ["info", "warning", "error"]);

    public static Option<Verbosity> Verbosity()
    {
        var option = OneOf("--verbosity", "How much is printed: quiet, normal or detailed.", static text => text[0] switch
        {
            'q' => Terminal.Verbosity.Quiet,
            'd' => Terminal.Verbosity.Detailed,
            _ => Terminal.Verbosity.Normal,
        }, ["quiet", "q", "normal", "n", "detailed", "d"]);
        option.Aliases.Add("-v");
        option.DefaultValueFactory = static _ => Terminal.Verbosity.Normal;
        option.HelpName = "quiet|normal|detailed";
        return option;
    }

    /// <summary>An option whose values are words.</summary>
    public static Option<T> OneOf<T>(string name, string description, Func<string, T> read, string[] words)
    {
        var option = new Option<T>(name)
        {
            Description = description,
            HelpName = string.Join('|', words),
            CustomParser = result =>
            {
                var word = result.Tokens[^1].Value.ToLowerInvariant();
                if (words.Contains(word))
                    return read(word);

                result.AddError($"'{word}' is no value of {name}; choose one of {string.Join(", ", words)}.");
                return default;
            },
        };
        option.CompletionSources.Add(words);
        return option;
    }
}
