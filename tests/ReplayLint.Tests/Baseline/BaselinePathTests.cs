using ReplayLint.Baseline;
using Xunit;

namespace ReplayLint.Tests.Baseline;

public class BaselinePathTests
{
    [Theory]
    [InlineData("/repo", "/repo/src/App.cs", "src/App.cs")]
    [InlineData("/repo/", "/repo/App.cs", "App.cs")]
    [InlineData("/repo/src", "/repo/shared/App.cs", "../shared/App.cs")]
    [InlineData("/repo/My App", "/repo/My App/Views/Log in 100%.cshtml", "Views/Log%20in%20100%25.cshtml")]
    [InlineData("/repo", "/repo/#1/a#b.cs", "%231/a#b.cs")]
    [InlineData("/repo", "/repo/#1", "%231")]
    [InlineData("/repo", "/repo/Année/été.razor", "Année/été.razor")]
    [InlineData("C:\\repo", "c:\\repo\\src\\App.cs", "src/App.cs")]
    public void A_path_is_written_from_the_folder_and_read_back(string folder, string path, string written)
    {
        Assert.Equal(written, BaselinePath.Write(folder, path));
        Assert.Equal(BaselinePath.Normalize(path), BaselinePath.Resolve(folder, written), BaselinePath.Comparer);
    }

    [Theory]
    [InlineData("/repo/App/../Shared/A.cs", "/repo/Shared/A.cs")]
    [InlineData("C:\\repo\\.\\A.cs", "C:/repo/A.cs")]
    [InlineData("/repo/.github/A.cs", "/repo/.github/A.cs")]
    [InlineData("/repo//A.cs", "/repo/A.cs")]
    [InlineData("../../A.cs", "../../A.cs")]
    [InlineData("/../../A.cs", "/A.cs")]
    [InlineData("\\\\server\\share\\A.cs", "//server/share/A.cs")]
    public void One_file_has_one_path(string path, string normalized) => Assert.Equal(normalized, BaselinePath.Normalize(path));

    [Theory]
    [InlineData("/repo", "./src/../App.cs", "/repo/App.cs")]
    [InlineData("/repo", "../../../App.cs", "/App.cs")]
    [InlineData("/repo", "src\\App.cs", "/repo/src/App.cs")]
    [InlineData("/repo", "/other/App.cs", "/other/App.cs")]
    [InlineData("/repo", "D:/other/App.cs", "D:/other/App.cs")]
    [InlineData("/repo", "%", "/repo/%")]
    public void What_people_write_is_understood(string folder, string written, string path) =>
        Assert.Equal(path, BaselinePath.Resolve(folder, written));
}
