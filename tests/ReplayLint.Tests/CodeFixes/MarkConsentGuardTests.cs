using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes;

public class MarkConsentGuardTests
{
    private const string Use = """
        class App
        {
            void M() => [|Begin|]();
            void [|Begin|]() { }
        }
        """;

    [Theory]
    [InlineData("P:S.Ok", "public bool Ok => false;")]
    [InlineData("F:S._ok", "private bool _ok;")]
    [InlineData("F:S._ok", "bool? _ok = null; // why")]
    [InlineData("M:S.Ask", "internal bool Ask() => false;")]
    [InlineData("M:S.AskAsync(System.Int32)", "async Task<bool> AskAsync(int x) { await Task.Yield(); return x == 1; }")]
    [InlineData("P:S.Answer", "ValueTask<bool> Answer { get; }")]
    public Task The_member_that_decides_is_marked(string member, string declaration) => Verify(
        member,
        $$"""
        using System.Threading.Tasks;
        using ReplayLint;

        class S
        {
            int _x;

            /// <summary>Said so.</summary>
            {{declaration}}
        }
        """,
        $$"""
        using System.Threading.Tasks;
        using ReplayLint;

        class S
        {
            int _x;

            /// <summary>Said so.</summary>
            [ConsentGuard]
            {{declaration}}
        }
        """);

    [Theory]
    [InlineData("M:S.Start(System.Boolean,System.Int32) ok", "class S { void Start(bool ok, int x) { } }", "class S { void Start([ReplayLint.ConsentGuard] bool ok, int x) { } }")]
    [InlineData("P:R.Ok", "record R(int X, bool Ok);", "record R(int X, [property: ReplayLint.ConsentGuard] bool Ok);")]
    [InlineData("P:S.Ok", "class S { bool Ok { get; } }", "class S { [ReplayLint.ConsentGuard] bool Ok { get; } }")]
    public Task A_parameter_is_marked_in_its_line(string member, string source, string fixedSource) => Verify(member, source, fixedSource);

    [Theory]
    [InlineData("P:S.Count", "class S { int Count { get; } }")]
    [InlineData("F:S.A", "class S { bool A, B; }")]
    [InlineData("M:S.Start", "class S { void Start() { } }")]
    [InlineData("P:S.Ok", "class S { [ReplayLint.ConsentGuard] bool Ok { get; } }")]
    [InlineData("P:System.Boolean.Nothing", "")]
    [InlineData("E:S.Asked", "class S { event System.Action Asked; }")]
    [InlineData("T:S", "class S { }")]
    [InlineData("?", "")]
    public Task What_cannot_be_a_guard_is_not(string member, string source) => Verify(member, source, source);

    [Fact]
    public Task Line_endings_and_tabs_stay_what_they_are() => Verify(
        "P:S.Ok",
        "class S\r\n{\r\n\t// Why.\r\n\tbool Ok { get; }\r\n}\r\n",
        "class S\r\n{\r\n\t// Why.\r\n\t[ReplayLint.ConsentGuard]\r\n\tbool Ok { get; }\r\n}\r\n");

    private static Task Verify(string member, string source, string fixedSource) => RuleVerifier.VerifyFixAsync(
        new MentionAnalyzer(Descriptors.RPL1002_ConsentMayBeMissing, "Begin", [("Member", member)]),
        RecorderApi.None,
        [Use, source],
        [Use, fixedSource],
        "MarkConsentGuard");
}
