using ReplayLint.Tool.Loading;
using ReplayLint.Tool.Tests.Verification;
using Xunit;

namespace ReplayLint.Tool.Tests.Loading;

/// <summary>What a path stands for.</summary>
public class SolutionFinderTests
{
    [Theory]
    [InlineData("App.sln App.csproj sub/Sub.csproj", "App.sln")]
    [InlineData("App.slnx App.slnf App.csproj", "App.slnx")]
    [InlineData("App.csproj sub/Sub.csproj", "App.csproj")]
    [InlineData("A.csproj B.csproj", "A.csproj B.csproj")]
    [InlineData("One.sln Two.sln App/App.csproj", "App/App.csproj")]
    [InlineData("a/A.csproj b/c/C.CSPROJ bin/X.csproj a/obj/Y.csproj node_modules/Z.csproj .cache/W.csproj", "a/A.csproj b/c/C.CSPROJ")]
    public void Of_a_folder(string files, string expected)
    {
        using var repository = new TestRepository();
        foreach (var file in files.Split(' '))
            repository.Write(file, "");

        Assert.Equal(expected.Split(' ').Select(path => repository[path]), SolutionFinder.Find(repository.Root));
    }

    [Fact]
    public void Of_a_file()
    {
        using var repository = new TestRepository();
        repository.Write("App.slnf", "");
        repository.Write("App.fsproj", "");

        Assert.Equal([repository["App.slnf"]], SolutionFinder.Find(repository["App.slnf"]));
        Assert.Throws<UserErrorException>(() => SolutionFinder.Find(repository["App.fsproj"]));
    }

    [Fact]
    public void A_link_that_leads_round_in_a_circle_is_not_followed()
    {
        using var repository = new TestRepository();
        repository.Write("a/A.csproj", "");
        Directory.CreateSymbolicLink(repository["a/again"], repository.Root);

        Assert.Equal([repository["a/A.csproj"]], SolutionFinder.Find(repository.Root));
    }
}
