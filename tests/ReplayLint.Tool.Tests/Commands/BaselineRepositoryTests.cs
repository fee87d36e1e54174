using ReplayLint.Package.Tests;
using ReplayLint.Tool.Tests.Verification;
using Xunit;

namespace ReplayLint.Tool.Tests.Commands;

/// <summary>One baseline for a repository with several projects, none of which references the package.</summary>
public class BaselineRepositoryTests
{
    private const string File = "replaylint-baseline.txt";
    private const string Reason = "The shop is replaced in spring (PRIV-9)";
    private const string Start = "namespace Shop { public class App { public void Run() { Vendor.Recorder.Start(); } } }\n";

    [Fact]
    public async Task Each_project_has_its_entries_and_keeps_them_when_another_is_analysed()
    {
        using var repository = new TestRepository();
        WriteProject(repository, "src/Mobile", "net10.0;netstandard2.0");
        WriteProject(repository, "src/Desktop", "net10.0");
        repository.Write("Shop.slnx", "<Solution><Project Path=\"src/Mobile/Mobile.csproj\" /><Project Path=\"src/Desktop/Desktop.csproj\" /></Solution>");
        await repository.CommitAsync();

        var recorded = await CommandLine.RunAsync("baseline", repository["Shop.slnx"], "--reason", Reason);
        Assert.True(recorded.ExitCode == ExitCodes.Clean, recorded.Output + recorded.Error);
        Assert.Equal(["src/Desktop/App.cs", "src/Mobile/App.cs"], Files(repository));
        Assert.Equal(ExitCodes.Clean, (await CommandLine.RunAsync("check", repository["Shop.slnx"], "--no-restore")).ExitCode);

        // Moved lines, another folder and a new finding, for each framework.
        System.IO.File.Delete(repository["src/Mobile/App.cs"]);
        repository.Write("src/Mobile/Services/App.cs", "// Moved.\n\n" + Start);
        repository.Write("src/Mobile/More.cs", "namespace Shop { public class More { public void Go() { Vendor.Recorder.Start(); } } }\n");
        var check = await CommandLine.RunAsync("check", repository["src/Mobile"], "--no-restore", "--format", "json", "--severity", "warning");
        Assert.Equal([new Finding("src/Mobile/More.cs", 1, "RPL1001")], JsonFindings.Read(check.Output, repository.Root));

        System.IO.File.Delete(repository["src/Mobile/More.cs"]);
        Assert.Contains("0 new, 1 followed into another file, 0 taken out, 1 as before.", await UpdateAsync(repository["src/Mobile"]));
        Assert.Equal(["src/Desktop/App.cs", "src/Mobile/Services/App.cs"], Files(repository));

        repository.Write("src/Mobile/Services/App.cs", "class App { }\n");
        System.IO.File.Delete(repository["src/Desktop/App.cs"]);
        Assert.Contains("1 taken out, 1 as before.", await UpdateAsync(repository["src/Mobile"]));
        Assert.Contains("1 taken out, 0 as before.", await UpdateAsync(repository["src/Desktop"]));
    }

    [Fact]
    public async Task A_project_that_does_not_compile_loses_no_entry()
    {
        using var repository = new TestRepository();
        WriteProject(repository, "App", "net10.0");
        await RecordAsync(repository["App"]);
        Assert.True(System.IO.File.Exists(repository["App/" + File]), "Without a repository the baseline stands in the folder that was given.");
        var before = repository.Read("App/" + File);

        repository.Write("App/App.cs", "class App { Missing Field; }\n");
        var incomplete = await CommandLine.RunAsync("baseline", repository["App"], "--no-restore");

        Assert.Equal(ExitCodes.Incomplete, incomplete.ExitCode);
        Assert.Contains("It does not compile", incomplete.Error);
        Assert.Equal(before, repository.Read("App/" + File));
    }

    [Fact]
    public async Task A_baseline_that_a_build_would_not_find_is_not_written()
    {
        using var repository = new TestRepository();
        WriteProject(repository, "App", "net10.0");
        repository.Write("docs/readme.md", "");

        var beside = await CommandLine.RunAsync("baseline", repository["App"], "--reason", Reason, "--file", repository["docs"]);
        Assert.Equal(ExitCodes.Incomplete, beside.ExitCode);
        Assert.Contains("would not find", beside.Error);

        Assert.Equal(ExitCodes.Clean, (await CommandLine.RunAsync("baseline", repository["App"], "--no-restore", "--reason", Reason, "--file", repository.Root)).ExitCode);
        Assert.Equal(["App/App.cs"], Files(repository));

        var nearer = await CommandLine.RunAsync("baseline", repository["App"], "--no-restore", "--file", repository["App/" + File]);
        Assert.Equal(ExitCodes.Incomplete, nearer.ExitCode);
        Assert.Contains("has a baseline already", nearer.Error);
    }

    [Fact]
    public async Task What_code_suppresses_is_not_recorded_and_takes_nothing_from_what_is()
    {
        using var repository = new TestRepository();
        WriteProject(repository, "App", "net10.0");
        repository.Write("App/App.cs", """
            public class A
            {
                public void First()
                {
            #pragma warning disable RPL1001 // The demo shows made-up names only.
                    Vendor.Recorder.Start();
            #pragma warning restore RPL1001
                }

                public void Second()
                {
                    Vendor.Recorder.Start();
                }
            }
            """);

        await RecordAsync(repository["App"]);

        var check = await CommandLine.RunAsync("check", repository["App"], "--no-restore");
        Assert.True(check.ExitCode == ExitCodes.Clean, check.Output);
        Assert.Contains("0 new, 0 followed into another file, 0 taken out", await UpdateAsync(repository["App"]));
    }

    private static async Task RecordAsync(string project)
    {
        var run = await CommandLine.RunAsync("baseline", project, "--reason", Reason);
        Assert.True(run.ExitCode == ExitCodes.Clean, run.Output + run.Error);
    }

    private static async Task<string> UpdateAsync(string project)
    {
        var run = await CommandLine.RunAsync("baseline", project, "--no-restore");
        Assert.True(run.ExitCode == ExitCodes.Clean, run.Output + run.Error);
        return run.Output;
    }

    private static void WriteProject(TestRepository repository, string folder, string frameworks)
    {
        repository.Write($"{folder}/{Path.GetFileName(folder)}.csproj", $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFrameworks>{frameworks}</TargetFrameworks><LangVersion>latest</LangVersion></PropertyGroup></Project>");
        repository.Write($"{folder}/Recorder.cs", "namespace Vendor { public static class Recorder { public static void Start() { } } }\n");
        repository.Write($"{folder}/replaylint.vendor.txt", "recorder Vendor\n  api T:Vendor.Recorder\n  start M:Vendor.Recorder.Start\n");
        repository.Write($"{folder}/App.cs", Start);
    }

    private static IReadOnlyList<string> Files(TestRepository repository) =>
        [.. System.IO.File.ReadAllLines(repository[File]).Where(static line => line.StartsWith("RPL", StringComparison.Ordinal)).Select(static line => line.Split(' ')[2])];
}
