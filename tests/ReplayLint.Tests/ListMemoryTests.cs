using Xunit;

namespace ReplayLint.Tests;

public class ListMemoryTests
{
    private readonly object _first = new(), _last = new();

    [Fact]
    public void What_is_known_of_a_list_is_made_once()
    {
        var made = 0;
        var memory = new ListMemory<object, string>(items => $"{items.Length}, {++made}");

        Assert.Equal("2, 1", memory.Of([_first, _last]));
        Assert.Equal("2, 1", memory.Of([_first, _last]));
        Assert.Equal("1, 2", memory.Of([_last]));
        Assert.Equal("0, 3", memory.Of([]));
    }

    /// <summary>Projects that an editor compiles at the same time may end with the same reference.</summary>
    [Fact]
    public void Another_list_with_the_same_end_never_stands_in_for_it()
    {
        ListMemory<object, string> memory = null!;
        memory = new(items => items.Length == 2 ? memory.Of([_last]) + " within 2" : $"{items.Length}");

        Assert.Equal("1 within 2", memory.Of([_first, _last]));
        Assert.Equal("1", memory.Of([_last]));
    }
}
