using ReplayLint.Tests.Verification;
using Xunit;

namespace ReplayLint.Tests.CodeFixes;

public class InsertStopCallTests
{
    private const string Api = """
        namespace Acme.Replay
        {
            public static class Recorder
            {
                public static void Close() { }
                public static bool Enabled { get; set; }
                public static class Nested { public static void Stop(int x) { } }
            }
        }
        """;

    [Theory]
    [InlineData("void M() { Store.@; }", "void M() { Store.@; Recorder.Close(); }")]
    [InlineData("void M(bool x) { if (x) Store.@; }", "void M(bool x) { if (x) { Store.@; Recorder.Close(); } }")]
    [InlineData("void M(bool x) { if (x) Store.@; else M(!x); }", "void M(bool x) { if (x) { Store.@; Recorder.Close(); } else M(!x); }")]
    [InlineData("void M(int x) { switch (x) { case 1: Store.@; break; } }", "void M(int x) { switch (x) { case 1: Store.@; Recorder.Close(); break; } }")]
    [InlineData("int M() { return Store.@; }", "int M() { Recorder.Close(); return Store.@; }")]
    [InlineData("void M() { var x = Store.@; M(); }", "void M() { var x = Store.@; Recorder.Close(); M(); }")]
    [InlineData("async System.Threading.Tasks.Task M() { await System.Threading.Tasks.Task.FromResult(Store.@); }", "async System.Threading.Tasks.Task M() { await System.Threading.Tasks.Task.FromResult(Store.@); Recorder.Close(); }")]
    [InlineData("void M() { Recorder.Close(); Store.@; }", "void M() { Recorder.Close(); Store.@; Recorder.Close(); }")]
    public Task After_the_call_on_its_line(string member, string fixedMember) => Verify(Use(member), Use(fixedMember));

    [Theory]
    [InlineData("void M() { if (Store.@ > 0) { } }")]
    [InlineData("int M() => Store.@;", "int M()\n    {\n        Recorder.Close();\n        return Store.@;\n    }")]
    [InlineData("void M() => Store.@;", "void M()\n    {\n        Store.@;\n        Recorder.Close();\n    }")]
    [InlineData("int M(bool x) { if (x) return Store.@; return 1; }")]
    [InlineData("void M(System.Func<System.Func<int>, int> run) { run(() => Store.@); }")]
    [InlineData("void M() { Store.@; if (true) { Recorder.Close(); } }")]
    [InlineData("void M() { Store.@; Acme.Replay.Recorder.Close(); }")]
    public Task Where_a_value_is_needed_or_it_is_stopped_already(string member, string? fixedMember = null) =>
        Verify(Use(member), Use(fixedMember ?? member));

    [Fact]
    public Task After_the_call_on_lines_of_its_own() => Verify(
        Use("""
        void M(bool x)
            {
                // Gone.
                Store.@; // now

                if (x)
                    Store.@;
                else
                    M(!x);

                System.Threading.Tasks.Task.Run(() =>
                {
                    Store.@;
                });
            }
        """),
        Use("""
        void M(bool x)
            {
                // Gone.
                Store.@; // now
                Recorder.Close();

                if (x)
                {
                    Store.@;
                    Recorder.Close();
                }
                else
                    M(!x);

                System.Threading.Tasks.Task.Run(() =>
                {
                    Store.@;
                    Recorder.Close();
                });
            }
        """));

    [Theory]
    [InlineData("void M()\n    {\n        Store.@;\n    }", "void M()\n    {\n        Store.@;\n        Recorder.Enabled = false;\n        Recorder.Close();\n    }")]
    [InlineData("void M(bool x)\n    {\n        if (x)\n            Store.@;\n    }", "void M(bool x)\n    {\n        if (x)\n        {\n            Store.@;\n            Recorder.Enabled = false;\n            Recorder.Close();\n        }\n    }")]
    [InlineData("void M(bool x) { if (x) Store.@; }", "void M(bool x) { if (x) { Store.@; Recorder.Enabled = false; Recorder.Close(); } }")]
    [InlineData("void M() { Store.@; // now\n    }", "void M() { Store.@; Recorder.Enabled = false; Recorder.Close(); // now\n    }")]
    [InlineData("void M() => Store.@;", "void M()\n    {\n        Store.@;\n        Recorder.Enabled = false;\n        Recorder.Close();\n    }")]
    [InlineData("int M() => Store.@;", "int M()\n    {\n        Recorder.Close();\n        Recorder.Enabled = false;\n        return Store.@;\n    }")]
    public Task Once_for_each_recorder(string member, string fixedMember) =>
        Verify(Use(member), Use(fixedMember), "Acme.Replay.Recorder.Close()", "Acme.Replay.Recorder.Enabled = false");

