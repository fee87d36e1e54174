using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes.Web;

public class RemoveOptionTests
{
    [Theory]
    [InlineData("{ unmask: ['.open'] }", "{}")]
    [InlineData("{ unmask: ['.open'], maskAllText: true }", "{ maskAllText: true }")]
    [InlineData("{ maskAllText: true, unmask: ['.open'] }", "{ maskAllText: true }")]
    [InlineData("{ maskAllText: true, unmask: ['.open'], }", "{ maskAllText: true, }")]
    [InlineData("{maskAllText:!0,unmask:['.open']}", "{maskAllText:!0}")]
    [InlineData("{ maskAllText: true /* always */, unmask: ['.open'] }", "{ maskAllText: true /* always */ }")]
    [InlineData("{\r\n\tmaskAllText: true,\r\n\t// What everyone may see.\r\n\tunmask: ['.open'] // prices\r\n}", "{\r\n\tmaskAllText: true\r\n\t// What everyone may see.\r\n}")]
    [InlineData("{\n  unmask: [\n    '.open',\n  ],\n  maskAllText: true,\n}", "{\n  maskAllText: true,\n}")]
    public Task A_list_of_exceptions_is_taken_out(string options, string fixedOptions) =>
        WebFixVerifier.VerifyAsync("RPL2003", "site.js", Source(options), Source(fixedOptions));

    [Fact]
    public Task Two_of_them_go_at_once() =>
        WebFixVerifier.VerifyAsync("RPL2003", "site.js", Source("{ unmask: ['.a'], unblock: ['.b'] }"), Source("{}"));

    private static string Source(string options) => $"Sentry.init({{ dsn: d, replaysOnErrorSampleRate: 1, integrations: [Sentry.replayIntegration({options})] }});\n";
}
