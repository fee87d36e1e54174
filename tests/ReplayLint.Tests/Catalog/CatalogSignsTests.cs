using ReplayLint.Catalog;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Catalog;

/// <summary>The list of signs is made from the catalogue; with <c>REPLAYLINT_UPDATE=1</c> it is written, otherwise compared.</summary>
public class CatalogSignsTests
{
    [Fact]
    public void The_list_is_that_of_the_catalogue()
    {
        var path = TestReferences.RepositoryPath("src", "ReplayLint.Analyzers", "Catalog", "signs.txt");
        var expected = string.Concat(CatalogSigns.LinesFor(RecorderCatalog.BuiltIn).Select(static line => line + "\n"));
        if (Environment.GetEnvironmentVariable("REPLAYLINT_UPDATE") == "1")
            File.WriteAllText(path, expected);

        Assert.Equal(expected, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }
}
