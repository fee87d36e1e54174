using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ReplayLint.Fuzz.Properties;

/// <summary>Files of 10 MB, which nobody wrote: they are read or left alone, and what stands beside them is found all the same.</summary>
public class LargeFileTests
{
    private const int Length = 10_000_000;

    private const string Page = "<script src='https://www.clarity.ms/tag/x'></script>\n";

    [Theory]
    [InlineData("a.cshtml", "<p>@Model.Name</p>\n")]
    [InlineData("a.cshtml", "@{ <p> ")]
    [InlineData("a.razor", "<div>")]
    [InlineData("a.html", "<script>var a = '")]
    [InlineData("a.js", "f(")]
    [InlineData("a.js", "posthog.init('k');\n")]
    [InlineData("appsettings.json", "[{\"Clarity\":")]
    [InlineData("replaylint.own.txt", "setting P:A.B protects=text\n")]
    [InlineData("a.cs", "// www.clarity.ms\n")]
    [InlineData("a.cs", "/* \0\uD800 */")]
    public void A_large_file_takes_nothing_from_the_others(string path, string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, Length / part.Length));

        var findings = Analysis.Find(new FuzzInput([(path, text), ("Page.cshtml", Page)]));

        Assert.Contains(findings, static finding => finding.Id == "RPL1001" && finding.Location.GetLineSpan().Path.EndsWith("Page.cshtml", StringComparison.Ordinal));
    }

    [Fact]
    public void A_literal_of_that_length_is_read()
    {
        var text = $"class C {{ string S = \"<script src='https://www.clarity.ms/tag/x'></script>{new string('x', Length)}\"; }}";

        Assert.Contains(Analysis.Find(new FuzzInput("a.cs", text)), static finding => finding.Id.StartsWith("RPL", StringComparison.Ordinal));
    }
}
