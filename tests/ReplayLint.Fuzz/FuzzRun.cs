using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ReplayLint.Fuzz;

/// <summary>Gives targets their inputs; which ones, depends on nothing but the seed and their number.</summary>
internal sealed class FuzzRun(int seed)
{
    /// <summary>Who has seen so many goes and looks at them.</summary>
    private const int MostFailures = 20;

    private readonly ConcurrentQueue<FuzzFailure> _failures = new();
    private readonly ConcurrentDictionary<string, int> _texts = new();

    public IReadOnlyCollection<FuzzFailure> Failures => _failures;

    /// <summary>The number of texts that each target was given.</summary>
    public IReadOnlyDictionary<string, int> Texts => _texts;

    /// <summary>Is told about each input before it is checked; by several threads.</summary>
    public Action<Target, int>? Starting { get; init; }

    /// <summary>Is told about each failure when its input is as small as it gets.</summary>
    public Action<FuzzFailure>? Failed { get; init; }

    /// <summary>Gives a target so many texts: all that are cut off where there are enough, else a part of them, and as many that are changed.</summary>
    public void Run(Target target, int texts)
    {
        var inputs = Math.Max(2, texts / target.TextsPerInput);
        var cuts = Math.Min(target.CutInputs, inputs / 2);
        var numbers = Enumerable.Range(0, cuts).Select(i => (int)((long)i * target.CutInputs / cuts))
            .Concat(Enumerable.Range(target.CutInputs, inputs - cuts));
        RunOn(numbers, number => Check(target, number));
    }

    /// <summary>Checks one input.</summary>
    public void Check(Target target, int number)
    {
        if (_failures.Count >= MostFailures)
            return;

        Starting?.Invoke(target, number);
        Check(target, target.Create(seed, number), number);
    }

    /// <summary>Checks an input that has a number, or none.</summary>
    public void Check(Target target, FuzzInput input, int number = -1)
    {
        _texts.AddOrUpdate(target.Name, input.Files.Length, (_, count) => count + input.Files.Length);
        if (Catch(target, input) is not { } thrown)
            return;

        var small = Shrinker.Shrink(input, target.MostAttempts, smaller => IsSame(Catch(target, smaller), thrown));
        var failure = new FuzzFailure(target, seed, number, small, Catch(target, small) ?? thrown);
        _failures.Enqueue(failure);
        Failed?.Invoke(failure);
    }

    /// <summary>Works on threads whose stack is as small as that of a compiler.</summary>
    private static void RunOn(IEnumerable<int> numbers, Action<int> work)
    {
        var pending = new ConcurrentQueue<int>(numbers);
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(Work, maxStackSize: 1024 * 1024)).ToImmutableArray();
        foreach (var thread in threads)
            thread.Start();

        foreach (var thread in threads)
            thread.Join();

        void Work()
        {
            while (pending.TryDequeue(out var number))
                work(number);
        }
    }

    private static Exception? Catch(Target target, FuzzInput input)
    {
        try
        {
            target.Check(input);
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    /// <summary>Whether two failures are one: the same kind of exception from the same place.</summary>
    private static bool IsSame(Exception? one, Exception other) => one?.GetType() == other.GetType() && PlaceOf(one) == PlaceOf(other);

    private static string? PlaceOf(Exception exception) => exception.StackTrace?.Split('\n').FirstOrDefault(static line => line.Contains("ReplayLint", StringComparison.Ordinal));
}
