using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using ReplayLint.Catalog;
using ReplayLint.Rules;
using ReplayLint.Tool.Explaining;
using ReplayLint.Tool.Terminal;
using Spectre.Console;

namespace ReplayLint.Tool.Commands;

/// <summary><c>replaylint explain</c>: prints the page of a rule, or what is known of a recorder.</summary>
internal sealed class ExplainCommand : Command
{
    private readonly Argument<string?> _topic = new("topic") { Description = $"A rule, such as RPL1001, or a recorder, such as {RecorderCatalog.BuiltIn.Recorders[0].Name}; without one, the list of both.", Arity = ArgumentArity.ZeroOrOne };

    public ExplainCommand()
        : base("explain", "Print why a rule is there, with examples, or what is known of a recorder.")
    {
        _topic.CompletionSources.Add(static _ => Topics.Select(static topic => new CompletionItem(topic)));
        Add(_topic);
        SetAction(Run);
    }

    private static IEnumerable<string> Topics => RuleList.Ids.Order(StringComparer.Ordinal).Concat(Recorders);

    private static IEnumerable<string> Recorders => RecorderCatalog.BuiltIn.Recorders.Select(static recorder => recorder.Name).Order(StringComparer.OrdinalIgnoreCase);

    private int Run(ParseResult arguments)
    {
        var terminal = new UserTerminal(arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error, Verbosity.Normal);
        if (arguments.GetValue(_topic) is not { } topic)
        {
            PrintTopics(terminal.Out);
        }
        else if (RulePages.Read(topic) is { } page)
        {
            new MarkdownPrinter(terminal.Out).Print(page);
        }
        else if (RecorderCatalog.BuiltIn.Find(topic) is { } recorder)
        {
            new RecorderPrinter(terminal.Out).Print(recorder.Name, [.. RecorderFact.Of(recorder.Name)]);
        }
        else
        {
            var closest = ClosestName.Of(topic, Topics);
            throw new UserErrorException($"There is no rule and no recorder '{topic}'{(closest is null ? "" : $"; did you mean {closest}?")} replaylint explain lists them.");
        }

        return ExitCodes.Clean;
    }

    private static void PrintTopics(IAnsiConsole console)
    {
        console.MarkupLine("[bold]Rules[/]");
        foreach (var rule in RuleList.Descriptors.OrderBy(static rule => rule.Id, StringComparer.Ordinal))
            console.MarkupLine($"  {rule.Id}  {Markup.Escape(rule.Title.ToString(CultureInfo.InvariantCulture))}");

        console.WriteLine();
        console.MarkupLine("[bold]Recorders[/]");
        foreach (var recorder in Recorders)
            console.MarkupLine("  " + Markup.Escape(recorder));
    }
}
