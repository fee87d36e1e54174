using Xunit;

namespace ReplayLint.Catalog.Tests.Code;

public class DefaultReaderTests
{
    [Theory]
    [InlineData("const { maskAll = true } = options;", "true", nameof(DefaultForm.Replaces))]
    [InlineData("x = options.maskAll ?? true;", "true", nameof(DefaultForm.Replaces))]
    [InlineData("x = o.maskAll || !1;", "false", nameof(DefaultForm.Replaces))]
    [InlineData("x = o.maskAll === undefined ? true : o.maskAll;", "true", nameof(DefaultForm.Replaces))]
    [InlineData("x = null !== (t = o.maskAll) && void 0 !== t ? t : !0;", "true", nameof(DefaultForm.Replaces))]
    [InlineData("x = null === (t = o.maskAll) || void 0 === t || t;", "true", nameof(DefaultForm.Replaces))]
    [InlineData("x = null !== (t = o?.maskAll) && void 0 !== t && t;", "false", nameof(DefaultForm.Replaces))]
    [InlineData("x = o?.maskAll !== false;", "true", nameof(DefaultForm.Replaces))]
    [InlineData("x = !0 === o.maskAll;", "false", nameof(DefaultForm.Replaces))]
    [InlineData("schema = { maskAll: { type: 'boolean', default: true } };", "true", nameof(DefaultForm.Replaces))]
    [InlineData("const DEFAULTS = { maskAll: true };", "true", nameof(DefaultForm.ListedAsDefault))]
    [InlineData("x = Object.assign({ maskAll: Levels.ALL }, options); const Levels = { ALL: 2 };", "2", nameof(DefaultForm.ListedAsDefault))]
    [InlineData("x = { maskAll: true, ...options };", "true", nameof(DefaultForm.ListedAsDefault))]
    [InlineData("x = { ...options, maskAll: true };", "true", nameof(DefaultForm.Listed))]
    [InlineData("function f(options = { maskAll: 'yes' }) { }", "yes", nameof(DefaultForm.ListedAsDefault))]
    [InlineData("start({ maskAll: true });", "true", nameof(DefaultForm.Listed))]
    [InlineData("if (o.maskAll) mask();", "false", nameof(DefaultForm.Condition))]
    public void A_default_is_read(string code, string value, string form) =>
        Assert.Contains((value, form), new ShippedCode([("tracker@1.0.0", code)]).DefaultsOf("maskAll").Select(static statement => (statement.Value, statement.Form.ToString())));

    [Theory]
    [InlineData("x = options.maskAll;")]
    [InlineData("options.maskAll = compute();")]
    [InlineData("x = { maskAll: options.maskAll };")]
    [InlineData("x = options.maskAll ?? compute();")]
    [InlineData("const { maskAll")]
    public void What_states_no_default_is_none(string code) => Assert.Empty(new ShippedCode([("tracker@1.0.0", code)]).DefaultsOf("maskAll"));

    [Theory]
    [InlineData("$a.type === \"password\"", "x = 'password' === e.type || y", true)]
    [InlineData("$a.type === \"password\"", "x = e.kind === 'password'", false)]
    [InlineData("({ a: true, b: $x })", "f({ b: 1, c: 2, a: !0 })", true)]
    [InlineData("({ a: true, b: $x })", "f({ a: !0 })", false)]
    [InlineData("({ a: $x = true } = $)", "const { b, a: c = true } = o", true)]
    [InlineData("({ a: $x = true } = $)", "const { b, a: c = false } = o", false)]
    [InlineData("[\"a\", \"b\"].includes($x)", "['b', 'c', 'a'].includes(t)", true)]
    [InlineData("[\"a\", \"b\"].includes($x)", "['b', 'c'].includes(t)", false)]
    [InlineData("$x.get(NAME) !== !true", "r.get(NAME) !== false", true)]
    [InlineData("$x.get(NAME) !== !true", "r.get(OTHER) !== false", false)]
    public void A_pattern_is_found_however_code_is_minified(string pattern, string code, bool expected) =>
        Assert.Equal(expected, CodePattern.Parse(pattern).IsIn(ShippedCode.Parse(code)!.DescendantNodesAndSelf()));
}
