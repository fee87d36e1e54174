using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.Readers.Xaml;

public class XamlReaderTests
{
    private const string Head = """
        <?xml version="1.0" encoding="utf-8" ?>
        <ContentPage xmlns="http://schemas.microsoft.com/dotnet/2021/maui"
                     xmlns:s="clr-namespace:Sentry.Maui;assembly=Sentry.Maui"
                     xmlns:u="using:Sentry.Maui"
                     xmlns:own="clr-namespace:Shop.Controls">

        """;

    [Theory]
    [InlineData("<Label s:SessionReplay.Mask=\"Unmask\" Text=\"Price\" />", "s:SessionReplay.Mask=\"Unmask\"")]
    [InlineData("<Label u:SessionReplay.Mask='Unmask' />", "u:SessionReplay.Mask='Unmask'")]
    [InlineData("<Grid>\n  <Entry\n    s:SessionReplay.Mask = \"Unmask\"\n  /></Grid>", "s:SessionReplay.Mask = \"Unmask\"")]
    public async Task An_attached_property_that_unmasks_is_found(string element, string found)
    {
        var finding = Assert.Single(await FindAsync(Head + element + "</ContentPage>"));

        Assert.Equal("RPL2003", finding.Id);
        Assert.Equal(found, (Head + element).Substring(finding.Location.SourceSpan.Start, finding.Location.SourceSpan.Length));
    }

    [Theory]
    [InlineData("<Label s:SessionReplay.Mask=\"Mask\" />")]
    [InlineData("<Label own:SessionReplay.Mask=\"Unmask\" />")]
    [InlineData("<Label SessionReplay.Mask=\"Unmask\" />")]
    [InlineData("<Label Text=\"s:SessionReplay.Mask=Unmask\" />")]
    [InlineData("<!-- <Label s:SessionReplay.Mask=\"Unmask\" /> -->")]
    public async Task Other_properties_are_not(string element) => Assert.Empty(await FindAsync(Head + element + "</ContentPage>"));

    [Fact]
    public async Task A_file_that_is_being_typed_is_read_as_far_as_it_goes()
    {
        var text = Head + "<Label s:SessionReplay.Mask=\"Unmask\" /><Label s:SessionReplay.";
        for (var length = 0; length <= text.Length; length += 7)
            await FindAsync(text[..length]);

        Assert.Single(await FindAsync(text));
    }

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(string xaml) =>
        await RuleRunner.GetFindingsAsync([""], TestReferences.Of(RecorderApi.SentryMaui).Single(), [new TestFile("/app/MainPage.xaml", xaml)]);
}
