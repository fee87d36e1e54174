using System.Reflection;
using ReplayLint.Tests.Consent;
using Xunit;

namespace ReplayLint.Benchmarks;

/// <summary>The shapes of the tests, a source each.</summary>
internal static class Shapes
{
    /// <summary>The fifty ways to start a recorder.</summary>
    public const string Fifty = "the fifty shapes";

    /// <summary>Patterns, tuples, loops, delegates and purposes.</summary>
    public const string More = "more shapes";

    /// <summary>Starts that the callers or the other members of a type decide about.</summary>
    public const string Project = "callers and members";

    /// <summary>Methods as long as those of real code: loops, a handler, a lambda, and a start at their end.</summary>
    public const string Long = "methods of 25 lines";

    public static IEnumerable<string> Families { get; } = [Fifty, More, Project, Long];

    /// <summary>The shapes of a family.</summary>
    public static IEnumerable<Shape> Of(string family) => family switch
    {
        Fifty => ConsentShapesTests.Shapes.Select(static row => (object[])row).Select(static row => new Shape($"shape {row[0]}", (string)row[1], "")),
        More => InlineDataOf<MoreShapesTests>(MoreShapesTests.Declarations),
        Project => InlineDataOf<ProjectFlowsTests>(""),
        Long => GeneratedProject.MethodsWithStart("Recorder.Start();").Select(static method => new Shape(method.Name, method.Source, GeneratedProject.Types)),
        _ => throw new ArgumentOutOfRangeException(nameof(family), family, "There is no such family."),
    };

    private static IEnumerable<Shape> InlineDataOf<T>(string declarations) =>
        from method in typeof(T).GetMethods()
        from data in method.GetCustomAttributes<InlineDataAttribute>()
        select new Shape(method.Name.Replace('_', ' '), (string)data.GetData(method).Single()[0], declarations);
}

/// <summary>One way to start a recorder.</summary>
/// <param name="Name">What it is called in the tests.</param>
/// <param name="Members">The members of the class under test.</param>
/// <param name="Declarations">What stands beside the class.</param>
internal sealed record Shape(string Name, string Members, string Declarations)
{
    public string Source => ConsentSource.InClass(Members) + Declarations;
}
