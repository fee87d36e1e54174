using System.Text;
using ReplayLint.Tool.Fixing;
using Xunit;

namespace ReplayLint.Tool.Tests.Fixing;

/// <summary>How changed files are written.</summary>
public sealed class SourceWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("replaylint-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_that_changed_meanwhile_is_left_alone()
    {
        var path = Write("a.cs", "new");

        Assert.Equal("it has changed since it was read.", SourceWriter.Write(new FileChange(path, "old", "fixed")));
        AssertOnly(("a.cs", "new"));
    }

    [Fact]
    public void A_file_that_is_gone_is_not_made_again()
    {
        Assert.NotNull(SourceWriter.Write(new FileChange(Path.Combine(_folder, "a.cs"), "old", "fixed")));
        AssertOnly();
    }

    [Fact]
    public void A_new_file_replaces_none()
    {
        var path = Write("a.cs", "someone's");

        Assert.NotNull(SourceWriter.Write(new FileChange(path, null, "ours")));
        Assert.Null(SourceWriter.Write(new FileChange(Path.Combine(_folder, "b.cs"), null, "ours")));
        AssertOnly(("a.cs", "someone's"), ("b.cs", "ours"));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_told()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "a.cs"));

        Assert.NotNull(SourceWriter.Write(new FileChange(Path.Combine(_folder, "a.cs"), "old", "fixed")));
        Assert.NotNull(SourceWriter.Write(new FileChange(Path.Combine(_folder, "none", "b.cs"), null, "new")));
    }

    [Fact]
    public void Rights_and_links_stay()
    {
        if (OperatingSystem.IsWindows())
            return;

        var path = Write("a.cs", "old");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead;
        File.SetUnixFileMode(path, Mode);
        var link = Path.Combine(_folder, "link.cs");
        File.CreateSymbolicLink(link, path);

        Assert.Null(SourceWriter.Write(new FileChange(link, "old", "fixed")));

        Assert.Equal(path, File.ResolveLinkTarget(link, returnFinalTarget: true)?.FullName);
        Assert.Equal(Mode, File.GetUnixFileMode(path));
        AssertOnly(("a.cs", "fixed"), ("link.cs", "fixed"));
    }

    [Theory]
    [InlineData(new byte[] { 0xC3 })]
    [InlineData(new byte[] { 0x61, 0xE9, 0x62 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61 })]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0xE9 })]
    public void Bytes_that_cannot_be_told_back_from_the_text_are_no_source(byte[] bytes) => Assert.Null(SourceFile.Read(bytes));

    [Fact]
    public void An_encoding_says_when_it_cannot_hold_a_text()
    {
        var file = SourceFile.Read(Encoding.UTF8.GetBytes("abc"))!;

        Assert.Null(file.Encode("\ud800"));
        Assert.Equal("é"u8.ToArray(), file.Encode("é"));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private void AssertOnly(params (string, string)[] files) =>
        Assert.Equal(files, Directory.GetFiles(_folder).Order(StringComparer.Ordinal).Select(static path => (Path.GetFileName(path), File.ReadAllText(path))));
}
