using System.Text;
using ReplayLint.Readers.Script;
using Xunit;

namespace ReplayLint.Tests.Readers.Script;

/// <summary>Whatever a file holds, reading it ends, and without an exception.</summary>
public class ScriptRobustnessTests
{
    [Fact]
    public void No_beginning_of_a_script_throws()
    {
        foreach (var script in ScriptShapes.All)
        {
            for (var length = 0; length <= script.Length; length++)
                Read(script.Substring(0, length));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_edit_of_a_script_throws(int seed)
    {
        const string Letters = "(){}[]'\"`\\/*=>.,;:?!&|+-x0 \n$#@";
        var random = new Random(seed);
        foreach (var script in ScriptShapes.All)
        {
            for (var round = 0; round < 10; round++)
            {
                var text = new StringBuilder(script);
                for (var edit = random.Next(1, 5); edit > 0; edit--)
                {
                    var at = random.Next(text.Length);
                    if (random.Next(2) == 0)
                        text.Insert(at, Letters[random.Next(Letters.Length)]);
                    else
                        text.Remove(at, 1);
                }

                Read(text.ToString());
            }
        }
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "1", "]")]
    [InlineData("!", "1", "")]
    [InlineData("{", "", "}")]
    [InlineData("a+", "1", "")]
    [InlineData("a.", "b", "")]
    [InlineData("f(", "1", ")")]
    [InlineData("if(a)", "b()", "")]
    [InlineData("a=>", "b", "")]
    [InlineData("a?b:", "c", "")]
    [InlineData("a&&", "c", "")]
    [InlineData("`${", "c", "}`")]
    [InlineData("new ", "c", "")]
    [InlineData("function f(){", "", "}")]
    [InlineData("x={a:", "1", "}")]
    public void Deep_nesting_is_refused_and_does_no_harm(string open, string middle, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 100_000)) + middle + string.Concat(Enumerable.Repeat(close, 100_000));

        Assert.True(ScriptDocument.Parse(text).ParseFailed);
    }

    [Theory]
    [InlineData("a&&(", ")")]
    [InlineData("f(()=>{", "})")]
    [InlineData("if(a){", "}")]
    [InlineData("[", "]")]
    public void Nesting_below_the_limit_is_read_on_a_small_stack(string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 90)) + "b()" + string.Concat(Enumerable.Repeat(close, 90));
        ScriptDocument? document = null;

        // No thread on which a compiler runs analyzers has less.
        var thread = new Thread(() => document = ScriptDocument.Parse(text), maxStackSize: 1024 * 1024);
        thread.Start();
        thread.Join();

        Assert.False(document!.ParseFailed);
    }

    [Theory]
    [InlineData("const a = a.call; a();")]
    [InlineData("const a = b.c, b = a.d; a.e(); b();")]
    [InlineData("const v0 = [v1, v1, v1, v1, v1, v1, v1, v1, v1, v1], v1 = [v0, v0, v0, v0, v0, v0, v0, v0, v0, v0]; if (v0) f(v0, v1);")]
    [InlineData("const a = () => a() || b(), b = () => a() && b(); if (a() || b()) f();")]
    [InlineData("let a = b, b = a; if (a === b || a) f(a); s.src = a + b;")]
    [InlineData("class A extends B { m() { this.m(); } } class B extends A { m() { super.m(); } } new A().m();")]
    [InlineData("function f(x) { x(f); f(x); s.src = x; } f(f);")]
    public void Circles_end(string script) => Read(script);

    [Theory]
    [InlineData("const v{0} = v{1} || v{1};", "if (v0) f(v0); v0.on('click', () => g());")]
    [InlineData("const v{0} = v{1} + v{1};", "if (v0.includes('x=y')) f(v0); s.src = v0;")]
    [InlineData("const v{0} = [v{1}, v{1}];", "f(v0);")]
    [InlineData("const v{0} = () => v{1}() || v{1}();", "if (v0()) f();")]
    [InlineData("const v{0} = v{1} ? v{1} : v{1};", "if (v0) f(v0);")]
    public void Constants_that_double_are_read_in_time(string line, string use)
    {
        var text = string.Concat(Enumerable.Range(0, 60).Select(i => line.Replace("{0}", $"{i}").Replace("{1}", $"{i + 1}")));
        var clock = System.Diagnostics.Stopwatch.StartNew();

        Read(text + use);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), clock.Elapsed.ToString());
    }

    [Theory]
    [InlineData("(function () { f(); }).call(window);")]
    [InlineData("(function (w) { w(); }).call(begin, window); function begin() { }")]
    [InlineData("(function () { f(); }).call(() => { g(); }, () => { h(); });")]
    [InlineData("(function () { }).call();")]
    public void What_a_function_is_run_on_is_no_parameter(string script) => Read(script);

    [Fact]
    public void A_long_script_is_not_parsed()
    {
        var text = "s.src = 'https://a.example/x.js';" + new string(' ', 1_000_000);

        var document = ScriptDocument.Parse(text);

        Assert.True(document.ParseFailed);
        Assert.Single(document.Loads);
    }

    [Fact]
    public void Many_statements_are_read_in_time()
    {
        var text = string.Concat(Enumerable.Range(0, 10_000).Select(static i => $"function f{i}(a) {{ if (a && x{i}) f{(i * 7) % 10_000}(a); return g(a, {{ k: 'v' }}); }}\n"));

        var clock = System.Diagnostics.Stopwatch.StartNew();
        var document = ScriptDocument.Parse(text);

        Assert.False(document.ParseFailed);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), clock.Elapsed.ToString());
    }

    private static void Read(string text)
    {
        var document = ScriptDocument.Parse(text);
        foreach (var call in document.Calls)
        {
            Assert.True(call.Span.End <= text.Length && call.Span.Contains(call.CalleeSpan));
            Assert.All(call.Arguments, argument => Assert.True(argument.Span.End <= text.Length));
            _ = call.DefinedIn;
        }

        Assert.All(document.Assignments, assignment => Assert.True(assignment.Value.Span.End <= text.Length));
        Assert.All(document.Loads, load => Assert.True(load.Span.End <= text.Length));
    }
}
