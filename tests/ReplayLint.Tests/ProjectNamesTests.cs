using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace ReplayLint.Tests;

/// <summary>What is remembered from one compilation to the next must be what the next would find itself.</summary>
public class ProjectNamesTests
{
    [Theory]
    [InlineData("class C { void Init() { } }", true)]
    [InlineData("class C { void @Init() { } }", true)]
    [InlineData("class C { } // Init", false)]
    [InlineData("class C { string S => \"Init\"; }", false)]
    [InlineData("class C { void InitAll() { } }", false)]
    [InlineData("", false)]
    public void An_identifier_is_mentioned_and_a_word_in_a_text_is_not(string code, bool isMentioned) => Assert.Equal(isMentioned, NamesOf(code).Mention("Init"));

    /// <summary>Later compilers declare a property without a name in <c>class C { Type =&gt; 1 }</c>.</summary>
    [Fact]
    public void What_has_no_name_is_mentioned_nowhere()
    {
        Assert.False(NamesOf("class C { Type => Start() }").Mention(""));
        Assert.Empty(TreeNames.PlacesOf(CSharpSyntaxTree.ParseText("class C { Type => Start() }"), ""));
    }

    [Theory]
    [InlineData(16 * 1024)]
    [InlineData(100_000)]
    public void A_name_may_be_longer_than_what_is_searched_at_once(int length)
    {
        var name = new string('x', length);

        Assert.Equal([6, 6 + length + 10], Assert.Single(NamesOf($"class {name} {{ object {name}; }}").PlacesOf(name)).Places.ToArray());
        Assert.False(NamesOf($"class {name}y {{ }}").Mention(name));
    }

    [Fact]
    public void Files_that_mention_a_name_are_given_with_the_places()
    {
        var names = NamesOf("class A { void M() => Init(); }", "class B { }", "class C { void M() { Init(); Init(); } }");

        Assert.Equal([[22], [21, 29]], names.PlacesOf("Init").Select(static file => file.Places.ToArray()));
    }

    [Fact]
    public void Another_compilation_of_the_same_files_shares_what_is_known_and_one_with_an_edit_does_not()
    {
        var before = Compile("class A { }", "class B { void Init() { } }");
        var known = ProjectNames.Of(before);
        Assert.True(known.Mention("Init"));

        Assert.Same(known, ProjectNames.Of(before.Clone()));

        var edited = before.ReplaceSyntaxTree(before.SyntaxTrees[0], CSharpSyntaxTree.ParseText("class A { void Close() { } }"));
        Assert.True(ProjectNames.Of(edited).Mention("Close"));
        Assert.False(ProjectNames.Of(before).Mention("Close"));
        Assert.False(ProjectNames.Of(edited.RemoveSyntaxTrees(edited.SyntaxTrees[1])).Mention("Init"));
    }

    [Fact]
    public void A_word_is_never_denied_wherever_it_stands_in_a_long_text()
    {
        for (var before = 16_370; before <= 16_390; before++)
        {
            var text = SourceText.From(new string(' ', before) + "Recorder" + new string(' ', 100_000) + "letzteWörter");
            var filter = new WordFilter(text);

            Assert.True(filter.MayContain(WordFilter.HashOf("Recorder")), $"{before}");
            Assert.True(filter.MayContain(WordFilter.HashOf("letzteWörter")));
            Assert.False(filter.MayContain(WordFilter.HashOf("Other")));
        }
    }

    private static ProjectNames NamesOf(params string[] codes) => ProjectNames.Of(Compile(codes));

    private static CSharpCompilation Compile(params string[] codes) => CSharpCompilation.Create("App", codes.Select(static code => CSharpSyntaxTree.ParseText(code)));
}