    [Theory]
    [InlineData("void @() { }", "void @() { Recorder.Close(); Recorder.Enabled = false; }")]
    [InlineData("void @() { M(); }", "void @() { M(); Recorder.Close(); Recorder.Enabled = false; }")]
    [InlineData("void @()\n    {\n    }", "void @()\n    {\n        Recorder.Close();\n        Recorder.Enabled = false;\n    }")]
    [InlineData("int @()\n    {\n        M(); // a\n\n        // b\n        return 1;\n    }", "int @()\n    {\n        M(); // a\n        Recorder.Close();\n        Recorder.Enabled = false;\n\n        // b\n        return 1;\n    }")]
    [InlineData("void @()\n    {\n        M(); // a\n        // b\n    }", "void @()\n    {\n        M(); // a\n        Recorder.Close();\n        Recorder.Enabled = false;\n        // b\n    }")]
    [InlineData("void @() => M();", "void @()\n    {\n        M();\n        Recorder.Close();\n        Recorder.Enabled = false;\n    }")]
    [InlineData("object @() =>\n        // Null.\n        null;", "object @()\n    {\n        // Null.\n        Recorder.Close();\n        Recorder.Enabled = false;\n        return null;\n    }")]
    public Task At_the_end_of_a_method(string member, string fixedMember) => VerifyMethod(member, fixedMember);

    [Theory]
    [InlineData("void @() { while (true) { } }")]
    [InlineData("void @() => throw null;")]
    public Task Not_where_a_method_has_no_end(string member) => VerifyMethod(member, member);

    [Fact]
    public Task A_name_that_is_taken_is_written_in_full() => Verify(
        Use("void M() { Store.@; }\n    class Recorder { }"),
        Use("void M() { Store.@; Acme.Replay.Recorder.Close(); }\n    class Recorder { }"));

    [Fact]
    public Task Line_endings_and_tabs_stay_what_they_are() => Verify(
        "class Store\r\n{\r\n\tpublic static void Withdraw() { }\r\n\tvoid M()\r\n\t{\r\n\t\tStore.@;\r\n\t}\r\n}\r\n",
        "class Store\r\n{\r\n\tpublic static void Withdraw() { }\r\n\tvoid M()\r\n\t{\r\n\t\tStore.@;\r\n\t\tAcme.Replay.Recorder.Close();\r\n\t}\r\n}\r\n");

    [Theory]
    [InlineData("Acme.Replay.Nobody.Close()")]
    [InlineData("Close()")]
    [InlineData("Acme.Replay.Recorder.Close(")]
    [InlineData("")]
    public Task What_the_project_does_not_know_is_not_called(string stop)
    {
        var source = Use("void M() { Store.@; }");
        return Verify(source, source, stop);
    }

    private static Task VerifyMethod(string member, string fixedMember) => Verify(
        "OnWithdrawn",
        Use(member + "\n    void M() { }"),
        Use(fixedMember + "\n    void M() { }"),
        ["Acme.Replay.Recorder.Close()", "Acme.Replay.Recorder.Enabled = false"]);

    private static Task Verify(string source, string fixedSource, params string[] stops) =>
        Verify("Store.Withdraw()", source.Replace("Store.@", "@"), fixedSource.Replace("Store.@", "@"), stops.Length > 0 ? stops : ["Acme.Replay.Recorder.Close()"]);

    /// <summary>One finding stays, whatever is done: so nothing more must be offered for it.</summary>
    private static Task Verify(string place, string source, string fixedSource, string[] stops)
    {
        var isFixed = stops.Length > 1;
        var marked = stops.Aggregate(place, static (text, _) => "[|" + text + "|]");
        return RuleVerifier.VerifyFixAsync(
            new MentionAnalyzer(Descriptors.RPL1005_WithdrawalDoesNotStopRecording, place, [.. stops.Select(static stop => new[] { ("Stop", stop) })])
            {
                // Of two findings at one place the first has to go before the second is fixed.
                IsFixed = (text, finding) => isFixed && text.Contains(finding[0].Value.Replace("Acme.Replay.", "") + ";", StringComparison.Ordinal),
            },
            RecorderApi.None,
            [source.Replace("@", marked), Api],
            [fixedSource.Replace("@", isFixed && fixedSource != source ? place : marked), Api]);
    }

    private static string Use(string member) => $$"""
        using Acme.Replay;

        class C
        {
            {{member}}
        }

        static class Store { public static int Withdraw() => 0; }
        """;
}
