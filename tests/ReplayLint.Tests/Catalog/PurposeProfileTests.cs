using Microsoft.CodeAnalysis.Text;
using ReplayLint.Catalog;
using Xunit;

namespace ReplayLint.Tests.Catalog;

public class PurposeProfileTests
{
    [Theory]
    [InlineData("ExperienceImprovement", true, false, true, true, false, 90.0, 183.0)]
    [InlineData("ErrorDiagnosis", false, true, true, false, false, 90.0, 183.0)]
    [InlineData("Support", false, true, false, false, true, 1.0, 1.0)]
    public void The_profiles_are_those_of_the_appendix(string purpose, bool sample, bool trigger, bool deletion, bool marginal, bool user, double suggested, double limit)
    {
        var profile = RecorderCatalog.BuiltIn.Purposes[purpose];

        Assert.Equal((sample, trigger, deletion), (profile.Volume!.AllowsSample, profile.Volume.AllowsTrigger, profile.Volume.AllowsEarlyDeletion));
        Assert.Equal(marginal, profile.Masking!.IsUnmaskingMarginal);
        Assert.Equal(user, profile.Identifier!.AllowsUser);
        Assert.Equal((suggested, limit), (profile.Retention!.Suggested, profile.Retention.Limit));
        Assert.All(new ProfileLine[] { profile.Volume, profile.Masking, profile.Identifier, profile.Retention }, static line => Assert.NotNull(line.Paragraph));
        Assert.Equal((Confidence.B, Confidence.B, Confidence.C, Confidence.A), (profile.Volume.Confidence, profile.Masking.Confidence, profile.Identifier.Confidence, profile.Retention.Confidence));
    }

    [Theory]
    [InlineData("volume sample", "A line about a purpose says how sure it is: confidence=A, B or C")]
    [InlineData("volume sample confidence=D", "A line about a purpose says how sure it is: confidence=A, B or C")]
    [InlineData("volume some confidence=A", "'volume' needs one or more of: sample, trigger, early-deletion")]
    [InlineData("masking omitted confidence=A", "Masking says when content may be shown: unmasking=marginal or validated")]
    [InlineData("masking omitted unmasking=never confidence=A", "Masking says when content may be shown: unmasking=marginal or validated")]
    [InlineData("retention months confidence=A", "Retention has figures, each no longer than the next: suggested=90d hint=90d limit=183d")]
    [InlineData("retention months suggested=90d limit=30d confidence=A", "Retention has figures, each no longer than the next: suggested=90d hint=90d limit=183d")]
    [InlineData("retention months suggested=soon limit=30d confidence=A", "'soon' is no time; expected suggested=90d or suggested=24h")]
    [InlineData("retention weeks suggested=1d limit=30d confidence=A", "'retention' needs one or more of: hours, months")]
    public void A_line_that_is_not_understood_is_an_error(string line, string message)
    {
        var document = CatalogParser.Parse(SourceText.From("purpose Support\n  " + line));

        Assert.Equal(message, Assert.Single(document.Errors).Message);
        Assert.Equal(new PurposeProfile("Support"), Assert.Single(document.Purposes));
    }

    [Fact]
    public void A_file_of_a_team_may_say_another_thing()
    {
        var catalog = RecorderCatalog.BuiltIn.With([CatalogParser.Parse(SourceText.From("purpose support\n  retention hours suggested=4h limit=8h confidence=A"))]);

        Assert.Equal(8 / 24.0, catalog.Purposes["Support"].Retention!.Limit, 6);
        Assert.NotNull(catalog.Purposes["Support"].Volume);
    }
}
