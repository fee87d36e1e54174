using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes;

public class ReplaceGateTests
{
    [Theory]
    [InlineData("if (f.@) { }", "if (f.CanTrack) { }")]
    [InlineData("if (f?.@ == true) { }", "if (f?.CanTrack == true) { }")]
    [InlineData("if (/* a */ f . @ /* b */ && g.@) { }", "if (/* a */ f . CanTrack /* b */ && g.CanTrack) { }")]
    [InlineData("var y = f.@ ? 1 : 2;", "var y = f.CanTrack ? 1 : 2;")]
    [InlineData("while (Feature.Static.@) { }", "while (Feature.Static.CanTrack) { }")]
    public Task The_real_gate_is_asked(string statement, string fixedStatement) => Verify(statement, fixedStatement, []);

    [Theory]
    [InlineData("if (!f.@) { }", "if (f.CanTrack) { }")]
    [InlineData("if (f.@) { }", "if (!f.CanTrack) { }")]
    [InlineData("if (f.@) return;", "if (!f.CanTrack) return;")]
    [InlineData("if (!(f.@)) { }", "if (f.CanTrack) { }")]
    [InlineData("if (f.@ == false) { }", "if (f.CanTrack) { }")]
    [InlineData("if (f.@ != true || g.@) { }", "if (f.CanTrack || !g.CanTrack) { }")]
    [InlineData("if (f.@ == true) { }", "if (!f.CanTrack) { }")]
    [InlineData("if (false == f.@) { }", "if (false == !f.CanTrack) { }")]
    [InlineData("if (f?.@ == false) { }", "if (f?.CanTrack == true) { }")]
    [InlineData("if (f?.@ != true) { }", "if (f?.CanTrack == true) { }")]
    [InlineData("if (f?.@ == true) { }", "if (f?.CanTrack != true) { }")]
    [InlineData("if (f?.@ is false) { }", "if (f?.CanTrack is true) { }")]
    [InlineData("if (f?.@ is not false) return;", "if (f?.CanTrack is not true) return;")]
    [InlineData("if (f.@ is true) return;", "if (f.CanTrack is not true) return;")]
    [InlineData("if (!(f?.@ ?? true)) { }", "if ((f?.CanTrack ?? false)) { }")]
    [InlineData("if (f?.@ ?? true) return;", "if (!(f?.CanTrack ?? false)) return;")]
    [InlineData("var y = f.@ /* why */ ? 1 : 2;", "var y = !f.CanTrack /* why */ ? 1 : 2;")]
    [InlineData("if (x == 1 && /* not */ !f.@) { }", "if (x == 1 && /* not */ f.CanTrack) { }")]
    public Task A_gate_of_the_opposite_sense_is_negated_once(string statement, string fixedStatement) => Verify(statement, fixedStatement, [("Negate", "true")]);

    [Theory]
    [InlineData("if (!IsConsentNeeded) { }", "if (CanTrack) { }")]
    [InlineData("if (!this.IsConsentNeeded) { }", "if (this.CanTrack) { }")]
    public Task A_member_of_the_type_itself_is_asked(string statement, string fixedStatement) => RuleVerifier.VerifyFixAsync(
        new MentionAnalyzer(Descriptors.RPL1004_NotAConsentGate, "IsConsentNeeded", [("Replacement", "CanTrack"), ("Negate", "true")]),
        RecorderApi.None,
        [Own(statement).Replace("IsConsentNeeded", "[|IsConsentNeeded|]")],
        [Own(fixedStatement).Replace("IsConsentNeeded", "[|IsConsentNeeded|]")]);

    [Theory]
    [InlineData("CanFly")]
    [InlineData("Method")]
    [InlineData("Static")]
    [InlineData("Count")]
    [InlineData("Hidden")]
    [InlineData(null)]
    public Task What_the_object_has_not_or_only_in_another_form_is_not_asked(string? replacement)
    {
        string[] sources = [Source("if (f.[|IsConsentNeeded|]) { }").Replace("bool IsConsentNeeded", "bool [|IsConsentNeeded|]")];
        return RuleVerifier.VerifyFixAsync(
            new MentionAnalyzer(Descriptors.RPL1004_NotAConsentGate, "IsConsentNeeded", replacement is null ? [] : [("Replacement", replacement)]),
            RecorderApi.None,
            sources,
            sources);
    }

    private static Task Verify(string statement, string fixedStatement, (string Key, string Value)[] more) => RuleVerifier.VerifyFixAsync(
        new MentionAnalyzer(Descriptors.RPL1004_NotAConsentGate, "IsConsentNeeded", [("Replacement", "CanTrack"), .. more]),
        RecorderApi.None,
        [Source(statement.Replace("@", "[|IsConsentNeeded|]")).Replace("bool IsConsentNeeded", "bool [|IsConsentNeeded|]")],
        [Source(fixedStatement).Replace("bool IsConsentNeeded", "bool [|IsConsentNeeded|]")]);

    private static string Source(string statement) => $$"""
        class Feature
        {
            public bool IsConsentNeeded { get; }
            public bool CanTrack { get; }
            public bool Method() => true;
            public int Count { get; }
            private bool Hidden { get; }
            public static Feature Static { get; }
        }

        class C
        {
            void M(Feature f, Feature g, int x)
            {
                {{statement}}
            }
        }
        """;

    private static string Own(string statement) => $$"""
        class Feature
        {
            bool IsConsentNeeded { get; }
            bool CanTrack { get; }
            void M()
            {
                {{statement}}
            }
        }
        """;
}
