using Spectre.Console;

namespace ReplayLint.Tool.Terminal;

/// <summary>Where results and messages go. Results alone go to the output, so that it can be piped; colours and progress only where a person looks.</summary>
internal sealed class UserTerminal
{
    /// <param name="output">For results.</param>
    /// <param name="error">For messages and progress.</param>
    /// <param name="verbosity">How much is said.</param>
    public UserTerminal(TextWriter output, TextWriter error, Verbosity verbosity)
    {
        Verbosity = verbosity;
        Out = Create(output, isTerminal: ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected);
        Error = Create(error, isTerminal: ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected);
    }

    public Verbosity Verbosity { get; }

    public IAnsiConsole Out { get; }

    public IAnsiConsole Error { get; }

    /// <summary>Writes plain text to the output, as it is.</summary>
    public void Write(string text) => Out.Profile.Out.Writer.Write(text);

    /// <summary>Tells the user something that is no result.</summary>
    public void Tell(string message, string style = "default") => Error.MarkupLine($"[{style}]{Markup.Escape(message)}[/]");

    /// <summary>Tells what only someone wants to know who looks for a reason.</summary>
    public void TellDetail(string message)
    {
        if (Verbosity == Verbosity.Detailed)
            Tell(message, "grey");
    }

    private static IAnsiConsole Create(TextWriter writer, bool isTerminal)
    {
        var hasColours = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = hasColours ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = hasColours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });

        // Nobody wants what is piped to be broken into the lines of a screen.
        if (!isTerminal)
            console.Profile.Width = int.MaxValue;

        return console;
    }
}
