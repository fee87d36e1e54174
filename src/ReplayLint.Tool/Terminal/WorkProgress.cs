using Spectre.Console;

namespace ReplayLint.Tool.Terminal;

/// <summary>Shows how far long work has come: a bar where someone looks at a terminal, nothing in a pipe or a log.</summary>
internal sealed class WorkProgress
{
    private readonly ProgressTask? _bar;
    private readonly UserTerminal _terminal;
    private int _done;

    private WorkProgress(UserTerminal terminal, ProgressTask? bar)
    {
        _terminal = terminal;
        _bar = bar;
    }

    /// <summary>Runs work that tells how far it has come.</summary>
    public static Task<T> RunAsync<T>(UserTerminal terminal, string title, Func<WorkProgress, Task<T>> work)
    {
        if (!terminal.Error.Profile.Capabilities.Interactive || !terminal.Error.Profile.Capabilities.Ansi || terminal.Verbosity == Verbosity.Quiet)
            return work(new WorkProgress(terminal, null));

        return terminal.Error.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => work(new WorkProgress(terminal, context.AddTask(Markup.Escape(title)).IsIndeterminate())));
    }

    /// <summary>Says how many steps the work has; until then nobody knows.</summary>
    public void Expect(int steps)
    {
        if (_bar is null)
            return;

        _bar.IsIndeterminate = false;
        _bar.MaxValue = steps;
        _bar.Value = _done = 0;
    }

    /// <summary>Says what is worked on now.</summary>
    public void Begin(string step)
    {
        _terminal.TellDetail(step);
        if (_bar is not null)
            _bar.Description = Markup.Escape(step.Length > 50 ? "…" + step[^49..] : step);
    }

    /// <summary>One more step is done.</summary>
    public void Finish()
    {
        if (_bar is not null)
            _bar.Value = ++_done;
    }
}
